import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskOf, spellsOf } from '../../../../../main/engine/eta/weather/risk.ts';
import { WEATHER_LEVELS, type WeatherDay } from '../../../../../shared/model/weather.ts';
import { DAY } from '../../../../../shared/time.ts';

const day = (over: Partial<WeatherDay> = {}, ahead = 0): WeatherDay => ({
  date: new Date(Date.UTC(2026, 10, 24) + ahead * DAY).toISOString().slice(0, 10),
  ...{ code: 3, precipitationMm: 4, snowCm: 0, gustKmh: 40 },
  ...over,
});

describe('the risk of a day', () => {
  it('begins at the documented thresholds, not before', () => {
    const steps = [
      ['gustKmh', 'wind', [88.2, 117.7, 149.4]],
      ['precipitationMm', 'rain', [50, 100, 250]],
      ['snowCm', 'snow', [7, 14, 21]],
    ] as const;
    for (const [figure, kind, thresholds] of steps) {
      expect(riskOf(day({ [figure]: thresholds[0] - 0.1 }))).toBeNull();
      for (const [step, least] of thresholds.entries()) {
        expect(riskOf(day({ [figure]: least }))).toEqual({ kind, level: WEATHER_LEVELS[step] });
        if (step > 0) expect(riskOf(day({ [figure]: least - 0.1 }))?.level).toBe(WEATHER_LEVELS[step - 1]);
      }
    }
    expect(riskOf(day({ code: 67 }))).toEqual({ kind: 'ice', level: 'severe' });
    expect(riskOf(day({ code: 95 }))).toBeNull();
  });

  it('is none where the forecast says nothing', () => {
    expect(riskOf(day({ code: null, precipitationMm: null, snowCm: null, gustKmh: null }))).toBeNull();
    expect(riskOf(day({ code: null, precipitationMm: null, snowCm: null, gustKmh: 120 }))?.level).toBe(
      'severe',
    );
  });

  it('never falls when weather becomes worse, and is that of the worst figure', () => {
    const rank = (of: WeatherDay): number => WEATHER_LEVELS.indexOf(riskOf(of)?.level ?? ('none' as never));
    const figure = (max: number) => fc.double({ min: 0, max, noNaN: true });
    fc.assert(
      fc.property(
        figure(200),
        figure(400),
        figure(40),
        figure(50),
        (gustKmh, precipitationMm, snowCm, more) => {
          const all = day({ gustKmh, precipitationMm, snowCm });
          expect(rank(day({ gustKmh: gustKmh + more, precipitationMm, snowCm }))).toBeGreaterThanOrEqual(
            rank(all),
          );
          const alone = [day({ gustKmh }), day({ precipitationMm }), day({ snowCm })];
          expect(rank(all)).toBe(Math.max(...alone.map(rank)));
        },
      ),
    );
  });
});

describe('spells', () => {
  it('are days in a row by their worst; a calm day between two makes them two', () => {
    const days = [
      day({}, 0),
      day({ gustKmh: 90 }, 1),
      day({ precipitationMm: 120 }, 2),
      day({ gustKmh: 95 }, 3),
      day({}, 4),
      day({ snowCm: 30 }, 5),
    ];
    expect(spellsOf({ days })).toEqual([
      { from: '2026-11-25', to: '2026-11-27', level: 'severe', kind: 'rain' },
      { from: '2026-11-29', to: '2026-11-29', level: 'extreme', kind: 'snow' },
    ]);
  });

  it('are none of good weather, and do not join over a day that is missing', () => {
    expect(spellsOf({ days: [day({}, 0), day({}, 1)] })).toEqual([]);
    expect(spellsOf({ days: [day({ gustKmh: 90 }, 0), day({ gustKmh: 90 }, 2)] })).toHaveLength(2);
  });
});
