import type { LabRun, LabSourceReport } from '#shared/contract/lab.ts';
import { CARRIER_SOURCE_FACTS } from '#shared/model/carrierSource.ts';
import { useQuery } from '../../app/useQuery.ts';
import { useSaveTo } from '../../app/saveTo.ts';
import { useWords } from '../../app/text.tsx';
import { call } from '../../bridge/client.ts';
import { Button, DataTable } from '../../ui/index.ts';
import css from '../features.module.css';

const GOOD: ReadonlySet<string> = new Set(['scans', 'unchanged', 'no-info-yet', 'not-found']);

/** The services of a run side by side, and the way to a file. */
export function LabReport({ run }: { run: LabRun }) {
  const { t, fmt } = useWords();
  const saveTo = useSaveTo();
  const report = useQuery('lab.report', { runId: run.id }, ['sources']).value;
  if (!report) return null;
  const errorsOf = ({ outcomes }: LabSourceReport): string =>
    outcomes
      .filter(({ outcome }) => !GOOD.has(outcome))
      .map(({ code, outcome, n }) => `${code ?? outcome} × ${fmt.number(n)}`)
      .join(', ') || '—';
  const write = (format: 'csv' | 'json'): Promise<void> => {
    const name = `seamark-lab-${String(run.id)}.${format}`;
    return saveTo(
      { name, extension: format },
      (path) => call('lab.export', { runId: run.id, path, format }),
      (rows) => t('lab.exported', { n: fmt.number(rows), file: name }),
    );
  };
  return (
    <>
      <DataTable
        caption={t('lab.report')}
        rows={report.sources}
        rowKey={({ source }) => source}
        columns={[
          {
            id: 'source',
            header: t('services.source'),
            cell: ({ source }) => <strong>{CARRIER_SOURCE_FACTS[source].name}</strong>,
          },
          {
            id: 'answered',
            header: t('lab.answered'),
            align: 'end',
            cell: ({ share, answered, calls }) =>
              share === null ? '—' : `${fmt.percent(share)} (${fmt.number(answered)}/${fmt.number(calls)})`,
          },
          {
            id: 'surely',
            header: t('lab.surely'),
            align: 'end',
            cell: ({ share, shareLow }) => (share === null ? '—' : fmt.percent(shareLow)),
          },
          {
            id: 'latency',
            header: t('lab.latency'),
            align: 'end',
            tight: true,
            cell: ({ latency }) =>
              latency === null
                ? '—'
                : t('services.ms', {
                    n: [latency.p50, latency.p90, latency.p99].map((ms) => fmt.number(ms)).join(' / '),
                  }),
          },
          { id: 'errors', header: t('lab.errors'), cell: errorsOf },
          {
            id: 'changed',
            header: t('lab.changed'),
            align: 'end',
            cell: ({ changed, shrunk }) => `${fmt.number(changed)} / ${fmt.number(shrunk)}`,
          },
          {
            id: 'drift',
            header: t('services.drift'),
            align: 'end',
            cell: ({ drift }) => fmt.number(drift),
          },
          { id: 'fresh', header: t('lab.fresh'), align: 'end', cell: ({ fresh }) => fmt.number(fresh) },
          {
            id: 'charged',
            header: t('lab.charged'),
            align: 'end',
            cell: ({ charged }) => fmt.number(charged),
          },
          {
            id: 'ended',
            header: t('lab.ended'),
            cell: ({ ended }) => (ended === null ? '—' : t(`lab.end.${ended}`)),
          },
        ]}
      />
      {run.state !== 'running' && (
        <div className={css['actions']}>
          <Button onClick={() => void write('csv')}>{t('lab.exportCsv')}</Button>
          <Button onClick={() => void write('json')}>{t('lab.exportJson')}</Button>
        </div>
      )}
    </>
  );
}
