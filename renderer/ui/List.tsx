import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import css from './List.module.css';

/** What shortcuts may do with a list. */
export interface ListHandle {
  move(delta: number): void;
  /** Moves and takes the rows on the way into the selection. */
  extend(delta: number): void;
  toggle(): void;
  focus(): void;
}

export interface VirtualListProps<T> {
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => number;
  /** What a row shows is its accessible name too, so everything in it must be words or have some. */
  readonly renderRow: (row: T, state: { active: boolean; selected: boolean }) => ReactNode;
  readonly rowHeight: number;
  readonly activeKey: number | null;
  readonly onActive: (key: number) => void;
  readonly onOpen: (key: number) => void;
  readonly selected?: ReadonlySet<number>;
  readonly onSelect?: (keys: ReadonlySet<number>) => void;
  readonly label: string;
  readonly total: number;
  /** Called when the end of the loaded rows comes near. */
  readonly onEnd?: () => void;
  readonly empty?: ReactNode;
  readonly ref?: Ref<ListHandle>;
}

/** A list of any length: only the rows in sight are drawn, arrows and Home/End move, the page adds j, k and x. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { rows, rowKey, rowHeight, activeKey, selected, onActive, onSelect, onEnd } = props;
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (lastSeen >= rows.length - 20 && rows.length > 0 && rows.length < props.total) onEnd?.();
  }, [lastSeen, rows.length, props.total, onEnd]);
  useEffect(() => virtual.measure(), [rowHeight, virtual]);

  const activeIndex = rows.findIndex((row) => rowKey(row) === activeKey);
  const drawn = items.some((item) => item.index === activeIndex);
  // An address or another screen may have made a row the active one: bring it into sight.
  const place = useRef(activeIndex);
  place.current = activeIndex;
  const placed = activeIndex !== -1;
  useEffect(() => {
    if (placed) virtual.scrollToIndex(place.current, { align: 'auto' });
  }, [activeKey, placed, virtual]);
  const goTo = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    onActive(rowKey(row));
    virtual.scrollToIndex(Math.max(0, Math.min(rows.length - 1, index)), { align: 'auto' });
  };
  const toggleAt = (index: number, force?: boolean): void => {
    const row = rows[index];
    if (!row || !selected || !onSelect) return;
    const next = new Set(selected);
    const key = rowKey(row);
    if (force ?? !next.has(key)) next.add(key);
    else next.delete(key);
    onSelect(next);
  };
  useImperativeHandle(props.ref, () => ({
    move: (delta) => {
      // So that Enter and the arrows go on where the shortcut led.
      box.current?.focus({ preventScroll: true });
      goTo(activeIndex === -1 ? 0 : activeIndex + delta);
    },
    extend: (delta) => {
      if (!selected || !onSelect || activeIndex === -1) return;
      const to = Math.max(0, Math.min(rows.length - 1, activeIndex + delta));
      const next = new Set(selected);
      for (const index of [activeIndex, to]) {
        const row = rows[index];
        if (row) next.add(rowKey(row));
      }
      onSelect(next);
      goTo(to);
    },
    toggle: () => toggleAt(activeIndex),
    focus: () => box.current?.focus(),
  }));

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / rowHeight) - 1);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const step = steps[event.key];
    if (step !== undefined) goTo(activeIndex === -1 ? 0 : activeIndex + step);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(rows.length - 1);
    else if (event.key === ' ') toggleAt(activeIndex);
    else if (event.key === 'Enter' && activeKey !== null) props.onOpen(activeKey);
    else return;
    event.preventDefault();
  };

  const idOf = (key: number): string => `row-${String(key)}`;
  const empty = rows.length === 0;
  return (
    <div
      ref={box}
      className={css['list']}
      // A listbox without options is none: what stands there instead is a plain group.
      role={empty ? 'group' : 'listbox'}
      aria-label={props.label}
      aria-multiselectable={selected && !empty ? true : undefined}
      aria-activedescendant={drawn ? idOf(activeKey ?? 0) : undefined}
      tabIndex={0}
      data-keys="list"
      onKeyDown={onKeyDown}
    >
      {empty && props.empty}
      <div role="presentation" className={css['space']} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const key = rowKey(row);
          const state = { active: key === activeKey, selected: selected?.has(key) ?? false };
          return (
            <div
              key={key}
              id={idOf(key)}
              role="option"
              aria-selected={selected ? state.selected : state.active}
              aria-posinset={item.index + 1}
              aria-setsize={props.total}
              className={`${css['row']} ${state.active ? css['active'] : ''} ${state.selected ? css['selected'] : ''}`}
              style={{ height: rowHeight, transform: `translateY(${String(item.start)}px)` }}
              onClick={(event) => {
                onActive(key);
                if (event.metaKey || event.ctrlKey) toggleAt(item.index);
                else props.onOpen(key);
              }}
            >
              {props.renderRow(row, state)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
