import { useEffect, useState } from 'react';
import { importShare } from '../features/imports/RunStep.tsx';
import { openImport } from '../features/imports/store.ts';
import { call } from '../bridge/client.ts';
import { type DotTone, Kbd, StatusDot } from '../ui/index.ts';
import { caps, keyOf, runAction } from './actions.ts';
import css from './app.module.css';
import { goTo } from './routes.ts';
import { useSession } from './session.ts';
import { useWords } from './text.tsx';
import { useQuery } from './useQuery.ts';

/** What is going on and how old it is: one line that never leaves the screen. */
export function StatusLine() {
  const { t, fmt } = useWords();
  const { status, health, importRun, linked, settings } = useSession((state) => state);
  const running =
    importRun && (importRun.state === 'running' || importRun.state === 'projecting') ? importRun : null;
  useMinute();
  const state = ((): { tone: DotTone; text: string } => {
    if (!linked) return { tone: 'down', text: t('status.lost') };
    if (health.state === 'restarting') {
      return { tone: 'warn', text: t('status.restarting', { when: fmt.when(health.nextAttemptAt) }) };
    }
    if (health.state === 'stopped') return { tone: 'down', text: t('status.stopped') };
    if (health.state !== 'ready') return { tone: 'busy', text: t(`status.${health.state}`) };
    if (status?.paused) return { tone: 'idle', text: t('status.paused') };
    if (status && !status.online) return { tone: 'warn', text: t('status.offline') };
    return { tone: 'live', text: t('status.live') };
  })();
  return (
    <footer className={css['status']} aria-label={t('status.label')}>
      <span className={css['statusState']} role="status">
        <StatusDot tone={state.tone} />
        {state.text}
      </span>
      {health.sample && (
        <button
          type="button"
          className={css['statusButton']}
          onClick={() => void call('shell.explore', { on: false })}
        >
          {t('status.sample')}
        </button>
      )}
      {health.state === 'stopped' && (
        <button
          type="button"
          className={css['statusButton']}
          onClick={() => void call('shell.startAction', { action: 'retry' })}
        >
          {t('status.restart')}
        </button>
      )}
      {running ? (
        <button type="button" className={css['statusButton']} onClick={() => openImport()}>
          <span className={css['statusState']}>
            {running.state === 'running'
              ? t('status.import', {
                  file: running.fileName,
                  percent: Math.round(importShare(running) * 100),
                })
              : t('status.projecting')}
            <span className={css['meter']} aria-hidden="true">
              <span style={{ transform: `scaleX(${String(importShare(running))})` }} />
            </span>
          </span>
        </button>
      ) : (
        status && (
          <>
            {status.shops > 0 ? (
              <SyncState />
            ) : (
              <span className={css['optional']}>
                {status.lastImportAt === null
                  ? t('status.noImport')
                  : t('status.lastImport', { age: fmt.when(status.lastImportAt) })}
              </span>
            )}
            <span className={css['optional']}>{t('status.parcels', { n: status.parcels })}</span>
            {status.lastBackupAt !== null && (
              <span className={css['optional']}>
                {t('status.lastBackup', { age: fmt.when(status.lastBackupAt) })}
              </span>
            )}
          </>
        )
      )}
      <span className={css['push']} />
      {status && status.unknownScans > 0 && (
        <button
          type="button"
          className={`${css['statusButton']} ${css['optional']}`}
          onClick={() => goTo('sources')}
        >
          {t('status.unknown', { n: status.unknownScans })}
        </button>
      )}
      <button type="button" className={css['statusButton']} onClick={() => runAction('palette')}>
        {t('palette.open')} <Kbd keys={caps(keyOf('palette', settings.keys))} />
      </button>
    </footer>
  );
}

/** How many shops, how fresh, and how much of the day's calls is used. */
function SyncState() {
  const { t, fmt } = useWords();
  const status = useSession((state) => state.status);
  const health = useQuery('sync.health', {}, ['sources', 'shops']).value;
  const used = Math.max(0, ...(health?.apps ?? []).map((app) => app.used / Math.max(1, app.budget)));
  // What a person has paused needs nobody.
  const stopped = (health?.shops ?? []).filter(
    (shop) => shop.state === 'stopped' && shop.stopReason !== 'paused',
  ).length;
  return (
    <button type="button" className={css['statusButton']} onClick={() => goTo('sources')}>
      {[
        t('status.shops', { n: status?.shops ?? 0 }),
        ...(stopped > 0 ? [t('status.shopsStopped', { n: stopped })] : []),
        t('status.lastSync', { age: fmt.when(status?.lastSyncAt ?? null) }),
        ...(health && health.apps.length > 0
          ? [t('status.budget', { percent: Math.round(used * 100) })]
          : []),
      ].join(' · ')}
    </button>
  );
}

/** Ages are read off a clock: draw again every half minute. */
function useMinute(): void {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
}
