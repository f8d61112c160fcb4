import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WeatherView } from '#shared/contract/weather.ts';
import type { ParcelId } from '#shared/model/ids.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { agrees } from '../../../main/engine/eta/explanation/recompute.ts';
import type { Twin } from '../../../main/sandbox/carriers/kit/server.ts';
import { createSky, type Sky, type Storm } from '../../../main/sandbox/weather/sky.ts';
import { startOpenMeteo } from '../../../main/sandbox/weather/twin.ts';
import { rowsOf } from '../../fakes/dump.ts';
import { openWorld, START, type World } from '../../fakes/engine.ts';
import { csvOf, type FileScan } from '../../fakes/files.ts';

const TODAY = Math.floor(START / DAY);
const typhoon = { code: 65, precipitation: 180, snow: 0, gust: 140 };
const at = (lat: number, lon: number, from: number, days = 2): Storm => ({
  ...{ lat, lon, from: TODAY + from, days, weather: typhoon },
});
const SHENZHEN = [22.54, 114.06] as const;
const CODES = [
  'F100',
  'F430',
  'LINEHAUL_DEPARTED',
  'LINEHAUL_ARRIVED',
  'IMPORT_CLEARED',
  'F599',
  'F600',
  'F980',
];
/** Then the buyer's town. */
const WHERE = ['深圳', '深圳', '深圳', 'Kuala Lumpur', 'Kuala Lumpur', 'Shah Alam'];
const way = (number: string, steps: number, ago: number, step = 14, town = 'Klang'): FileScan[] =>
  CODES.slice(0, steps).map((code, n) => ({
    ...{ number, code, market: 'MY', place: WHERE[n] ?? town, ago: ago + (steps - 1 - n) * step },
  }));
const STANDS = 'SPXMY2000000000001';

let storms: Storm[];
let twin: Twin;
let world: World;
beforeEach(async () => {
  storms = [at(...SHENZHEN, 1)];
  // The sky of the test alone: what is drawn by chance would come between.
  const calm = createSky(3);
  const sky: Sky = {
    storms: () => storms,
    at: (lat, lon, day) => {
      const near = storms.find(
        (each) =>
          day >= each.from && day < each.from + each.days && Math.hypot(each.lat - lat, each.lon - lon) < 0.5,
      );
      return near?.weather ?? { ...calm.at(lat, lon, day), code: 2, precipitation: 3, gust: 30, snow: 0 };
    },
  };
  twin = await startOpenMeteo({ sky, now: () => world.clock.at });
  world = await openWorld({ weather: { host: twin.url } });
  await world.take(world.file('open.csv', csvOf(way(STANDS, 2, 3))));
  await world.pass(MINUTE);
  await world.engine.arrived();
});
afterEach(async () => {
  await world.remove();
  await twin.close();
});

const view = (): Promise<WeatherView> => world.get('weather.get', {});
const until = async (met: (now: WeatherView) => boolean): Promise<WeatherView> => {
  for (;;) {
    const now = await view();
    if (met(now)) return now;
    await breathe();
  }
};
const turn = (
  on: boolean,
  more: { address?: string | null; key?: string | null } = {},
): Promise<WeatherView> => world.get('weather.set', { on, address: null, key: null, ...more });
/** Lets time pass until the next question, if one is due, is answered and told to the estimates. */
const pass = async (ms: number): Promise<void> => {
  await world.pass(ms);
  for (let turns = 0; turns < 200; turns += 1) await breathe();
  await world.engine.arrived();
};
const idOf = async (number: string): Promise<ParcelId> => {
  const filter = { text: number, stage: null, market: null, state: 'all', limit: 5, cursor: null } as const;
  const [row] = (await world.get('parcels.page', filter)).rows;
  if (!row) throw new Error(`no parcel ${number}`);
  return row.id;
};
const arrivalOf = async (number = STANDS) => {
  const { arrival } = await world.get('parcels.detail', { parcelId: await idOf(number) });
  if (!arrival) throw new Error('no arrival');
  return arrival;
};
const warningsOf = async (number = STANDS) =>
  (await arrivalOf(number)).estimate.adjustments.flatMap(({ weather, place }) =>
    weather ? [{ ...weather, place }] : [],
  );
