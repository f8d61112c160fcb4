import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cellOf } from '#shared/model/weather.ts';
import { DAY } from '#shared/time.ts';
import type { HttpFetch } from '../../../main/engine/sources/carriers/kit/http.ts';
import { createOpenMeteo, type WeatherSource } from '../../../main/engine/sources/weather/client.ts';
import type { Trouble, Twin } from '../../../main/sandbox/carriers/kit/server.ts';
import { createSky, type Storm } from '../../../main/sandbox/weather/sky.ts';
import { startOpenMeteo } from '../../../main/sandbox/weather/twin.ts';
import { clientWorld, type ClientWorld, never, NOW } from '../../fakes/carriers.ts';

const TODAY = Math.floor(NOW / DAY);
const SHENZHEN = cellOf(22.547, 114.068);
const storm: Storm = {
  ...{ lat: SHENZHEN.lat, lon: SHENZHEN.lon, from: TODAY + 1, days: 2 },
  weather: { code: 65, precipitation: 180.5, snow: 0, gust: 140.4 },
};
/** Squares one degree apart. */
const squares = (count: number) =>
  Array.from({ length: count }, (_, n) => cellOf(-20 + (n % 60), 90 + Math.floor(n / 60)));

let twin: Twin;
let world: ClientWorld<'open-meteo'>;
let source: WeatherSource;
const begin = async (key?: string): Promise<void> => {
  const sky = createSky(7, [storm]);
  twin = await startOpenMeteo({ sky, now: () => world.time.at, ...(key === undefined ? {} : { key }) });
  world = clientWorld(twin.url);
  source = createOpenMeteo(null, world);
};
beforeEach(() => begin());
afterEach(() => twin.close());

/** The client over answers that no twin gives. */
const over = (body: unknown, status = 200): WeatherSource => {
  const reply: HttpFetch = () =>
    Promise.resolve({ status, headers: new Headers(), text: () => Promise.resolve(JSON.stringify(body)) });
  world = clientWorld('http://127.0.0.1:9', 10_000, reply);
  return createOpenMeteo(null, world);
};

describe('asking', () => {
  test('one square: seven days of its own clock, with the storm in them', async () => {
    const { forecasts, fault, asked } = await source.ask([SHENZHEN], never);
    expect([fault, asked]).toEqual([null, 1]);
    const [forecast] = forecasts;
    expect(forecast).toMatchObject({ cell: '22.5,114.1', offsetMs: 8 * 3_600_000 });
    expect(forecast?.days.map(({ date }) => date)).toHaveLength(7);
    expect(forecast?.days[0]?.date).toBe(new Date(NOW).toISOString().slice(0, 10));
    for (const ahead of [1, 2]) {
      expect(forecast?.days[ahead]).toMatchObject({
        code: 65,
        precipitationMm: 180.5,
        snowCm: 0,
        gustKmh: 140.4,
      });
    }
    expect(forecast?.days[3]?.gustKmh).toBeLessThan(60);
    expect(world.drift).toEqual([]);
  });

  test('many squares: fifty a call, each gets its own weather, and the answer’s order does not matter', async () => {
    const cells = [...squares(120), SHENZHEN];
    const { forecasts, fault, asked } = await source.ask(cells, never);
    expect([fault, asked, twin.calls.length]).toEqual([null, 121, 3]);
    expect(new Set(forecasts.map(({ cell }) => cell))).toEqual(new Set(cells.map(({ key }) => key)));
    expect(forecasts.find(({ cell }) => cell === SHENZHEN.key)?.days[1]?.gustKmh).toBe(140.4);
    const real = await (
      await fetch(`${twin.url}${twin.calls[0]?.path ?? ''}?${String(twin.calls[0]?.query)}`)
    ).json();
    const turned = await over((real as unknown[]).toReversed()).ask(cells.slice(0, 50), never);
    // The first square's answer names no place in the question; it is told by where it is.
    expect(turned.forecasts.length).toBeGreaterThanOrEqual(49);
    for (const { cell, days } of turned.forecasts) {
      expect(days).toEqual(forecasts.find((each) => each.cell === cell)?.days);
    }
  });

  test('sends squares of a tenth of a degree and nothing else', async () => {
    await source.ask([cellOf(3.139003, 101.686852)], never);
    const [call] = twin.calls;
    expect(String(call?.query)).toMatch(/^latitude=3\.1&longitude=101\.7&daily=[a-z0-9_%C]+&timezone=auto&/);
    expect([...(call?.query.keys() ?? [])].toSorted()).toEqual([
      'daily',
      'forecast_days',
      'latitude',
      'longitude',
      'precipitation_unit',
      'timezone',
      'wind_speed_unit',
    ]);
    expect(call?.body).toBe('');
    expect(Object.keys(call?.headers ?? {})).not.toContain('authorization');
    expect(JSON.stringify(world.calls)).not.toContain('101.7');
  });

  test('a key of a paid plan goes along; without it, or with another, it says so', async () => {
    await twin.close();
    await begin('plan-key');
    expect((await source.ask([SHENZHEN], never)).fault).toMatchObject({ kind: 'auth' });
    expect((await createOpenMeteo('other', world).ask([SHENZHEN], never)).fault).toMatchObject({
      kind: 'auth',
    });
    expect((await createOpenMeteo('plan-key', world).ask([SHENZHEN], never)).forecasts).toHaveLength(1);
  });
});

