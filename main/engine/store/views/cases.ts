import type { CaseKind, CaseState, TroubleKind } from '#shared/model/case.ts';
import type { Param, Reader } from '../types.ts';

/** A stored case as the life cycle and the commands need it. */
export interface StoredCase {
  readonly id: number;
  readonly kind: CaseKind;
  readonly trigger: string;
  readonly severity: number;
  readonly state: CaseState;
  readonly since: number | null;
  readonly snoozedUntil: number | null;
  readonly dismissReason: string | null;
  readonly clearedBy: number | null;
  readonly evidence: readonly number[];
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly updatedAt: number;
}

interface Raw {
  id: number;
  kind: CaseKind;
  trigger: string;
  severity: number;
  state: CaseState;
  since: number | null;
  snoozedUntil: number | null;
  dismissReason: string | null;
  clearedBy: number | null;
  evidence: string;
  facts: string;
  updatedAt: number;
}

const COLUMNS = `c.id, c.kind, c.trigger_key AS trigger, c.severity, c.state, c.since, c.snoozed_until AS snoozedUntil,
  c.dismiss_reason AS dismissReason, c.cleared_by AS clearedBy, c.evidence, c.facts, c.updated_at AS updatedAt`;

const ACTIVE: ReadonlySet<CaseState> = new Set(['open', 'accepted', 'snoozed']);

const toCase = (raw: Raw): StoredCase => ({
  ...raw,
  evidence: JSON.parse(raw.evidence),
  facts: JSON.parse(raw.facts),
});

/** What projecting a parcel needs beside its trail. */
export interface Owned {
  readonly market: string | null;
  /** It belongs to an order that we know. */
  readonly ordered: boolean;
  /** All cases that it ever had. */
  readonly cases: readonly (StoredCase & { readonly market: string | null; readonly dueAt: number | null })[];
}

/** The given parcels by their ids, in two statements for all: alone, each would cost more in asking than in reading. */
export function ownedBy(reader: Reader, ids: readonly number[]): ReadonlyMap<number, Owned> {
  const list = JSON.stringify(ids);
  const found = new Map<number, Owned & { cases: Owned['cases'][number][] }>();
  for (const { id, market, ordered } of reader.all<{ id: number; market: string | null; ordered: number }>(
    `SELECT p.id, p.market, EXISTS (SELECT 1 FROM shop_package s WHERE s.parcel_id = p.id) AS ordered
     FROM json_each(?) i CROSS JOIN parcel p ON p.id = i.value`,
    list,
  )) {
    found.set(id, { market, ordered: ordered === 1, cases: [] });
  }
  for (const { parcelId, market, dueAt, ...raw } of reader.all<
    Raw & { parcelId: number; market: string | null; dueAt: number | null }
  >(
    `SELECT c.parcel_id AS parcelId, c.market, c.due_at AS dueAt, ${COLUMNS}
     FROM json_each(?) i CROSS JOIN case_item c ON c.parcel_id = i.value ORDER BY c.id`,
    list,
  )) {
    found.get(parcelId)?.cases.push({ ...toCase(raw), market, dueAt });
  }
  return found;
}

/** A parcel's cases as its estimate looks at them. */
export interface ArrivalCases {
  /** The worst trouble that is open, and since when. */
  readonly openCase: TroubleKind | null;
  readonly openSince: number | null;
  /** All cases that it ever had of promises missed. */
  readonly misses: readonly StoredCase[];
}

export const NO_CASES: ArrivalCases = { openCase: null, openSince: null, misses: [] };

/** The cases of the given parcels, by parcel; one without any is not among them. */
export function arrivalCases(reader: Reader, ids: readonly number[]): ReadonlyMap<number, ArrivalCases> {
  const found = new Map<number, ArrivalCases & { misses: StoredCase[] }>();
  const rows = reader.all<Raw & { parcelId: number; sinceKey: number }>(
    `SELECT c.parcel_id AS parcelId, c.since_key AS sinceKey, ${COLUMNS}
     FROM json_each(?) i CROSS JOIN case_item c ON c.parcel_id = i.value ORDER BY c.severity DESC, c.id`,
    JSON.stringify(ids),
  );
  for (const { parcelId, sinceKey, ...raw } of rows) {
    const known = found.get(parcelId) ?? { ...NO_CASES, misses: [] };
    if (raw.kind === 'promise-miss') {
      found.set(parcelId, {
        ...known,
        misses: [...known.misses, toCase(raw)].toSorted((a, b) => a.id - b.id),
      });
    } else if (known.openCase === null && ACTIVE.has(raw.state)) {
      found.set(parcelId, { ...known, openCase: raw.kind, openSince: sinceKey });
    }
  }
  return found;
}

/** One case, or undefined. */
export function storedCase(reader: Reader, id: number): StoredCase | undefined {
  const raw = reader.get<Raw>(`SELECT ${COLUMNS} FROM case_item c WHERE c.id = ?`, id);
  return raw && toCase(raw);
}

/** Snoozed cases whose time is up, with their parcels. */
export function sleepersDue(reader: Reader, now: number, limit: number): number[] {
  return reader
    .all<{ id: number }>(
      `SELECT DISTINCT parcel_id AS id FROM case_item WHERE state = 'snoozed' AND snoozed_until <= ? LIMIT ?`,
      now,
      limit,
    )
    .map((row) => row.id);
}

/** An action that can be undone, or undefined. */
export function actionById(
  reader: Reader,
  id: Param,
): { what: string; before: string; undoneAt: number | null } | undefined {
  return reader.get('SELECT what, before, undone_at AS undoneAt FROM action WHERE id = ?', id);
}
