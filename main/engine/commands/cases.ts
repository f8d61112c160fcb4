import type { Changed } from '#shared/contract/queue.ts';
import type { CaseState, DismissReason } from '#shared/model/case.ts';
import type { ActionId, CaseId } from '#shared/model/ids.ts';
import { FaultError } from '#shared/result.ts';
import type { Clock } from '../ports.ts';
import { audit, markUndone, recordAction } from '../store/aggregates/audit.ts';
import { type CaseStateChange, logCase, setCaseState } from '../store/aggregates/cases.ts';
import type { Writer } from '../store/types.ts';
import { actionById, storedCase, type StoredCase } from '../store/views/cases.ts';

/** Longest snooze: beyond a quarter it is a dismissal. */
export const SNOOZE_MAX_MS = 92 * 86_400_000;

type Verb = 'accepted' | 'snoozed' | 'dismissed' | 'reopened';

/** From which states each verb may start. A cleared case needs no decision, so none. */
const FROM: Readonly<Record<Verb, readonly CaseState[]>> = {
  accepted: ['open', 'snoozed'],
  snoozed: ['open', 'accepted', 'snoozed'],
  dismissed: ['open', 'accepted', 'snoozed'],
  reopened: ['accepted', 'snoozed', 'dismissed'],
};

/** A case as an action leaves it behind for its undoing. */
interface Before {
  readonly id: number;
  readonly state: CaseState;
  readonly snoozedUntil: number | null;
  readonly dismissReason: string | null;
  /** `updated_at` after the action: if it is another by the time of the undo, the case has moved on. */
  readonly left: { state: CaseState; at: number };
}

export interface CaseCommands {
  accept(caseIds: readonly CaseId[]): Changed;
  snooze(caseIds: readonly CaseId[], until: number): Changed;
  dismiss(caseIds: readonly CaseId[], reason: DismissReason, note: string): Changed;
  reopen(caseIds: readonly CaseId[]): Changed;
  undo(actionId: ActionId): Changed;
}

/** What a person can do to cases: each in one durable transaction, logged, audited, and undoable as a whole. */
export function createCaseCommands(deps: {
  writer: Writer;
  clock: Clock;
  changed: () => void;
}): CaseCommands {
  const { writer, clock } = deps;

  const apply = (
    verb: Verb,
    caseIds: readonly CaseId[],
    change: Omit<CaseStateChange, 'at'>,
    detail: Record<string, string | number | null>,
    note = '',
  ): Changed => {
    const at = clock.now();
    const unchanged: Changed['unchanged'] = [];
    const before: Before[] = [];
    const actionId = writer.transaction('command', () => {
      for (const caseId of new Set(caseIds)) {
        const item = storedCase(writer, caseId);
        if (!item || !FROM[verb].includes(item.state)) {
          unchanged.push({ caseId, code: item ? 'wrong-state' : 'not-found' });
          continue;
        }
        before.push({
          id: item.id,
          state: item.state,
          snoozedUntil: item.snoozedUntil,
          dismissReason: item.dismissReason,
          left: { state: change.state, at },
        });
        setCaseState(writer, caseId, { ...change, at });
        // A note is a person's own words: it stays with the case and never goes into the audit.
        logCase(writer, caseId, {
          at,
          what: verb,
          by: 'person',
          detail: note ? { ...detail, note } : detail,
        });
      }
      if (before.length === 0) return null;
      audit(writer, at, `cases.${verb}`, `${before.length} cases`, {
        ...detail,
        ids: before.map((item) => item.id).join(' '),
      });
      return recordAction(writer, at, verb, before);
    });
    deps.changed();
    return { actionId: actionId as ActionId | null, changed: before.length, unchanged };
  };

  return {
    accept: (caseIds) => apply('accepted', caseIds, { state: 'accepted' }, {}),
    snooze: (caseIds, until) => {
      const now = clock.now();
      if (until <= now || until > now + SNOOZE_MAX_MS) throw new FaultError('bad-input', { path: 'until' });
      return apply('snoozed', caseIds, { state: 'snoozed', snoozedUntil: until }, { until });
    },
    dismiss: (caseIds, reason, note) =>
      apply('dismissed', caseIds, { state: 'dismissed', dismissReason: reason }, { reason }, note.trim()),
    reopen: (caseIds) => apply('reopened', caseIds, { state: 'open' }, {}),
    undo: (actionId) => {
      const at = clock.now();
      const unchanged: Changed['unchanged'] = [];
      let changed = 0;
      writer.transaction('command', () => {
        const action = actionById(writer, actionId);
        if (!action) throw new FaultError('not-found');
        if (action.undoneAt !== null) throw new FaultError('nothing-to-undo');
        for (const before of JSON.parse(action.before) as Before[]) {
          const item = storedCase(writer, before.id);
          if (!item || movedOn(item, before)) {
            unchanged.push({ caseId: before.id as CaseId, code: item ? 'wrong-state' : 'not-found' });
            continue;
          }
          setCaseState(writer, before.id, {
            state: before.state,
            at,
            snoozedUntil: before.snoozedUntil,
            dismissReason: before.dismissReason as DismissReason | null,
          });
          logCase(writer, before.id, { at, what: 'undone', by: 'person', detail: { what: action.what } });
          changed += 1;
        }
        markUndone(writer, actionId, at);
        audit(writer, at, 'actions.undo', `action ${actionId}`, { what: action.what, changed });
      });
      deps.changed();
      return { actionId: null, changed, unchanged };
    },
  };
}

function movedOn(item: StoredCase, before: Before): boolean {
  return item.state !== before.left.state || item.updatedAt !== before.left.at;
}
