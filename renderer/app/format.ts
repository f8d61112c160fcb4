import type { UiLang } from '#shared/contract/shell.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import type { Translate } from './text.tsx';

export interface Format {
  /** "5 min ago" within a day, "24 Nov 14:20" beyond; "no time" for null. */
  when(instant: number | null): string;
  /** The same without "ago": "5 min", "3 d"; `fine`: days with a decimal. */
  span(ms: number, fine?: boolean): string;
  /** The whole date and time with the zone, for hovering. */
  full(instant: number | null): string;
  /** A day of the present months with its weekday, a far one with its year. */
  date(instant: number): string;
  /** The day of a scan that has no hour, in the zone in which it was written. */
  day(instant: number, zone: string | null): string;
  /** Hour and minute. */
  clock(instant: number): string;
  /** The same with seconds: for what is over in a moment. */
  second(instant: number): string;
  /** The same with the time of day: where a date alone would hide on which side of it something lies. */
  moment(instant: number, zone: string | null): string;
  number(value: number): string;
  /** A share of one as per cent, with a decimal unless `decimals` is 0. */
  percent(share: number, decimals?: 0 | 1): string;
  bytes(value: number): string;
}

/** The time of day. */
const CLOCK = { hour: '2-digit', minute: '2-digit', hour12: false } as const;

/** Dates relative within a day and absolute beyond, in the operator's zone; numbers and sizes by language. */
export function createFormat(lang: UiLang, t: Translate): Format {
  const now = (): number => Date.now();
  const short = new Intl.DateTimeFormat(lang, {
    day: 'numeric',
    month: lang === 'zh-CN' ? 'numeric' : 'short',
    ...CLOCK,
  });
  const shortYear = new Intl.DateTimeFormat(lang, {
    day: 'numeric',
    month: lang === 'zh-CN' ? 'numeric' : 'short',
    year: 'numeric',
  });
  const long = new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'long' });
  const day = new Intl.DateTimeFormat(lang, { weekday: 'short', day: 'numeric', month: 'short' });
  const hour = new Intl.DateTimeFormat(lang, CLOCK);
  const second = new Intl.DateTimeFormat(lang, { ...CLOCK, second: '2-digit' });
  const count = new Intl.NumberFormat(lang);
  const shareOf = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 1 });
  const wholeShare = new Intl.NumberFormat(lang, { style: 'percent' });
  const tenths = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  const span = (ms: number, fine = false): string => {
    if (ms < HOUR) return t('time.minutes', { n: Math.max(1, Math.round(ms / MINUTE)) });
    if (ms < 2 * DAY) return t('time.hours', { n: Math.round(ms / HOUR) });
    return t('time.days', { n: fine ? tenths.format(ms / DAY) : count.format(Math.round(ms / DAY)) });
  };
  return {
    span,
    when: (instant) => {
      if (instant === null) return t('time.none');
      const distance = now() - instant;
      if (Math.abs(distance) < MINUTE) return t('time.now');
      if (Math.abs(distance) < DAY) {
        return t(distance > 0 ? 'time.ago' : 'time.in', { span: span(Math.abs(distance)) });
      }
      return Math.abs(distance) > 300 * DAY ? shortYear.format(instant) : short.format(instant);
    },
    full: (instant) => (instant === null ? t('time.none') : long.format(instant)),
    date: (instant) => (Math.abs(now() - instant) > 300 * DAY ? shortYear : day).format(instant),
    day: (instant, zone) => dayIn(lang, zone).format(instant),
    moment: (instant, zone) => dayIn(lang, zone, CLOCK).format(instant),
    clock: (instant) => hour.format(instant),
    second: (instant) => second.format(instant),
    number: (value) => count.format(value),
    percent: (share, decimals = 1) => (decimals === 0 ? wholeShare : shareOf).format(share),
    bytes: (value) =>
      value < 1024 * 1024
        ? `${count.format(Math.max(1, Math.round(value / 1024)))} KB`
        : `${count.format(Math.round((value / 1024 / 1024) * 10) / 10)} MB`,
  };
}

const days = new Map<string, Intl.DateTimeFormat>();

function dayIn(lang: UiLang, zone: string | null, clock: typeof CLOCK | null = null): Intl.DateTimeFormat {
  const key = `${lang} ${zone ?? ''} ${clock === null ? '' : 'clock'}`;
  const known = days.get(key);
  if (known) return known;
  const options = { weekday: 'short', day: 'numeric', month: 'short', ...clock } as const;
  let made: Intl.DateTimeFormat;
  try {
    made = new Intl.DateTimeFormat(lang, { ...options, ...(zone === null ? {} : { timeZone: zone }) });
  } catch {
    // A zone that this system does not know.
    made = new Intl.DateTimeFormat(lang, options);
  }
  days.set(key, made);
  return made;
}
