import { describe, expect, it } from 'vitest';
import { workRules } from '../../../../../main/engine/eta/calendars/workRules.ts';
import { surroundings } from '../../../../../main/engine/eta/live/surroundings.ts';
import type { StageWindow } from '../../../../../main/engine/eta/model/hazards.ts';
import {
  type PlaceWeather,
  standsThere,
  type WayWeather,
  weatherHazards,
} from '../../../../../main/engine/eta/weather/hazards.ts';
import type { Stage } from '../../../../../shared/model/node.ts';
import type { WeatherSpell } from '../../../../../shared/model/weather.ts';
import { asInstant, DAY, HOUR } from '../../../../../shared/time.ts';

const NOW = Date.UTC(2026, 10, 24, 8);
const spell = (from: string, to = from, level: WeatherSpell['level'] = 'severe'): WeatherSpell => ({
  ...{ from, to, level, kind: 'wind' },
});
const place = (name: string, spells: readonly WeatherSpell[], offset = 8): PlaceWeather => ({
  ...{ id: `h:${name}`, name, zh: null, offsetMs: offset * HOUR, spells },
});
/** Stages one after another, each so many days long. */
const windows = (...lasting: readonly (readonly [Stage, number])[]): StageWindow[] => {
  let from = NOW;
  return lasting.map(([stage, days]) => {
    const begin = from;
    from += days * DAY;
    return { stage, from: begin, to: from };
  });
};
const way = (here: PlaceWeather | null, ahead: Partial<Record<Stage, PlaceWeather>> = {}): WayWeather => ({
  here,
  ahead: (stage) => ahead[stage] ?? null,
});
const told = (stages: readonly StageWindow[], on: WayWeather): string[] =>
  weatherHazards(stages, on).map(({ place: name, weather }) => `${name} ${weather?.from} ${weather?.stage}`);

describe('warnings', () => {
  it('are for where the parcel is while it is expected to be there, on that place’s days', () => {
    const stages = windows(['ORIGIN', 2], ['EXPORT', 1]);
    const at = (date: string): string[] => told(stages, way(place('SZX', [spell(date)])));
    expect(at('2026-11-24')).toEqual(['SZX 2026-11-24 ORIGIN']);
    expect(at('2026-11-26')).toEqual(['SZX 2026-11-26 ORIGIN']);
    expect(at('2026-11-27')).toEqual([]);
    expect(at('2026-11-23')).toEqual([]);
    // West of Greenwich it is still the day before.
    const west = place('GRU', [spell('2026-11-23')], -9);
    expect(told(windows(['LAST_MILE', 1]), way(west))).toEqual(['GRU 2026-11-23 LAST_MILE']);
  });

  it('are for places ahead at the time when the parcel is expected there, with half a day of slack', () => {
    const stages = windows(['EXPORT', 1], ['LINEHAUL', 3], ['IMPORT', 2]);
    const at = (date: string): string[] => told(stages, way(null, { IMPORT: place('KUL', [spell(date)]) }));
    expect(at('2026-11-27')).toEqual([]);
    expect(at('2026-11-28')).toEqual(['KUL 2026-11-28 IMPORT']);
    expect(at('2026-12-01')).toEqual(['KUL 2026-12-01 IMPORT']);
    expect(at('2026-12-02')).toEqual([]);
  });

  it('of a line-haul are for where and when it arrives, whether it has left or not', () => {
    const ahead = (date: string) => ({ LINEHAUL: place('KUL', [spell(date)]) });
    const before = windows(['EXPORT', 1], ['LINEHAUL', 6]);
    expect(told(before, way(null, ahead('2026-11-26')))).toEqual([]);
    expect(told(before, way(null, ahead('2026-12-01')))).toEqual(['KUL 2026-12-01 LINEHAUL']);
    const flying = windows(['LINEHAUL', 6], ['IMPORT', 1]);
    expect(told(flying, way(null, ahead('2026-11-25')))).toEqual([]);
    expect(told(flying, way(null, ahead('2026-11-30')))).toEqual(['KUL 2026-11-30 LINEHAUL']);
    // While it waits for its flight, the weather there is what counts.
    const waiting = way(place('SZX', [spell('2026-11-25')]), ahead('2026-11-30'));
    expect(told(flying, waiting)).toEqual(['SZX 2026-11-25 LINEHAUL']);
  });

  it('tell a spell once, in the first stage that meets it, and at most four of all', () => {
    const storm = place('SZX', [spell('2026-11-24', '2026-11-28')]);
    const stages = windows(['ORIGIN', 1], ['EXPORT', 1], ['LINEHAUL', 2]);
    expect(told(stages, way(storm, { EXPORT: storm, LINEHAUL: storm }))).toEqual(['SZX 2026-11-24 ORIGIN']);
    const many = place(
      'SZX',
      ['24', '26', '28', '30'].map((date) => spell(`2026-11-${date}`)).concat(spell('2026-12-02')),
    );
    expect(told(windows(['ORIGIN', 20]), way(many))).toHaveLength(4);
  });

  it('hold nobody up twice on the same days: a storm over two places on the way is one', () => {
    const stages = windows(['ORIGIN', 1], ['EXPORT', 1], ['IMPORT', 1]);
    const both = way(place('Longgang', [spell('2026-11-24', '2026-11-25')]), {
      EXPORT: place('SZX', [spell('2026-11-25', '2026-11-26')]),
      IMPORT: place('KUL', [spell('2026-11-27')]),
    });
    expect(told(stages, both)).toEqual(['Longgang 2026-11-24 ORIGIN', 'KUL 2026-11-27 IMPORT']);
  });

  it('cost more the worse the weather is', () => {
    const costs = (['rough', 'severe', 'extreme'] as const).map((level) => {
      const [hazard] = weatherHazards(
        windows(['ORIGIN', 2]),
        way(place('SZX', [spell('2026-11-25', '2026-11-25', level)])),
      );
      return hazard ? hazard.chance * hazard.days : 0;
    });
    expect(costs.toSorted((a, b) => a - b)).toEqual(costs);
    expect(new Set(costs).size).toBe(3);
  });

  it('are none where no place is known, or the weather is good', () => {
    const stages = windows(['ORIGIN', 2], ['LAST_MILE', 2]);
    expect(told(stages, way(null))).toEqual([]);
    expect(told(stages, way(place('SZX', []), { LAST_MILE: place('KUL', []) }))).toEqual([]);
  });
});

it('a parcel that has left a hub does not stand there any more', () => {
  expect(standsThere('ORIGIN_HUB_IN')).toBe(true);
  expect(standsThere('EXPORT_CUSTOMS')).toBe(true);
  for (const node of ['ORIGIN_HUB_OUT', 'LINEHAUL_DEPARTED', 'IN_TRANSIT', 'DEST_HUB_OUT'] as const) {
    expect(standsThere(node)).toBe(false);
  }
});

it('surroundings warn only where weather is wanted', () => {
  const around = { now: asInstant(NOW), market: 'MY', openCase: null, rules: workRules(), carriers: [] };
  expect(surroundings(around).hazards).toBeNull();
  expect(surroundings({ ...around, weather: null }).hazards).toBeNull();
  const weather = way(place('SZX', [spell('2026-11-25')]));
  expect(surroundings({ ...around, weather }).hazards?.(windows(['ORIGIN', 2]))).toHaveLength(1);
});
