import { type CaseLog, type CaseRow, missFactsOf } from '#shared/model/case.ts';
import { useWords } from '../../app/text.tsx';
import { DefinitionList, Panel } from '../../ui/index.ts';
import css from '../features.module.css';
import { zoneOf } from './words.ts';

/** What a case about a promise rests on: the risk, the dates beside each other, what drives it, and how early it was said. */
export function MissPanel({ row, log }: { row: CaseRow; log: readonly CaseLog[] }) {
  const { t, fmt } = useWords();
  const facts = missFactsOf(row);
  if (!facts) return null;
  const date = (at: number): string => fmt.day(at, zoneOf(row));
  const { missed, promise, pLate, p50, lo80, hi80, cause, causeMs, stage, asOf } = facts;
  // A warning that was taken back and given anew counts from then.
  const said = log.findLast(({ what, by }) => by === 'seamark' && (what === 'opened' || what === 'reopened'));
  const warned = promise - (said?.at ?? row.openedAt);
  const causeText =
    cause === null
      ? null
      : t(`miss.cause.${cause}`, { stage: stage === null ? t('common.unknown') : t(`stage.${stage}`) });
  return (
    <Panel
      title={t('miss.title')}
      actions={
        <time className={css['hint']} title={fmt.full(asOf)}>
          {t('miss.asOf', { time: fmt.when(asOf) })}
        </time>
      }
    >
      <div className={css['stack']}>
        <DefinitionList
          items={[
            {
              term: t('miss.promise'),
              value: <time title={fmt.full(promise)}>{fmt.moment(promise, zoneOf(row))}</time>,
            },
            ...(missed === 1 || pLate === null
              ? []
              : [{ term: t('miss.risk'), value: fmt.percent(pLate, 0) }]),
            {
              term: t('miss.expected'),
              value:
                p50 === null || lo80 === null || hi80 === null
                  ? t('miss.withheld')
                  : t('miss.range', { p50: date(p50), lo: date(lo80), hi: date(hi80) }),
            },
            ...(causeText === null
              ? []
              : [
                  {
                    term: t('miss.cause'),
                    value:
                      causeMs === null
                        ? causeText
                        : t('miss.cause.with', { cause: causeText, time: fmt.span(causeMs) }),
                  },
                ]),
            {
              term: t('miss.warning'),
              value:
                warned > 0 ? t('miss.warning.hours', { time: fmt.span(warned) }) : t('miss.warning.none'),
            },
          ]}
        />
        <p className={css['hint']}>{t('miss.more')}</p>
      </div>
    </Panel>
  );
}
