import { useState } from 'react';
import type { CarrierSourceView } from '#shared/contract/carriers.ts';
import { CASE_KINDS } from '#shared/model/case.ts';
import { UI_LANGS } from '#shared/contract/shell.ts';
import { goTo } from '../../app/routes.ts';
import { changeSettings, useSession } from '../../app/session.ts';
import { kindName } from '../../app/names.ts';
import { useQuery } from '../../app/useQuery.ts';
import { useWords, type Words } from '../../app/text.tsx';
import { bridge, call } from '../../bridge/client.ts';
import { Button, Panel, Segmented, SeverityMark, Skeleton, useToast } from '../../ui/index.ts';
import css from '../features.module.css';
import { openImport } from '../imports/store.ts';
import { openConnect } from '../shops/store.ts';
import { queueList } from '../queue/store.ts';
import { Moved } from './Moved.tsx';
import { RowTime } from '../queue/RowTime.tsx';
import { whyLine } from '../queue/words.ts';

const LANG_NAMES = { en: 'English', 'zh-CN': '简体中文' } as const;

/** Screen: what must be decided now, what cleared itself, what we cannot see; before any data the first three steps. */
export function Today() {
  const words = useWords();
  const { t, fmt } = words;
  const status = useSession((state) => state.status);
  const worst = useQuery(
    'queue.page',
    { view: 'waiting', kind: null, market: null, text: '', limit: 5, cursor: null },
    ['queue'],
  ).value;
  const services = useQuery('carriers.list', {}, ['sources']).value?.sources.filter(({ enabled }) => enabled);
  if (!status) return <Skeleton lines={8} />;
  if (status.parcels === 0 && status.lastImportAt === null && status.shops === 0) return <FirstRun />;
  const openKind = (kind: (typeof CASE_KINDS)[number] | null): void => {
    queueList.setFilter({ view: 'waiting', kind, market: null, text: '' });
    goTo('queue');
  };
  return (
    <div className={css['page']} data-keys="detail" tabIndex={-1}>
      <div className={css['pageInner']}>
        <h1>{t('nav.today')}</h1>
        <div className={css['today']}>
          <div className={css['stack']}>
            <Panel title={t('today.decide')}>
              <p className={`${css['figure']} num`}>{fmt.number(status.decisions)}</p>
              {status.decisions === 0 ? (
                <p className={css['hint']}>{t('today.none')}</p>
              ) : (
                <ul className={css['kinds']}>
                  {CASE_KINDS.filter((kind) => (status.decisionsByKind[kind] ?? 0) > 0).map((kind) => (
                    <li key={kind}>
                      <button type="button" className={css['kind']} onClick={() => openKind(kind)}>
                        <span>{t(`kind.${kind}`)}</span>
                        <span className="num">{fmt.number(status.decisionsByKind[kind] ?? 0)}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </Panel>
            <Panel title={t('today.blind')}>
              <ul className={css['stack']}>
                <li>
                  {status.unknownScans === 0 ? (
                    t('today.allSeen')
                  ) : (
                    <button type="button" className={css['link']} onClick={() => goTo('sources')}>
                      {t('today.unknown', { n: status.unknownScans })}
                    </button>
                  )}
                </li>
                <li>
                  {status.lastImportAt !== null && (
                    <time title={fmt.full(status.lastImportAt)}>
                      {t('today.age', { age: fmt.when(status.lastImportAt) })}
                    </time>
                  )}
                </li>
                {status.shops === 0 && services?.length === 0 && (
                  <li className={css['hint']}>{t('today.noSync')}</li>
                )}
                {status.shops > 0 && (
                  <li>
                    <button type="button" className={css['link']} onClick={() => goTo('sources')}>
                      {t('today.sync', { n: status.shops, age: fmt.when(status.lastSyncAt) })}
                    </button>
                  </li>
                )}
                {services && services.length > 0 && (
                  <li>
                    <button type="button" className={css['link']} onClick={() => goTo('sources')}>
                      {servicesLine(services, words)}
                    </button>
                  </li>
                )}
              </ul>
            </Panel>
          </div>
          <div className={css['stack']}>
            <Panel title={t('today.worst')}>
              <ul className={css['kinds']}>
                {(worst?.rows ?? []).map((row) => (
                  <li key={row.id}>
                    <button type="button" className={css['kind']} onClick={() => goTo('queue', row.id)}>
                      <span className={css['rowMain']}>
                        <span className={css['detailTitle']}>
                          <SeverityMark
                            severity={row.severity}
                            label={t(`severity.${row.severity as 1 | 2 | 3 | 4}`)}
                          />
                          <strong>{kindName(row, words)}</strong>
                          <span className={`${css['hint']} num`}>{row.number}</span>
                        </span>
                        <span className={css['rowSub']}>{whyLine(row, words)}</span>
                      </span>
                      <RowTime row={row} />
                    </button>
                  </li>
                ))}
              </ul>
              {worst && worst.total > 0 && (
                <Button variant="primary" icon="queue" onClick={() => openKind(null)}>
                  {t('today.openQueue')}
                </Button>
              )}
              {worst?.total === 0 && <p className={css['hint']}>{t('today.none')}</p>}
            </Panel>
            <Moved />
          </div>
          <div className={css['stack']}>
            <Panel title={t('today.cleared')}>
              <p className={`${css['figure']} num`}>{fmt.number(status.clearedToday)}</p>
            </Panel>
            <Panel title={t('today.drafts')}>
              <p className={`${css['figure']} num`}>{fmt.number(status.drafts)}</p>
            </Panel>
          </div>
        </div>
      </div>
    </div>
  );
}

/** How many services are asked, and when one last answered. */
function servicesLine(services: readonly CarrierSourceView[], { t, fmt }: Words): string {
  const last = services.reduce((newest, { lastGoodAt }) => Math.max(newest, lastGoodAt ?? 0), 0);
  return t('today.services', { n: services.length, age: last === 0 ? 'none' : fmt.when(last) });
}

/** The sample shop: a simulated world of nine shops, connected like real ones, apart from the person's own data. */
function Explore() {
  const { t, faultText } = useWords();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  if (bridge.surface !== 'desktop') return null;
  const begin = async (): Promise<void> => {
    setBusy(true);
    const answer = await call('shell.explore', { on: true });
    setBusy(false);
    if (!answer.ok) toast.show({ text: faultText(answer.error), tone: 'trouble' });
  };
  return (
    <Button icon="parcels" disabled={busy} onClick={() => void begin()}>
      {t(busy ? 'first.exploring' : 'first.explore')}
    </Button>
  );
}

/** The three steps of a first run. */
function FirstRun() {
  const { t, lang } = useWords();
  return (
    <div className={css['page']} data-keys="detail" tabIndex={-1}>
      <div className={css['pageInner']}>
        <div>
          <h1>{t('first.title')}</h1>
          <p className={css['lead']}>{t('first.lead')}</p>
        </div>
        <ol className={css['grid']}>
          <li>
            <Panel title={`1. ${t('first.step1')}`}>
              <Segmented
                label={t('settings.lang')}
                value={lang}
                options={UI_LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))}
                onChange={(value) => void changeSettings({ lang: value })}
              />
            </Panel>
          </li>
          <li>
            <Panel title={`2. ${t('first.step2')}`}>
              <div className={css['stack']}>
                <p>{t('first.step2.text')}</p>
                <div className={css['actions']}>
                  <Button variant="primary" icon="globe" onClick={() => openConnect()}>
                    {t('shops.connect')}
                  </Button>
                  <Explore />
                  <Button icon="import" onClick={() => openImport()}>
                    {t('action.import')}
                  </Button>
                </div>
                <p className={css['hint']}>{t('first.private')}</p>
              </div>
            </Panel>
          </li>
          <li>
            <Panel title={`3. ${t('first.step3')}`}>
              <p>{t('first.step3.text')}</p>
            </Panel>
          </li>
        </ol>
      </div>
    </div>
  );
}
