import type { OrderDetail } from '#shared/contract/orders.ts';
import { orderIdSchema } from '#shared/model/ids.ts';
import type { ShopPackage } from '#shared/model/order.ts';
import { goTo } from '../../app/routes.ts';
import { useQuery } from '../../app/useQuery.ts';
import { useWords } from '../../app/text.tsx';
import { Banner, DataTable, DefinitionList, Panel, Skeleton, Tag } from '../../ui/index.ts';
import css from '../features.module.css';
import {
  money,
  packageWord,
  statusTone,
  statusWord,
  reasonWord,
  returnTone,
  returnWaits,
  returnWord,
} from './words.ts';

/** One order: what it asks for and by when, what is in it, and where its parcels are. */
export function OrderDetailView({ orderId }: { orderId: number }) {
  const { faultText } = useWords();
  const { value, fault } = useQuery('orders.detail', { orderId: orderIdSchema.parse(orderId) }, ['orders']);
  if (fault) return <Banner tone="critical" title={faultText(fault)} />;
  if (!value) return <Skeleton lines={10} />;
  return (
    <article className={css['detail']}>
      <Head detail={value} />
      <Parcels detail={value} />
      <Items detail={value} />
      {value.returns.length > 0 && <Returns detail={value} />}
      {value.reviews.length > 0 && <Reviews detail={value} />}
    </article>
  );
}

function Head({ detail }: { detail: OrderDetail }) {
  const words = useWords();
  const { t, fmt, lang } = words;
  const { row, recipient } = detail;
  const day = (at: number | null) => (at === null ? '—' : <time title={fmt.full(at)}>{fmt.when(at)}</time>);
  const promise =
    detail.promisedTo === null
      ? null
      : [detail.promisedFrom, detail.promisedTo].filter((at) => at !== null).map((at) => fmt.date(at));
  return (
    <>
      <header className={css['detailHead']}>
        <div className={css['detailTitle']}>
          <h1 className="num">{row.orderSn}</h1>
          <Tag tone={statusTone(row.status)}>{statusWord(row.status, words)}</Tag>
          {row.late && <Tag tone="high">{t('orders.late')}</Tag>}
          {row.state === 'vanished' && <Tag tone="high">{t('orders.vanished')}</Tag>}
        </div>
      </header>
      <DefinitionList
        items={[
          {
            term: t('orders.value'),
            value: (
              <>
                <span className="num">{money(row.amount, row.currency, lang)}</span>
                {row.cod && ` · ${t('orders.cod')}`}
              </>
            ),
          },
          { term: t('orders.buyer'), value: row.buyer ?? t('orders.forgotten') },
          { term: t('orders.placed'), value: day(row.createdAt) },
          { term: t('orders.paid'), value: day(detail.paidAt) },
          { term: t('orders.shipBy'), value: day(row.shipBy) },
          { term: t('orders.promise'), value: promise ? [...new Set(promise)].join(' – ') : '—' },
          ...(detail.cancelBy === null
            ? []
            : [
                {
                  term: t('orders.cancelled'),
                  value: [detail.cancelBy, detail.cancelReason].filter(Boolean).join(' · '),
                },
              ]),
          ...(recipient
            ? [
                {
                  term: t('orders.recipient'),
                  value: [recipient.name, recipient.phone, recipient.address].filter(Boolean).join(' · '),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function Parcels({ detail }: { detail: OrderDetail }) {
  const words = useWords();
  const { t, fmt } = words;
  return (
    <Panel title={t('orders.packages')}>
      <DataTable
        caption={t('orders.packages')}
        hideCaption
        rows={detail.packages}
        rowKey={(one) => one.packageNumber}
        columns={[
          {
            id: 'number',
            header: t('orders.number'),
            tight: true,
            cell: ({ number, parcelId }) =>
              parcelId === null ? (
                <span className={css['hint']}>{number ?? t('orders.noNumber')}</span>
              ) : (
                <button
                  type="button"
                  className={`${css['link']} num`}
                  onClick={() => goTo('parcels', parcelId)}
                >
                  {number}
                </button>
              ),
          },
          {
            id: 'status',
            header: t('shops.state'),
            tight: true,
            cell: ({ status }) => packageWord(status, words),
          },
          { id: 'carrier', header: t('orders.carrier'), cell: ({ carrierName }) => carrierName ?? '—' },
          // Only what is sent through a transit warehouse can have been scanned there.
          ...(detail.packages.some(({ arrivedWarehouse }) => arrivedWarehouse !== null)
            ? [
                {
                  id: 'warehouse',
                  header: t('orders.warehouse'),
                  cell: ({ arrivedWarehouse }: ShopPackage) =>
                    arrivedWarehouse === null
                      ? '—'
                      : t(arrivedWarehouse ? 'orders.arrived' : 'orders.notArrived'),
                },
              ]
            : []),
          {
            id: 'asked',
            header: t('orders.asked'),
            tight: true,
            cell: ({ askedAt }) => (askedAt === null ? '—' : fmt.when(askedAt)),
          },
          {
            id: 'next',
            header: t('orders.next'),
            tight: true,
            cell: ({ nextAt }) => (nextAt === null ? '—' : fmt.when(nextAt)),
          },
        ]}
      />
    </Panel>
  );
}

function Items({ detail }: { detail: OrderDetail }) {
  const { t, fmt, lang } = useWords();
  return (
    <Panel title={t('orders.items')}>
      <DataTable
        caption={t('orders.items')}
        hideCaption
        rows={detail.items}
        rowKey={(item) => item.line}
        columns={[
          {
            id: 'item',
            header: t('orders.item'),
            cell: (item) => [item.name, item.variation].filter(Boolean).join(' · '),
          },
          { id: 'sku', header: t('orders.sku'), cell: (item) => item.sku ?? '—' },
          {
            id: 'quantity',
            header: t('orders.quantity'),
            align: 'end',
            cell: (item) => fmt.number(item.quantity),
          },
          {
            id: 'price',
            header: t('orders.price'),
            align: 'end',
            cell: (item) => money(item.price, detail.row.currency, lang),
          },
        ]}
      />
    </Panel>
  );
}

function Returns({ detail }: { detail: OrderDetail }) {
  const words = useWords();
  const { t, fmt, lang } = words;
  return (
    <Panel title={t('orders.returns')}>
      <ul className={css['lines']}>
        {detail.returns.map((one) => (
          <li key={one.returnSn} className={css['detailTitle']}>
            <span className="num">{one.returnSn}</span>
            <Tag tone={returnTone(one.status)}>{returnWord(one.status, words)}</Tag>
            <span className={css['hint']}>
              {[reasonWord(one.reason, words), money(one.amount, one.currency, lang)]
                .filter(Boolean)
                .join(' · ')}
              {one.dueAt !== null &&
                returnWaits(one.status) &&
                ` · ${t('orders.dueAt')} ${fmt.when(one.dueAt)}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Reviews({ detail }: { detail: OrderDetail }) {
  const { t, fmt } = useWords();
  return (
    <Panel title={t('orders.reviews')}>
      <ul className={css['lines']}>
        {detail.reviews.map((one) => (
          <li key={one.commentId}>
            <span className={css['detailTitle']}>
              <Tag tone={one.rating <= 2 ? 'critical' : one.rating === 3 ? 'medium' : 'good'}>
                {t('orders.stars', { n: one.rating })}
              </Tag>
              <span className={css['hint']}>
                {fmt.when(one.createdAt)}
                {one.replied && ` · ${t('orders.replied')}`}
              </span>
            </span>
            {one.text !== null && <p lang="">{one.text}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
