import type { CallFigures, LoadProgress, SyncGap } from '#shared/model/sync.ts';
import { DAY, HOUR } from '#shared/time.ts';
import type { Reader } from '../types.ts';
import { cutPage, TOTAL_MAX, unpackCursor } from './cursor.ts';

/** One page of gaps, newest first, of one shop or all. */
export function gapPage(
  reader: Reader,
  shopId: number | null,
  page: { limit: number; cursor: string | null },
): { rows: SyncGap[]; nextCursor: string | null; total: number } {
  const after = unpackCursor(page.cursor, 1)?.[0] ?? Number.MAX_SAFE_INTEGER;
  const rows = reader.all<SyncGap>(
    `SELECT g.id, g.shop_id AS shopId,
       (SELECT o.market FROM shop_order o WHERE o.shop_id = g.shop_id AND o.market IS NOT NULL LIMIT 1) AS market,
       g.resource, g.from_at AS "from", g.to_at AS "to", g.reason, g.state, g.noticed_at AS noticedAt,
       g.filled_at AS filledAt, g.found, g.note
     FROM sync_gap g WHERE (?1 IS NULL OR g.shop_id = ?1) AND g.id < ?2 ORDER BY g.id DESC LIMIT ?3`,
    shopId,
    after,
    page.limit + 1,
  );
  const total =
    reader.get<{ n: number }>('SELECT count(*) AS n FROM sync_gap WHERE (?1 IS NULL OR shop_id = ?1)', shopId)
      ?.n ?? 0;
  const { shown, nextCursor } = cutPage(rows, page.limit, (last) => [last.id]);
  return { rows: shown, nextCursor, total: Math.min(total, TOTAL_MAX) };
}

/** Upper bounds of the latency buckets (aggregates/calls.ts); the last one is a time-out. */
const BOUNDS = [100, 300, 1_000, 3_000, 30_000] as const;

/** The last 24 hours of calls by endpoint, busiest first. */
export function callFigures(reader: Reader, shopId: number | null, now: number): CallFigures[] {
  const rows = reader.all<{
    endpoint: string;
    outcome: string;
    calls: number;
    t0: number;
    t1: number;
    t2: number;
    t3: number;
    t4: number;
  }>(
    `SELECT endpoint, outcome, sum(calls) AS calls, sum(t0) AS t0, sum(t1) AS t1, sum(t2) AS t2, sum(t3) AS t3,
       sum(t4) AS t4
     FROM call_hour WHERE hour > ?2 AND (?1 IS NULL OR shop_id = ?1) GROUP BY endpoint, outcome ORDER BY endpoint`,
    shopId,
    Math.floor((now - DAY) / HOUR),
  );
  const byEndpoint = new Map<
    string,
    { calls: number; ok: number; failed: Record<string, number>; t: number[] }
  >();
  for (const row of rows) {
    const one = byEndpoint.get(row.endpoint) ?? { calls: 0, ok: 0, failed: {}, t: [0, 0, 0, 0, 0] };
    byEndpoint.set(row.endpoint, one);
    one.calls += row.calls;
    if (row.outcome === 'ok') one.ok += row.calls;
    else one.failed[row.outcome] = (one.failed[row.outcome] ?? 0) + row.calls;
    [row.t0, row.t1, row.t2, row.t3, row.t4].forEach((n, at) => (one.t[at] = (one.t[at] ?? 0) + n));
  }
  const quantile = (t: readonly number[], share: number): number | null => {
    const all = t.reduce((sum, n) => sum + n, 0);
    if (all === 0) return null;
    let so = 0;
    for (const [at, n] of t.entries()) {
      so += n;
      if (so >= all * share) return BOUNDS[at] ?? null;
    }
    return null;
  };
  return [...byEndpoint]
    .map(([endpoint, one]) => ({
      endpoint,
      calls: one.calls,
      ok: one.ok,
      failed: one.failed,
      medianMs: quantile(one.t, 0.5),
      p95Ms: quantile(one.t, 0.95),
    }))
    .toSorted((a, b) => b.calls - a.calls)
    .slice(0, 100);
}

/** What the sync has on record of a shop, for its health. */
export interface ShopSyncFigures {
  readonly ordersTo: number | null;
  readonly lastSuccessAt: number | null;
  readonly note: string | null;
  readonly calls: number;
  readonly ok: number;
  readonly orders: number;
  readonly parcelsFollowed: number;
  readonly openGaps: number;
  readonly load: LoadProgress | null;
}

/** The figures of one shop; undefined before it was ever synced. */
export function shopSyncFigures(reader: Reader, shopId: number, now: number): ShopSyncFigures | undefined {
  const shop = reader.get<{
    ordersTo: number | null;
    lastSuccessAt: number | null;
    loadSince: number | null;
    paused: number;
    note: string | null;
  }>(
    `SELECT orders_to AS ordersTo, last_success_at AS lastSuccessAt, load_since AS loadSince, load_paused AS paused, note
     FROM sync_shop WHERE shop_id = ?`,
    shopId,
  );
  if (!shop) return undefined;
  const calls = reader.get<{ calls: number | null; ok: number | null }>(
    `SELECT sum(calls) AS calls, sum(CASE WHEN outcome = 'ok' THEN calls ELSE 0 END) AS ok
     FROM call_hour WHERE hour > ? AND shop_id = ?`,
    Math.floor((now - DAY) / HOUR),
    shopId,
  );
  const count = (sql: string): number => reader.get<{ n: number | null }>(sql, shopId)?.n ?? 0;
  const load = reader.get<{
    windows: number;
    done: number | null;
    pages: number | null;
    rows: number | null;
  }>(
    `SELECT count(*) AS windows, sum(state <> 'open') AS done, sum(pages) AS pages, sum(rows) AS rows
     FROM sync_window WHERE shop_id = ? AND kind = 'load'`,
    shopId,
  );
  const windows = load?.windows ?? 0;
  const detailsLeft = count(
    'SELECT count(*) AS n FROM shop_order WHERE shop_id = ? AND detail_due IS NOT NULL',
  );
  return {
    ordersTo: shop.ordersTo,
    lastSuccessAt: shop.lastSuccessAt,
    note: shop.note,
    calls: calls?.calls ?? 0,
    ok: calls?.ok ?? 0,
    orders: count('SELECT sum(n) AS n FROM shop_order_count WHERE shop_id = ?'),
    parcelsFollowed: count(
      'SELECT count(*) AS n FROM shop_package WHERE shop_id = ? AND track_due IS NOT NULL',
    ),
    openGaps: count("SELECT count(*) AS n FROM sync_gap WHERE shop_id = ? AND state = 'filling'"),
    load:
      shop.loadSince === null
        ? null
        : {
            since: shop.loadSince as LoadProgress['since'],
            windows,
            windowsDone: load?.done ?? 0,
            pages: load?.pages ?? 0,
            orders: load?.rows ?? 0,
            detailsLeft,
            paused: shop.paused === 1,
            done: (load?.done ?? 0) === windows && detailsLeft === 0,
          },
  };
}
