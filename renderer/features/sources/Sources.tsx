import { useState } from 'react';
import type { UnknownScan } from '#shared/contract/sources.ts';
import { useQuery } from '../../app/useQuery.ts';
import { carrierWord } from '../../app/names.ts';
import { useWords } from '../../app/text.tsx';
import { Button, DataTable, EmptyState, Panel, Skeleton, Tag } from '../../ui/index.ts';
import css from '../features.module.css';
import { RowAction } from '../RowAction.tsx';
import { openImport, showImport } from '../imports/store.ts';
import { MapText } from './MapText.tsx';
import { RulesPanel } from './RulesPanel.tsx';
import { ServicesPanel } from '../services/ServicesPanel.tsx';
import { AppsPanel } from '../shops/AppsPanel.tsx';
import { GapsPanel } from '../shops/GapsPanel.tsx';
import { ShopsPanel } from '../shops/ShopsPanel.tsx';
import { openConnect } from '../shops/store.ts';

const STEP = 50;

/** Screen: where the data comes from, how old it is, and what could not be read. */
export function Sources() {
  const words = useWords();
  const { t, fmt } = words;
  const [limit, setLimit] = useState(STEP);
  const [mapping, setMapping] = useState<UnknownScan | null>(null);
  const sources = useQuery('sources.list', {}, ['sources']).value?.sources;
  const unknown = useQuery('sources.unknown', { carrier: null, limit, cursor: null }, ['sources']).value;
  const imports = useQuery('imports.list', {}, ['sources']).value?.imports;
  const shops = useQuery('shops.list', {}, ['shops']).value;
  const health = useQuery('sync.health', {}, ['sources', 'shops']).value;
  const services = useQuery('carriers.list', {}, ['sources']).value?.sources;
  if (!sources || !imports || !shops || !services) return <Skeleton lines={10} />;
  const importButton = (
    <Button icon="import" onClick={() => openImport()}>
      {t('action.import')}
    </Button>
  );
  const served = sources.length > 0 || services.some(({ credentials }) => credentials !== null);
  if (imports.length === 0 && shops.apps.length === 0 && !served) {
    return (
      <div className={css['page']} data-keys="detail" tabIndex={-1}>
        <div className={css['pageInner']}>
          <EmptyState
            kind="no-data"
            title={t('sources.empty.title')}
            text={t('sources.empty.text')}
            action={
              <span className={css['actions']}>
                <Button variant="primary" icon="globe" onClick={() => openConnect()}>
                  {t('shops.connect')}
                </Button>
                {importButton}
              </span>
            }
          />
          <ServicesPanel />
        </div>
      </div>
    );
  }
  return (
    <div className={css['page']} data-keys="detail" tabIndex={-1}>
      <div className={css['pageInner']}>
        <div className={css['between']}>
          <h1>{t('nav.sources')}</h1>
          {importButton}
        </div>
        <ShopsPanel known={shops} health={health} />
        <AppsPanel known={shops} health={health} />
        <GapsPanel known={shops} />
        <ServicesPanel />
        {sources.length > 0 && (
          <Panel title={t('sources.carriers')}>
            <DataTable
              caption={t('sources.carriers')}
              hideCaption
              rows={sources}
              rowKey={(row) => row.carrier}
              columns={[
                {
                  id: 'carrier',
                  header: t('sources.carrier'),
                  cell: (row) => <strong>{carrierWord(row.carrier, words)}</strong>,
                },
                {
                  id: 'scans',
                  header: t('sources.scans'),
                  align: 'end',
                  cell: (row) => fmt.number(row.scans),
                },
                {
                  id: 'parcels',
                  header: t('sources.parcels'),
                  align: 'end',
                  cell: (row) => fmt.number(row.parcels),
                },
                {
                  id: 'unknown',
                  header: t('sources.unknown'),
                  align: 'end',
                  cell: (row) => fmt.number(row.unknown),
                },
                {
                  id: 'last',
                  header: t('sources.last'),
                  align: 'end',
                  cell: (row) => <time title={fmt.full(row.lastScanAt)}>{fmt.when(row.lastScanAt)}</time>,
                },
              ]}
            />
          </Panel>
        )}
        {mapping && <MapText row={mapping} onClose={() => setMapping(null)} />}
        <Panel title={t('sources.unknownTitle')}>
          <div className={css['stack']}>
            <p className={css['hint']}>
              {unknown && unknown.total === 0 ? t('sources.allUnderstood') : t('sources.unknownHint')}
            </p>
            {unknown && unknown.rows.length > 0 && (
              <DataTable<UnknownScan>
                caption={t('sources.unknownTitle')}
                hideCaption
                rows={unknown.rows}
                rowKey={(row) =>
                  `${row.carrier} ${row.code ?? ''} ${row.status ?? ''} ${row.text} ${row.lang ?? ''}`
                }
                columns={[
                  {
                    id: 'seen',
                    header: t('sources.seen'),
                    align: 'end',
                    cell: (row) => fmt.number(row.seen),
                  },
                  {
                    id: 'carrier',
                    header: t('sources.carrier'),
                    cell: (row) => carrierWord(row.carrier, words),
                  },
                  {
                    id: 'code',
                    header: t('sources.code'),
                    cell: (row) => [row.code, row.status].filter(Boolean).join(' / '),
                  },
                  {
                    id: 'text',
                    header: t('sources.text'),
                    cell: (row) => (
                      <span className={css['written']} lang={row.lang ?? undefined}>
                        {row.text}
                      </span>
                    ),
                  },
                  {
                    id: 'map',
                    header: '',
                    acts: true,
                    cell: (row) => (
                      <RowAction
                        label={t('sources.map')}
                        row={row.text || (row.status ?? '')}
                        onAct={() => setMapping(row)}
                      />
                    ),
                  },
                ]}
              />
            )}
            {unknown && unknown.total > unknown.rows.length && limit < 500 && (
              <div>
                <Button onClick={() => setLimit(Math.min(500, limit + STEP * 3))}>{t('sources.more')}</Button>
              </div>
            )}
          </div>
        </Panel>
        <RulesPanel />
        {imports.length > 0 && (
          <Panel title={t('sources.imports')}>
            <DataTable
              caption={t('sources.imports')}
              hideCaption
              rows={imports}
              rowKey={(row) => row.id}
              columns={[
                {
                  id: 'file',
                  header: t('sources.file'),
                  cell: (row) => (
                    <button type="button" className={css['link']} onClick={() => showImport(row.id)}>
                      {row.fileName}
                    </button>
                  ),
                },
                {
                  id: 'when',
                  header: t('sources.when'),
                  tight: true,
                  cell: (row) => <time title={fmt.full(row.startedAt)}>{fmt.when(row.startedAt)}</time>,
                },
                {
                  id: 'state',
                  header: t('sources.state'),
                  cell: (row) => (
                    <Tag
                      tone={row.state === 'done' ? 'good' : row.state === 'failed' ? 'critical' : 'neutral'}
                    >
                      {t(`import.state.${row.state}`)}
                    </Tag>
                  ),
                },
                { id: 'rows', header: t('sources.rows'), align: 'end', cell: (row) => fmt.number(row.rows) },
                {
                  id: 'new',
                  header: t('sources.new'),
                  align: 'end',
                  cell: (row) => fmt.number(row.accepted),
                },
                {
                  id: 'refused',
                  header: t('import.result.refused'),
                  align: 'end',
                  cell: (row) => fmt.number(row.refused),
                },
              ]}
            />
          </Panel>
        )}
      </div>
    </div>
  );
}
