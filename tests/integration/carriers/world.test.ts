import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTrack17 } from '../../../main/engine/sources/carriers/17track/source.ts';
import { start17track, type Track17Twin } from '../../../main/sandbox/carriers/17track/twin.ts';
import { worldTracks } from '../../../main/sandbox/carriers/worldTracks.ts';
import { slsNumber } from '../../../main/sandbox/simulate/ids.ts';
import { parcelsOf, type TrueParcel } from '../../../main/sandbox/simulate/truth.ts';
import { createWorld } from '../../../main/sandbox/simulate/world.ts';
import { DAY } from '../../../shared/time.ts';
import { asked, clientWorld, type ClientWorld, never, NOW } from '../../fakes/carriers.ts';

const world = createWorld({ seed: 7, orders: 120, days: 20, start: NOW - 20 * DAY });
const truth = new Map<string, TrueParcel>();
for (const parcel of parcelsOf(world)) if (parcel.trackingNumber) truth.set(parcel.trackingNumber, parcel);
const numbers = [...truth.keys()];
let twin: Track17Twin;
let client: ClientWorld;
beforeEach(async () => {
  twin = await start17track({
    apiKey: 'K',
    tracks: worldTracks(world),
    now: () => client.time.at,
    quota: 500,
    perSecond: 99,
  });
  client = clientWorld(twin.url);
});
afterEach(() => twin.close());

test('a service over the world tells what has happened so far, and no more', async () => {
  const source = createTrack17({ apiKey: 'K' }, client);
  const items = numbers.map((number) => asked(number, { market: null, orderTime: null }));
  let last = 0;
  for (const days of [0, 10, 30]) {
    client.time.at = NOW + days * DAY;
    const answer = await source.ask(items, never);
    expect([answer.fault, answer.unasked]).toEqual([null, []]);
    let seen = 0;
    for (const each of answer.answers) {
      const real = truth.get(each.number)?.scans.filter((scan) => scan.at <= client.time.at) ?? [];
      const told = each.kind === 'scans' ? each.rows : [];
      // To the second, which is what the service writes; scans that say the same at the same place and second are one.
      const known = new Set(real.map((scan) => `${Math.floor(scan.at / 1000)} ${scan.text.trim()}`));
      expect(told.every((row) => known.has(`${(row.instant ?? 0) / 1000} ${row.text}`))).toBe(true);
      expect(new Set(told.map((row) => `${(row.instant ?? 0) / 1000} ${row.text}`)).size).toBe(known.size);
      seen += told.length;
    }
    expect(seen).toBeGreaterThan(last);
    last = seen;
  }
  expect(numbers.length).toBeGreaterThan(60);
});

test('a number that the world never made is nobody’s', () => {
  const tracks = worldTracks(world);
  const beyond = slsNumber(7, 'MY', { shop: 1, index: 4_000_000 }, 0);
  const other = slsNumber(8, 'MY', { shop: 1, index: 1 }, 0);
  expect(
    ['', 'MY2000000000000A', beyond, other].map((number) => tracks.find(number, NOW + 90 * DAY)),
  ).toEqual([null, null, null, null]);
});
