import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useAction } from '../app/actions.ts';
import type { ListStore } from '../app/listStore.ts';
import { goTo, useRoute, type View } from '../app/routes.ts';
import { changeSettings, useSession } from '../app/session.ts';
import { useWords } from '../app/text.tsx';
import { useFocusAtFirst } from '../app/useFocusAtFirst.ts';
import { EmptyState, type ListHandle, SplitPane } from '../ui/index.ts';

/** The places that are a list beside what is open of it. */
export type ListView = Extract<View, 'queue' | 'parcels' | 'orders' | 'drafts'>;

/** The list of such a place: it has the focus at first, marks what the route opened, and the keys walk through it. */
export function useListKeys<R, F>(view: ListView, store: ListStore<R, F>): RefObject<ListHandle | null> {
  const route = useRoute();
  const list = useRef<ListHandle>(null);
  useFocusAtFirst(list);
  useEffect(() => {
    if (route.view === view && route.id !== null) store.setState({ activeKey: route.id });
  }, [route, view, store]);
  useAction('next', () => list.current?.move(1));
  useAction('previous', () => list.current?.move(-1));
  return list;
}

/** The frame of such a place: the list, as wide as the person made it, and what is open of it or a word that nothing is. */
export function ListScreen({
  view,
  list,
  detail,
}: {
  view: ListView;
  list: ReactNode;
  detail: (id: number) => ReactNode;
}) {
  const { t } = useWords();
  const { id } = useRoute();
  const split = useSession((state) => state.settings.split);
  return (
    <SplitPane
      split={split}
      onSplit={(share) => void changeSettings({ split: share })}
      detailOpen={id !== null}
      onCloseDetail={() => goTo(view)}
      labels={{ divider: t('common.divider'), back: t('common.back') }}
      list={list}
      detail={
        id === null ? (
          <EmptyState kind="choose" title={t(`${view}.pick.title`)} text={t(`${view}.pick.text`)} />
        ) : (
          detail(id)
        )
      }
    />
  );
}
