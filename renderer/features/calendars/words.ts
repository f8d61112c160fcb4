import type { UiLang } from '#shared/contract/shell.ts';
import {
  type CalendarPlace,
  CALENDAR_PLACES,
  type OwnDayOff,
  type Weekday,
  WEEKDAYS,
} from '#shared/model/calendar.ts';
import { MARKET_ZONE, SELLER_ZONE } from '#shared/model/market.ts';
import type { Words } from '../../app/text.tsx';

/** A place by its name. */
export function placeWord(place: CalendarPlace, { t }: Pick<Words, 't'>): string {
  return place === 'CN' ? t('calendar.place.CN') : t(`market.${place}`);
}

/** The clock of a zone, by the place whose clock it is. */
export function clockWord(zone: string, words: Pick<Words, 't'>): string {
  const place = CALENDAR_PLACES.find((each) => zoneOf(each) === zone) ?? 'CN';
  return words.t('cutOffs.clockOf', { place: placeWord(place, words) });
}

function zoneOf(place: CalendarPlace): string {
  return place === 'CN' ? SELLER_ZONE : MARKET_ZONE[place];
}

/** A date (`YYYY-MM-DD`) as the instant at which it begins in UTC: formats read it in UTC. */
const instantOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const made = new Map<string, Intl.DateTimeFormat>();
function formatOf(lang: UiLang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${JSON.stringify(options)}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' });
  made.set(key, format);
  return format;
}

/** "Fri, 25 Dec 2026". */
export function dateWord(date: string, { lang }: Pick<Words, 'lang'>): string {
  return formatOf(lang, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(
    instantOf(date),
  );
}

/** "Fri, 25 Dec": inside a year that is named beside it. */
export function dayWord(date: string, { lang }: Pick<Words, 'lang'>): string {
  return formatOf(lang, { weekday: 'short', day: 'numeric', month: 'short' }).format(instantOf(date));
}

/** "3 – 5 Jun 2026", or the date alone for a single day. */
export function datesWord({ from, to }: Pick<OwnDayOff, 'from' | 'to'>, words: Pick<Words, 'lang'>): string {
  if (from === to) return dateWord(from, words);
  const format = formatOf(words.lang, { day: 'numeric', month: 'short', year: 'numeric' });
  return format.formatRange(instantOf(from), instantOf(to));
}

/** "June". */
export function monthWord(month: number, { lang }: Pick<Words, 'lang'>): string {
  return formatOf(lang, { month: 'long' }).format(Date.UTC(2024, month, 1));
}

/** A weekday by number, Monday is 0; 1 January 2024 was one. */
export function weekdayWord(
  index: number,
  { lang }: Pick<Words, 'lang'>,
  weekday: 'narrow' | 'short' | 'long' = 'short',
): string {
  return formatOf(lang, { weekday }).format(Date.UTC(2024, 0, 1 + index));
}

/** Worked weekdays as runs: "Mon–Fri", "Mon–Wed, Sat"; over the weekend "Sun–Thu". */
export function weekWord(days: readonly boolean[], words: Pick<Words, 'lang'>): string {
  const runs: string[] = [];
  const worked = (index: number): boolean => days[(index + 7) % 7] === true;
  if (!days.includes(false)) return `${weekdayWord(0, words)}–${weekdayWord(6, words)}`;
  for (let first = 0; first < 7; first += 1) {
    if (!worked(first) || worked(first - 1)) continue;
    let last = first;
    while (worked(last + 1)) last += 1;
    const [from, to] = [weekdayWord(first, words), weekdayWord(last % 7, words)];
    runs.push(last === first ? from : `${from}–${to}`);
  }
  return runs.join(words.lang === 'zh-CN' ? '、' : ', ');
}

export const flagsOf = (days: readonly Weekday[]): boolean[] => WEEKDAYS.map((day) => days.includes(day));

/** What a person calls a day off. */
export function ownName({ name }: Pick<OwnDayOff, 'name'>, { t }: Pick<Words, 't'>): string {
  return name === '' ? t('days.unnamed') : name;
}

/** A time as it is typed ("9:30", "16：30", "1630") in the form that is kept; null when it is none. */
export function timeOf(typed: string): string | null {
  const parts = /^(\d{1,2})[:.：]?(\d{2})$/.exec(typed.trim());
  if (!parts) return null;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2])];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
