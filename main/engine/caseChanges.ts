import { nextDeadline, promiseHeld } from './cases/deadlines.ts';
import type { CaseChange } from './cases/lifecycle.ts';
import { dueCases, logCase, openCase, setCaseState, updateCase } from './store/aggregates/cases.ts';
import type { Writer } from './store/types.ts';
import { moneyClocks } from './store/views/deadlines.ts';

interface Owner {
  readonly parcelId: number;
  readonly market: string | null;
}

/** Writes changes of the life cycle, each with its line in the case's log. */
export function applyChanges(writer: Writer, owner: Owner, changes: readonly CaseChange[], at: number): void {
  for (const change of changes) applyChange(writer, owner, change, at);
}

function applyChange(writer: Writer, { parcelId, market }: Owner, change: CaseChange, at: number): void {
  const by = 'seamark' as const;
  switch (change.do) {
    case 'open': {
      const { finding } = change;
      const id = openCase(writer, { ...finding, parcelId, market, at });
      logCase(writer, id, { at, what: 'opened', by, eventId: finding.evidence.at(-1) ?? null });
      return;
    }
    case 'update':
      updateCase(writer, change.id, change.finding);
      if (change.worsened) {
        logCase(writer, change.id, {
          at,
          what: 'worsened',
          by,
          detail: { severity: change.finding.severity },
        });
      }
      return;
    case 'clear':
      setCaseState(writer, change.id, { state: 'cleared', at, clearedBy: change.clearedBy });
      logCase(writer, change.id, { at, what: 'cleared', by, eventId: change.clearedBy });
      return;
    case 'wake':
    case 'reopen':
      setCaseState(writer, change.id, { state: 'open', at });
      logCase(writer, change.id, { at, what: change.do === 'wake' ? 'woke' : 'reopened', by });
  }
}

/** Puts a parcel's waiting cases, if it has any, where their next deadline stands; answers it. */
export function setDeadline(writer: Writer, parcelId: number, now: number, hasCases = true): number | null {
  const clocks = moneyClocks(writer, parcelId);
  const next = clocks === undefined ? null : nextDeadline({ ...clocks, promise: promiseHeld(clocks) }, now);
  if (hasCases) dueCases(writer, parcelId, next);
  return next?.at ?? null;
}