/** What the log says that a weather that is not there could have said; a slow disk says things of its own. */
const troubles = () => world.log.lines.filter(({ event }) => !/^(store|engine\.world)/.test(event));

describe('weather', () => {
  it('is off: nothing is asked, and on and off again every byte of an estimate is as before', async () => {
    await pass(HOUR);
    expect(await view()).toMatchObject({ on: false, state: 'off', asOf: null, warnings: [], hasKey: false });
    const before = JSON.stringify(await arrivalOf());
    expect(twin.calls).toEqual([]);
    await turn(true);
    await until(({ state }) => state === 'fresh');
    expect(JSON.stringify(await arrivalOf())).not.toBe(before);
    expect(await turn(false)).toMatchObject({ state: 'off', warnings: [] });
    expect(JSON.stringify(await arrivalOf())).toBe(before);
    expect(rowsOf(world.home, 'SELECT * FROM weather_cell')).toEqual([]);
    const calls = twin.calls.length;
    await pass(7 * HOUR);
    expect(twin.calls).toHaveLength(calls);
  });

  it('on: one question about squares, and the storm widens the range with its place and days', async () => {
    const calm = (await arrivalOf()).estimate;
    await turn(true);
    const now = await until(({ state }) => state === 'fresh');
    expect(now).toMatchObject({ places: 1, askedToday: 1, problem: null, offline: false });
    expect(now.warnings).toMatchObject([
      {
        place: 'Shenzhen',
        placeZh: '深圳',
        from: '2026-11-25',
        to: '2026-11-26',
        kind: 'wind',
        level: 'severe',
      },
    ]);
    expect(twin.calls).toHaveLength(1);
    expect(String(twin.calls[0]?.query)).toMatch(/^latitude=22\.5&longitude=114\.1&daily=/);
    const { estimate, why, buyer } = await arrivalOf();
    expect(estimate.hi80 - calm.hi80).toBeGreaterThan(estimate.p50 - calm.p50);
    expect(estimate.lo80).toBe(calm.lo80);
    expect(agrees(estimate)).toBe(true);
    const line = why.en.find(({ kind }) => kind === 'weather')?.text;
    expect(line).toMatch(
      /^Storm foreseen, Shenzhen, Wed, Nov 25 to Thu, Nov 26 \(.+\), range ends .+ later: \+/,
    );
    expect(why['zh-CN'].find(({ kind }) => kind === 'weather')?.text).toContain('风暴，深圳');
    expect(buyer.text).toContain('Ribut diramalkan di Shenzhen antara');
    // Kept as well, for lists that read what was kept.
    await pass(MINUTE);
    const kept = rowsOf<{ basis: string; hi80: number }>(world.home, 'SELECT basis, hi80 FROM arrival');
    expect(kept[0]?.basis).toContain('"weather":');
    expect(kept[0]?.hi80).toBeGreaterThan(calm.hi80);
  });

  it('is kept for six hours, also over a restart; then it is asked anew, and goes when the weather clears', async () => {
    await turn(true);
    await until(({ state }) => state === 'fresh');
    await pass(3 * HOUR);
    await world.restart();
    await pass(2 * HOUR);
    await until(({ warnings }) => warnings.length === 1);
    expect(twin.calls).toHaveLength(1);
    expect(await warningsOf()).toHaveLength(1);
    storms = [];
    await pass(HOUR + MINUTE);
    await until(({ warnings }) => warnings.length === 0);
    expect(twin.calls).toHaveLength(2);
    expect(await warningsOf()).toEqual([]);
    await pass(MINUTE);
    expect(rowsOf<{ basis: string }>(world.home, 'SELECT basis FROM arrival')[0]?.basis).not.toContain(
      'weather',
    );
  });

  it('offline nothing is asked or complained of; what grows old warns no more, and comes back with the line', async () => {
    await turn(true);
    await until(({ state }) => state === 'fresh');
    world.engine.world('offline');
    await pass(23 * HOUR);
    expect(await view()).toMatchObject({ state: 'fresh', offline: true, problem: null });
    await pass(HOUR + MINUTE);
    expect(await view()).toMatchObject({ state: 'old', warnings: [] });
    expect(await warningsOf()).toEqual([]);
    await pass(MINUTE);
    expect(rowsOf<{ basis: string }>(world.home, 'SELECT basis FROM arrival')[0]?.basis).not.toContain(
      'weather',
    );
    expect(twin.calls).toHaveLength(1);
    world.engine.world('online');
    await until(({ state }) => state === 'fresh');
    expect(twin.calls).toHaveLength(2);
    expect(troubles()).toEqual([]);
  });

  it('an answer that is none is told in the settings, not in the log, and asked for again later', async () => {
    twin.order('error-page');
    await turn(true);
    await until(({ problem }) => problem === 'source-unreachable');
    expect(await view()).toMatchObject({ state: 'waiting', asOf: null, warnings: [] });
    expect(await warningsOf()).toEqual([]);
    await pass(4 * MINUTE);
    expect(twin.calls).toHaveLength(1);
    await pass(2 * MINUTE);
    await until(({ state }) => state === 'fresh');
    expect(await view()).toMatchObject({ problem: null });
    expect(troubles()).toEqual([]);
  });

  it('places ahead come from where the market’s delivered parcels passed; where few went nobody asks about', async () => {
    const TOWNS = [
      'Klang',
      'Ipoh',
      'Johor Bahru',
      'Melaka',
      'Kuantan',
      'Seremban',
      'Alor Setar',
      'Kota Bharu',
    ];
    const finished = TOWNS.map((town, n) => way(`SPXMY100000000000${String(n)}`, 8, 24 * (4 + n), 18, town));
    await world.take(world.file('done.csv', csvOf(finished.flat())));
    await pass(MINUTE);
    storms = [at(3.14, 101.69, 0, 7)];
    await turn(true);
    await until(({ state }) => state === 'fresh');
    expect((await warningsOf()).map(({ place, stage }) => [place, stage])).toEqual([
      ['Kuala Lumpur', 'LINEHAUL'],
    ]);
    // Where it stands, and the gateway that all of them passed: no buyer's town is among them.
    const asked = twin.calls.map(({ query }) => query.get('latitude') ?? '');
    expect(asked.map((list) => list.split(',').toSorted())).toEqual([['22.5', '3.1']]);
  });

  it('a source without a field for places is read by its words: as Shopee’s tracking is', async () => {
    const said = ['包裹已到达深圳龙岗转运仓', '包裹已到达深圳龙岗转运仓'];
    const scans = said.map((text, n) => ({
      ...{ number: 'SPXMY3000000000001', code: 'F430', market: 'MY', place: '', text, ago: 4 - n },
    }));
    await world.take(world.file('words.csv', csvOf(scans)));
    await pass(MINUTE);
    await turn(true);
    await until(({ state }) => state === 'fresh');
    expect((await warningsOf('SPXMY3000000000001')).map(({ placeZh }) => placeZh)).toEqual(['深圳龙岗']);
  });

  it('an own address and a key are kept for each other, told to nobody, and audited without them', async () => {
    const plan = await startOpenMeteo({ sky: createSky(3), now: () => world.clock.at, key: 'plan-key-1' });
    try {
      await turn(true, { address: `${plan.url}/`, key: 'plan-key-1' });
      const now = await until(({ state }) => state === 'fresh');
      expect(now).toMatchObject({ address: plan.url, host: plan.url, hasKey: true });
      expect(twin.calls).toEqual([]);
      expect(plan.calls[0]?.query.get('apikey')).toBe('plan-key-1');
      expect((await turn(true, { address: plan.url })).hasKey).toBe(true);
      expect((await turn(true, { address: 'https://elsewhere.example' })).hasKey).toBe(false);
      const refused = await world.ask('weather.set', {
        on: true,
        address: 'http://elsewhere.example',
        key: null,
      });
      expect(refused).toMatchObject({ ok: false, error: { code: 'credentials-incomplete' } });
      const audit = JSON.stringify(await world.get('app.audit', { limit: 50, cursor: null }));
      expect(audit).toContain('weather.on');
      for (const text of [audit, JSON.stringify(now), JSON.stringify(world.log.lines)]) {
        expect(text).not.toContain('plan-key-1');
      }
    } finally {
      await turn(false);
      await plan.close();
    }
  });
});
