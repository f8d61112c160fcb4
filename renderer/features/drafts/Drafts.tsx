import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Draft, DraftState } from '#shared/model/draft.ts';
import { createListStore } from '../../app/listStore.ts';
import { useWords } from '../../app/text.tsx';
import { call, onChange } from '../../bridge/client.ts';
import { EmptyState, Tabs, Tag } from '../../ui/index.ts';
import css from '../features.module.css';
import { ListRows } from '../ListRows.tsx';
import { ListScreen, useListKeys } from '../ListScreen.tsx';
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
  return onChange('drafts', () => void draftList.refresh());
}

/** Screen: messages that wait for a person. */
export function Drafts() {
  const { t, fmt } = useWords();
  const { filter } = useStore(draftList);
  useEffect(followDrafts, []);
  const list = useListKeys('drafts', draftList);
  return (
    <ListScreen
      view="drafts"
      list={
        <>
          <div className={css['listHead']}>
            <Tabs
              label={t('queue.views')}
              value={filter.view}
              tabs={VIEWS.map((view) => ({ value: view, label: t(`drafts.view.${view}`) }))}
              onChange={(view) => draftList.setFilter({ view })}
            />
          </div>
          <div className={css['listBody']}>
            <ListRows
              ref={list}
              view="drafts"
              store={draftList}
              empty={
                <EmptyState
                  kind="nothing-to-do"
                  title={t('drafts.empty.title')}
                  text={t('drafts.empty.text')}
                />
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
      detail={(id) => <DraftEditor key={id} draftId={id} />}
    />
  );
}
