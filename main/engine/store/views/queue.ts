import type { CaseRow, CaseState } from '#shared/model/case.ts';
import type { QueueFilter, QueueView } from '#shared/contract/queue.ts';
import type { Param, Reader } from '../types.ts';
import { cutPage, type Hits, TOTAL_MAX, unpackCursor } from './cursor.ts';
import { parcelHits } from './parcelHits.ts';

/** The state behind each tab. */
export const VIEW_STATE: Readonly<Record<QueueView, CaseState>> = {
  waiting: 'open',
  mine: 'accepted',
  snoozed: 'snoozed',
  cleared: 'cleared',
  dismissed: 'dismissed',
};

interface Raw {
  id: number;
  parcelId: number;
  number: string;
  carrier: string;
  market: string | null;
  kind: string;
  severity: number;
  state: string;
  node: string | null;
  stage: string | null;
  reason: string | null;
  since: number | null;
  since_key: number;
  openedAt: number;
  dueAt: number | null;
  due_key: number;
  dueFor: string | null;
  pLate: number | null;
  snoozedUntil: number | null;
  lastScanAt: number | null;
  lastPlace: string | null;
  facts: string;
}

const COLUMNS = `c.id, c.parcel_id AS parcelId, p.number, p.carrier, c.market, c.kind, c.severity, c.state, j.node,
  j.stage, j.reason, c.since, c.since_key, c.opened_at AS openedAt, c.due_at AS dueAt, c.due_key,
  c.due_for AS dueFor, c.snoozed_until AS snoozedUntil,
  j.last_scan_at AS lastScanAt, j.last_place AS lastPlace, c.facts,
  CASE WHEN a.withheld IS NULL THEN a.p_late END AS pLate`;
const JOINS = `JOIN parcel p ON p.id = c.parcel_id LEFT JOIN journey j ON j.parcel_id = c.parcel_id
  LEFT JOIN arrival a ON a.parcel_id = c.parcel_id`;

