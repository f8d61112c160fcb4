import type { ApiDeps, FeatureHandlers } from './deps.ts';

/** Days off, weeks and cut-off times that a person sets. */
export function calendarHandlers({ calendarCommands, calendarTable }: ApiDeps): FeatureHandlers<'calendar.'> {
  return {
    'calendar.get': () => ({
      ...calendarCommands.settings(),
      tableFirst: calendarTable.first,
      tableLast: calendarTable.last,
    }),
    'calendar.set': (settings) => calendarCommands.set(settings),
  };
}
