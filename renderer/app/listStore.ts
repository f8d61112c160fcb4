import { createStore, type StoreApi } from 'zustand';
import type { Fault, Result } from '#shared/result.ts';

/** One page of any list, as the contract gives it. */
export interface ListPage<R> {
  readonly rows: R[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly revision: number;
}

export interface ListState<R, F> {
  readonly filter: F;
  readonly rows: readonly R[];
  readonly total: number;
  readonly cursor: string | null;
  readonly revision: number;
  /** When these rows were read; they stay on the screen, with their age, while newer ones load. */
  readonly loadedAt: number | null;
  readonly loading: boolean;
  readonly fault: Fault | null;
  /** Newer rows that wait behind a counter while somebody reads. */
  readonly waiting: { readonly page: ListPage<R>; readonly fresh: number } | null;
  /** Rows that moved on by themselves and are about to go, with the time they did: they fade instead of vanishing. */
  readonly gone: ReadonlyMap<number, number>;
  readonly activeKey: number | null;
  readonly selected: ReadonlySet<number>;
}

export interface ListStore<R, F> extends StoreApi<ListState<R, F>> {
  setFilter(change: Partial<F>): void;
  /** Reads the first page anew. */
  load(): Promise<void>;
  more(): Promise<void>;
  /** Something changed: takes it in where nobody reads, else lets it wait behind a counter. */
  refresh(): Promise<void>;
  showWaiting(): void;
}

export const PAGE_ROWS = 200;
/** How long a row that moved on stays to say so, and up to how many do (a hundred fading rows tell nothing). */
const FADE_MS = 4000;
const FADE_MOST = 20;

/** A list that is read page by page, never a second truth: rows are what the engine said last. */
export function createListStore<R, F extends object>(options: {
  filter: F;
  keyOf: (row: R) => number;
  fetch: (filter: F, limit: number, cursor: string | null) => Promise<Result<ListPage<R>>>;
}): ListStore<R, F> {
  const { keyOf, fetch } = options;
  const store = createStore<ListState<R, F>>(() => ({
    filter: options.filter,
    rows: [],
    total: 0,
    cursor: null,
    revision: 0,
    loadedAt: null,
    loading: false,
    fault: null,
    waiting: null,
    gone: new Map(),
    activeKey: null,
    selected: new Set(),
  }));
  let turn = 0;
  let fading: ReturnType<typeof setTimeout> | null = null;

  const take = (page: ListPage<R>): void => {
    const keys = new Set(page.rows.map(keyOf));
    const { activeKey, selected } = store.getState();
    store.setState({
      rows: page.rows,
      total: page.total,
      cursor: page.nextCursor,
      revision: page.revision,
      loadedAt: Date.now(),
      loading: false,
      fault: null,
      waiting: null,
      gone: new Map(),
      activeKey: activeKey !== null && keys.has(activeKey) ? activeKey : null,
      selected: new Set([...selected].filter((key) => keys.has(key))),
    });
  };
  /** Shows which rows moved on, then takes the page without them. */
  const fade = (keys: readonly number[], page: ListPage<R>): void => {
    const at = Date.now();
    store.setState({ gone: new Map(keys.map((key) => [key, at])) });
    if (fading) clearTimeout(fading);
    const mine = turn;
    fading = setTimeout(() => {
      if (mine === turn) take(page);
    }, FADE_MS);
  };
  const load = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    store.setState({ loading: true });
    const answer = await fetch(store.getState().filter, PAGE_ROWS, null);
    if (mine !== turn) return;
    if (answer.ok) take(answer.value);
    else store.setState({ loading: false, fault: answer.error });
  };

  return {
    ...store,
    load,
    setFilter: (change) => {
      store.setState({
        filter: { ...store.getState().filter, ...change },
        activeKey: null,
        selected: new Set(),
      });
      void load();
    },
    more: async () => {
      const { cursor, loading, filter } = store.getState();
      if (cursor === null || loading) return;
      turn += 1;
      const mine = turn;
      store.setState({ loading: true });
      const answer = await fetch(filter, PAGE_ROWS, cursor);
      if (mine !== turn) return;
      if (!answer.ok) {
        store.setState({ loading: false, fault: answer.error });
        return;
      }
      const { rows } = store.getState();
      const known = new Set(rows.map(keyOf));
      store.setState({
        rows: [...rows, ...answer.value.rows.filter((row) => !known.has(keyOf(row)))],
        total: answer.value.total,
        cursor: answer.value.nextCursor,
        loading: false,
      });
    },
    refresh: async () => {
      const mine = turn;
      const answer = await fetch(store.getState().filter, PAGE_ROWS, null);
      // An answer that a newer one overtook says what was.
      if (mine !== turn || !answer.ok || answer.value.revision < store.getState().revision) return;
      store.setState({ fault: null });
      const page = answer.value;
      const { activeKey, selected, rows, cursor } = store.getState();
      const known = new Set(rows.map(keyOf));
      const now = new Map(page.rows.map((row) => [keyOf(row), row]));
      // Behind the last row that we had, what is not known was only not loaded yet.
      const end =
        cursor === null ? page.rows.length : page.rows.findLastIndex((row) => known.has(keyOf(row)));
      const fresh = page.rows.slice(0, end).filter((row) => !known.has(keyOf(row))).length;
      const reading = activeKey !== null || selected.size > 0;
      // Beyond the first page nobody can tell what is gone: rows further down only come up to date by reading on.
      const whole = page.nextCursor === null;
      const left = whole ? rows.map(keyOf).filter((key) => !now.has(key)) : [];
      if (reading && fresh > 0 && rows.length > 0) store.setState({ waiting: { page, fresh } });
      else if (left.length > 0 && left.length <= FADE_MOST) fade(left, page);
      else if (rows.length <= PAGE_ROWS) take(page);
      else store.setState({ rows: rows.map((row) => now.get(keyOf(row)) ?? row), total: page.total });
    },
    showWaiting: () => {
      const { waiting } = store.getState();
      if (waiting) take(waiting.page);
    },
  };
}
