import type { CaseKind, CaseState } from '#shared/model/case.ts';
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

const COLUMNS = `id, kind, trigger_key AS trigger, severity, state, since, snoozed_until AS snoozedUntil,
  dismiss_reason AS dismissReason, cleared_by AS clearedBy, evidence, facts, updated_at AS updatedAt`;

const toCase = (raw: Raw): StoredCase => ({
  ...raw,
  evidence: JSON.parse(raw.evidence),
  facts: JSON.parse(raw.facts),
});

/** All cases a parcel ever had. */
export function storedCases(reader: Reader, parcelId: number): StoredCase[] {
  return reader
    .all<Raw>(`SELECT ${COLUMNS} FROM case_item WHERE parcel_id = ? ORDER BY id`, parcelId)
    .map(toCase);
}

/** One case, or undefined. */
export function storedCase(reader: Reader, id: number): StoredCase | undefined {
  const raw = reader.get<Raw>(`SELECT ${COLUMNS} FROM case_item WHERE id = ?`, id);
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
