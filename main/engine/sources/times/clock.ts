import { CENTURY, type DateOrder, inOrder } from './order.ts';

export type ClockText =
  /** A wall clock as if it were UTC, and the offset in ms where the text carries one (`0` for an epoch). */
  | { readonly ok: true; readonly wall: number; readonly offset: number | null; readonly dateOnly: boolean }
  | { readonly ok: false; readonly why: 'bad-time' | 'impossible-time' | 'ambiguous-time' };

const bad: ClockText = { ok: false, why: 'bad-time' };
const impossible: ClockText = { ok: false, why: 'impossible-time' };
const ambiguous: ClockText = { ok: false, why: 'ambiguous-time' };

/** The first three letters of months in English, Spanish, Portuguese, Indonesian and Malay, without accents. */
const MONTHS = new Map(
  [
    ...['jan ene', 'feb fev', 'mar mac', 'apr abr', 'may mai mei', 'jun', 'jul'],
    ...['aug ago agu ogo', 'sep set', 'oct out okt', 'nov', 'dec dez dic des dis'],
  ].flatMap((names, month) => names.split(' ').map((name): [string, number] => [name, month + 1])),
);
/** No clock on earth is farther from UTC. */
const FARTHEST = 14 * 3_600_000;
/** Indonesia's three zones by their names, hours before UTC. */
const ZONES: Readonly<Record<string, number>> = { WIB: 7, WITA: 8, WIT: 9 };

