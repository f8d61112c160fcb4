import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useAction } from '../../app/actions.ts';
import { useRoute } from '../../app/routes.ts';
import { ListScreen, useListKeys } from '../ListScreen.tsx';
import { BulkBar } from './BulkBar.tsx';
import { CaseDetail } from './CaseDetail.tsx';
import { DismissDialog, SnoozeDialog } from './dialogs.tsx';
import { QueueFilters, QUEUE_VIEWS } from './Filters.tsx';
import { QueueList } from './QueueList.tsx';
import { followQueue, queueList } from './store.ts';
import { useQueueActions } from './useQueueActions.ts';

/** Screen: what must be decided, by the next moment that costs money, then worst and oldest first. */
export function Queue() {
  const route = useRoute();
  const { activeKey, selected, filter } = useStore(queueList);
  const search = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState<{ verb: 'snooze' | 'dismiss'; ids: readonly number[] } | null>(null);
  const { run, undoLast, draft } = useQueueActions();

  useEffect(followQueue, []);
  const list = useListKeys('queue', queueList);

  const focus = activeKey ?? route.id;
  const targets = (): readonly number[] =>
    selected.size > 0 ? [...selected] : focus === null ? [] : [focus];
  const ask = (verb: 'snooze' | 'dismiss'): void => {
    const ids = targets();
    if (ids.length > 0) setAsking({ verb, ids });
  };
  const moveView = (step: number): void => {
    const now = QUEUE_VIEWS.indexOf(filter.view);
    const next = QUEUE_VIEWS[(now + step + QUEUE_VIEWS.length) % QUEUE_VIEWS.length];
    if (next) queueList.setFilter({ view: next });
  };
  useAction('select', () => list.current?.toggle());
  useAction('extendDown', () => list.current?.extend(1));
  useAction('extendUp', () => list.current?.extend(-1));
  useAction('search', () => search.current?.focus());
  useAction('nextView', () => moveView(1));
  useAction('previousView', () => moveView(-1));
  useAction('take', () => void run({ do: 'accept' }, targets()));
  useAction('reopen', () => void run({ do: 'reopen' }, targets()));
  useAction('snooze', () => ask('snooze'));
  useAction('dismiss', () => ask('dismiss'));
  useAction('undo', () => void undoLast());
  useAction('draft', () => focus !== null && void draft(focus), focus !== null);

  return (
    <>
      <ListScreen
        view="queue"
        list={
          <>
            <QueueFilters searchRef={search} />
            {selected.size > 0 && <BulkBar onAsk={ask} onRun={(verb) => void run(verb, targets())} />}
            <QueueList ref={list} />
          </>
        }
        detail={(id) => <CaseDetail caseId={id} onAsk={(verb) => setAsking({ verb, ids: [id] })} />}
      />
      {asking?.verb === 'snooze' && (
        <SnoozeDialog
          count={asking.ids.length}
          onClose={() => setAsking(null)}
          onChoose={(until) => {
            setAsking(null);
            void run({ do: 'snooze', until }, asking.ids);
          }}
        />
      )}
      {asking?.verb === 'dismiss' && (
        <DismissDialog
          count={asking.ids.length}
          onClose={() => setAsking(null)}
          onChoose={(reason, note) => {
            setAsking(null);
            void run({ do: 'dismiss', reason, note }, asking.ids);
          }}
        />
      )}
    </>
  );
}
