import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ParcelFilter } from '#shared/contract/parcels.ts';
import type { OpenStore } from '../../../main/engine/store/open.ts';
import { MIGRATIONS } from '../../../main/engine/store/migrations/index.ts';
import { parcelPage } from '../../../main/engine/store/views/parcels.ts';
import { tempStore } from '../../fakes/store.ts';

let temp: ReturnType<typeof tempStore>;
beforeEach(() => void (temp = tempStore()));
afterEach(() => temp.remove());

const ALL: ParcelFilter = {
  ...{ stage: null, market: null, state: 'all', place: null, country: null, stuck: false, text: '' },
};
const FILTERS: readonly Partial<ParcelFilter>[] = [
  ...([{}, { stage: 'ORIGIN' }, { state: 'moving' }, { state: 'ended' }, { market: 'MY' }] as const),
  ...([{ place: 'h:SZX' }, { country: 'CN' }, { stage: 'ORIGIN', market: 'MY', state: 'moving' }] as const),
];

/** The ids under every filter, page by page of two. */
function walks(store: OpenStore): string[] {
  return FILTERS.map((filter) => {
    const ids: number[] = [];
    for (let cursor: string | null = null; ;) {
      const page = parcelPage(store.reader, { ...ALL, ...filter }, { limit: 2, cursor });
      ids.push(...page.rows.map(({ id }) => Number(id)));
      cursor = page.nextCursor;
      if (cursor === null) break;
    }
    return `${JSON.stringify(filter)} ${ids.join()}`;
  });
}

test('1097: the lists of parcels have the orders that they had, and an index for each', () => {
  const old = temp.open({ migrations: MIGRATIONS.filter(({ id }) => id < 1097) });
  for (let id = 1; id <= 12; id += 1) {
    old.writer.run(
      `INSERT INTO parcel(id, number, carrier, created_at, dirty) VALUES (?, ?, 'spx', 1, 0)`,
      ...[id, `N${id}`],
    );
    old.writer.run(
      `INSERT INTO journey(parcel_id, node, stage, reason, direction, terminal, since, last_scan_at, last_place, events,
         unknown, market, check_at, place_id, country)
       VALUES (?, 'ORIGIN_HUB_IN', ?, NULL, 'forward', ?, 1, ?, NULL, 1, 0, ?, NULL, ?, ?)`,
      // Four moments only, so that the ids decide as well.
      ...[id, id % 2 === 0 ? 'ORIGIN' : 'LAST_MILE', id % 3 === 0 ? 1 : 0, (id * 7) % 4],
      ...[id % 5 === 0 ? 'TH' : 'MY', id % 4 === 0 ? null : 'h:SZX', id % 4 === 0 ? null : 'CN'],
    );
  }
  const before = walks(old);
  expect(before[0]).toBe('{} 9,5,1,10,6,2,11,7,3,12,8,4');
  old.close();
  const store = temp.open();
  expect(walks(store)).toEqual(before);
  const plan = (where: string): string =>
    store.reader
      .all<{ detail: string }>(
        `EXPLAIN QUERY PLAN SELECT parcel_id FROM journey j WHERE ${where} AND (j.last_scan_at, j.parcel_id) < (5, 5)
         ORDER BY j.last_scan_at DESC, j.parcel_id DESC LIMIT 50`,
      )
      .map(({ detail }) => detail)
      .join('; ');
  for (const [where, index] of [
    ['true', 'journey_recent'],
    ["j.stage = 'ORIGIN'", 'journey_stage'],
    ['j.terminal = 1', 'journey_terminal'],
    ["j.market = 'MY'", 'journey_market'],
    ["j.place_id = 'h:SZX' AND j.terminal = 0", 'journey_place'],
    ["j.country = 'CN' AND j.terminal = 0", 'journey_country'],
  ] as const) {
    expect(plan(where)).toMatch(new RegExp(`^SEARCH j USING (COVERING )?INDEX ${index} [^;]*$`));
  }
  store.close();
});
