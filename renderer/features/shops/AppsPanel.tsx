import type { CallOutput } from '#shared/contract/index.ts';
import type { ShopeeApp } from '#shared/model/shop.ts';
import type { AppHealth } from '#shared/model/sync.ts';
import { useWords } from '../../app/text.tsx';
import { call } from '../../bridge/client.ts';
import { Button, DataTable, Panel, Tag, useToast } from '../../ui/index.ts';
import css from '../features.module.css';
import { openConnect } from './store.ts';
import { percent } from './words.ts';

/** The seller's apps: what the day's calls and their success share stand at, and whether the key is good. */
export function AppsPanel({
  known,
  health,
}: {
  known: CallOutput<'shops.list'>;
  health: CallOutput<'sync.health'> | null;
}) {
  const { t, fmt } = useWords();
  const healthOf = (app: ShopeeApp): AppHealth | undefined =>
    health?.apps.find((one) => one.app.endsWith(`:${app.partnerId}`));
  if (known.apps.length === 0) return null;
  return (
    <Panel title={t('apps.title')}>
      <DataTable
        caption={t('apps.title')}
        hideCaption
        rows={known.apps}
        rowKey={(app) => app.id}
        columns={[
          {
            id: 'app',
            header: t('apps.app'),
            cell: (app) => (
              <>
                <strong className="num">{app.partnerId}</strong>{' '}
                <span className={css['hint']}>
                  {t(`connect.place.${app.place}`)} · {t('apps.key', { tail: app.keyTail })}
                </span>
                {app.stopped !== null && (
                  <p>
                    <Tag tone="critical">
                      {t(`shops.reason.${app.stopped}`, { address: app.address ?? t('common.unknown') })}
                    </Tag>
                  </p>
                )}
              </>
            ),
          },
          {
            id: 'share',
            header: t('apps.share'),
            align: 'end',
            cell: (app) => {
              const share = healthOf(app)?.successShare ?? null;
              return share !== null && share < 0.9 ? (
                <Tag tone="critical">{percent(share)}</Tag>
              ) : (
                percent(share)
              );
            },
          },
          {
            id: 'budget',
            header: t('apps.budget'),
            align: 'end',
            tight: true,
            cell: (app) => {
              const one = healthOf(app);
              return one ? `${fmt.number(one.used)} / ${fmt.number(one.budget)}` : '—';
            },
          },
          {
            id: 'rate',
            header: t('apps.rate'),
            align: 'end',
            cell: (app) => {
              const one = healthOf(app);
              if (!one) return '—';
              if (one.pausedUntil === null || one.pauseReason === null) return fmt.number(one.rate);
              return (
                <Tag tone="medium">
                  {t(`apps.pause.${one.pauseReason}`, { when: fmt.when(one.pausedUntil) })}
                </Tag>
              );
            },
          },
          { id: 'act', header: '', acts: true, cell: (app) => <AppActions app={app} /> },
        ]}
      />
    </Panel>
  );
}

function AppActions({ app }: { app: ShopeeApp }) {
  const { t, faultText } = useWords();
  const toast = useToast();
  const remove = async (): Promise<void> => {
    const answer = await call('shops.app.remove', { appId: app.id });
    toast.show(
      answer.ok
        ? { text: t('apps.removed', { partner: app.partnerId }) }
        : { text: faultText(answer.error), tone: 'trouble' },
    );
  };
  return (
    <span className={css['actions']}>
      <Button size="s" icon="key" onClick={() => openConnect({ app, at: 'key' })}>
        {t('apps.newKey')}
      </Button>
      {app.shops === 0 && (
        <Button size="s" onClick={() => void remove()}>
          {t('apps.remove')}
        </Button>
      )}
    </span>
  );
}
