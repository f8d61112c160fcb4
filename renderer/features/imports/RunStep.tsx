import { useEffect } from 'react';
import type { ImportRun } from '#shared/model/import.ts';
import { goTo } from '../../app/routes.ts';
import { heardOfImport, session, useSession } from '../../app/session.ts';
import { useQuery } from '../../app/useQuery.ts';
import { useSaveTo } from '../../app/saveTo.ts';
import { useWords } from '../../app/text.tsx';
import { bridge, call } from '../../bridge/client.ts';
import { Banner, Button, DataTable, Progress } from '../../ui/index.ts';
import css from './imports.module.css';
import { cancelImport, chooseAnother, closeImport } from './store.ts';

/** Share of the bar that reading takes; the rest is working out journeys. */
const READING_SHARE = 0.85;

/** How far an import is, 0 to 1. */
export function importShare(run: ImportRun): number {
  if (run.state === 'running')
    return run.bytesTotal === 0 ? 0 : (run.bytesRead / run.bytesTotal) * READING_SHARE;
  return run.state === 'projecting' ? READING_SHARE : 1;
}

/** A running import, or the result of one. */
export function RunStep({ importId }: { importId: number }) {
  const { t, fmt, faultText } = useWords();
  const live = useSession((state) => state.importRun);
  const { value } = useQuery('imports.list', {}, []);
  useEffect(() => {
    // A result from before this page was opened, or one that came while nothing was heard.
    const found = value?.imports.find((item) => item.id === importId);
    const known = session.getState().importRun;
    if (found && (known?.id !== importId || found.finishedAt !== null)) heardOfImport(found);
  }, [value, importId]);
  const run = live?.id === importId ? live : value?.imports.find((item) => item.id === importId);
  if (!run) return <Progress value={null} label={t('import.running')} />;
  const figures = t('import.figures', {
    rows: fmt.number(run.rows),
    accepted: fmt.number(run.accepted),
    known: fmt.number(run.known),
    refused: fmt.number(run.refused),
  });
  if (run.state === 'running' || run.state === 'projecting') {
    return (
      <>
        <Progress
          value={importShare(run)}
          label={t(run.state === 'running' ? 'import.running' : 'import.projecting')}
          detail={fmt.percent(importShare(run), 0)}
        />
        <p className="num">{figures}</p>
        <p className={css['soft']}>{t('import.stopHint')}</p>
        <div>
          <Button variant="danger" onClick={() => void cancelImport(run.id)}>
            {t('import.stop')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      {run.state === 'done' && <Banner tone="good" title={t('import.done', { file: run.fileName })} />}
      {run.state === 'cancelled' && <Banner tone="accent" title={t('import.cancelled')} />}
      {(run.state === 'failed' || run.state === 'interrupted') && (
        <Banner tone="critical" title={t(run.state === 'failed' ? 'import.failed' : 'import.interrupted')}>
          {run.fault && faultText(run.fault)}
        </Banner>
      )}
      <dl className={css['figures']}>
        {(['parcels', 'accepted', 'known', 'refused', 'unknown'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`import.result.${name}`)}</dt>
            <dd className="num">{fmt.number(run[name])}</dd>
          </div>
        ))}
      </dl>
      {run.notes.length > 0 && (
        <ul className={css['notes']}>
          {run.notes.map(({ note, count }) => (
            <li key={note}>{t(`importNote.${note}`, { count })}</li>
          ))}
        </ul>
      )}
      {run.refused > 0 && <Refused run={run} />}
      {run.state !== 'done' && (
        <div>
          <Button onClick={chooseAnother}>{t('import.other')}</Button>
        </div>
      )}
      {run.state === 'done' && (
        <div>
          <Button
            variant="primary"
            icon="queue"
            onClick={() => {
              closeImport();
              goTo('queue');
            }}
          >
            {t('import.toQueue')}
          </Button>
        </div>
      )}
    </>
  );
}

function Refused({ run }: { run: ImportRun }) {
  const { t, lang } = useWords();
  const saveTo = useSaveTo();
  const { value } = useQuery('imports.refused', { importId: run.id, limit: 200, cursor: null }, []);
  const exportRows = (): Promise<void> => {
    const name = `${run.fileName}.refused.csv`;
    return saveTo(
      { name, extension: 'csv' },
      (path) => call('imports.exportRefused', { importId: run.id, path, lang }),
      (n) => t('import.exported', { n, file: name }),
    );
  };
  return (
    <section className={css['block']}>
      <div className={css['between']}>
        <h3>{t('import.refused')}</h3>
        {bridge.surface === 'desktop' && (
          <Button size="s" icon="export" onClick={() => void exportRows()}>
            {t('import.export')}
          </Button>
        )}
      </div>
      {value && value.total > value.rows.length && (
        <p className={css['soft']}>{t('import.refusedMore', { n: value.rows.length, total: value.total })}</p>
      )}
      <DataTable
        caption={t('import.refused')}
        hideCaption
        rows={value?.rows ?? []}
        rowKey={(row) => row.line}
        columns={[
          { id: 'line', header: t('import.row'), align: 'end', cell: (row) => row.line },
          { id: 'column', header: t('import.lineColumn'), cell: (row) => row.column ?? '' },
          { id: 'value', header: t('import.value'), cell: (row) => row.value ?? '' },
          { id: 'reason', header: t('import.reason'), cell: (row) => t(`refusal.${row.reason}`) },
        ]}
      />
    </section>
  );
}
