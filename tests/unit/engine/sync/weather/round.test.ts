import { describe, expect, it } from 'vitest';
import { createWeatherRound, restAfter } from '../../../../../main/engine/sync/weather/round.ts';
import {
  NOTHING_ASKED,
  type RoundMemory,
  type WeatherBook,
} from '../../../../../main/engine/sync/weather/types.ts';
import { faultOf, type SourceFault } from '../../../../../main/engine/sources/carriers/kit/types.ts';
import { cellOf, NO_WEATHER, type WeatherCell } from '../../../../../shared/model/weather.ts';
import { asInstant, DAY, HOUR, MINUTE } from '../../../../../shared/time.ts';

const START = Math.floor(Date.UTC(2026, 10, 24) / DAY) * DAY;
const squares = (count: number, from = 0): WeatherCell[] =>
  Array.from({ length: count }, (_, n) => cellOf(-30 + ((n + from) % 60), 90 + Math.floor((n + from) / 60)));

/** A round over a book and a service of our own; time passes by its answers. */
function house(many: number) {
  const clock = { at: START };
  const known = new Map<string, number>();
  const asked: { at: number; cells: number }[] = [];
  let wanted = squares(many);
  let memory: RoundMemory = NOTHING_ASKED;
  let fault: SourceFault | null = null;
  let mute = new Set<string>();
  let on = true;
  let settled = 0;
  const book: WeatherBook = {
    settings: () => ({ ...NO_WEATHER, on }),
    wanted: () => Promise.resolve(wanted),
    known: () => known,
    memory: () => memory,
    keep: (forecasts, next, at) => {
      for (const { cell } of forecasts) known.set(cell, at);
      memory = next;
    },
    settle: () => {
      settled += 1;
      return null;
    },
  };
  const round = createWeatherRound({
    book,
    clock: { now: () => asInstant(clock.at) },
    source: () => ({
      ask: (cells) => {
        asked.push({ at: clock.at - START, cells: cells.length });
        const good = fault ? [] : cells.filter(({ key }) => !mute.has(key));
        const forecasts = good.map(({ key }) => ({ cell: key, offsetMs: 0, days: [] }));
        return Promise.resolve({ forecasts, fault, asked: cells.length });
      },
    }),
  });
  return {
    clock,
    asked,
    round,
    memory: () => memory,
    settled: () => settled,
    set: (change: {
      fault?: SourceFault | null;
      wanted?: WeatherCell[];
      on?: boolean;
      mute?: Set<string>;
    }) => {
      if (change.fault !== undefined) fault = change.fault;
      wanted = change.wanted ?? wanted;
      on = change.on ?? on;
      mute = change.mute ?? mute;
    },
    /** Steps by the round's own answers until so long after the start. */
    run: async (until: number): Promise<void> => {
      for (let steps = 0; clock.at < START + until && steps < 5_000; steps += 1) {
        const next = await round.step();
        clock.at = Math.max(clock.at + 1, next ?? START + until);
      }
    },
  };
}

describe('the round', () => {
  it('asks for everything at once and every six hours: four times a day', async () => {
    const { run, asked } = house(30);
    await run(DAY - MINUTE);
    expect(asked.map(({ cells }) => cells)).toEqual([30, 30, 30, 30]);
    expect(asked.map(({ at }) => Math.round(at / HOUR))).toEqual([0, 6, 12, 18]);
  });

  it('a new place is asked about within half an hour, by itself', async () => {
    const { run, asked, set } = house(30);
    await run(HOUR);
    set({ wanted: squares(31) });
    await run(2 * HOUR);
    expect(asked.map(({ cells }) => cells)).toEqual([30, 1]);
    expect(asked[1]?.at).toBeLessThanOrEqual(1.5 * HOUR);
    // What is nearly due goes out with the first that is.
    await run(6 * HOUR + 10 * MINUTE);
    expect(asked.at(-1)?.cells).toBe(30);
  });

  it('never asks for more than two thousand squares a day', async () => {
    const { run, asked } = house(900);
    await run(DAY);
    const sum = asked.filter(({ at }) => at < DAY).reduce((total, { cells }) => total + cells, 0);
    expect(sum).toBe(2_000);
    await run(DAY + 2 * HOUR);
    expect(asked.at(-1)?.at).toBeGreaterThanOrEqual(DAY);
  });

  it('a square without an answer waits an hour, and does not hold up the others', async () => {
    const { run, asked, set } = house(3);
    set({ mute: new Set([squares(1)[0]?.key ?? '']) });
    await run(5 * HOUR);
    expect(asked[0]?.cells).toBe(3);
    expect(asked.slice(1).every(({ cells }) => cells === 1)).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  it('comes back later and later while nothing answers, and at once to its rhythm after', async () => {
    const { run, asked, set, memory } = house(5);
    set({ fault: faultOf('transient', 'network') });
    await run(DAY);
    expect(asked.length).toBeLessThan(40);
    const waits = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(5 * MINUTE);
    expect(Math.max(...waits)).toBeGreaterThanOrEqual(HOUR);
    expect(memory()).toMatchObject({ okAt: null, fault: { kind: 'transient', code: 'network' } });
    set({ fault: null });
    await run(DAY + 2 * HOUR);
    expect(memory()).toMatchObject({ fault: null, breaker: null });
  });

  it('off or offline it asks nothing; warnings still follow what is new enough', async () => {
    const { run, asked, set, round, settled, clock } = house(5);
    set({ on: false });
    expect(await round.step()).toBeNull();
    set({ on: true });
    round.hold('offline');
    await run(3 * HOUR);
    expect(asked).toEqual([]);
    expect(settled()).toBeGreaterThanOrEqual(3);
    round.hold(null);
    await run(clock.at - START + MINUTE);
    expect(asked).toHaveLength(1);
    round.stop();
    expect(await round.step()).toBeNull();
  });
});

describe('the rest after a fault', () => {
  const rest = (fault: SourceFault): number => restAfter(fault, null, START).restUntil - START;
  it('is what the service says, a day for a refused key, at least five minutes', () => {
    expect(rest(faultOf('rate', 'limit', 40 * MINUTE))).toBe(40 * MINUTE);
    expect(rest(faultOf('rate', 'limit', 2_000))).toBe(5 * MINUTE);
    expect(rest(faultOf('rate', 'limit', 9 * DAY))).toBe(DAY);
    expect(rest(faultOf('auth', 'key'))).toBe(DAY);
    expect(rest(faultOf('transient', 'network'))).toBe(5 * MINUTE);
  });

  it('grows with refusals in a row, up to six hours', () => {
    let breaker = null;
    let wait = 0;
    for (let times = 0; times < 30; times += 1) {
      const after = restAfter(faultOf('caller', 'refused'), breaker, START);
      ({ breaker } = after);
      wait = after.restUntil - START;
    }
    expect(wait).toBe(6 * HOUR);
  });
});
