import type { CaseKind, CaseState, Finding } from '#shared/model/case.ts';

/** What the life cycle needs to know of a stored case. */
export interface ExistingCase {
  readonly id: number;
  readonly kind: CaseKind;
  readonly trigger: string;
  readonly severity: number;
  readonly state: CaseState;
  readonly since: number | null;
  readonly snoozedUntil: number | null;
  readonly evidence: readonly number[];
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** What is to be done with one case. `clearedBy` is the scan that made it go, null when it was the clock or a withdrawal. */
export type CaseChange =
  | { readonly do: 'open'; readonly finding: Finding }
  | { readonly do: 'update'; readonly id: number; readonly finding: Finding; readonly worsened: boolean }
  | { readonly do: 'clear'; readonly id: number; readonly clearedBy: number | null }
  | { readonly do: 'wake'; readonly id: number }
  | { readonly do: 'reopen'; readonly id: number };

const key = (item: { kind: CaseKind; trigger: string }): string => `${item.kind} ${item.trigger}`;
const ACTIVE: ReadonlySet<CaseState> = new Set(['open', 'accepted', 'snoozed']);

/**
 * Compares what is wrong with what is on record: opens what is new, updates what goes on, clears by itself what is gone
 * (whoever had taken or snoozed it), wakes a snoozed case whose time is up or whose evidence grew, leaves a dismissed
 * one alone as long as its trigger is the same, and reopens a cleared one whose very finding is back (data withdrawn).
 */
export function reconcile(
  existing: readonly ExistingCase[],
  findings: readonly Finding[],
  context: { readonly now: number; readonly lastEventId: number | null },
): CaseChange[] {
  const changes: CaseChange[] = [];
  const onRecord = new Map(existing.map((item) => [key(item), item]));
  const found = new Set<string>();
  for (const finding of findings) {
    found.add(key(finding));
    const item = onRecord.get(key(finding));
    if (!item) changes.push({ do: 'open', finding });
    else changes.push(...goOn(item, finding, context.now));
  }
  for (const item of existing) {
    if (found.has(key(item)) || !ACTIVE.has(item.state)) continue;
    changes.push({ do: 'clear', id: item.id, clearedBy: context.lastEventId });
  }
  return changes;
}

function goOn(item: ExistingCase, finding: Finding, now: number): CaseChange[] {
  if (item.state === 'dismissed') return [];
  const changes: CaseChange[] = [];
  const grew = finding.evidence.length > item.evidence.length;
  const worsened = finding.severity > item.severity;
  if (item.state === 'cleared') changes.push({ do: 'reopen', id: item.id });
  if (item.state === 'snoozed' && (grew || worsened || (item.snoozedUntil ?? 0) <= now)) {
    changes.push({ do: 'wake', id: item.id });
  }
  const same =
    item.severity === finding.severity &&
    item.since === finding.since &&
    JSON.stringify(item.evidence) === JSON.stringify(finding.evidence) &&
    JSON.stringify(item.facts) === JSON.stringify(finding.facts);
  if (!same) changes.push({ do: 'update', id: item.id, finding, worsened });
  return changes;
}

/** Cases that another look than this one finds, whose sleep is over all the same. `looked`: those that this one finds. */
export function wakeable(
  all: readonly ExistingCase[],
  looked: readonly ExistingCase[],
  now: number,
): CaseChange[] {
  return all
    .filter((item) => !looked.includes(item) && item.state === 'snoozed' && (item.snoozedUntil ?? 0) <= now)
    .map(({ id }) => ({ do: 'wake', id }));
}
