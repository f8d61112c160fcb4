import {
  type CalendarSettings,
  calendarSettingsSchema,
  NO_CALENDAR_SETTINGS,
} from '#shared/model/calendar.ts';
import type { Clock } from '../ports.ts';
import { audit, setState } from '../store/aggregates/audit.ts';
import { markAllDirty } from '../store/aggregates/journeys.ts';
import type { Reader, Writer } from '../store/types.ts';
import { stateOf } from '../store/views/status.ts';

const KEY = 'calendar.settings';

export interface CalendarCommands {
  settings(): CalendarSettings;
  set(next: CalendarSettings): CalendarSettings;
}

/** What a person sets about working days. Every parcel is looked at again after a change: its silence may begin elsewhere. */
export function createCalendarCommands(deps: {
  writer: Writer;
  reader: Reader;
  clock: Clock;
  changed: () => void;
}): CalendarCommands {
  const { writer, reader, clock } = deps;
  let known: CalendarSettings | null = null;
  return {
    settings: () => (known ??= read(stateOf(reader, KEY))),
    set: (next) => {
      const at = clock.now();
      const ownDaysOff = [...new Set(next.ownDaysOff)].toSorted();
      const kept: CalendarSettings = { ...next, ownDaysOff };
      writer.transaction('command', () => {
        setState(writer, KEY, JSON.stringify(kept));
        markAllDirty(writer);
        audit(writer, at, 'calendar.set', 'calendar', {
          ownDaysOff: ownDaysOff.length,
          carrierWeeks: Object.keys(kept.carrierWeeks).length,
          cutOffs: Object.keys(kept.cutOffs).length,
        });
      });
      known = kept;
      deps.changed();
      return kept;
    },
  };
}

/** Settings that another version wrote in another shape count as none. */
function read(text: string | null): CalendarSettings {
  if (text === null) return NO_CALENDAR_SETTINGS;
  const parsed = calendarSettingsSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : NO_CALENDAR_SETTINGS;
}
