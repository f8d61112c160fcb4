import type { CallInput } from '#shared/contract/index.ts';
import type { Changed, QueueFilter } from '#shared/contract/queue.ts';
import type { CaseRow, DismissReason } from '#shared/model/case.ts';
import { asInstant } from '#shared/time.ts';
import type { Result } from '#shared/result.ts';
import { createStore } from 'zustand';
import { createListStore } from '../../app/listStore.ts';
import { call, onChange } from '../../bridge/client.ts';

export const queueList = createListStore<CaseRow, QueueFilter>({
  filter: { view: 'waiting', kind: null, market: null, text: '' },
  keyOf: (row) => row.id,
  fetch: (filter, limit, cursor) => call('queue.page', { ...filter, limit, cursor }),
});

type Counts = Record<QueueFilter['view'], number>;

/** Tab counts, and the action that `z` undoes. */
export const queueExtra = createStore<{
  counts: Counts;
  markets: Partial<Record<string, number>>;
  lastAction: number | null;
}>(() => ({
  counts: { waiting: 0, mine: 0, snoozed: 0, cleared: 0, dismissed: 0 },
  markets: {},
  lastAction: null,
}));

export async function loadCounts(): Promise<void> {
  const answer = await call('queue.counts', {});
  if (answer.ok) queueExtra.setState({ counts: answer.value.views, markets: answer.value.markets });
}

/** Keeps list and counts fresh while the screen is open; the answer stops. */
export function followQueue(): () => void {
  void queueList.load();
  void loadCounts();
  return onChange('queue', () => {
    void queueList.refresh();
    void loadCounts();
  });
}

export type Verb =
  | { readonly do: 'accept' }
  | { readonly do: 'snooze'; readonly until: number }
  | { readonly do: 'dismiss'; readonly reason: DismissReason; readonly note: string }
  | { readonly do: 'reopen' };

/** The contract takes so many at once; more go in slices. */
const SLICE = 500;

/**
 * Acts on cases. They leave the list at once; where the engine refuses they come back. Answers what changed, or the
 * fault of the first slice that failed.
 */
export async function act(verb: Verb, caseIds: readonly number[]): Promise<Result<Changed>> {
  const before = queueList.getState();
  const gone = new Set(caseIds);
  const index = before.rows.findIndex((row) => row.id === before.activeKey);
  const left = before.rows.filter((row) => !gone.has(row.id));
  const next = left[Math.min(Math.max(0, index), left.length - 1)];
  queueList.setState({
    rows: left,
    total: Math.max(0, before.total - (before.rows.length - left.length)),
    selected: new Set(),
    activeKey:
      before.activeKey !== null && gone.has(before.activeKey) ? (next?.id ?? null) : before.activeKey,
  });
  let sum: Changed = { actionId: null, changed: 0, unchanged: [] };
  for (let start = 0; start < caseIds.length; start += SLICE) {
    const answer = await send(verb, caseIds.slice(start, start + SLICE));
    if (!answer.ok) {
      queueList.setState({ rows: before.rows, total: before.total, activeKey: before.activeKey });
      return answer;
    }
    sum = {
      actionId: answer.value.actionId ?? sum.actionId,
      changed: sum.changed + answer.value.changed,
      unchanged: [...sum.unchanged, ...answer.value.unchanged],
    };
  }
  queueExtra.setState({ lastAction: sum.actionId });
  return { ok: true, value: sum };
}

function send(verb: Verb, caseIds: CallInput<'cases.accept'>['caseIds']): Promise<Result<Changed>> {
  switch (verb.do) {
    case 'accept':
      return call('cases.accept', { caseIds });
    case 'reopen':
      return call('cases.reopen', { caseIds });
    case 'snooze':
      return call('cases.snooze', { caseIds, until: asInstant(verb.until) });
    case 'dismiss':
      return call('cases.dismiss', { caseIds, reason: verb.reason, note: verb.note });
  }
}

/** Undoes an action (the last one unless said). */
export async function undo(
  actionId: number | null = queueExtra.getState().lastAction,
): Promise<Result<Changed>> {
  if (actionId === null) return { ok: false, error: { code: 'nothing-to-undo' } };
  const answer = await call('actions.undo', { actionId: actionId });
  if (answer.ok) {
    queueExtra.setState({ lastAction: null });
    await Promise.all([queueList.load(), loadCounts()]);
  }
  return answer;
}
