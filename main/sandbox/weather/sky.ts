import { DAY } from '#shared/time.ts';
import { chanceOf, share } from '../simulate/random.ts';

/** Weather of one day at one place, in Open-Meteo's units. */
export interface SkyDay {
  readonly code: number;
  readonly precipitation: number;
  readonly snow: number;
  readonly gust: number;
}

/** Bad weather around a place. Degrees; `from` in days since 1970. */
export interface Storm {
  readonly lat: number;
  readonly lon: number;
  readonly from: number;
  readonly days: number;
  readonly weather: SkyDay;
}

export interface Sky {
  /** What a day is like at a place; the same question gives the same answer. */
  at(lat: number, lon: number, day: number): SkyDay;
  /** The storms of the ten days that a day lies in. */
  storms(day: number): readonly Storm[];
}

/** Storms come to these places in turn by chance: typhoons, cloudbursts, and one blizzard that parcels hardly meet. */
const COASTS: readonly (readonly [lat: number, lon: number, weather: SkyDay])[] = [
  [22.6, 113.9, { code: 65, precipitation: 160, snow: 0, gust: 135 }],
  [24.5, 118.1, { code: 65, precipitation: 120, snow: 0, gust: 125 }],
  [25.1, 121.3, { code: 82, precipitation: 190, snow: 0, gust: 155 }],
  [14.5, 121, { code: 82, precipitation: 260, snow: 0, gust: 120 }],
  [10.8, 106.7, { code: 81, precipitation: 110, snow: 0, gust: 70 }],
  [3.1, 101.6, { code: 95, precipitation: 70, snow: 0, gust: 55 }],
  [-23.5, -46.6, { code: 96, precipitation: 105, snow: 0, gust: 92 }],
  [41.8, 123.4, { code: 75, precipitation: 24, snow: 17, gust: 60 }],
];
const BLOCK = 10;
/** A storm is felt this far, in degrees. */
const REACH = 1.2;

/** A sky of its own for each seed. `ordered` storms are there beside the drawn ones. */
export function createSky(seed: number, ordered: readonly Storm[] = []): Sky {
  const storms = (day: number): Storm[] => {
    const block = Math.floor(day / BLOCK);
    const chance = chanceOf(seed, 71, block);
    const [lat, lon, weather] = chance.pick(COASTS);
    const drawn = { lat, lon, weather, from: block * BLOCK + chance.below(7), days: 1 + chance.below(3) };
    return [drawn, ...ordered.filter(({ from, days }) => Math.abs(day - from) <= BLOCK + days)];
  };
  const everyday = (lat: number, lon: number, day: number): SkyDay => {
    const place = [Math.round(lat * 4), Math.round(lon * 4)] as const;
    const wet = share(seed, 72, day, ...place);
    const rain = wet < 0.55 ? 0 : Math.round((wet - 0.55) ** 2 * 2_000) / 10;
    const gust = Math.round(15 + 35 * share(seed, 73, day, ...place));
    return { code: rain === 0 ? 2 : rain < 10 ? 61 : 63, precipitation: rain, snow: 0, gust };
  };
  return {
    storms,
    at: (lat, lon, day) => {
      const near = storms(day).find(
        (storm) =>
          day >= storm.from &&
          day < storm.from + storm.days &&
          Math.abs(storm.lat - lat) <= REACH &&
          Math.abs(storm.lon - lon) <= REACH,
      );
      return near?.weather ?? everyday(lat, lon, day);
    },
  };
}

/** The day of an instant on a clock that is so many seconds ahead of UTC. */
export const dayAt = (at: number, offsetSeconds: number): number =>
  Math.floor((at + offsetSeconds * 1_000) / DAY);
