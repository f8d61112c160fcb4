import { type CaseRow, missFactsOf } from '#shared/model/case.ts';
import { MARKET_ZONE } from '#shared/model/market.ts';
import type { Words } from '../../app/text.tsx';

/** From this risk on a case of another kind says that the promise is in danger too: a miss is likelier than not. */
const RISKY = 0.5;

/** The zone in which a case's promise is a date: the buyer's. */
export const zoneOf = (row: Pick<CaseRow, 'market'>): string | null =>
  row.market === null ? null : MARKET_ZONE[row.market];

function missLine(row: CaseRow, { t, fmt }: Words): string | null {
  const facts = missFactsOf(row);
  if (!facts) return null;
  const date = (at: number | null): string => (at === null ? '' : fmt.day(at, zoneOf(row)));
  return t('queue.why.promise-miss', {
    missed: facts.missed === 1 ? 'yes' : 'no',
    promise: date(facts.promise),
    percent: fmt.percent(facts.pLate ?? 1, 0),
    dated: facts.p50 === null ? 'no' : 'yes',
    p50: date(facts.p50),
  });
}

/** Second line of a case: why it is one, in one sentence. */
export function whyLine(row: CaseRow, words: Words): string {
  const { t } = words;
  const { facts, kind } = row;
  const miss = missLine(row, words);
  if (miss !== null || kind === 'promise-miss') return miss ?? '';
  const cause = typeof facts['reason'] === 'string' ? facts['reason'] : row.reason;
  const reason =
    cause === null || cause === 'OTHER' ? '' : ` · ${t(`reason.${cause as NonNullable<typeof row.reason>}`)}`;
  // Where it was silent, not where it has come to since.
  const silentAt = (facts['stage'] ?? row.stage) as typeof row.stage;
  // What is silent is not over: on the way back its stage is the return leg.
  const stage =
    facts['stage'] === 'CLOSE'
      ? t('parcel.return')
      : silentAt === null
        ? t('common.unknown')
        : t(`stage.${silentAt}`);
  const line = t(`queue.why.${kind}`, {
    quiet: facts['quietWorkdays'] ?? 0,
    allowed: facts['allowedWorkdays'] ?? 0,
    attempts: facts['attempts'] ?? 1,
    side: facts['side'] ?? 'import',
    reason,
    stage,
  });
  const risky = row.state !== 'cleared' && row.state !== 'dismissed' && (row.pLate ?? 0) >= RISKY;
  return risky ? `${line} · ${t('queue.why.risk', { percent: words.fmt.percent(row.pLate ?? 0, 0) })}` : line;
}

/** The moments that a snooze offers, in the operator's own zone. */
export function snoozeChoices(now: Date): { id: 'hours4' | 'tomorrow' | 'workday' | 'days3'; at: number }[] {
  const at9 = (days: number): Date => {
    const date = new Date(now);
    date.setDate(date.getDate() + days);
    date.setHours(9, 0, 0, 0);
    return date;
  };
  let days = 1;
  while ([0, 6].includes(at9(days).getDay())) days += 1;
  return [
    { id: 'hours4', at: now.getTime() + 4 * 3_600_000 },
    { id: 'tomorrow', at: at9(1).getTime() },
    { id: 'workday', at: at9(days).getTime() },
    { id: 'days3', at: at9(3).getTime() },
  ];
}
