import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createListStore, type ListPage, PAGE_ROWS } from '../../../renderer/app/listStore.ts';
import { fail, ok, type Result } from '#shared/result.ts';

interface Row {
  readonly id: number;
}
type Answer = Result<ListPage<Row>>;

/** A list over rows that the test changes, answered when the test says so. */
function world(ids: number[], size = PAGE_ROWS) {
  const state = { ids, revision: 1, fault: null as string | null };
  const held: (() => void)[] = [];
  let hold = false;
  const asked: { filter: { text: string }; cursor: string | null }[] = [];
  const answer = (cursor: string | null): Answer => {
    if (state.fault !== null) return fail(state.fault as 'internal');
    const from = cursor === null ? 0 : Number(cursor);
    const rows = state.ids.slice(from, from + size).map((id) => ({ id }));
    const next = from + rows.length < state.ids.length ? String(from + rows.length) : null;
    return ok({ rows, total: state.ids.length, nextCursor: next, revision: state.revision });
  };
  const list = createListStore<Row, { text: string }>({
    filter: { text: '' },
    keyOf: (row) => row.id,
    fetch: (filter, _limit, cursor) => {
      asked.push({ filter, cursor });
      const now = answer(cursor);
      return hold ? new Promise((done) => held.push(() => done(now))) : Promise.resolve(now);
    },
  });
  return {
    list,
    asked,
    state,
    ids: () => list.getState().rows.map((row) => row.id),
    change: (next: number[]) => {
      state.ids = next;
      state.revision += 1;
    },
    hold: () => {
      hold = true;
      return held;
    },
  };
}

const upTo = (n: number, from = 1): number[] => Array.from({ length: n }, (_, index) => index + from);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('reading', () => {
  test('the first page, then more, without doubles', async () => {
    const { list, ids, state } = world(upTo(450));
    await list.load();
    expect(ids()).toHaveLength(200);
    await list.more();
    // A row slid over the border between two pages.
    state.ids = [0, ...upTo(450)];
    await list.more();
    await list.more();
    expect(new Set(ids()).size).toBe(ids().length);
    expect(list.getState().cursor).toBeNull();
  });

  test('a fault keeps the rows that were there', async () => {
    const { list, ids, state } = world([1, 2]);
    await list.load();
    state.fault = 'engine-stopped';
    await list.load();
    expect(ids()).toEqual([1, 2]);
    expect(list.getState().fault).toEqual({ code: 'engine-stopped' });
    expect(list.getState().loading).toBe(false);
    state.fault = null;
    await list.load();
    expect(list.getState().fault).toBeNull();
  });

  test('the answer to an older question is thrown away', async () => {
    const { list, ids, change, hold } = world([1, 2]);
    const held = hold();
    const old = list.load();
    change([7]);
    list.setFilter({ text: 'seven' });
    held[1]?.();
    await Promise.resolve();
    held[0]?.();
    await old;
    expect(ids()).toEqual([7]);
  });

  test('a filter forgets what was active and selected', async () => {
    const { list, asked } = world([1, 2]);
    await list.load();
    list.setState({ activeKey: 1, selected: new Set([2]) });
    list.setFilter({ text: 'x' });
    expect(list.getState()).toMatchObject({ activeKey: null, selected: new Set() });
    expect(asked.at(-1)).toEqual({ filter: { text: 'x' }, cursor: null });
  });
});

describe('news', () => {
  test('nobody reads: they are taken in at once', async () => {
    const { list, ids, change } = world([1, 2]);
    await list.load();
    change([9, 1, 2]);
    await list.refresh();
    expect(ids()).toEqual([9, 1, 2]);
    expect(list.getState().waiting).toBeNull();
  });

  test('somebody reads: they wait behind a counter, and keep the active row when shown', async () => {
    const { list, ids, change } = world([1, 2]);
    await list.load();
    list.setState({ activeKey: 2 });
    change([8, 9, 1, 2]);
    await list.refresh();
    expect(ids()).toEqual([1, 2]);
    expect(list.getState().waiting?.fresh).toBe(2);
    list.showWaiting();
    expect(ids()).toEqual([8, 9, 1, 2]);
    expect(list.getState()).toMatchObject({ activeKey: 2, waiting: null });
  });

  test('a selection is reading too', async () => {
    const { list, ids, change } = world([1, 2]);
    await list.load();
    list.setState({ selected: new Set([1]) });
    change([1, 2, 3]);
    await list.refresh();
    expect(ids()).toEqual([1, 2]);
    expect(list.getState().waiting?.fresh).toBe(1);
  });

  test('a row that was only not loaded yet is no news', async () => {
    const { list, change } = world(upTo(400));
    await list.load();
    list.setState({ activeKey: 5 });
    change(upTo(399, 2));
    await list.refresh();
    expect(list.getState().waiting).toBeNull();
  });

  test('what moved on by itself stays for a moment to say so, then goes', async () => {
    const { list, ids, change } = world([1, 2, 3]);
    await list.load();
    change([1, 3]);
    await list.refresh();
    expect(ids()).toEqual([1, 2, 3]);
    expect([...list.getState().gone.keys()]).toEqual([2]);
    await vi.runAllTimersAsync();
    expect(ids()).toEqual([1, 3]);
    expect(list.getState().gone.size).toBe(0);
  });

  test('an answer that a newer one overtook is thrown away', async () => {
    const { list, ids, change, hold } = world([1]);
    await list.load();
    const held = hold();
    const first = list.refresh();
    change([1, 2]);
    const second = list.refresh();
    held[1]?.();
    await second;
    held[0]?.();
    await first;
    await vi.runAllTimersAsync();
    expect(ids()).toEqual([1, 2]);
  });
});
