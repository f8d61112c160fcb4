import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../main/engine/store/migrations/index.ts';
import { tempStore } from '../../fakes/store.ts';

let temp: ReturnType<typeof tempStore>;
beforeEach(() => void (temp = tempStore()));
afterEach(() => temp.remove());

test('1089: parcels on their way that stood nowhere are projected anew, and no others', () => {
  const old = temp.open({ migrations: MIGRATIONS.filter(({ id }) => id < 1089) });
  for (const [id, terminal, place] of [
    [1, 0, null],
    [2, 0, 'h:SZX'],
    [3, 1, null],
  ] as const) {
    old.writer.run(
      `INSERT INTO parcel(id, number, carrier, created_at, dirty) VALUES (?, ?, 'spx', 1, 0)`,
      ...[id, `N${id}`],
    );
    old.writer.run(
      `INSERT INTO journey(parcel_id, node, stage, reason, direction, terminal, since, last_scan_at, last_place, events,
         unknown, market, check_at, place_id, country)
       VALUES (?, 'ORIGIN_HUB_IN', 'ORIGIN', NULL, 'forward', ?, 1, 1, NULL, 1, 0, 'MY', NULL, ?, NULL)`,
      ...[id, terminal, place],
    );
  }
  old.close();
  const store = temp.open();
  expect(store.reader.all('SELECT id FROM parcel WHERE dirty = 1 ORDER BY id')).toEqual([{ id: 1 }]);
  store.close();
});
