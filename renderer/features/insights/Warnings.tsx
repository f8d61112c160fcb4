import type { ScoreRow } from '#shared/model/score.ts';
import { useWords } from '../../app/text.tsx';
import { type Column, DataTable, Panel } from '../../ui/index.ts';
import css from '../features.module.css';
import own from './insights.module.css';

/** Whether late parcels were called late before they were: share, hours, and how many warnings were false. */
export function Warnings({
  rows,
  all,
  nameOf,
  share,
  heading,
}: {
  rows: readonly ScoreRow[];
  /** The row that the sentence is about. */
  all: ScoreRow | undefined;
  nameOf: (row: ScoreRow) => string;
  share: (value: number | null) => string;
  /** What the rows are. */
  heading: string;
}) {
  const { t, fmt } = useWords();
  const hours = (value: number | null): string =>
    value === null ? t('score.nothing') : fmt.number(Math.round(value));
  const columns: Column<ScoreRow>[] = [
    {
      id: 'name',
      header: heading,
      cell: (row) => <span className={own['name']}>{nameOf(row)}</span>,
      tight: true,
    },
    {
      id: 'promised',
      header: t('score.late.promised'),
      cell: ({ promise }) => fmt.number(promise.n),
      align: 'end',
    },
    { id: 'onTime', header: t('score.onTime'), cell: ({ onTime }) => share(onTime), align: 'end' },
    { id: 'late', header: t('score.late.late'), cell: ({ late }) => fmt.number(late.n), align: 'end' },
    { id: 'recall', header: t('score.late.recall'), cell: ({ late }) => share(late.recall), align: 'end' },
    { id: 'lead', header: t('score.late.lead'), cell: ({ late }) => hours(late.leadHours), align: 'end' },
    {
      id: 'precision',
      header: t('score.late.precision'),
      cell: ({ late }) =>
        late.precision === null ? share(null) : `${share(late.precision)} (${fmt.number(late.warnings)})`,
      align: 'end',
    },
  ];
  return (
    <Panel title={t('score.late.question')}>
      <div className={css['stack']}>
        {all && (
          <p>
            {t(all.late.n === 0 ? 'score.late.none' : 'score.late.answer', {
              promised: all.promise.n,
              late: fmt.number(all.late.n),
              name: nameOf(all),
              recall: share(all.late.recall),
              lead: all.late.leadHours === null ? 'none' : hours(all.late.leadHours),
              precision: all.late.precision === null ? 'none' : share(all.late.precision),
              warnings: all.late.warnings,
            })}
          </p>
        )}
        <DataTable
          caption={t('score.late.table')}
          hideCaption
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.moment} ${row.name}`}
        />
      </div>
    </Panel>
  );
}
