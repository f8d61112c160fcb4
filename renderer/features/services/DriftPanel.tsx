import { CARRIER_SOURCE_FACTS } from '#shared/model/carrierSource.ts';
import { useQuery } from '../../app/useQuery.ts';
import { useWords } from '../../app/text.tsx';
import { DataTable, Panel } from '../../ui/index.ts';
import css from '../features.module.css';
import own from './services.module.css';

/** How answers differ from what we know of the services; the form of what was met, never its content. */
export function DriftPanel() {
  const { t, fmt } = useWords();
  const notes = useQuery('carriers.drift', { limit: 50, cursor: null }, ['sources']).value;
  if (!notes) return null;
  return (
    <Panel title={t('drift.title')}>
      {notes.rows.length === 0 ? (
        <p className={css['hint']}>{t('drift.none')}</p>
      ) : (
        <div className={css['stack']}>
          <p className={css['hint']}>{t('drift.hint')}</p>
          <DataTable
            caption={t('drift.title')}
            hideCaption
            rows={notes.rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'source',
                header: t('services.source'),
                cell: ({ source }) => CARRIER_SOURCE_FACTS[source].name,
              },
              { id: 'what', header: t('drift.what'), cell: ({ kind }) => t(`drift.${kind}`) },
              {
                id: 'field',
                header: t('drift.field'),
                cell: ({ path }) => <code className={own['path']}>{path}</code>,
              },
              {
                id: 'sample',
                header: t('drift.sample'),
                cell: ({ sample }) => (sample === '' ? '—' : <code className={own['path']}>{sample}</code>),
              },
              { id: 'seen', header: t('sources.seen'), align: 'end', cell: ({ seen }) => fmt.number(seen) },
              {
                id: 'last',
                header: t('sources.when'),
                align: 'end',
                cell: ({ lastAt }) => <time title={fmt.full(lastAt)}>{fmt.when(lastAt)}</time>,
              },
            ]}
          />
        </div>
      )}
    </Panel>
  );
}
