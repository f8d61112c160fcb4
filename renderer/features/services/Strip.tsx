import type { SourceHealth } from '#shared/contract/health.ts';
import { useWords } from '../../app/text.tsx';
import css from './services.module.css';

const [STEP, BAR, HALF] = [5, 4, 11] as const;

/** The last 24 hours: calls that went well stand up, those that failed hang down, a dot marks new scans. */
export function Strip({ strip }: { strip: SourceHealth['strip'] }) {
  const { t, fmt } = useWords();
  const most = Math.max(1, ...strip.flatMap(({ good, bad }) => [good, bad]));
  const height = (n: number): number => (n === 0 ? 0 : Math.max(2, (n / most) * (HALF - 2)));
  const sum = (of: (hour: SourceHealth['strip'][number]) => number): string =>
    fmt.number(strip.reduce((total, hour) => total + of(hour), 0));
  const label = t('services.stripText', {
    good: sum((hour) => hour.good),
    bad: sum((hour) => hour.bad),
    scans: sum((hour) => hour.scans),
  });
  return (
    <svg
      className={css['strip']}
      role="img"
      aria-label={label}
      width={STEP * strip.length}
      height={HALF * 2 + 6}
      viewBox={`0 0 ${String(STEP * strip.length)} ${String(HALF * 2 + 6)}`}
    >
      <title>{label}</title>
      <line className={css['axis']} x1={0} x2={STEP * strip.length} y1={HALF} y2={HALF} />
      {strip.map(({ at, good, bad, scans }, n) => (
        <g key={at}>
          <rect
            className={css['good']}
            x={n * STEP}
            width={BAR}
            y={HALF - height(good)}
            height={height(good)}
          />
          <rect className={css['bad']} x={n * STEP} width={BAR} y={HALF} height={height(bad)} />
          {scans > 0 && <circle className={css['scan']} cx={n * STEP + BAR / 2} cy={HALF * 2 + 4} r={1.5} />}
        </g>
      ))}
    </svg>
  );
}
