import { carriersWorking } from '../store/views/carriersWorking.ts';
import type { ApiDeps, FeatureHandlers } from './deps.ts';

/** Days off, weeks and cut-off times that a person sets, and the holidays that the tables know. */
export function calendarHandlers(deps: ApiDeps): FeatureHandlers<'calendar.'> {
  const { reader, calendarCommands, calendarTable } = deps;
  return {
    'calendar.get': () => ({
      ...calendarCommands.settings(),
      tableFirst: calendarTable.first,
      tableLast: calendarTable.last,
      carriers: carriersWorking(reader),
    }),
    'calendar.holidays': ({ place, year, state }) => calendarTable.holidays(place, year, state),
    'calendar.set': (settings) => calendarCommands.set(settings),
  };
}
