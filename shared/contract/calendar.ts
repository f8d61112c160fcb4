import { z } from 'zod';
import { calendarPlaceSchema, calendarSettingsSchema, holidayYearSchema } from '../model/calendar.ts';
import { command, query } from './define.ts';
import { nothing } from './page.ts';

export const calendarCalls = {
  /**
   * What is set, the first and last date that the holiday tables know, and the carriers that are seen, with how many
   * parcels under way each carries.
   */
  'calendar.get': query(
    nothing,
    calendarSettingsSchema.extend({
      tableFirst: z.iso.date(),
      tableLast: z.iso.date(),
      carriers: z.array(z.object({ carrier: z.string(), parcels: z.number().int() })).max(100),
    }),
  ),
  /** A year of holidays in a place; with a state (ISO 3166-2 without the country) those that hold there. */
  'calendar.holidays': query(
    z
      .object({
        place: calendarPlaceSchema,
        year: z.number().int().min(2000).max(2100),
        state: z.string().max(4).nullable(),
      })
      .strict(),
    holidayYearSchema,
  ),
  /** Puts all settings in place of those before. What they change is looked at anew. */
  'calendar.set': command(calendarSettingsSchema, calendarSettingsSchema),
};
