import type { ReactNode, Ref } from 'react';
import { useStore } from 'zustand';
import type { ListStore } from '../app/listStore.ts';
import { goTo } from '../app/routes.ts';
import { useSession } from '../app/session.ts';
import { useWords } from '../app/text.tsx';
import { Banner, type ListHandle, Skeleton, VirtualList } from '../ui/index.ts';
import css from './features.module.css';
import type { ListView } from './ListScreen.tsx';

/** Height of a row by density; the same numbers as `--row` in tokens.css. */
export const ROW_HEIGHT = { comfortable: 52, compact: 44 } as const;

/** The rows of a list's store: why they could not be read, how many newer ones wait, bones until the first answer, then the rows or what `empty` says. */
export function ListRows<R extends { readonly id: number }, F>({
  ref,
  view,
  store,
  empty,
  choose = false,
  renderRow,
}: {
  ref: Ref<ListHandle>;
  view: ListView;
  store: ListStore<R, F>;
  empty: ReactNode;
  /** Whether several rows can be chosen for one act. */
  choose?: boolean;
  renderRow: (row: R, how: { selected: boolean }) => ReactNode;
}) {
  const { t, faultText } = useWords();
  const density = useSession((session) => session.settings.density);
  const state = useStore(store);
  return (
    <>
      {state.fault && (
        <div className={css['trouble']}>
          <Banner tone="high" title={faultText(state.fault)} />
        </div>
      )}
      {state.waiting && (
        <button type="button" className={css['fresh']} onClick={() => store.showWaiting()}>
          {t('common.newRows', { n: state.waiting.fresh })}
        </button>
      )}
      {state.loadedAt === null && state.loading && <Skeleton lines={12} />}
      <VirtualList<R>
        ref={ref}
        label={t(`${view}.list`)}
        rows={state.rows}
        total={state.total}
        rowKey={(row) => row.id}
        rowHeight={ROW_HEIGHT[density]}
        activeKey={state.activeKey}
        onActive={(activeKey) => store.setState({ activeKey })}
        onOpen={(id) => goTo(view, id)}
        {...(choose && {
          selected: state.selected,
          onSelect: (selected: ReadonlySet<number>) => store.setState({ selected }),
        })}
        onEnd={() => void store.more()}
        // Of a list that could not be read nobody knows that it is empty.
        empty={state.loadedAt === null || state.fault ? null : empty}
        renderRow={renderRow}
      />
    </>
  );
}
