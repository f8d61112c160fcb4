import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LabRun } from '#shared/contract/lab.ts';
import { HOUR, MINUTE } from '#shared/time.ts';
import { TIMEOUT_MS } from '../../../main/engine/sources/carriers/kit/http.ts';
import { type AfterShipTwin, startAfterShip } from '../../../main/sandbox/carriers/aftership/twin.ts';
import { seededTracks } from '../../../main/sandbox/carriers/kit/tracks.ts';
import { start17track, type Track17Twin } from '../../../main/sandbox/carriers/17track/twin.ts';
import { openWorld, START, type World } from '../../fakes/engine.ts';

const KEY = 'K17-abcdef0123456789';
const NUMBERS = ['RA100000000CN', 'RA100000001CN'];
let world: World;
let track17: Track17Twin;
let aftership: AfterShipTwin;
let ticking: boolean;
beforeEach(async () => {
  const tracks = seededTracks({ seed: 7, start: START });
  const now = (): number => world.clock.at;
  track17 = await start17track({ apiKey: KEY, tracks, now, quota: 9, perSecond: 99 });
  aftership = await startAfterShip({
    apiKey: 'asat_0123456789',
    webhookSecret: 'W-1234',
    tracks,
    now,
    quota: 99,
  });
  const hosts: Readonly<Record<string, string>> = { '17track': track17.url, aftership: aftership.url };
  world = await openWorld({ carriers: { hostFor: (source) => hosts[source] ?? null } });
  await world.get('carriers.save', { source: '17track', credentials: { apiKey: KEY } });
  await world.get('carriers.save', { source: 'aftership', credentials: { apiKey: 'asat_0123456789' } });
  for (const source of ['17track', 'aftership'] as const) {
    await world.get('carriers.setEnabled', { source, enabled: true });
  }
  ticking = true;
});
afterEach(async () => {
  ticking = false;
  await world.remove();
  await track17.close();
  await aftership.close();
});

/** Lets time pass in small steps, as the lab's gates want it, until the run is over. */
async function finished(run: LabRun, each: () => void = () => {}): Promise<LabRun> {
  for (let n = 0; ticking && n < 2_000; n += 1) {
    const found = (await world.get('lab.runs', {})).runs.find(({ id }) => id === run.id);
    if (found && found.state !== 'running') return found;
    each();
    await wait(2);
    // Long waits are time-outs of the network, which is real.
    world.clock.at += 200;
    for (const timer of [...world.timers].filter(({ at, ms }) => at <= world.clock.at && ms < 10_000)) {
      world.timers.delete(timer);
      timer.fn();
    }
  }
  throw new Error('The run does not end.');
}
/** Lets a minute pass once the questions under way, which the schedule asks by itself, are answered: their network is real. */
async function minute(): Promise<void> {
  while ([...world.timers].some(({ ms }) => ms === TIMEOUT_MS)) await wait(2);
  await world.pass(MINUTE);
}
const OPTIONS = { sources: ['17track' as const], numbers: NUMBERS, calls: 6, perSecond: 10, mayCharge: 2 };

test('two services side by side: what they answered, by what errors, what it cost; and it is in the journal', async () => {
  track17.order('error-page', 1, 'gettrackinfo');
  const run = await finished(
    await world.get('lab.start', { ...OPTIONS, sources: ['17track', 'aftership'], mayCharge: 4 }),
  );
  expect(run).toMatchObject({ state: 'done', done: 12, planned: 12 });
  const { sources } = await world.get('lab.report', { runId: run.id });
  expect(sources.map((each) => each.source)).toEqual(['aftership', '17track']);
  const [steady, shaky] = sources;
  expect(steady).toMatchObject({ calls: 6, answered: 6, share: 1, ended: null, charged: 2 });
  expect(shaky).toMatchObject({ calls: 6, answered: 5, charged: 2 });
  expect(shaky?.outcomes).toContainEqual({ outcome: 'transient', code: 'error-page', n: 1 });
  expect((steady?.fresh ?? 0) + (shaky?.fresh ?? 0)).toBeGreaterThan(4);
  await world.engine.settled();
  expect(await world.get('app.status', {})).toMatchObject({ parcels: 2 });
  expect(track17.quota.left).toBe(7);
});

test('a list that is rewritten between two answers is told as changed, one that lost scans as shrunk', async () => {
  const run = await finished(await world.get('lab.start', { ...OPTIONS, calls: 8 }), () => {
    const asked = track17.calls.filter(({ path }) => path.includes('gettrackinfo')).length;
    if (asked === 3) track17.tell(NUMBERS[0] ?? '', { hide: 1 });
  });
  const [report] = (await world.get('lab.report', { runId: run.id })).sources;
  expect(report).toMatchObject({ changed: 1, shrunk: 1, answered: 8 });
});

