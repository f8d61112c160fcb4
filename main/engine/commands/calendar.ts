import {
  type CalendarSettings,
  calendarSettingsSchema,
  dayOffTrouble,
  NO_CALENDAR_SETTINGS,
  type OwnDayOff,
} from '#shared/model/calendar.ts';
import { FaultError } from '#shared/result.ts';
import type { Clock } from '../ports.ts';
import { markArrivalsDue } from '../store/aggregates/arrivals.ts';
import { audit, setState } from '../store/aggregates/audit.ts';
import { markOpenDirty } from '../store/aggregates/journeys.ts';
import type { Reader, Writer } from '../store/types.ts';
import { stateOf } from '../store/views/status.ts';

const KEY = 'calendar.settings';

export interface CalendarCommands {
  settings(): CalendarSettings;
  /** Puts all settings in place of those before. `day-off-refused` tells by which rule and which day. */
  set(next: CalendarSettings): CalendarSettings;
}

/**
 * What a person sets about working days. After a change of days off every parcel under way is looked at again (its silence
 * may begin elsewhere), after any change its arrival is said anew; where hand-overs count from other moments, what ended
 * parcels teach changes too.
 */
export function createCalendarCommands(deps: {
  writer: Writer;
  reader: Reader;
  clock: Clock;
  /** First and last date of the holiday tables. */
  table: { readonly first: string; readonly last: string };
  changed: () => void;
}): CalendarCommands {
  const { writer, reader, clock } = deps;
  let known: CalendarSettings | null = null;
  const settings = (): CalendarSettings => (known ??= read(stateOf(reader, KEY)));
  return {
    settings,
    set: (next) => {
      const at = clock.now();
      const before = settings();
      const kept = inOrder(next);
      refuse(kept.ownDaysOff, before.ownDaysOff, deps.table);
      if (same(kept, before)) return before;
      writer.transaction('command', () => {
        setState(writer, KEY, JSON.stringify(kept));
        if (!same(kept.ownDaysOff, before.ownDaysOff)) markOpenDirty(writer);
        markArrivalsDue(writer, { ended: !same(handOvers(kept), handOvers(before)) });
        audit(writer, at, 'calendar.set', 'calendar', {
          ownDaysOff: kept.ownDaysOff.length,
          carrierWeeks: kept.carrierWeeks.length,
          cutOffs: kept.cutOffs.length,
        });
      });
      known = kept;
      deps.changed();
      return kept;
    },
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In one order, whatever the order in which it was set; of two for the same thing the later one. */
function inOrder({ ownDaysOff, carrierWeeks, cutOffs }: CalendarSettings): CalendarSettings {
  const last = <T>(all: readonly T[], keyOf: (each: T) => string): T[] =>
    [...new Map(all.map((each) => [keyOf(each), each])).entries()]
      .toSorted(([a], [b]) => byText(a, b))
      .map(([, each]) => each);
  return {
    ownDaysOff: last(ownDaysOff, (day) => `${day.from} ${day.to} ${day.place} ${day.name}`),
    carrierWeeks: last(carrierWeeks, ({ carrier, place }) => `${carrier} ${place ?? ''}`),
    cutOffs: last(cutOffs, ({ carrier }) => carrier ?? ''),
  };
}

/** Days that were there before are not asked again: tables of a newer Seamark may begin later. */
function refuse(
  days: readonly OwnDayOff[],
  before: readonly OwnDayOff[],
  table: { readonly first: string; readonly last: string },
): void {
  const old = new Set(before.map((day) => JSON.stringify(day)));
  for (const day of days) {
    if (old.has(JSON.stringify(day))) continue;
    const others = days.filter((other) => other !== day);
    const trouble = dayOffTrouble(day, others, table);
    if (trouble) {
      throw new FaultError('day-off-refused', { why: trouble.why, from: day.from, to: day.to });
    }
  }
}

/** All that decides from when a hand-over counts: days off change it only where there is a week or a cut-off to change. */
function handOvers({ ownDaysOff, carrierWeeks, cutOffs }: CalendarSettings): unknown {
  const weeks = carrierWeeks.filter(({ place }) => place === null || place === 'CN');
  if (weeks.length === 0 && cutOffs.length === 0) return null;
  return [weeks, cutOffs, ownDaysOff.filter(({ place }) => place === 'CN')];
}

/** Settings that another version wrote in another shape count as none. */
function read(text: string | null): CalendarSettings {
  if (text === null) return NO_CALENDAR_SETTINGS;
  const parsed = calendarSettingsSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : NO_CALENDAR_SETTINGS;
}
