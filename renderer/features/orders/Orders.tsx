import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { MARKETS } from '#shared/model/market.ts';
import { ORDER_STATUSES, type OrderRow } from '#shared/model/order.ts';
import { useAction } from '../../app/actions.ts';
import { useWords } from '../../app/text.tsx';
import { Button, EmptyState, Icon, SearchField, Tag } from '../../ui/index.ts';
import css from '../features.module.css';
import { FilterSelect } from '../FilterSelect.tsx';
import { ListRows } from '../ListRows.tsx';
import { ListScreen, useListKeys } from '../ListScreen.tsx';
import { openConnect } from '../shops/store.ts';
import { OrderDetailView } from './OrderDetail.tsx';
import { followOrders, NO_FILTER, orderList } from './store.ts';
import { WhichList } from './WhichList.tsx';
import { money, statusTone, statusWord } from './words.ts';

/** Screen: every order, newest first. */
export function Orders() {
  const { t } = useWords();
  const { filter, total } = useStore(orderList);
  const search = useRef<HTMLInputElement>(null);
  useEffect(followOrders, []);
  const list = useListKeys('orders', orderList);
  useAction('search', () => search.current?.focus());
  return (
    <ListScreen
      view="orders"
      list={
        <>
          <div className={css['listHead']}>
            <div className={css['filters']}>
              <SearchField
                label={t('orders.search')}
                value={filter.text}
                inputRef={search}
                onChange={(text) => orderList.setFilter({ text })}
              />
              <FilterSelect
                label="orders.status"
                value={filter.status}
                values={ORDER_STATUSES}
                wordOf={(status) => t(`orderStatus.${status}`)}
                onChange={(status) => orderList.setFilter({ status })}
              />
              <FilterSelect
                label="parcel.market"
                value={filter.market}
                values={MARKETS}
                wordOf={(market) => t(`market.${market}`)}
                onChange={(market) => orderList.setFilter({ market })}
              />
            </div>
            <div className={`${css['between']} ${css['listBar']}`}>
              <p className={`${css['hint']} num`}>{t('orders.count', { n: total })}</p>
              <WhichList value="orders" />
            </div>
          </div>
          <div className={css['listBody']}>
            <ListRows
              ref={list}
              view="orders"
              store={orderList}
              empty={<OrdersEmpty />}
              renderRow={(row) => <OrderLine row={row} />}
            />
          </div>
        </>
      }
      detail={(id) => <OrderDetailView orderId={id} />}
    />
  );
}

function OrderLine({ row }: { row: OrderRow }) {
  const words = useWords();
  const { t, fmt, lang } = words;
  const sub = [
    row.buyer,
    row.sku,
    row.quantity > 0 ? t('orders.sub', { n: row.quantity }) : null,
    row.numbers[0] ?? null,
  ];
  return (
    <div className={css['row']}>
      <span className={css['rowMark']}>{row.late && <Icon name="warning" />}</span>
      <time className={`${css['rowTime']} num`} title={fmt.full(row.createdAt)}>
        {row.createdAt === null ? '—' : fmt.span(Date.now() - row.createdAt)}
      </time>
      <span className={css['rowMain']}>
        <span className={`${css['rowTitle']} num`}>{row.orderSn}</span>
        <span className={css['rowSub']}>
          {row.state === 'listed' ? t('orders.listed') : sub.filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className={css['rowSide']}>
        <Tag tone={row.late ? 'high' : statusTone(row.status)}>
          {row.state === 'vanished' ? t('orders.vanished') : statusWord(row.status, words)}
          {row.late && ` · ${t('orders.late')}`}
        </Tag>
        <span className={`${css['rowSub']} num`}>
          {[row.market, row.amount === null ? null : money(row.amount, row.currency, lang)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </div>
  );
}

function OrdersEmpty() {
  const { t } = useWords();
  const { filter } = useStore(orderList);
  const filtered = Object.values(filter).some((value) => value !== null && value !== '');
  if (filtered) {
    return (
      <EmptyState
        kind="no-match"
        title={t('orders.empty.match.title')}
        text={t('orders.empty.match.text')}
        action={<Button onClick={() => orderList.setFilter(NO_FILTER)}>{t('common.clearFilters')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      kind="no-data"
      title={t('orders.empty.data.title')}
      text={t('orders.empty.data.text')}
      action={
        <Button variant="primary" icon="globe" onClick={() => openConnect()}>
          {t('shops.connect')}
        </Button>
      }
    />
  );
}
