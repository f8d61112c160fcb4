import {
  type Forecast,
  WEATHER_LEVELS,
  type WeatherDay,
  type WeatherKind,
  type WeatherLevel,
  type WeatherSpell,
} from '#shared/model/weather.ts';
import { DAY } from '#shared/time.ts';

type Steps = readonly [rough: number, severe: number, extreme: number];

/**
 * Strongest gust, km/h: Beaufort 10, 12 and 14, as in China's typhoon signals yellow, orange and red (China
 * Meteorological Administration, order 16 of 2007); 24.5, 32.7 and 41.5 m/s.
 */
const GUST_KMH: Steps = [88.2, 117.7, 149.4];
/** Precipitation of a day, mm: rainstorm, heavy and extraordinary rainstorm of GB/T 28592-2012. */
const RAIN_MM: Steps = [50, 100, 250];
/** Snow of a day, cm: the three snowstorms of GB/T 28592-2012 (10, 20 and 30 mm of water), at Open-Meteo's 7 cm for 10 mm. */
const SNOW_CM: Steps = [7, 14, 21];
/** INVENTED: which of the WMO codes hinder by themselves. Freezing rain, light and heavy; thunderstorms with hail. */
const ICE: ReadonlyMap<number, WeatherLevel> = new Map([
  [66, 'rough'],
  [67, 'severe'],
  [96, 'rough'],
  [99, 'rough'],
]);

interface Risk {
  readonly level: WeatherLevel;
  readonly kind: WeatherKind;
}

const rank = (level: WeatherLevel): number => WEATHER_LEVELS.indexOf(level);

function reached(value: number | null, steps: Steps): WeatherLevel | null {
  if (value === null) return null;
  const step = steps.findLastIndex((least) => value >= least);
  return WEATHER_LEVELS[step] ?? null;
}

/** How much a day's weather hinders parcels, and what of it most; null for a day like others, or one that says nothing. */
export function riskOf({ code, precipitationMm, snowCm, gustKmh }: WeatherDay): Risk | null {
  const found = (
    [
      ['wind', reached(gustKmh, GUST_KMH)],
      ['snow', reached(snowCm, SNOW_CM)],
      ['rain', reached(precipitationMm, RAIN_MM)],
      ['ice', code === null ? null : (ICE.get(code) ?? null)],
    ] as const
  ).flatMap(([kind, level]) => (level === null ? [] : [{ kind, level }]));
  return found.reduce<Risk | null>(
    (worst, each) => (worst === null || rank(each.level) > rank(worst.level) ? each : worst),
    null,
  );
}

const nextDate = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/** Days of bad weather in a row, each by its worst day; the first one names the kind where two are as bad. */
export function spellsOf({ days }: Pick<Forecast, 'days'>): WeatherSpell[] {
  const spells: WeatherSpell[] = [];
  for (const day of days) {
    const risk = riskOf(day);
    if (!risk) continue;
    const last = spells.at(-1);
    if (last && nextDate(last.to) === day.date) {
      const worse = rank(risk.level) > rank(last.level) ? risk : last;
      spells[spells.length - 1] = { from: last.from, to: day.date, level: worse.level, kind: worse.kind };
    } else spells.push({ from: day.date, to: day.date, ...risk });
  }
  return spells;
}
