import { VIEW_STATE, caseById, caseCounts, caseLog, queuePage } from '../store/views/queue.ts';
import { draftsOfCase } from '../store/views/drafts.ts';
import { FaultError } from '#shared/result.ts';
import type { QueueView } from '#shared/contract/queue.ts';
import type { ApiDeps, FeatureHandlers } from './deps.ts';

/** Reads of the queue and what a person can do to its cases. */
export function queueHandlers(deps: ApiDeps): FeatureHandlers<'queue.' | 'cases.' | 'actions.'> {
  const { reader, caseCommands } = deps;
  return {
    'queue.page': ({ limit, cursor, ...filter }) => ({
      ...queuePage(reader, filter, { limit, cursor }),
      revision: deps.revision('queue'),
    }),
    'queue.counts': () => {
      const views: Record<QueueView, number> = { waiting: 0, mine: 0, snoozed: 0, cleared: 0, dismissed: 0 };
      const kinds: Record<string, number> = {};
      const markets: Record<string, number> = {};
      for (const row of caseCounts(reader)) {
        for (const view of Object.keys(views) as QueueView[]) {
          if (VIEW_STATE[view] === row.state) views[view] += row.n;
        }
        if (row.state !== 'open') continue;
        kinds[row.kind] = (kinds[row.kind] ?? 0) + row.n;
        if (row.market !== '') markets[row.market] = (markets[row.market] ?? 0) + row.n;
      }
      return { views, kinds, markets, revision: deps.revision('queue') };
    },
    'queue.case': ({ caseId }) => {
      const found = caseById(reader, caseId);
      if (!found) throw new FaultError('not-found');
      const ids = [...new Set([...found.evidence, ...(found.clearedBy === null ? [] : [found.clearedBy])])];
      const events = deps.eventViews(found.row.parcelId, ids);
      return {
        row: found.row,
        evidence: events.filter((event) => found.evidence.includes(event.id)),
        log: caseLog(reader, caseId),
        drafts: draftsOfCase(reader, caseId),
        dismissReason: found.dismissReason,
        clearedBy: events.find((event) => event.id === found.clearedBy) ?? null,
      } as never;
    },
    'cases.accept': ({ caseIds }) => caseCommands.accept(caseIds),
    'cases.snooze': ({ caseIds, until }) => caseCommands.snooze(caseIds, until),
    'cases.dismiss': ({ caseIds, reason, note }) => caseCommands.dismiss(caseIds, reason, note),
    'cases.reopen': ({ caseIds }) => caseCommands.reopen(caseIds),
    'actions.undo': ({ actionId }) => caseCommands.undo(actionId),
  };
}