test('without an allowance nothing that costs is asked; credentials that are refused end it at once', async () => {
  const free = await finished(await world.get('lab.start', { ...OPTIONS, mayCharge: 0 }));
  expect((await world.get('lab.report', { runId: free.id })).sources[0]).toMatchObject({
    calls: 0,
    ended: 'budget',
  });
  expect(track17.calls).toHaveLength(0);
  await world.get('carriers.save', { source: '17track', credentials: { apiKey: 'K17-wrong-0123456789' } });
  const refused = await finished(await world.get('lab.start', OPTIONS));
  expect((await world.get('lab.report', { runId: refused.id })).sources[0]).toMatchObject({
    calls: 1,
    ended: 'auth',
    outcomes: [{ outcome: 'auth', n: 1 }],
  });
});

test('cancelled, and interrupted by an end of the program: both say so, and another run can begin', async () => {
  const run = await world.get('lab.start', { ...OPTIONS, calls: 400 });
  expect(await world.ask('lab.start', OPTIONS)).toMatchObject({ ok: false, error: { code: 'wrong-state' } });
  expect(await world.get('lab.cancel', { runId: run.id })).toMatchObject({ state: 'cancelled' });
  expect(await world.ask('lab.cancel', { runId: 99 })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
  expect(await world.ask('lab.report', { runId: 99 })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
  const second = await world.get('lab.start', { ...OPTIONS, calls: 400 });
  await world.restart();
  const { runs } = await world.get('lab.runs', {});
  expect(runs.map(({ id, state }) => `${id === second.id ? 'second' : 'first'} ${state}`)).toEqual([
    'second cancelled',
    'first cancelled',
  ]);
});

test('a run goes to a file: its calls as CSV, everything as JSON', async () => {
  const run = await finished(await world.get('lab.start', { ...OPTIONS, calls: 4 }));
  const csv = join(world.home, 'lab.csv');
  expect(await world.get('lab.export', { runId: run.id, path: csv, format: 'csv' })).toMatchObject({
    rows: 4,
  });
  const lines = readFileSync(csv, 'utf8').trim().split('\r\n');
  expect(lines[0]).toBe('source,number,at,ms,requests,outcome,code,scans,fresh,charged,drift,changed,shrunk');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toMatch(/^17track,RA100000000CN,2026-11-24T08:00:\d\d\.\d{3}Z,\d+,\d,scans,/);
  const json = join(world.home, 'lab.json');
  await world.get('lab.export', { runId: run.id, path: json, format: 'json' });
  expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
    run: { id: run.id, state: 'done' },
    sources: [{ source: '17track', calls: 4 }],
    calls: [{ number: NUMBERS[0] }, { number: NUMBERS[1] }, {}, {}],
  });
  const nowhere = join(world.home, 'no', 'lab.csv');
  expect(await world.ask('lab.export', { runId: run.id, path: nowhere, format: 'csv' })).toMatchObject({
    ok: false,
    error: { code: 'export-failed' },
  });
});

test('health counts what was asked and what came: success, lag of news, and nothing of the past', async () => {
  const first = await finished(await world.get('lab.start', { ...OPTIONS, calls: 2 }));
  expect(first.done).toBe(2);
  await minute();
  const before = (await world.get('health.sources', {})).sources.find(({ source }) => source === '17track');
  expect(before).toMatchObject({ state: 'good', share: 1, lag: null, disorder: { of: 0 } });
  expect(before?.strip.at(-1)?.scans).toBeGreaterThan(2);
  // Two days later there is news, and it is as old as it is.
  world.clock.at += 48 * HOUR;
  await finished(await world.get('lab.start', { ...OPTIONS, calls: 2 }));
  await minute();
  const { sources } = await world.get('health.sources', {});
  const after = sources.find(({ source }) => source === '17track');
  expect(after?.lag?.n).toBe(after?.disorder.of);
  expect(after?.lag?.p50).toBeGreaterThan(MINUTE);
  expect(after?.lag?.p90).toBeLessThan(60 * HOUR);
  expect(after?.calls).toBeGreaterThanOrEqual(before?.calls ?? 0);
  expect(sources.map(({ source }) => source)).toEqual(['17track', 'aftership']);
  expect(sources[1]).toMatchObject({ state: 'idle', share: null });
});
