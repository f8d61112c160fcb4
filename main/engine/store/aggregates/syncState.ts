import type { TaskRow, WindowRow, Writer } from '../types.ts';

/** How far a shop is followed. */
export interface SyncShopRow {
  readonly shopId: number;
  readonly app: string;
  readonly ordersTo: number | null;
  readonly returnsTo: number | null;
  readonly loadSince: number | null;
  readonly loadPaused: boolean;
  readonly lastSuccessAt: number | null;
  readonly stoppedAt: number | null;
}

/** The sync's record of a shop, made if it is new. */
export function syncShop(writer: Writer, shopId: number, app: string): SyncShopRow {
  writer.run(
    `INSERT INTO sync_shop(shop_id, app) VALUES (?, ?)
     ON CONFLICT (shop_id) DO UPDATE SET app = excluded.app WHERE app <> excluded.app`,
    shopId,
    app,
  );
  const raw = writer.get<Omit<SyncShopRow, 'loadPaused'> & { paused: number }>(
    `SELECT shop_id AS shopId, app, orders_to AS ordersTo, returns_to AS returnsTo, load_since AS loadSince,
       load_paused AS paused, last_success_at AS lastSuccessAt, stopped_at AS stoppedAt
     FROM sync_shop WHERE shop_id = ?`,
    shopId,
  );
  if (!raw) throw new Error('the record that was just made is there');
  const { paused, ...row } = raw;
  return { ...row, loadPaused: paused === 1 };
}

/** Orders, or returns, are followed up to `at`: windows up to there are on record, read or not. */
export function setFollowed(
  writer: Writer,
  shopId: number,
  resource: 'orders' | 'returns',
  at: number,
): void {
  writer.run(
    resource === 'orders'
      ? 'UPDATE sync_shop SET orders_to = ? WHERE shop_id = ?'
      : 'UPDATE sync_shop SET returns_to = ? WHERE shop_id = ?',
    at,
    shopId,
  );
}

/** How far back a shop's first load goes, or null. */
export function loadedSince(writer: Writer, shopId: number): number | null {
  return (
    writer.get<{ since: number | null }>(
      'SELECT load_since AS since FROM sync_shop WHERE shop_id = ?',
      shopId,
    )?.since ?? null
  );
}

/** The first load goes back to `since`. */
export function setLoad(writer: Writer, shopId: number, since: number): void {
  writer.run('UPDATE sync_shop SET load_since = ? WHERE shop_id = ?', since, shopId);
}

export function setLoadPaused(writer: Writer, shopId: number, paused: boolean): void {
  writer.run('UPDATE sync_shop SET load_paused = ? WHERE shop_id = ?', paused ? 1 : 0, shopId);
}

/** The newest answer that went well. */
export function setSuccess(writer: Writer, shopId: number, at: number): void {
  writer.run('UPDATE sync_shop SET last_success_at = ? WHERE shop_id = ?', at, shopId);
}

/** The shop stopped at `at`, or goes on (null). */
export function setStopped(writer: Writer, shopId: number, at: number | null): void {
  writer.run('UPDATE sync_shop SET stopped_at = ? WHERE shop_id = ?', at, shopId);
}

/** Something odd that a person may want to know; the newest is kept. */
export function noteShop(writer: Writer, shopId: number, note: string, at: number): void {
  writer.run('UPDATE sync_shop SET note = ?, noted_at = ? WHERE shop_id = ?', note, at, shopId);
}

