import { Fragment, type ReactNode } from 'react';
import type { Direction } from '#shared/model/event.ts';
import type { Stage } from '#shared/model/node.ts';
import { type Tone, toneClass } from './classes.ts';
import { Icon, type IconName, NodeIcon, StageIcon } from './Icon.tsx';
import css from './Text.module.css';

/** Key caps. `mod` becomes ⌘ or Ctrl by platform; parts are joined by blanks: "g t", "mod k". */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={css['keys']} aria-hidden="true">
      {keys.split(' ').map((key) => (
        <kbd key={key} className={css['kbd']}>
          {keyName(key)}
        </kbd>
      ))}
    </span>
  );
}

const MAC = /Mac/.test(globalThis.navigator?.platform ?? '');

/** How a key is written on this platform. */
export function keyName(key: string): string {
  if (key === 'mod') return MAC ? '⌘' : 'Ctrl';
  // Fonts of Linux lack the arrow, keyboards outside of Apple's the sign.
  if (key === 'shift') return MAC ? '⇧' : 'Shift';
  if (key === 'enter') return '↵';
  if (key === 'escape') return 'Esc';
  return key.length === 1 ? key : key.charAt(0).toUpperCase() + key.slice(1);
}

export function Tag({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={`${css['tag']} ${toneClass(tone)}`}>
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}

/** A stage by colour, icon and word; hatched on the way back. */
export function StageTag({
  stage,
  label,
  direction = 'forward',
}: {
  stage: Stage | null;
  label: string;
  direction?: Direction;
}) {
  return (
    <span className={`${css['stage']} ${direction === 'return' ? css['return'] : ''}`}>
      {stage === 'CLOSE' && direction === 'return' ? (
        <NodeIcon node="RETURN_IN_TRANSIT" size={14} />
      ) : (
        stage && <StageIcon stage={stage} size={14} />
      )}
      {label}
    </span>
  );
}

export type DotTone = 'live' | 'busy' | 'warn' | 'down' | 'idle';

/** State by colour and shape; the word stands beside it. */
export function StatusDot({ tone }: { tone: DotTone }) {
  return <span className={`${css['dot']} ${css[tone]}`} aria-hidden="true" />;
}

export function DefinitionList({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className={css['dl']}>
      {items.map(({ term, value }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Text for screen readers only. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="hidden">{children}</span>;
}