interface QueuePage {
  readonly rows: CaseRow[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** Named one by one: copying what is left of an object cost a sixth of a page. */
const toRow = (raw: Raw): CaseRow =>
  ({
    id: raw.id,
    parcelId: raw.parcelId,
    number: raw.number,
    carrier: raw.carrier,
    market: raw.market,
    kind: raw.kind,
    severity: raw.severity,
    state: raw.state,
    node: raw.node ?? 'UNKNOWN',
    stage: raw.stage,
    reason: raw.reason,
    since: raw.since,
    openedAt: raw.openedAt,
    dueAt: raw.dueAt,
    dueFor: raw.dueFor,
    pLate: raw.pLate,
    snoozedUntil: raw.snoozedUntil,
    lastScanAt: raw.lastScanAt === 0 ? null : raw.lastScanAt,
    lastPlace: raw.lastPlace,
    facts: JSON.parse(raw.facts),
  }) as CaseRow;

/**
 * One page of the queue: by the next moment that costs money, where one is known before all others; then most severe first,
 * then what has been wrong longest. There is an index for every filter. Null cursor is the first page.
 */
export function queuePage(
  reader: Reader,
  filter: QueueFilter,
  page: { limit: number; cursor: string | null },
): QueuePage {
  const where = ['c.state = ?'];
  const params: Param[] = [VIEW_STATE[filter.view]];
  if (filter.kind !== null) {
    where.push('c.kind = ?');
    params.push(filter.kind);
  }
  if (filter.market !== null) {
    where.push('c.market = ?');
    params.push(filter.market);
  }
  const text = filter.text.trim();
  if (text !== '') return searchedPage(reader, { where, params, hits: parcelHits(text) }, page);
  const total = countCases(reader, filter);
  const after = unpackCursor(page.cursor, 4);
  if (after) {
    where.push('(c.due_key, c.urgency, c.since_key, c.id) > (?, ?, ?, ?)');
    params.push(...after);
  }
  // Named, because without fresh statistics the planner may take another of these and sort all waiting cases.
  const index = `case_queue${filter.kind === null ? '' : '_kind'}${filter.market === null ? '' : '_market'}`;
  const rows = reader.all<Raw>(
    `SELECT ${COLUMNS} FROM case_item c INDEXED BY ${index} ${JOINS} WHERE ${where.join(' AND ')}
     ORDER BY c.due_key, c.urgency, c.since_key, c.id LIMIT ?`,
    ...params,
    page.limit + 1,
  );
  return pageOf(rows, page.limit, total);
}

function pageOf(rows: Raw[], limit: number, total: number): QueuePage {
  const { shown, nextCursor } = cutPage(rows, limit, (last) => [
    ...[last.due_key, -last.severity, last.since_key, last.id],
  ]);
  return { rows: shown.map(toRow), nextCursor, total: Math.min(total, TOTAL_MAX) };
}

/**
 * A page of the cases whose parcels a text names. It begins at the parcels: they are few as a rule, and where a text is in
 * all of them, finding each one's cases still costs less than looking into the number of every case.
 */
function searchedPage(
  reader: Reader,
  found: { where: readonly string[]; params: readonly Param[]; hits: Hits },
  page: { limit: number; cursor: string | null },
): QueuePage {
  const { where, params, hits } = found;
  const after = unpackCursor(page.cursor, 4);
  const rows = reader.all<Raw & { total: number }>(
    `WITH found AS MATERIALIZED (SELECT c.id, c.due_key, c.urgency, c.since_key
         FROM (SELECT DISTINCT * FROM (${hits.sql})) h CROSS JOIN case_item c ON c.parcel_id = h.id
         WHERE ${where.join(' AND ')})
     SELECT ${COLUMNS}, (SELECT count(*) FROM found) AS total
     FROM (SELECT * FROM found ${after ? 'WHERE (due_key, urgency, since_key, id) > (?, ?, ?, ?)' : ''}
         ORDER BY due_key, urgency, since_key, id LIMIT ?) f JOIN case_item c ON c.id = f.id ${JOINS}
     ORDER BY f.due_key, f.urgency, f.since_key, f.id`,
    ...[...hits.params, ...params, ...(after ?? []), page.limit + 1],
  );
  const total = rows[0]?.total;
  if (total !== undefined) return pageOf(rows, page.limit, total);
  // Behind the last row nobody says how many there are.
  return {
    rows: [],
    nextCursor: null,
    total: after ? searchedPage(reader, found, { limit: 1, cursor: null }).total : 0,
  };
}

/** How many cases stand under a filter without text, from the counters that triggers keep. */
function countCases(reader: Reader, filter: QueueFilter): number {
  const found = reader.get<{ n: number | null }>(
    `SELECT sum(n) AS n FROM case_count
     WHERE state = ? AND (? IS NULL OR kind = ?) AND (? IS NULL OR market = ?)`,
    VIEW_STATE[filter.view],
    filter.kind,
    filter.kind,
    filter.market,
    filter.market,
  );
  return found?.n ?? 0;
}

/** All counters: state, kind, market ('' for none) and how many. */
export function caseCounts(reader: Reader): { state: CaseState; kind: string; market: string; n: number }[] {
  return reader.all('SELECT state, kind, market, n FROM case_count WHERE n > 0');
}

/** One case with what the list row lacks, or undefined. */
export function caseById(
  reader: Reader,
  id: number,
):
  | {
      row: CaseRow;
      evidence: number[];
      trigger: string;
      dismissReason: string | null;
      clearedBy: number | null;
    }
  | undefined {
  const raw = reader.get<
    Raw & { evidence: string; trigger_key: string; dismiss_reason: string | null; cleared_by: number | null }
  >(
    `SELECT ${COLUMNS}, c.evidence, c.trigger_key, c.dismiss_reason, c.cleared_by
     FROM case_item c ${JOINS} WHERE c.id = ?`,
    id,
  );
  if (!raw) return undefined;
  const { evidence, trigger_key, dismiss_reason, cleared_by, ...rest } = raw;
  return {
    row: toRow(rest),
    evidence: JSON.parse(evidence),
    trigger: trigger_key,
    dismissReason: dismiss_reason,
    clearedBy: cleared_by,
  };
}

/** The cases of one parcel, most severe first, ended ones last; at most 50. */
export function casesOfParcel(reader: Reader, parcelId: number): CaseRow[] {
  return reader
    .all<Raw>(
      `SELECT ${COLUMNS} FROM case_item c ${JOINS} WHERE c.parcel_id = ?
       ORDER BY (c.state IN ('cleared', 'dismissed')), c.severity DESC, c.since_key, c.id LIMIT 50`,
      parcelId,
    )
    .map(toRow);
}

/** What happened to a case, oldest first; the newest 200 lines. */
export function caseLog(reader: Reader, caseId: number): Record<string, unknown>[] {
  return reader
    .all<{ at: number; what: string; by: string; eventId: number | null; detail: string }>(
      `SELECT at, what, by, event_id AS eventId, detail FROM
         (SELECT * FROM case_log WHERE case_id = ? ORDER BY id DESC LIMIT 200) ORDER BY id`,
      caseId,
    )
    .map((line) => ({ ...line, detail: JSON.parse(line.detail) }));
}