/** Puts a window on record; answers its id. */
export function addWindow(
  writer: Writer,
  window: Pick<
    WindowRow,
    'shopId' | 'resource' | 'kind' | 'field' | 'from' | 'to' | 'dueAt' | 'gapId' | 'halvings'
  >,
): number {
  return writer.run(
    `INSERT INTO sync_window(shop_id, resource, kind, field, from_at, to_at, due_at, gap_id, halvings)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[window.shopId, window.resource, window.kind, window.field, window.from, window.to],
    ...[window.dueAt, window.gapId, window.halvings],
  ).lastId;
}

const WINDOW = `id, shop_id AS shopId, resource, kind, field, from_at AS "from", to_at AS "to", cursor, seen, pages,
  rows, empties, halvings, tries, due_at AS dueAt, gap_id AS gapId`;

const toWindow = (raw: Omit<WindowRow, 'seen'> & { seen: string }): WindowRow => ({
  ...raw,
  seen: JSON.parse(raw.seen) as string[],
});

/** The open windows of a shop that are due, newest stretch first; those of a load only while it is not paused. */
export function windowsDue(writer: Writer, shopId: number, loading: boolean, now: number): WindowRow[] {
  return writer
    .all<Omit<WindowRow, 'seen'> & { seen: string }>(
      `SELECT ${WINDOW} FROM sync_window
       WHERE shop_id = ? AND state = 'open' AND due_at <= ? AND (kind <> 'load' OR ? = 1)
       ORDER BY to_at DESC, id LIMIT 200`,
      ...[shopId, now, loading ? 1 : 0],
    )
    .map(toWindow);
}

/** Whether windows of a resource are still open: then its head does not move on yet. */
export function openWindows(writer: Writer, shopId: number, resource: string, kind: string): number {
  return (
    writer.get<{ n: number }>(
      `SELECT count(*) AS n FROM sync_window WHERE shop_id = ? AND state = 'open' AND kind = ? AND resource = ?`,
      ...[shopId, kind, resource],
    )?.n ?? 0
  );
}

/** Writes where a window stands after a page. */
export function advanceWindow(
  writer: Writer,
  id: number,
  at: {
    cursor: string;
    seen: readonly string[];
    pages: number;
    rows: number;
    empties: number;
    tries: number;
    dueAt: number;
  },
): void {
  writer.run(
    `UPDATE sync_window SET cursor = ?, seen = ?, pages = ?, rows = ?, empties = ?, tries = ?, due_at = ? WHERE id = ?`,
    at.cursor,
    JSON.stringify(at.seen),
    at.pages,
    at.rows,
    at.empties,
    at.tries,
    at.dueAt,
    id,
  );
}

/**
 * Ends a window: `done`, `split` (two others take its place) or `stopped` with a note. Windows that were followed and
 * went well are forgotten; those of a load or a gap stay for its figures.
 */
export function endWindow(
  writer: Writer,
  window: Pick<WindowRow, 'id' | 'kind'>,
  state: 'done' | 'split' | 'stopped',
  note: string | null,
  rows: number,
  pages: number,
): void {
  if (window.kind === 'follow' && state !== 'stopped') {
    writer.run('DELETE FROM sync_window WHERE id = ?', window.id);
    return;
  }
  writer.run(
    `UPDATE sync_window SET state = ?, note = ?, rows = ?, pages = ?, seen = '[]' WHERE id = ?`,
    ...[state, note, rows, pages, window.id],
  );
}

/** A window is part of a gap from now on. */
export function setWindowGap(writer: Writer, id: number, gapId: number): void {
  writer.run('UPDATE sync_window SET gap_id = ? WHERE id = ?', gapId, id);
}

/** Opens the record of a gap; answers its id. */
export function openGap(
  writer: Writer,
  gap: { shopId: number; resource: string; from: number; to: number; reason: string; at: number },
): number {
  return writer.run(
    `INSERT INTO sync_gap(shop_id, resource, from_at, to_at, reason, state, noticed_at)
     VALUES (?, ?, ?, ?, ?, 'filling', ?)`,
    ...[gap.shopId, gap.resource, gap.from, gap.to, gap.reason, gap.at],
  ).lastId;
}

/** Counts what a gap's windows found, and closes it when the last of them has ended. Answers whether it is closed. */
export function settleGap(writer: Writer, gapId: number, at: number): boolean {
  const stand = writer.get<{ open: number; stopped: number; rows: number; note: string | null }>(
    `SELECT sum(state = 'open') AS open, sum(state = 'stopped') AS stopped, sum(rows) AS rows,
       group_concat(CASE WHEN state = 'stopped' THEN note END, '; ') AS note FROM sync_window WHERE gap_id = ?`,
    gapId,
  );
  const open = (stand?.open ?? 0) > 0;
  writer.run(
    'UPDATE sync_gap SET found = ?, note = ?, state = ?, filled_at = ? WHERE id = ?',
    stand?.rows ?? 0,
    stand?.note ?? null,
    open ? 'filling' : (stand?.stopped ?? 0) > 0 ? 'partly' : 'filled',
    open ? null : at,
    gapId,
  );
  return !open;
}

const TASK = `shop_id AS shopId, resource, key, due_at AS dueAt, cursor, pages, tries, wanted_until AS wantedUntil`;

/** Makes a task, or brings it forward; `wantedUntil` only grows. */
export function wantTask(
  writer: Writer,
  shopId: number,
  resource: string,
  key: string,
  dueAt: number,
  wantedUntil: number | null,
): void {
  writer.run(
    `INSERT INTO sync_task(shop_id, resource, key, due_at, wanted_until) VALUES (?1, ?2, ?3, ?4, ?5)
     ON CONFLICT (shop_id, resource, key) DO UPDATE SET
       due_at = CASE WHEN cursor = '' THEN min(due_at, ?4) ELSE due_at END,
       wanted_until = max(ifnull(wanted_until, ?5), ifnull(?5, wanted_until))`,
    ...[shopId, resource, key, dueAt, wantedUntil],
  );
}

/** The tasks of a shop that are due, longest first. */
export function tasksDue(writer: Writer, shopId: number, now: number, limit: number): TaskRow[] {
  return writer.all<TaskRow>(
    `SELECT ${TASK} FROM sync_task WHERE shop_id = ? AND due_at <= ? ORDER BY due_at, resource, key LIMIT ?`,
    ...[shopId, now, limit],
  );
}

/** Writes where a task stands; `dueAt` null: it is not asked again. */
export function saveTask(
  writer: Writer,
  task: Pick<TaskRow, 'shopId' | 'resource' | 'key'>,
  at: { dueAt: number | null; cursor: string; pages: number; tries: number; doneAt: number | null },
): void {
  if (at.dueAt === null) {
    writer.run(
      'DELETE FROM sync_task WHERE shop_id = ? AND resource = ? AND key = ?',
      ...[task.shopId, task.resource, task.key],
    );
    return;
  }
  writer.run(
    `UPDATE sync_task SET due_at = ?, cursor = ?, pages = ?, tries = ?, done_at = ifnull(?, done_at)
     WHERE shop_id = ? AND resource = ? AND key = ?`,
    ...[at.dueAt, at.cursor, at.pages, at.tries, at.doneAt, task.shopId, task.resource, task.key],
  );
}

/** When the first thing of each kind is due, or null where nothing of the kind is. */
export interface Agenda {
  readonly windows: number | null;
  readonly tasks: number | null;
  readonly details: number | null;
  readonly numbers: number | null;
  readonly moving: number | null;
  readonly ended: number | null;
}

/** A shop's agenda: one look at the head of each index. Paused loads do not count. */
export function agendaOf(writer: Writer, shopId: number, loading: boolean): Agenda {
  const found = writer.get<Agenda>(
    `SELECT
       (SELECT min(due_at) FROM sync_window WHERE shop_id = ?1 AND state = 'open' AND (kind <> 'load' OR ?2 = 1))
         AS windows,
       (SELECT min(due_at) FROM sync_task WHERE shop_id = ?1) AS tasks,
       (SELECT min(detail_due) FROM shop_order WHERE shop_id = ?1 AND detail_due IS NOT NULL) AS details,
       (SELECT min(number_due) FROM shop_package WHERE shop_id = ?1 AND number_due IS NOT NULL) AS numbers,
       (SELECT min(track_due) FROM shop_package WHERE shop_id = ?1 AND track_rank = 0 AND track_due IS NOT NULL)
         AS moving,
       (SELECT min(track_due) FROM shop_package WHERE shop_id = ?1 AND track_rank = 1 AND track_due IS NOT NULL)
         AS ended`,
    ...[shopId, loading ? 1 : 0],
  );
  return found ?? { windows: null, tasks: null, details: null, numbers: null, moving: null, ended: null };
}

/** Orders of a shop whose details are due, as many as fit in one call, most recently due first. */
export function detailsDue(
  writer: Writer,
  shopId: number,
  now: number,
): { id: number; orderSn: string; max: number; misses: number }[] {
  const due = writer.all<{ id: number; orderSn: string; max: number; misses: number }>(
    `SELECT id, order_sn AS orderSn, detail_max AS max, misses FROM shop_order
     WHERE shop_id = ? AND detail_due <= ? ORDER BY detail_due DESC, id DESC LIMIT 50`,
    shopId,
    now,
  );
  // Those that broke a batch go among themselves, after the others.
  const max = due.reduce((most, each) => Math.max(most, each.max), 0);
  return due.filter((each) => each.max === max).slice(0, max);
}

/** All that is on record as due some time is due at `at`, and packages that were given up are asked once more. */
export function askAllNow(writer: Writer, shopId: number, at: number): void {
  writer.run(
    "UPDATE sync_window SET due_at = ?1 WHERE shop_id = ?2 AND state = 'open' AND due_at > ?1",
    at,
    shopId,
  );
  writer.run('UPDATE sync_task SET due_at = ?1 WHERE shop_id = ?2 AND due_at > ?1', at, shopId);
  writer.run(
    'UPDATE shop_order SET detail_due = ?1 WHERE shop_id = ?2 AND detail_due IS NOT NULL AND detail_due > ?1',
    at,
    shopId,
  );
  writer.run(
    'UPDATE shop_package SET number_due = ?1 WHERE shop_id = ?2 AND number_due IS NOT NULL AND number_due > ?1',
    at,
    shopId,
  );
  writer.run(
    `UPDATE shop_package SET track_due = ?1 WHERE shop_id = ?2 AND number IS NOT NULL
       AND (track_due > ?1 OR track_due IS NULL)`,
    at,
    shopId,
  );
}
