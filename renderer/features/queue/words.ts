import type { CaseRow } from '#shared/model/case.ts';
import type { Words } from '../../app/text.tsx';

/** Second line of a case: why it is one, in one sentence. */
export function whyLine(row: CaseRow, { t }: Words): string {
  const { facts } = row;
  const cause = typeof facts['reason'] === 'string' ? facts['reason'] : row.reason;
  const reason =
    cause === null || cause === 'OTHER' ? '' : ` · ${t(`reason.${cause as NonNullable<typeof row.reason>}`)}`;
  const stage = row.stage === null ? t('common.unknown') : t(`stage.${row.stage}`);
  return t(`queue.why.${row.kind}`, {
    quiet: facts['quietWorkdays'] ?? 0,
    allowed: facts['allowedWorkdays'] ?? 0,
    attempts: facts['attempts'] ?? 1,
    side: facts['side'] ?? 'import',
    reason,
    stage,
  });
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
