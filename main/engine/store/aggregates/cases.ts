import type { CaseKind, CaseState, DeadlineKind, DismissReason } from '#shared/model/case.ts';
import type { Writer } from '../types.ts';

type Facts = Readonly<Record<string, string | number | null>>;

/** A case as it is opened. */
export interface NewCase {
  readonly parcelId: number;
  readonly kind: CaseKind;
  readonly trigger: string;
  readonly severity: number;
  readonly market: string | null;
  readonly since: number | null;
  readonly evidence: readonly number[];
  readonly facts: Facts;
  readonly at: number;
}

/** Opens a case; answers its id. */
export function openCase(writer: Writer, item: NewCase): number {
  return writer.run(
    `INSERT INTO case_item(parcel_id, kind, trigger_key, severity, state, market, since, since_key, opened_at,
       evidence, facts, updated_at) VALUES (?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?)`,
    item.parcelId,
    item.kind,
    item.trigger,
    item.severity,
    item.market,
    item.since,
    item.since ?? item.at,
    item.at,
    JSON.stringify(item.evidence),
    JSON.stringify(item.facts),
    item.at,
  ).lastId;
}

/** New evidence and figures for a case whose state stays. */
export function updateCase(
  writer: Writer,
  id: number,
  change: { severity: number; since: number | null; evidence: readonly number[]; facts: Facts },
): void {
  writer.run(
    `UPDATE case_item SET severity = ?, since = ?, since_key = ifnull(?, opened_at), evidence = ?, facts = ?
     WHERE id = ?`,
    change.severity,
    change.since,
    change.since,
    JSON.stringify(change.evidence),
    JSON.stringify(change.facts),
    id,
  );
}

/** A parcel's cases stand under its market, which may become known after they were opened. */
export function moveCases(writer: Writer, parcelId: number, market: string | null): void {
  writer.run(
    'UPDATE case_item SET market = ? WHERE parcel_id = ? AND market IS NOT ?',
    market,
    parcelId,
    market,
  );
}

/** The next deadline of a parcel's cases that are not over. */
export function dueCases(
  writer: Writer,
  parcelId: number,
  next: { readonly at: number; readonly is: DeadlineKind } | null,
): void {
  writer.run(
    `UPDATE case_item SET due_at = ?1, due_for = ?2
     WHERE parcel_id = ?3 AND state IN ('open', 'accepted', 'snoozed') AND (due_at IS NOT ?1 OR due_for IS NOT ?2)`,
    next?.at ?? null,
    next?.is ?? null,
    parcelId,
  );
}

/** The columns that a change of state writes; what is left out becomes null. */
export interface CaseStateChange {
  readonly state: CaseState;
  readonly at: number;
  readonly snoozedUntil?: number | null;
  readonly dismissReason?: DismissReason | null;
  readonly clearedBy?: number | null;
}

/** Moves a case to another state. */
export function setCaseState(writer: Writer, id: number, change: CaseStateChange): void {
  writer.run(
    `UPDATE case_item SET state = ?, updated_at = ?, snoozed_until = ?, dismiss_reason = ?, cleared_at = ?,
       cleared_by = ? WHERE id = ?`,
    change.state,
    change.at,
    change.snoozedUntil ?? null,
    change.dismissReason ?? null,
    change.state === 'cleared' ? change.at : null,
    change.clearedBy ?? null,
    id,
  );
}

/** Adds a line to a case's log. */
export function logCase(
  writer: Writer,
  caseId: number,
  line: { at: number; what: string; by: 'seamark' | 'person'; eventId?: number | null; detail?: Facts },
): void {
  writer.run(
    'INSERT INTO case_log(case_id, at, what, by, event_id, detail) VALUES (?, ?, ?, ?, ?, ?)',
    caseId,
    line.at,
    line.what,
    line.by,
    line.eventId ?? null,
    JSON.stringify(line.detail ?? {}),
  );
}
