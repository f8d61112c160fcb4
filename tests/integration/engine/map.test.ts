import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParcelId } from '#shared/model/ids.ts';
import { openFile } from '../../../main/engine/store/file.ts';
import { join } from 'node:path';
import { dumpStore } from '../../fakes/dump.ts';
import { openWorld, type World } from '../../fakes/engine.ts';
import { csvOf, type FileScan } from '../../fakes/files.ts';
import { KEY } from '../../fakes/store.ts';

const way = (number: string, market: string, steps: readonly (readonly [string, string])[]): FileScan[] =>
  steps.map(([code, place], index) => ({ number, code, place, market, ago: 60 - index * 10 }));
const KLANG = [
  ['F100', '深圳'],
  ['LINEHAUL_DEPARTED', '深圳宝安机场'],
  ['LINEHAUL_ARRIVED', 'Port Klang'],
] as const;
const SCANS = [
  ...way('SPXMY0000000000001', 'MY', KLANG),
  ...way('SPXMY0000000000002', 'MY', [...KLANG, ['IMPORT_HELD', 'Port Klang']]),
  ...way('SPXBR0000000000003', 'BR', [['F100', '义乌']]),
  ...way('SPXMY0000000000004', 'MY', [['F100', 'CUSTOMER']]),
  ...way('SPXMY0000000000005', 'MY', [
    ['F100', '深圳'],
    ['F980', 'Kuala Lumpur'],
  ]),
];

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.take(world.file('ways.csv', csvOf(SCANS)));
});
afterAll(() => world.remove());

const page = { text: '', stage: null, market: null, state: 'all', limit: 50, cursor: null } as const;

describe('the overview', () => {
  it('counts parcels on their way by place and country, with those that are stuck, and those that are nowhere', async () => {
    const { places, countries, nowhere } = await world.get('parcels.overview', { market: null });
    const lines = places.map(({ place, moving, stuck }) => [place.id, place.name, moving, stuck]);
    expect(lines).toEqual([
      ['h:PKG', 'Port Klang', 2, 1],
      [expect.stringMatching(/^c:/), 'Yiwu', 1, 0],
    ]);
    expect(countries.map(({ place, moving, stuck }) => [place.id, moving, stuck])).toEqual([
      ['n:MY', 2, 1],
      ['n:CN', 1, 0],
    ]);
    expect(nowhere).toEqual({ moving: 1, stuck: 0 });
  });

  it('counts one market alone', async () => {
    const { places, nowhere } = await world.get('parcels.overview', { market: 'BR' });
    expect(places.map(({ place }) => place.name)).toEqual(['Yiwu']);
    expect(nowhere.moving).toBe(0);
  });

  it('has exactly the rows behind each number', async () => {
    const { places, countries } = await world.get('parcels.overview', { market: null });
    for (const { place, moving, stuck } of places) {
      const all = await world.get('parcels.page', { ...page, place: place.id });
      const held = await world.get('parcels.page', { ...page, place: place.id, stuck: true });
      expect([all.total, all.rows.length, held.total]).toEqual([moving, moving, stuck]);
    }
    for (const { place, moving, stuck } of countries) {
      const all = await world.get('parcels.page', { ...page, country: place.country });
      const held = await world.get('parcels.page', { ...page, country: place.country, stuck: true });
      expect([all.total, held.total]).toEqual([moving, stuck]);
    }
  });
});

it('the route of a parcel follows its scans; a parcel that is not there is not found', async () => {
  const { rows } = await world.get('parcels.page', { ...page, text: 'SPXMY0000000000002' });
  const parcelId = rows[0]?.id as ParcelId;
  const route = await world.get('parcels.route', { parcelId });
  expect(route.stops.map(({ place }) => place.name)).toEqual([
    'Shenzhen',
    "Shenzhen Bao'an Airport",
    'Port Klang',
  ]);
  expect(route.stops.at(-1)?.events).toHaveLength(2);
  const missing = { ok: false, error: { code: 'not-found' } };
  expect(await world.ask('parcels.route', { parcelId: 999 })).toMatchObject(missing);
  expect(await world.ask('parcels.outlook', { parcelId: 999 })).toMatchObject(missing);
});

it('a rebuild gives the same bytes, places included', async () => {
  const before = dumpStore(world.home);
  await world.engine.rebuild();
  expect(dumpStore(world.home)).toEqual(before);
});

it('the rows behind a place or a country come in order from an index', () => {
  const db = openFile(join(world.home, 'seamark.db'), KEY, { readonly: true });
  const plan = (where: string): string =>
    db
      .prepare<unknown[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT parcel_id FROM journey j WHERE ${where} AND j.terminal = 0
         ORDER BY last_scan_at DESC, parcel_id DESC LIMIT 50`,
      )
      .all()
      .map(({ detail }) => detail)
      .join('; ');
  try {
    expect(plan("j.place_id = 'h:PKG'")).toMatch(/journey_place/);
    expect(plan("j.country = 'MY'")).toMatch(/journey_country/);
    expect(plan("j.place_id = 'h:PKG'")).not.toMatch(/TEMP B-TREE/);
  } finally {
    db.close();
  }
});
