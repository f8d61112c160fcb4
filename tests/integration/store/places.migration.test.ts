import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../main/engine/store/migrations/index.ts';
import { tempStore } from '../../fakes/store.ts';

let temp: ReturnType<typeof tempStore>;
beforeEach(() => void (temp = tempStore()));
afterEach(() => temp.remove());

test('1045: scans of before are full times, and every parcel is projected anew so that it gets its place', () => {
  const before = MIGRATIONS.filter(({ id }) => id < 1045);
  const old = temp.open({ migrations: before });
  const { writer } = old;
  writer.run(`INSERT INTO import_run(id, file_name, path, digest, format, encoding, mapping, options, state, bytes_total,
    started_at) VALUES (1, 'f', 'p', 'd', 'csv', 'utf-8', '{}', '{}', 'done', 1, 1)`);
  writer.run("INSERT INTO parcel(id, number, carrier, created_at, dirty) VALUES (7, 'N1', 'spx', 1, 0)");
  writer.run("INSERT INTO leg(id, parcel_id, number, carrier) VALUES (1, 7, 'N1', 'spx')");
  writer.run("INSERT INTO scan_text(id, text) VALUES (1, 't')");
  writer.run(`INSERT INTO scan(id, carrier, code, scheme, status, text_id, lang, node)
    VALUES (1, 'spx', '', '', '', 1, '', 'UNKNOWN')`);
  writer.run(`INSERT INTO event(leg_id, fingerprint, scan_id, instant, zone_reason, import_id, line, received_at)
    VALUES (1, 1, 1, 5, 'offset', 1, 1, 1)`);
  writer.run(`INSERT INTO journey(parcel_id, node, direction, terminal, last_scan_at, events, unknown)
    VALUES (7, 'UNKNOWN', 'forward', 0, 5, 1, 1)`);
  old.close();

  const store = temp.open({ migrations: MIGRATIONS.filter(({ id }) => id <= 1045) });
  expect(store.reader.all('SELECT instant, day_only FROM event')).toEqual([{ instant: 5, day_only: 0 }]);
  expect(store.reader.all('SELECT place_id, country FROM journey')).toEqual([
    { place_id: null, country: null },
  ]);
  expect(store.reader.all('SELECT id FROM parcel WHERE dirty = 1')).toEqual([{ id: 7 }]);
  store.close();
});
