import { z } from 'zod';
import { MARKET_ZONE, MARKETS, SELLER_ZONE } from './market.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Whose days they are: the seller's country (up to the border), or a market (after it). */
export const CALENDAR_PLACES = ['CN', ...MARKETS] as const;
export const calendarPlaceSchema = z.enum(CALENDAR_PLACES);
export type CalendarPlace = z.infer<typeof calendarPlaceSchema>;

/** Clocks by which a cut-off can be told: the seller's, and the markets'. */
export const CALENDAR_ZONES = [SELLER_ZONE, ...Object.values(MARKET_ZONE)] as const;

export const DAY_NAME_MAX = 60;

/** Days off of one's own: a shop closed, a warehouse that moves, a carrier on strike. `to` is the last of them. */
export const ownDayOffSchema = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    /** What a person calls it; may be empty. Not for buyers. */
    name: z.string().trim().max(DAY_NAME_MAX),
    place: calendarPlaceSchema,
  })
  .strict();
export type OwnDayOff = z.infer<typeof ownDayOffSchema>;

const carrierSchema = z.string().min(1).max(60);

/**
 * Days on which a carrier works in a place; `place` null: everywhere where nothing else is set. All seven days mean that
 * it works through public holidays too. A carrier that is not here works as its deliveries show.
 */
export const carrierWeekSchema = z
  .object({
    carrier: carrierSchema,
    place: calendarPlaceSchema.nullable(),
    days: z.array(z.enum(WEEKDAYS)).min(1).max(7),
  })
  .strict();
export type CarrierWeek = z.infer<typeof carrierWeekSchema>;

export const CUT_OFF_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Time of day from which on a hand-over counts for the next working day; `carrier` null: any carrier without its own. */
export const cutOffSchema = z
  .object({
    carrier: carrierSchema.nullable(),
    time: z.string().regex(CUT_OFF_TIME),
    zone: z.enum(CALENDAR_ZONES),
  })
  .strict();
export type CutOff = z.infer<typeof cutOffSchema>;

/** What a person sets about working days. Public holidays are not set: they come with the tables. */
export const calendarSettingsSchema = z
  .object({
    ownDaysOff: z.array(ownDayOffSchema).max(400),
    carrierWeeks: z.array(carrierWeekSchema).max(400),
    cutOffs: z.array(cutOffSchema).max(400),
  })
  .strict();
export type CalendarSettings = z.infer<typeof calendarSettingsSchema>;

/** Nothing set: no days of one's own, no week, no cut-off. */
export const NO_CALENDAR_SETTINGS: CalendarSettings = { ownDaysOff: [], carrierWeeks: [], cutOffs: [] };

/** What is wrong with a day off beside the others: `with` is the one that it overlaps. */
export type DayOffTrouble =
  | { readonly why: 'order' }
  | { readonly why: 'outside' }
  | { readonly why: 'overlap'; readonly with: OwnDayOff };

/** Looks at one day off (or range) against the span of the holiday tables and the others, itself left out. Null: good. */
export function dayOffTrouble(
  day: OwnDayOff,
  others: readonly OwnDayOff[],
  table: { readonly first: string; readonly last: string },
): DayOffTrouble | null {
  if (day.to < day.from) return { why: 'order' };
  if (day.from < table.first || day.to > table.last) return { why: 'outside' };
  const same = others.find((other) => other.place === day.place && overlaps(day, other));
  return same ? { why: 'overlap', with: same } : null;
}

function overlaps(one: OwnDayOff, other: OwnDayOff): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** A row of a year's holidays. */
export const listedHolidaySchema = z.object({
  date: z.iso.date(),
  /** In the country's own language; empty for a worked weekend. */
  name: z.string(),
  /** `public`: everybody's · `optional`: offices may take it, couriers work · `worked`: a weekend that is worked. */
  kind: z.enum(['public', 'optional', 'worked']),
  /** The date is not sure yet. */
  tentative: z.boolean(),
  /** States (ISO 3166-2 without the country) in which alone it holds, or in which alone it does not; null: everywhere. */
  only: z.array(z.string()).nullable(),
  except: z.array(z.string()).nullable(),
});
export type ListedHoliday = z.infer<typeof listedHolidaySchema>;

/** A year of a country's holidays as its table has them. */
export const holidayYearSchema = z.object({
  /** False where the tables do not reach: only weekends are counted. */
  inTable: z.boolean(),
  /** The country has not published the year's exchanged days yet. */
  unpublished: z.boolean(),
  /** States whose days differ. */
  states: z.array(z.string()).max(60),
  /** Which weekdays offices work, Monday first. */
  officeWeek: z.array(z.boolean()).length(7),
  days: z.array(listedHolidaySchema).max(500),
});
export type HolidayYear = z.infer<typeof holidayYearSchema>;