const CLOCK = String.raw`(?:(?:\s+|T|,\s*)?(上午|下午|中午|凌晨|早上|晚上)?\s*(\d{1,2})[:：时點点h.](\d{1,2})?(?:[:：分.](\d{1,2})?秒?(?:[.,](\d{1,9}))?)?分?\s*([AaPp])?\.?[Mm]?\.?)?`;
const ZONE = String.raw`\s*(Z|(?:UTC|GMT)?\s*[+-]\d{1,2}(?::?\d{2})?|UTC|GMT|WIB|WITA|WIT)?$`;
const YMD = new RegExp(String.raw`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?${CLOCK}${ZONE}`);
const DMY = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${CLOCK}${ZONE}`);
/** 03/04/26: nothing but its order says which of them is the year. */
const SHORT = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})(?!\d)${CLOCK}${ZONE}`);
const SHORT_HAN = new RegExp(String.raw`^(\d{2})年(\d{1,2})月(\d{1,2})日?${CLOCK}${ZONE}`);
/** Taiwan's years count from 1911. Three digits at the front are no other calendar's; two need the calendar's name. */
const ROC = new RegExp(
  String.raw`^(?:(?:中華|中华)?民[國国]\s*(\d{2,3})|(1\d{2}))\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?${CLOCK}${ZONE}`,
);
const DMON = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:de\s+)?(\p{L}{3,10})\.?,?[\s-]+(?:del?\s+)?(\d{4}|\d{2}(?![\d.:：]))${CLOCK}${ZONE}`,
  'u',
);
const MOND = new RegExp(
  String.raw`^([A-Za-z]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${CLOCK}${ZONE}`,
);
const PACKED = /^(\d{4})(\d{2})(\d{2})(?:[ T]?(\d{2})(\d{2})(\d{2})?)?$/;
/** A weekday before an English date, and the name of a zone in brackets behind its offset: said twice, read once. */
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+/i;
const ZONE_NAME = /([+-]\d{2}:?\d{2})\s*\([^)]*\)$/;
/** The shape that most files have; tried first because it is most of the work. */
const COMMON =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.(\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?$/;
/** Thai years count from 543 BC; no parcel is older than 1990 or younger than 2100. */
const BUDDHIST = 543;
const REPUBLIC = 1911;

/** Reads one time as a file may write it. Never guesses between day and month: `order` decides, or it is ambiguous. */
export function readClock(raw: string, order: DateOrder): ClockText {
  const trimmed = raw.trim();
  const common = COMMON.exec(trimmed);
  if (common) {
    const [, y, mo, d, h, mi, s, f, zone] = common;
    return wall(Number(y), Number(mo), Number(d), Number(h), Number(mi), Number(s ?? 0), millis(f), zone);
  }
  const text = trimmed.replace(WEEKDAY, '').replace(ZONE_NAME, '$1');
  if (/^\d{1,17}(?:[.]\d+)?$/.test(text) || PACKED.test(text)) return readNumber(text);
  const ymd = YMD.exec(text);
  if (ymd) return withClock(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]), ymd.slice(4));
  const dmy = DMY.exec(text);
  if (dmy) return ordered(dmy, fittingOrder(Number(dmy[1]), Number(dmy[2]), order));
  const roc = ROC.exec(text);
  if (roc)
    return withClock(REPUBLIC + Number(roc[1] ?? roc[2]), Number(roc[3]), Number(roc[4]), roc.slice(5));
  const short = SHORT.exec(text);
  // All three the same: every order gives one day.
  if (short) return ordered(short, order === 'unknown' && same(short) ? 'day-first' : order);
  const han = SHORT_HAN.exec(text);
  if (han) return withClock(CENTURY + Number(han[1]), Number(han[2]), Number(han[3]), han.slice(4));
  const dmon = DMON.exec(text);
  if (dmon) return named(dmon[3], dmon[2], dmon[1], dmon.slice(4));
  const mond = MOND.exec(text);
  if (mond) return named(mond[3], mond[1], mond[2], mond.slice(4));
  return bad;
}

/** The order in which day and month of a year with four digits stand: what fits them, else what the file says. */
function fittingOrder(first: number, second: number, order: DateOrder): DateOrder {
  if (first > 12 || (order === 'day-first' && second <= 12) || first === second) return 'day-first';
  if (second > 12 || order === 'month-first') return 'month-first';
  return 'unknown';
}

const same = ([, first, second, third]: readonly string[]): boolean =>
  Number(first) === Number(second) && Number(second) === Number(third);

/** A date of three numbers in their order, with what follows it. */
function ordered(found: readonly string[], order: DateOrder): ClockText {
  if (order === 'unknown') return ambiguous;
  const numbers = [Number(found[1]), Number(found[2]), Number(found[3])] as const;
  const [year, month, day] = inOrder(numbers, order);
  return withClock(year, month, day, found.slice(4));
}

/** Epoch seconds, epoch milliseconds, a packed date, or a spreadsheet's serial number. */
function readNumber(text: string): ClockText {
  const packed = PACKED.exec(text);
  if (packed) {
    const [, y, mo, d, h, mi, s] = packed;
    const year = Number(y);
    if (year >= 1990 && year <= 2700) {
      const found = wall(
        year,
        Number(mo),
        Number(d),
        Number(h ?? 0),
        Number(mi ?? 0),
        Number(s ?? 0),
        0,
        undefined,
      );
      return found.ok ? { ...found, dateOnly: h === undefined } : found;
    }
  }
  const value = Number(text);
  if (/^\d{10}$/.test(text)) return { ok: true, wall: value * 1000, offset: 0, dateOnly: false };
  if (/^\d{13}$/.test(text)) return { ok: true, wall: value, offset: 0, dateOnly: false };
  // Days since 1899-12-30: 32,874 is 1990, 73,050 is 2100.
  if (value >= 32_874 && value < 73_050) {
    const at = Math.round((value - 25_569) * 86_400) * 1000;
    return { ok: true, wall: at, offset: null, dateOnly: Number.isInteger(value) };
  }
  return bad;
}

function named(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  rest: readonly (string | undefined)[],
): ClockText {
  const number = MONTHS.get((month ?? '').normalize('NFKD').slice(0, 3).toLowerCase());
  if (number === undefined || year === undefined) return bad;
  return withClock((year.length === 2 ? CENTURY : 0) + Number(year), number, Number(day), rest);
}

/** `rest`: half of the day in Chinese, hour, minute, second, fraction, A or P, zone. */
function withClock(
  year: number,
  month: number,
  day: number,
  rest: readonly (string | undefined)[],
): ClockText {
  const [half, h, mi, s, f, ampm, zone] = rest;
  let hour = Number(h ?? 0);
  const after = half === '下午' || half === '晚上' || ampm?.toUpperCase() === 'P';
  const before = half === '上午' || half === '凌晨' || half === '早上' || ampm?.toUpperCase() === 'A';
  if (after && hour < 12) hour += 12;
  if (before && hour === 12) hour = 0;
  const found = wall(year, month, day, hour, Number(mi ?? 0), Number(s ?? 0), millis(f), zone);
  return found.ok ? { ...found, dateOnly: h === undefined } : found;
}

function millis(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
}

function wall(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
  zone: string | undefined,
): ClockText {
  const y = year >= 2400 && year <= 2700 ? year - BUDDHIST : year;
  if (y < 1990 || y > 2200) return impossible;
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return impossible;
  const at = Date.UTC(y, month - 1, day, hour, minute, second, ms);
  // 31 February becomes 3 March: then the day is not the one that was written.
  if (new Date(at).getUTCDate() !== day) return impossible;
  const offset = offsetOf(zone);
  if (offset !== null && Math.abs(offset) > FARTHEST) return impossible;
  return { ok: true, wall: at, offset, dateOnly: false };
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined || zone === '') return null;
  if (zone === 'Z') return 0;
  const hours = ZONES[zone];
  if (hours !== undefined) return hours * 3_600_000;
  const part = /([+-])(\d{1,2}):?(\d{2})?/.exec(zone);
  if (!part) return 0;
  const size = Number(part[2]) * 60 + Number(part[3] ?? 0);
  return (part[1] === '-' ? -1 : 1) * size * 60_000;
}

/** An offset in ms as `+08:00`. */
export function offsetName(ms: number): string {
  const minutes = Math.abs(ms) / 60_000;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
