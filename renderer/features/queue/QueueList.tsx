import type { Ref } from 'react';
import { useStore } from 'zustand';
import type { CaseRow } from '#shared/model/case.ts';
import { goTo } from '../../app/routes.ts';
import { kindName } from '../../app/names.ts';
import { useSession } from '../../app/session.ts';
import { useWords } from '../../app/text.tsx';
import { openImport } from '../imports/store.ts';
import {
  Banner,
  Button,
  EmptyState,
  Icon,
  type ListHandle,
  SeverityMark,
  Skeleton,
  VirtualList,
} from '../../ui/index.ts';
import css from '../features.module.css';
import { queueList } from './store.ts';
import { RowTime } from './RowTime.tsx';
import { whyLine } from './words.ts';

/** Height of a row by density; the same numbers as `--row` in tokens.css. */
export const ROW_HEIGHT = { comfortable: 52, compact: 44 } as const;

export function QueueList({ ref }: { ref: Ref<ListHandle> }) {
  const words = useWords();
  const { t, fmt, faultText } = words;
  const state = useStore(queueList);
  const density = useSession((now) => now.settings.density);
  return (
    <div className={css['listBody']}>
      {state.fault && <Banner tone="high" title={faultText(state.fault)} />}
      {state.waiting && (
        <button type="button" className={css['fresh']} onClick={() => queueList.showWaiting()}>
          {t('queue.new', { n: state.waiting.fresh })}
        </button>
      )}
      {state.loadedAt === null && state.loading && <Skeleton lines={12} />}
      <VirtualList<CaseRow>
        ref={ref}
        label={t('queue.list')}
        rows={state.rows}
        total={state.total}
        rowKey={(row) => row.id}
        rowHeight={ROW_HEIGHT[density]}
        activeKey={state.activeKey}
        onActive={(activeKey) => queueList.setState({ activeKey })}
        onOpen={(id) => goTo('queue', id)}
        selected={state.selected}
        onSelect={(selected) => queueList.setState({ selected })}
        onEnd={() => void queueList.more()}
        empty={state.loadedAt === null ? null : <QueueEmpty />}
        renderRow={(row, { selected }) => (
          <div className={`${css['row']} ${state.gone.has(row.id) ? css['gone'] : ''}`}>
            <span className={css['rowMark']}>
              <SeverityMark severity={row.severity} label={t(`severity.${row.severity as 1 | 2 | 3 | 4}`)} />
            </span>
            <RowTime row={row} />
            <span className={css['rowMain']}>
              <span className={css['rowTitle']}>
                {selected && <Icon name="check" />} {kindName(row, words)}
              </span>
              <span className={css['rowSub']}>
                {state.gone.has(row.id)
                  ? t('queue.gone', { time: fmt.clock(state.gone.get(row.id) ?? 0) })
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