describe('trouble', () => {
  const troubles: readonly (readonly [Trouble, string, string])[] = [
    ['error-page', 'transient', 'error-page'],
    ['empty', 'transient', 'empty'],
    ['cut', 'transient', 'not-json'],
    ['server-error', 'transient', 'http-503'],
    ['redirect', 'transient', 'network'],
    ['rate', 'rate', 'http-429'],
  ];
  test.each(troubles)('%s is told as data', async (trouble, kind, code) => {
    twin.order(trouble);
    const { forecasts, fault } = await source.ask([SHENZHEN], never);
    expect(forecasts).toEqual([]);
    expect(fault).toMatchObject({ kind, code });
    expect((await source.ask([SHENZHEN], never)).fault).toBeNull();
  });

  test('silence ends with the time-out, a lost line at once', async () => {
    twin.order('silence');
    const short = createOpenMeteo(null, {
      ...world,
      timeoutMs: 40,
      timers: clientWorld(twin.url, 40).timers,
    });
    expect((await short.ask([SHENZHEN], never)).fault).toMatchObject({ kind: 'transient', code: 'timeout' });
    const nobody = createOpenMeteo(null, { ...world, baseUrl: 'http://127.0.0.1:9' });
    expect((await nobody.ask([SHENZHEN], never)).fault).toMatchObject({ kind: 'transient', code: 'network' });
  });

  test('its limits are obeyed until its count begins anew', async () => {
    for (let call = 0; call < 12; call += 1) await source.ask(squares(50), never);
    world.time.at = NOW + 30_000;
    const { fault } = await source.ask([SHENZHEN], never);
    expect(fault).toMatchObject({ kind: 'rate', code: 'limit' });
    world.time.at += fault?.retryAfterMs ?? 0;
    expect((await source.ask([SHENZHEN], never)).fault).toBeNull();
  });

  test('a batch that fails ends the question; what came before is kept', async () => {
    const first = await source.ask(squares(50), never);
    expect(first.fault).toBeNull();
    const controller = new AbortController();
    const fetchOnce: HttpFetch = (url, init) => {
      const answer = fetch(url, init);
      twin.order('server-error');
      return answer;
    };
    const two = createOpenMeteo(null, { ...world, fetch: fetchOnce });
    const { forecasts, fault, asked } = await two.ask(squares(150), controller.signal);
    expect(forecasts.length + Number(fault?.code === 'http-503') * 50).toBe(asked);
    expect(fault).toMatchObject({ code: 'http-503' });
  });
});

describe('drift', () => {
  const good = async (): Promise<Record<string, unknown>> =>
    (await (
      await fetch(
        `${twin.url}/v1/forecast?latitude=22.5&longitude=114.1&daily=weather_code,precipitation_sum,snowfall_sum,wind_gusts_10m_max`,
      )
    ).json()) as Record<string, unknown>;

  test('a new field is taken and noted, once and without content', async () => {
    const answer = { ...(await good()), alerts: { text: 'secret words' } };
    expect((await over(answer).ask([SHENZHEN], never)).forecasts).toHaveLength(1);
    expect(world.drift).toEqual([
      { source: 'open-meteo', call: 'forecast', kind: 'new-field', path: 'alerts', sample: '{text}' },
    ]);
  });

  test('a figure that is gone, or comes in another unit, is not known; the others are', async () => {
    const answer = await good();
    const daily = { ...(answer['daily'] as object), precipitation_sum: undefined };
    const units = { ...(answer['daily_units'] as object), wind_gusts_10m_max: 'mph' };
    const { forecasts } = await over({ ...answer, daily, daily_units: units }).ask([SHENZHEN], never);
    expect(forecasts[0]?.days[1]).toMatchObject({ code: 65, precipitationMm: null, gustKmh: null });
    expect(world.drift.map(({ kind, path }) => `${kind} ${path}`).toSorted()).toEqual([
      'missing-field daily.precipitation_sum',
      'new-value daily_units.wind_gusts_10m_max',
    ]);
  });

  test('one odd square does not cost the others; an answer about elsewhere is not taken', async () => {
    const answer = await good();
    const odd = { ...answer, daily: { time: 'soon' }, location_id: 1 };
    const far = { ...answer, latitude: -40, location_id: 2 };
    const cells = [SHENZHEN, cellOf(23, 114), cellOf(24, 114)];
    const { forecasts, fault } = await over([answer, odd, far]).ask(cells, never);
    expect([forecasts.map(({ cell }) => cell), fault]).toEqual([[SHENZHEN.key], null]);
    expect(world.drift.some(({ kind }) => kind === 'wrong-type')).toBe(true);
  });

  test('an answer without any forecast is no answer', async () => {
    expect((await over([]).ask([SHENZHEN], never)).fault).toMatchObject({
      kind: 'transient',
      code: 'no-forecast',
    });
    expect((await over({ error: true, reason: 'x' }, 400).ask([SHENZHEN], never)).fault).toMatchObject({
      kind: 'caller',
    });
  });
});
