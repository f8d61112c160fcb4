import { z } from 'zod';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** What a person sets about working days. Public holidays are not set: they come with the tables. */
export const calendarSettingsSchema = z
  .object({
    /** The shop's own days off, `YYYY-MM-DD`; the parcel does not leave on them. */
    ownDaysOff: z.array(z.iso.date()).max(400),
    /** Days on which a carrier works, by the carrier's name; one that is not here works as offices do. */
    carrierWeeks: z.record(z.string().min(1).max(60), z.array(z.enum(WEEKDAYS)).min(1).max(7)),
    /** Time of day after which a hand-over counts for the next working day, by carrier, on the seller's clock. */
    cutOffs: z.record(z.string().min(1).max(60), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  })
  .strict();
export type CalendarSettings = z.infer<typeof calendarSettingsSchema>;

/** Nothing set: offices' weeks, no days of one's own, no cut-off. */
export const NO_CALENDAR_SETTINGS: CalendarSettings = { ownDaysOff: [], carrierWeeks: {}, cutOffs: {} };
