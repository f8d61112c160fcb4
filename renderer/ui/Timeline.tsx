import type { ReactNode } from 'react';
import type { Direction } from '#shared/model/event.ts';
import type { EventNode, Stage } from '#shared/model/node.ts';
import { stageClass } from './classes.ts';
import { NodeIcon, StageIcon } from './Icon.tsx';
import css from './Timeline.module.css';

export interface TimelineItem {
  readonly id: number;
  readonly node: EventNode;
  readonly title: ReactNode;
  readonly time: string;
  readonly timeTitle?: string | undefined;
  readonly place?: string | undefined;
  readonly tone: 'done' | 'now' | 'trouble' | 'muted';
  /** What stands below: the carrier's own words, age and source. */
  readonly detail?: ReactNode;
}

export interface TimelineGroup {
  readonly id: string;
  readonly stage: Stage | null;
  readonly direction: Direction;
  readonly title: string;
  readonly meta?: string | undefined;
  /** Longer than usual. */
  readonly late?: boolean | undefined;
  /** Still to come: drawn lighter, without scans. */
  readonly ahead?: boolean | undefined;
  readonly items: readonly TimelineItem[];
}

/** A parcel's way as an ordered list of stages, each an ordered list of scans. */
export function Timeline({ label, groups }: { label: string; groups: readonly TimelineGroup[] }) {
  return (
    <ol className={css['timeline']} aria-label={label}>
      {groups.map((group) => (
        <li
          key={group.id}
          className={`${group.stage ? stageClass(group.stage) : ''} ${group.ahead ? css['ahead'] : ''}`}
          data-ahead={group.ahead || undefined}
        >
          <div className={`${css['groupHead']} ${group.direction === 'return' ? css['return'] : ''}`}>
            {group.stage && <StageIcon stage={group.stage} />}
            <h3>{group.title}</h3>
            {group.meta && (
              <span className={`${css['meta']} ${group.late ? css['late'] : ''} num`}>{group.meta}</span>
            )}
          </div>
          {group.items.length > 0 && (
            <ol>
              {group.items.map((item) => (
                <li
                  key={item.id}
                  className={`${css['item']} ${css[item.tone]}`}
                  aria-current={item.tone === 'now' || item.tone === 'trouble' ? 'step' : undefined}
                >
                  <span className={css['mark']}>
                    <NodeIcon node={item.node} size={14} />
                  </span>
                  <div className={css['body']}>
                    <div className={css['line']}>
                      <span className={css['title']}>{item.title}</span>
                      {item.place && (
                        <span className={css['place']} title={item.place}>
                          {item.place}
                        </span>
                      )}
                      <time className={`${css['time']} num`} title={item.timeTitle}>
                        {item.time}
                      </time>
                    </div>
                    {item.detail && <div className={css['detail']}>{item.detail}</div>}
                  </div>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}

export interface StripStage {
  readonly stage: Stage;
  readonly label: string;
  readonly state: 'done' | 'now' | 'ahead' | 'trouble';
}

/** The eight stages in a row: what is behind, where the parcel is, what is ahead. */
export function StageStrip({ label, stages }: { label: string; stages: readonly StripStage[] }) {
  return (
    <ol className={css['strip']} aria-label={label}>
      {stages.map((item) => (
        <li
          key={item.stage}
          className={`${css['cell']} ${stageClass(item.stage)} ${css[`is-${item.state}`]}`}
          title={item.label}
          aria-current={item.state === 'now' || item.state === 'trouble' ? 'step' : undefined}
        >
          <span className={css['bar']} />
          <span className={css['cellWord']}>
            <StageIcon stage={item.stage} size={14} />
            <span className={css['cellLabel']}>{item.label}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
