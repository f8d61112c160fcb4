import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Draft, DraftState } from '#shared/model/draft.ts';
import { useAction } from '../../app/actions.ts';
import { createListStore } from '../../app/listStore.ts';
import { goTo, useRoute } from '../../app/routes.ts';
import { changeSettings, useSession } from '../../app/session.ts';
import { useWords } from '../../app/text.tsx';
import { useFocusAtFirst } from '../../app/useFocusAtFirst.ts';
import { bridge, call } from '../../bridge/client.ts';
import { EmptyState, type ListHandle, SplitPane, Tabs, Tag, VirtualList } from '../../ui/index.ts';
import css from '../features.module.css';
import { ROW_HEIGHT } from '../queue/QueueList.tsx';
import { DraftEditor } from './DraftEditor.tsx';

type View = DraftState | 'open';
const VIEWS: readonly View[] = ['open', 'proposed', 'edited', 'copied', 'discarded'];

const draftList = createListStore<Draft, { view: View }>({
  filter: { view: 'open' },
  keyOf: (row) => row.id,
  fetch: ({ view }, limit, cursor) =>
    call('drafts.page', { state: view === 'open' ? null : view, limit, cursor }),
});

function followDrafts(): () => void {
  void draftList.load();
  return bridge.on('drafts', () => void draftList.refresh());
}

/** Screen: messages that wait for a person. */
export function Drafts() {
  const { t, fmt } = useWords();
  const route = useRoute();
  const { split, density } = useSession((state) => state.settings);
  const state = useStore(draftList);
  const list = useRef<ListHandle>(null);
  useEffect(followDrafts, []);
  useFocusAtFirst(list);
  useEffect(() => {
    if (route.view === 'drafts' && route.id !== null) draftList.setState({ activeKey: route.id });
  }, [route]);
  useAction('next', () => list.current?.move(1));
  useAction('previous', () => list.current?.move(-1));
  return (
    <SplitPane
      split={split}
      onSplit={(share) => void changeSettings({ split: share })}
      detailOpen={route.id !== null}
      onCloseDetail={() => goTo('drafts')}
      labels={{ divider: t('common.divider'), back: t('common.back') }}
      list={
        <>
          <div className={css['listHead']}>
            <Tabs
              label={t('queue.views')}
              value={state.filter.view}
              tabs={VIEWS.map((view) => ({ value: view, label: t(`drafts.view.${view}`) }))}
              onChange={(view) => draftList.setFilter({ view })}
            />
          </div>
          <div className={css['listBody']}>
            <VirtualList<Draft>
              ref={list}
              label={t('drafts.list')}
              rows={state.rows}
              total={state.total}
              rowKey={(row) => row.id}
              rowHeight={ROW_HEIGHT[density]}
              activeKey={state.activeKey}
              onActive={(activeKey) => draftList.setState({ activeKey })}
              onOpen={(id) => goTo('drafts', id)}
              onEnd={() => void draftList.more()}
              empty={
                state.loadedAt === null ? null : (
                  <EmptyState
                    kind="nothing-to-do"
                    title={t('drafts.empty.title')}
                    text={t('drafts.empty.text')}
                  />
                )
              }
              renderRow={(row) => (
                <div className={css['row']}>
                  <span />
                  <time className={`${css['rowTime']} num`} title={fmt.full(row.updatedAt)}>
                    {fmt.span(Date.now() - row.updatedAt)}
                  </time>
                  <span className={css['rowMain']}>
                    <span className={`${css['rowTitle']} num`}>{row.number}</span>
                    <span className={css['rowSub']} lang={row.lang}>
                      {row.text.replaceAll('\n', ' ')}
                    </span>
                  </span>
                  <span className={css['rowSide']}>
                    <span>{t(`draft.lang.${row.lang}`)}</span>
                    <Tag tone={row.relevant ? 'neutral' : 'medium'}>{t(`draft.state.${row.state}`)}</Tag>
                  </span>
                </div>
              )}
            />
          </div>
        </>
      }
      detail={
        route.id === null ? (
          <EmptyState kind="choose" title={t('drafts.pick.title')} text={t('drafts.pick.text')} />
        ) : (
          <DraftEditor key={route.id} draftId={route.id} />
        )
      }
    />
  );
}
