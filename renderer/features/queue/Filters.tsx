import type { Ref } from 'react';
import { useStore } from 'zustand';
import type { QueueView } from '#shared/contract/queue.ts';
import { CASE_KINDS } from '#shared/model/case.ts';
import { MARKETS } from '#shared/model/market.ts';
import { useWords } from '../../app/text.tsx';
import { SearchField, Tabs } from '../../ui/index.ts';
import css from '../features.module.css';
import { FilterSelect } from '../FilterSelect.tsx';
import { queueExtra, queueList } from './store.ts';

export const QUEUE_VIEWS: readonly QueueView[] = ['waiting', 'mine', 'snoozed', 'cleared', 'dismissed'];

/** Tabs with counts, and the filters of the list. */
export function QueueFilters({ searchRef }: { searchRef: Ref<HTMLInputElement> }) {
  const words = useWords();
  const { t } = words;
  const { filter } = useStore(queueList);
  const { counts, markets } = useStore(queueExtra);
  const seen = MARKETS.filter((market) => (markets[market] ?? 0) > 0 || market === filter.market);
  return (
    <div className={css['listHead']}>
      <Tabs
        label={t('queue.views')}
        value={filter.view}
        tabs={QUEUE_VIEWS.map((view) => ({
          value: view,
          label: t(`queue.view.${view}`),
          ...(view === 'cleared' ? {} : { count: counts[view] }),
        }))}
        onChange={(view) => queueList.setFilter({ view })}
      />
      <div className={css['filters']}>
        <SearchField
          label={t('queue.search')}
          value={filter.text}
          onChange={(text) => queueList.setFilter({ text })}
          inputRef={searchRef}
        />
        <FilterSelect
          label="queue.kind"
          value={filter.kind}
          values={CASE_KINDS}
          wordOf={(kind) => t(`kind.${kind}`)}
          onChange={(kind) => queueList.setFilter({ kind })}
        />
        <FilterSelect
          label="queue.market"
          value={filter.market}
          values={seen}
          wordOf={(market) => `${market} ${t(`market.${market}`)}`}
          onChange={(market) => queueList.setFilter({ market })}
        />
      </div>
    </div>
  );
}
