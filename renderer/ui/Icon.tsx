import type { EventNode, Stage } from '#shared/model/node.ts';
import { stageClass } from './classes.ts';
import { type IconName, ICONS, NODE_ICONS, STAGE_ICONS } from './icons/paths.ts';
import css from './Icon.module.css';

export type { IconName };

interface DrawingProps {
  readonly d: string;
  readonly size: number;
  readonly className?: string | undefined;
}

/** Icons are decoration beside a word; the word is what a screen reader gets. */
function Drawing({ d, size, className }: DrawingProps) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={d} />
    </svg>
  );
}

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return <Drawing d={ICONS[name]} size={size} className={css['icon']} />;
}

/** A stage's icon in the stage's colour. */
export function StageIcon({ stage, size = 16 }: { stage: Stage; size?: number }) {
  const className = `${css['icon']} ${css['stage']} ${stageClass(stage)}`;
  return <Drawing d={STAGE_ICONS[stage]} size={size} className={className} />;
}

/** A node's icon in the colour around it. */
export function NodeIcon({ node, size = 16 }: { node: EventNode; size?: number }) {
  return <Drawing d={NODE_ICONS[node]} size={size} className={css['icon']} />;
}

export type Severity = 1 | 2 | 3 | 4;

/** Severity by fill and colour: ● critical, ◐ high, ◔ medium, ○ low. */
export function SeverityMark({ severity, label }: { severity: number; label: string }) {
  const level = Math.max(1, Math.min(4, Math.round(severity))) as Severity;
  return (
    <svg
      className={css[`sev${level}`]}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      role="img"
      aria-label={label}
    >
      <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {level === 4 && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      {level === 3 && <path d="M6 1.200a4.800 4.800 0 0 1 0 9.600z" fill="currentColor" />}
      {level === 2 && <path d="M6 6V1.200A4.800 4.800 0 0 1 10.800 6z" fill="currentColor" />}
    </svg>
  );
}
