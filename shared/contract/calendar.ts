import { z } from 'zod';
import { calendarSettingsSchema } from '../model/calendar.ts';
import { command, query } from './define.ts';
import { nothing } from './page.ts';

export const calendarCalls = {
  /** What is set, and the first and last date that the holiday tables know. */
  'calendar.get': query(
    nothing,
    calendarSettingsSchema.extend({ tableFirst: z.iso.date(), tableLast: z.iso.date() }),
  ),
  /** Puts all settings in place of those before. Silences are counted anew. */
  'calendar.set': command(calendarSettingsSchema, calendarSettingsSchema),
};
