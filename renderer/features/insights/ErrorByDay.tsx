import type { Scoreboard } from '#shared/contract/insights.ts';
import { DAY } from '#shared/time.ts';
import { useWords } from '../../app/text.tsx';
import css from '../features.module.css';
import own from './insights.module.css';

const HEIGHT = 80;
const STEP = 14;
/** Few days are no thicker than those of a month. */
const LEAST = 28;

const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** Mean error by day of delivery, a bar each, with what its height and its ends are. The table beside says the same in numbers. */
export function ErrorByDay({
  series,
  days,
}: {
  series: Scoreboard['series'];
  days: (value: number | null) => string;
}) {
  const { t, fmt } = useWords();
  const most = series.reduce((max, { row }) => Math.max(max, row.mae ?? 0), 0);
  const [first, last] = [series[0], series.at(-1)];
  if (most === 0 || !first || !last) return null;
  const place = (date: string): number => Math.round((at(date) - at(first.date)) / DAY);
  const width = Math.max(LEAST, place(last.date) + 1) * STEP;
  const label = t('score.chart', { most: days(most) });
  return (
    <figure className={own['figure']}>
      <figcaption className={css['hint']}>{label}</figcaption>
      <svg
        className={own['chart']}
        viewBox={`0 0 ${String(width)} ${String(HEIGHT)}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <line className={own['most']} x1={0} x2={width} y1={4} y2={4} />
        {series.map(({ date, row }) => {
          const height = Math.max(1, ((row.mae ?? 0) / most) * (HEIGHT - 4));
          return (
            <rect
              key={date}
              className={own['day']}
              x={place(date) * STEP}
              y={HEIGHT - height}
              width={STEP - 3}
              height={height}
            >
              <title>{`${fmt.day(at(date), 'UTC')}: ${days(row.mae)} (${String(row.n)})`}</title>
            </rect>
          );
        })}
      </svg>
      <p
        className={`${css['hint']} ${own['ends']}`}
        style={{ width: `${String((((place(last.date) + 1) * STEP) / width) * 100)}%` }}
      >
        <span>{fmt.day(at(first.date), 'UTC')}</span>
        {last !== first && <span>{fmt.day(at(last.date), 'UTC')}</span>}
      </p>
    </figure>
  );
}
