import type { Ref } from 'react';
import { useStore } from 'zustand';
import { kindName } from '../../app/names.ts';
import { useSession } from '../../app/session.ts';
import { useWords } from '../../app/text.tsx';
import { openImport } from '../imports/store.ts';
import { Button, EmptyState, Icon, type ListHandle, SeverityMark } from '../../ui/index.ts';
import css from '../features.module.css';
import { ListRows } from '../ListRows.tsx';
import { queueList } from './store.ts';
import { RowTime } from './RowTime.tsx';
import { whyLine } from './words.ts';

export function QueueList({ ref }: { ref: Ref<ListHandle> }) {
  const words = useWords();
  const { t, fmt } = words;
  const { gone } = useStore(queueList);
  return (
    <div className={css['listBody']}>
      <ListRows
        ref={ref}
        view="queue"
        store={queueList}
        choose
        empty={<QueueEmpty />}
        renderRow={(row, { selected }) => (
          <div className={`${css['row']} ${gone.has(row.id) ? css['gone'] : ''}`}>
            <span className={css['rowMark']}>
              <SeverityMark severity={row.severity} label={t(`severity.${row.severity as 1 | 2 | 3 | 4}`)} />
            </span>
            <RowTime row={row} />
            <span className={css['rowMain']}>
              <span className={css['rowTitle']}>
                {selected && <Icon name="check" />} {kindName(row, words)}
              </span>
              <span className={css['rowSub']}>
                {gone.has(row.id)
                  ? t('queue.gone', { time: fmt.clock(gone.get(row.id) ?? 0) })
                  : whyLine(row, words)}
              </span>
            </span>
            <span className={css['rowSide']}>
              <span className="num">{row.number}</span>
              <span className={css['rowSub']}>{[row.market, row.lastPlace].filter(Boolean).join(' · ')}</span>
            </span>
          </div>
        )}
      />
    </div>
  );
}

/** Three different kinds of nothing. */
function QueueEmpty() {
  const { t } = useWords();
  const { filter } = useStore(queueList);
  const parcels = useSession((state) => state.status?.parcels ?? 0);
  if (parcels === 0) {
    return (
      <EmptyState
        kind="no-data"
        title={t('queue.empty.data.title')}
        text={t('queue.empty.data.text')}
        action={
          <Button variant="primary" icon="import" onClick={() => openImport()}>
            {t('action.import')}
          </Button>
        }
      />
    );
  }
  if (filter.kind !== null || filter.market !== null || filter.text.trim() !== '') {
    return (
      <EmptyState
        kind="no-match"
        title={t('queue.empty.match.title')}
        text={t(filter.text.trim() === '' ? 'queue.empty.match.text' : 'parcels.empty.match.text')}
        action={
          <Button onClick={() => queueList.setFilter({ kind: null, market: null, text: '' })}>
            {t('common.clearFilters')}
          </Button>
        }
      />
    );
  }
  const where = filter.view === 'waiting' ? 'waiting' : 'other';
  return (
    <EmptyState
      kind="nothing-to-do"
      title={t(`queue.empty.${where}.title`)}
      text={t(`queue.empty.${where}.text`)}
    />
  );
}
