import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { IconButton } from './Button.tsx';
import { type Tone, toneClass } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import css from './Layout.module.css';

export function Panel({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={css['panel']}>
      <header className={css['panelHead']}>
        <h2>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}

/**
 * List and detail side by side with a divider that pointer and arrow keys move. Under 1,100 px the detail covers the
 * list and a button leads back.
 */
export function SplitPane({
  list,
  detail,
  split,
  onSplit,
  detailOpen,
  onCloseDetail,
  labels,
}: {
  list: ReactNode;
  detail: ReactNode;
  /** Share of the width that the list takes, 0.2 to 0.8. */
  split: number;
  onSplit: (split: number) => void;
  detailOpen: boolean;
  onCloseDetail: () => void;
  labels: { divider: string; back: string };
}) {
  const box = useRef<HTMLDivElement>(null);
  const set = (share: number): void => onSplit(Math.max(0.2, Math.min(0.8, share)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -0.02, ArrowRight: 0.02 }[event.key];
    if (step === undefined) return;
    set(split + step);
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent): void => {
    const frame = box.current?.getBoundingClientRect();
    if (!frame || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    set((event.clientX - frame.left) / frame.width);
  };
  return (
    <div ref={box} className={`${css['split']} ${detailOpen ? css['open'] : ''}`}>
      <div className={css['list']} style={{ flexBasis: `${String(split * 100)}%` }}>
        {list}
      </div>
      <div
        className={css['divider']}
        role="separator"
        aria-orientation="vertical"
        aria-label={labels.divider}
        aria-valuenow={Math.round(split * 100)}
        aria-valuemin={20}
        aria-valuemax={80}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
      />
      <div className={css['detail']} data-keys="detail" tabIndex={-1}>
        <div className={css['backBar']}>
          <IconButton icon="back" label={labels.back} onClick={onCloseDetail} />
        </div>
        {detail}
      </div>
    </div>
  );
}

export function Banner({
  tone,
  title,
  children,
  actions,
}: {
  tone: Extract<Tone, 'accent' | 'critical' | 'high' | 'medium' | 'good'>;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={`${css['banner']} ${toneClass(tone)}`} role={tone === 'critical' ? 'alert' : 'status'}>
      <Icon name={tone === 'accent' || tone === 'good' ? 'info' : 'warning'} />
      <div className={css['bannerText']}>
        <strong>{title}</strong>
        {children && <div>{children}</div>}
      </div>
      {actions && <div className={css['bannerActions']}>{actions}</div>}
    </div>
  );
}

const EMPTY_ICON: Readonly<Record<string, IconName>> = {
  'nothing-to-do': 'check',
  'no-match': 'search',
  'no-data': 'import',
  choose: 'back',
};

/** Three different kinds of nothing: all done, nothing matches, no data yet. */
export function EmptyState({
  kind,
  title,
  text,
  action,
  icon,
}: {
  /** `choose` is no emptiness: a detail that waits for a row. */
  kind: 'nothing-to-do' | 'no-match' | 'no-data' | 'choose';
  title: string;
  text: string;
  action?: ReactNode;
  /** Of what is missing, in place of that of its kind. */
  icon?: IconName;
}) {
  return (
    <div className={css['empty']}>
      <span className={`${css['emptyIcon']} ${css[kind]}`}>
        <Icon name={icon ?? EMPTY_ICON[kind] ?? 'info'} size={20} />
      </span>
      <p className={css['emptyTitle']}>{title}</p>
      <p className={css['emptyText']}>{text}</p>
      {action}
    </div>
  );
}

/** `value` from 0 to 1, or null where the end is not known. */
export function Progress({ value, label, detail }: { value: number | null; label: string; detail?: string }) {
  const percent = value === null ? null : Math.round(Math.max(0, Math.min(1, value)) * 100);
  return (
    <div className={css['progress']}>
      <div className={css['progressWords']}>
        <span>{label}</span>
        {detail && <span className="num">{detail}</span>}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { 'aria-valuenow': percent })}
        className={css['track']}
      >
        <div
          className={`${css['fill']} ${percent === null ? css['unsure'] : ''}`}
          style={{ transform: `scaleX(${String((percent ?? 30) / 100)})` }}
        />
      </div>
    </div>
  );
}

export function Skeleton({ lines }: { lines: number }) {
  return (
    <div aria-hidden="true" className={css['skeleton']}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}

export interface TabItem<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count?: number | undefined;
}

/** Views of one list as a row of tabs with counts; arrows move along them. */
export function Tabs<V extends string>({
  label,
  value,
  tabs,
  onChange,
}: {
  label: string;
  value: V;
  tabs: readonly TabItem<V>[];
  onChange: (value: V) => void;
}) {
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const now = tabs.findIndex((tab) => tab.value === value);
    const next = tabs[(now + step + tabs.length) % tabs.length];
    if (next) onChange(next.value);
    const buttons = event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]');
    buttons[(now + step + tabs.length) % tabs.length]?.focus();
    event.preventDefault();
  };
  return (
    <div role="tablist" aria-label={label} className={css['tabs']} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          tabIndex={tab.value === value ? 0 : -1}
          className={css['tab']}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
          {tab.count !== undefined && <span className={`${css['count']} num`}>{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}
