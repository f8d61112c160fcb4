import type { CallOutput } from '#shared/contract/index.ts';
import type { ShopRow } from '#shared/model/shop.ts';
import type { ShopHealth } from '#shared/model/sync.ts';
import { useWords } from '../../app/text.tsx';
import { call } from '../../bridge/client.ts';
import {
  Button,
  DataTable,
  IconButton,
  Menu,
  Panel,
  Progress,
  StatusDot,
  Tag,
  useToast,
} from '../../ui/index.ts';
import css from '../features.module.css';
import { openConnect } from './store.ts';
import { marketName, percent, shopName, shopTone, termTone } from './words.ts';

/** Every shop: does it run, how fresh is it, what must be clicked. */
export function ShopsPanel({
  known,
  health,
}: {
  known: CallOutput<'shops.list'>;
  health: CallOutput<'sync.health'> | null;
}) {
  const words = useWords();
  const { t, fmt } = words;
  const healthOf = (shop: ShopRow): ShopHealth | undefined =>
    health?.shops.find(({ shopId }) => shopId === shop.id);
  return (
    <Panel
      title={t('shops.title')}
      actions={
        <Button size="s" icon="globe" onClick={() => openConnect()}>
          {t('shops.connect')}
        </Button>
      }
    >
      {known.shops.length === 0 ? (
        <p className={css['hint']}>{t('shops.none')}</p>
      ) : (
        <DataTable
          caption={t('shops.title')}
          hideCaption
          rows={known.shops}
          rowKey={(shop) => shop.id}
          columns={[
            { id: 'shop', header: t('shops.shop'), cell: (shop) => <Name shop={shop} /> },
            { id: 'state', header: t('shops.state'), cell: (shop) => <State shop={shop} known={known} /> },
            {
              id: 'fresh',
              header: t('shops.lastSync'),
              cell: (shop) => <Fresh health={healthOf(shop)} />,
            },
            {
              id: 'share',
              header: t('shops.share'),
              align: 'end',
              cell: (shop) => percent(healthOf(shop)?.successShare ?? null),
            },
            {
              id: 'orders',
              header: t('shops.orders'),
              align: 'end',
              cell: (shop) => fmt.number(healthOf(shop)?.orders ?? 0),
            },
            {
              id: 'term',
              header: t('shops.term'),
              tight: true,
              cell: (shop) =>
                shop.grantExpiresAt === null ? (
                  t('common.unknown')
                ) : (
                  <time title={fmt.full(shop.grantExpiresAt)}>
                    {shop.term === 'far' ? (
                      fmt.date(shop.grantExpiresAt)
                    ) : (
                      <Tag tone={termTone(shop.term)}>{fmt.date(shop.grantExpiresAt)}</Tag>
                    )}
                  </time>
                ),
            },
            {
              id: 'more',
              header: '',
              acts: true,
              cell: (shop) => <ShopMenu shop={shop} health={healthOf(shop)} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}

/** Name and market; the market goes below where there is little room. */
function Name({ shop }: { shop: ShopRow }) {
  const words = useWords();
  return (
    <span className={css['nameParts']}>
      <strong>{shop.name === '' ? shop.shopNo : shop.name}</strong>
      <span className={css['hint']}>{marketName(shop, words)}</span>
    </span>
  );
}

/** State, why, and the one thing to click. */
function State({ shop, known }: { shop: ShopRow; known: CallOutput<'shops.list'> }) {
  const { t } = useWords();
  const click = shop.click;
  const app = known.apps.find(({ id }) => id === shop.appId);
  const act = (): void => {
    if (app && (click === 'authorise' || click === 'enter-key')) {
      openConnect({ app, at: click === 'authorise' ? 'authorise' : 'key' });
    } else void call('shops.resume', { shopId: shop.id });
  };
  return (
    <div className={css['lines']}>
      <span className={css['oneLine']}>
        <StatusDot tone={shopTone(shop.state)} />
        {t(`shops.state.${shop.state}`)}
      </span>
      {shop.reason !== null && (
        <span className={css['hint']}>
          {t(`shops.reason.${shop.reason}`, { address: shop.address ?? t('common.unknown') })}
        </span>
      )}
      {click !== null && (
        <div>
          <Button size="s" variant={shop.state === 'paused' ? 'plain' : 'primary'} onClick={act}>
            {t(`shops.click.${click}`)}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Up to when orders are followed, and how far the first load is. */
function Fresh({ health }: { health: ShopHealth | undefined }) {
  const { t, fmt } = useWords();
  if (!health) return <>—</>;
  const { load } = health;
  return (
    <div className={css['lines']}>
      <time title={fmt.full(health.lastSuccessAt)}>{fmt.when(health.lastSuccessAt)}</time>
      {load && !load.done && (
        <Progress
          value={load.windows === 0 ? null : load.windowsDone / load.windows}
          label={t(load.paused ? 'shops.loadPaused' : 'shops.loading', { date: fmt.date(load.since) })}
          detail={t('shops.loaded', { n: load.orders })}
        />
      )}
      <span className={css['actions']}>
        {health.openGaps > 0 && <Tag tone="medium">{t('shops.gaps', { n: health.openGaps })}</Tag>}
        {health.breakers.length > 0 && (
          <Tag tone="medium">{t('shops.resting', { n: health.breakers.length })}</Tag>
        )}
      </span>
    </div>
  );
}

function ShopMenu({ shop, health }: { shop: ShopRow; health: ShopHealth | undefined }) {
  const words = useWords();
  const { t, faultText } = words;
  const toast = useToast();
  const name = shopName(shop, words);
  const paused = shop.state === 'paused';
  const set = async (pause: boolean): Promise<void> => {
    const answer = await call(pause ? 'shops.pause' : 'shops.resume', { shopId: shop.id });
    if (!answer.ok) {
      toast.show({ text: faultText(answer.error), tone: 'trouble' });
      return;
    }
    toast.show({
      text: t(pause ? 'shops.paused' : 'shops.resumed', { name }),
      action: { label: t('common.undo'), run: () => void set(!pause) },
    });
  };
  const disconnect = async (): Promise<void> => {
    const answer = await call('shops.disconnect', { shopId: shop.id });
    toast.show(
      answer.ok
        ? {
            text: t('shops.disconnected', { name }),
            action: { label: t('shops.takeBack'), run: () => void window.open(answer.value.cancelUrl) },
          }
        : { text: faultText(answer.error), tone: 'trouble' },
    );
  };
  const load = health?.load ?? null;
  return (
    <Menu
      label={t('shops.actions', { name })}
      trigger={<IconButton icon="more" label={t('shops.actions', { name })} />}
      items={[
        {
          id: 'pause',
          label: t(paused ? 'shops.click.resume' : 'shops.pause'),
          onSelect: () => void set(!paused),
        },
        ...(load && !load.done
          ? [
              {
                id: 'load',
                label: t(load.paused ? 'shops.resumeLoad' : 'shops.pauseLoad'),
                onSelect: () => void call('sync.pauseLoad', { shopId: shop.id, paused: !load.paused }),
              },
            ]
          : []),
        {
          id: 'further',
          label: t('shops.loadMore'),
          onSelect: () => void call('sync.load', { shopId: shop.id, days: 180 }),
        },
        'separator' as const,
        {
          id: 'disconnect',
          label: t('shops.disconnect'),
          tone: 'danger' as const,
          onSelect: () => void disconnect(),
        },
      ]}
    />
  );
}
