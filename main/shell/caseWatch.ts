import type { CallInput, CallName, CallOutput } from '#shared/contract/index.ts';
import { CASE_KINDS } from '#shared/model/case.ts';
import { MARKETS } from '#shared/model/market.ts';
import type { Result } from '#shared/result.ts';
import type { Group } from './notify.ts';

export type Ask = <N extends CallName>(name: N, input: CallInput<N>) => Promise<Result<CallOutput<N>>>;

/** Counts the waiting cases by kind and market through the engine's own queries; null while it cannot answer. */
export async function waitingGroups(ask: Ask): Promise<readonly Group[] | null> {
  const counts = await ask('queue.counts', {});
  if (!counts.ok) return null;
  const groups: Group[] = [];
  for (const kind of CASE_KINDS) {
    if ((counts.value.kinds[kind] ?? 0) === 0) continue;
    let rest = counts.value.kinds[kind] ?? 0;
    for (const market of MARKETS) {
      if ((counts.value.markets[market] ?? 0) === 0) continue;
      const page = await ask('queue.page', {
        view: 'waiting',
        kind,
        market,
        text: '',
        limit: 1,
        cursor: null,
      });
      if (!page.ok) return null;
      rest -= page.value.total;
      if (page.value.total > 0) {
        groups.push({ kind, market, count: page.value.total, caseId: page.value.rows[0]?.id ?? null });
      }
    }
    if (rest > 0) groups.push({ kind, market: null, count: rest, caseId: null });
  }
  return groups;
}
