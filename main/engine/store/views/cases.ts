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

/** All cases a parcel ever had. */
export function storedCases(reader: Reader, parcelId: number): StoredCase[] {
  return reader
    .all<Raw>(`SELECT ${COLUMNS} FROM case_item c WHERE c.parcel_id = ? ORDER BY c.id`, parcelId)
    .map(toCase);
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
