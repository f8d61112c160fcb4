import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useAction } from '../../app/actions.ts';
import { goTo, useRoute } from '../../app/routes.ts';
import { changeSettings, useSession } from '../../app/session.ts';
import { useWords } from '../../app/text.tsx';
import { useFocusAtFirst } from '../../app/useFocusAtFirst.ts';
import { EmptyState, type ListHandle, SplitPane } from '../../ui/index.ts';
import { BulkBar } from './BulkBar.tsx';
import { CaseDetail } from './CaseDetail.tsx';
import { DismissDialog, SnoozeDialog } from './dialogs.tsx';
import { QueueFilters, QUEUE_VIEWS } from './Filters.tsx';
import { QueueList } from './QueueList.tsx';
import { followQueue, queueList } from './store.ts';
import { useQueueActions } from './useQueueActions.ts';

/** Screen: what must be decided, by the next moment that costs money, then worst and oldest first. */
export function Queue() {
  const { t } = useWords();
  const route = useRoute();
  const split = useSession((state) => state.settings.split);
  const { activeKey, selected, filter } = useStore(queueList);
  const list = useRef<ListHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState<{ verb: 'snooze' | 'dismiss'; ids: readonly number[] } | null>(null);
  const { run, undoLast, draft } = useQueueActions();

  useEffect(followQueue, []);
  useFocusAtFirst(list);
  useEffect(() => {
    if (route.view === 'queue' && route.id !== null) queueList.setState({ activeKey: route.id });
  }, [route]);

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
  useAction('next', () => list.current?.move(1));
  useAction('previous', () => list.current?.move(-1));
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
      <SplitPane
        split={split}
        onSplit={(share) => void changeSettings({ split: share })}
        detailOpen={route.id !== null}
        onCloseDetail={() => goTo('queue')}
        labels={{ divider: t('common.divider'), back: t('common.back') }}
        list={
          <>
            <QueueFilters searchRef={search} />
            {selected.size > 0 && <BulkBar onAsk={ask} onRun={(verb) => void run(verb, targets())} />}
            <QueueList ref={list} />
          </>
        }
        detail={
          route.id === null ? (
            <EmptyState kind="choose" title={t('queue.pick.title')} text={t('queue.pick.text')} />
          ) : (
            <CaseDetail caseId={route.id} onAsk={(verb) => setAsking({ verb, ids: [route.id ?? 0] })} />
          )
        }
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
