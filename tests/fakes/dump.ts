import { join } from 'node:path';
import { openFile } from '../../main/engine/store/file.ts';
import { unpackJourney } from '../../main/engine/store/pack.ts';
import { KEY } from './store.ts';

/** Everything that imports make and decisions change; what is only counted down to nothing is left out. */
const TABLES: Readonly<Record<string, string>> = {
  parcel: 'SELECT * FROM parcel ORDER BY id',
  leg: 'SELECT * FROM leg ORDER BY id',
  event: 'SELECT * FROM event ORDER BY id',
  journey: 'SELECT * FROM journey ORDER BY parcel_id',
  journey_body: 'SELECT * FROM journey_body ORDER BY parcel_id',
  journey_count: 'SELECT * FROM journey_count WHERE n <> 0 ORDER BY stage, terminal, market',
  case_item: 'SELECT * FROM case_item ORDER BY id',
  case_count: 'SELECT * FROM case_count WHERE n <> 0 ORDER BY state, kind, market',
  case_log: 'SELECT * FROM case_log ORDER BY id',
  draft: 'SELECT * FROM draft ORDER BY id',
  scan: 'SELECT * FROM scan WHERE seen <> 0 ORDER BY id',
  import_refusal: 'SELECT * FROM import_refusal ORDER BY import_id, line',
};

/** Rows of a query on the encrypted store, read beside the engine. */
export function rowsOf<R>(home: string, sql: string): R[] {
  const db = openFile(join(home, 'seamark.db'), KEY, { readonly: true });
  try {
    return db.prepare<unknown[], R>(sql).all();
  } finally {
    db.close();
  }
}

/** Gives a parcel an order with a promise, as a sync would; a second call moves the promise, or the order. */
export function promiseOf(
  home: string,
  number: string,
  promisedTo: number,
  orderedAt: number,
  { key = KEY, status = 'SHIPPED' } = {},
): void {
  const db = openFile(join(home, 'seamark.db'), key, { readonly: false });
  const sn = `O${number}`;
  try {
    db.prepare<unknown[], unknown>(
      `INSERT INTO shop_order(shop_id, order_sn, status, state, created_at, created_key, promised_to)
       VALUES (1, ?, ?, 'known', ?, ?, ?)
       ON CONFLICT (shop_id, order_sn) DO UPDATE SET promised_to = excluded.promised_to, status = excluded.status`,
    ).run(sn, status, orderedAt, orderedAt, promisedTo);
    db.prepare<unknown[], unknown>(
      `INSERT OR IGNORE INTO shop_package(shop_id, order_id, package_number, status, status_since, number, parcel_id)
       SELECT 1, o.id, 'P1', 'LOGISTICS_PICKUP_DONE', 1, p.number, p.id FROM shop_order o JOIN parcel p ON p.number = ?
       WHERE o.order_sn = ?`,
    ).run(number, sn);
    db.prepare<unknown[], unknown>('UPDATE parcel SET dirty = 1 WHERE number = ?').run(number);
  } finally {
    db.close();
  }
}

/** Says of a parcel that its journey changed, so that its estimate is made anew. */
export function makeDue(home: string, number: string): void {
  const db = openFile(join(home, 'seamark.db'), KEY, { readonly: false });
  try {
    db.prepare<unknown[], unknown>(
      'INSERT INTO eta_due(parcel_id) SELECT id FROM parcel WHERE number = ?',
    ).run(number);
  } finally {
    db.close();
  }
}

/** The whole store, table by table, for comparing before and after. */
export function dumpStore(home: string): Record<string, unknown[]> {
  return Object.fromEntries(Object.entries(TABLES).map(([table, sql]) => [table, rowsOf(home, sql)]));
}

/** Journeys by tracking number without the ids of their events, so that stores filled in another order compare. */
export function journeysOf(home: string): Record<string, unknown> {
  const rows = rowsOf<{ number: string; body: string }>(
    home,
    'SELECT p.number, b.body FROM journey_body b JOIN parcel p ON p.id = b.parcel_id ORDER BY p.number',
  );
  const noIds = (key: string, value: unknown): unknown => {
    if (key === 'id' || key === 'lastEventId') return undefined;
    return Array.isArray(value) && value.every((item) => typeof item === 'number') ? value.length : value;
  };
  return Object.fromEntries(
    rows.map((row) => [row.number, JSON.parse(JSON.stringify(unpackJourney(row.body), noIds))]),
  );
}
