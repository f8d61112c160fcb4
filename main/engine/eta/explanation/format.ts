import type { EtaDayOff } from '#shared/model/eta.ts';
import { stateName } from '#shared/text/states.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';

/** Locales of `Intl` for our language names, where they differ. */
const LOCALE: Readonly<Record<string, string>> = { tl: 'fil', es: 'es-419' };
const locale = (lang: string): string => LOCALE[lang] ?? lang;

const made = new Map<string, unknown>();
function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

const DATE = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/** The date of an instant in a zone, with its weekday: "Thu, Jun 18". */
export function dateIn(lang: string, zone: string, at: number): string {
  const options = { ...DATE, timeZone: zone };
  return once(`date ${lang} ${zone}`, () => new Intl.DateTimeFormat(locale(lang), options)).format(at);
}

/** The same with the time of day. */
export function momentIn(lang: string, zone: string, at: number): string {
  const options = { ...DATE, hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone } as const;
  return once(`moment ${lang} ${zone}`, () => new Intl.DateTimeFormat(locale(lang), options)).format(at);
}

/** A date that is one already (`YYYY-MM-DD`), whatever the zone. */
export function plainDate(lang: string, date: string): string {
  return dateIn(lang, 'UTC', Date.parse(`${date}T00:00:00Z`));
}

const UNITS = { minute: MINUTE, hour: HOUR, day: DAY } as const;

/** Minutes below an hour, hours below two days, else days with one decimal. */
const unitFor = (ms: number): keyof typeof UNITS =>
  Math.abs(ms) >= 2 * DAY ? 'day' : Math.round(Math.abs(ms) / MINUTE) >= 60 ? 'hour' : 'minute';

/** A length of time in its unit. `signed` puts a plus before what is later. */
export function lengthOf(lang: string, ms: number, signed = false): string {
  const unit = unitFor(ms);
  const format = once(
    `length ${lang} ${unit} ${signed}`,
    () =>
      new Intl.NumberFormat(locale(lang), {
        style: 'unit',
        unit,
        unitDisplay: 'long',
        maximumFractionDigits: unit === 'day' ? 1 : 0,
        signDisplay: signed ? 'exceptZero' : 'auto',
      }),
  );
  // All our Chinese texts set a space between a figure and its word; the platform does in one script and not in the other.
  return format.format(ms / UNITS[unit]).replace(/(\d)(\p{Script=Han})/u, '$1 $2');
}

export function percent(lang: string, share: number): string {
  return once(`percent ${lang}`, () => new Intl.NumberFormat(locale(lang), { style: 'percent' })).format(
    share,
  );
}

/** A country by its name in the language. */
export function countryName(lang: string, code: string): string {
  const names = once(`country ${lang}`, () => new Intl.DisplayNames(locale(lang), { type: 'region' }));
  return names.of(code) ?? code;
}

/** Where a day is off: the country, or the one state of it, in the language as far as states have a name in it. */
export function placeOfDay(lang: string, { country, state }: Pick<EtaDayOff, 'country' | 'state'>): string {
  const whole = countryName(lang, country);
  if (state === null) return whole;
  const own = stateName(lang === 'zh-CN' || lang === 'zh-Hans' ? 'zh-CN' : 'en', country, state);
  return lang.startsWith('zh') ? `${whole}${own}` : `${own}, ${whole}`;
}

export function listOf(lang: string, items: readonly string[]): string {
  return once(`list ${lang}`, () => new Intl.ListFormat(locale(lang), { type: 'conjunction' })).format(items);
}
