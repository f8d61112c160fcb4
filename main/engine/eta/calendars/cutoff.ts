import type { Calendar } from './calendar.ts';
import { dayIn, minuteIn } from './days.ts';
import { addWorkingDays } from './workdays.ts';

/** `HH:MM` as minutes since 00:00 (`24:00` is the end of the day); null when it is not written so. */
export function parseCutOff(text: string): number | null {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!parts) return null;
  const minutes = Number(parts[1]) * 60 + Number(parts[2]);
  return Number(parts[2]) < 60 && minutes <= 24 * 60 ? minutes : null;
}

/**
 * The day zero of something handed in at an instant: that day when it is a working day and the clock of the zone stands
 * before the cut-off, else the next working day. Exactly at the cut-off is too late. Without a cut-off the whole day counts.
 */
export function dayZero(
  calendar: Calendar,
  at: number,
  { zone, cutOff = null }: { readonly zone: string; readonly cutOff?: number | null },
): number {
  const day = dayIn(zone, at);
  const inTime = cutOff === null || minuteIn(zone, at) < cutOff;
  if (inTime && !calendar.isOff(day)) return day;
  return addWorkingDays(calendar, day, 1).day;
}
