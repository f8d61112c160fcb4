import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { ParcelFilter } from '#shared/contract/parcels.ts';
import { STAGES } from '#shared/model/node.ts';
import type { ParcelRow } from '#shared/model/parcel.ts';
import { useAction } from '../../app/actions.ts';
import { useSession } from '../../app/session.ts';
import { placeName, stageName } from '../../app/names.ts';
import { useWords } from '../../app/text.tsx';
import { Button, EmptyState, NodeIcon, SearchField, Select, StageTag, Tag } from '../../ui/index.ts';
import css from '../features.module.css';
import { FilterSelect } from '../FilterSelect.tsx';
import { ListRows } from '../ListRows.tsx';
import { ListScreen, useListKeys } from '../ListScreen.tsx';
import { openImport } from '../imports/store.ts';
import { WhichList } from '../orders/WhichList.tsx';
import { ParcelDetailView } from './ParcelDetail.tsx';
import { followParcels, NO_FILTER, parcelList, parcelPlace } from './store.ts';

const STATES: readonly ParcelFilter['state'][] = ['all', 'moving', 'ended'];

/** Screen: every parcel, newest scan first. */
export function Parcels() {
  const words = useWords();
  const { t, fmt } = words;
  const { filter, total } = useStore(parcelList);
  const search = useRef<HTMLInputElement>(null);
  useEffect(followParcels, []);
  const list = useListKeys('parcels', parcelList);
  useAction('search', () => search.current?.focus());

  const title = (row: ParcelRow): string => t(`node.${row.node}`);
  return (
    <ListScreen
      view="parcels"
      list={
        <>
          <div className={css['listHead']}>
            <div className={css['filters']}>
              <SearchField
                label={t('parcels.search')}
                value={filter.text}
                onChange={(text) => parcelList.setFilter({ text })}
                inputRef={search}
              />
              <FilterSelect
                label="parcels.stage"
                value={filter.stage}
                values={STAGES}
                wordOf={(stage) => t(`stage.${stage}`)}
                onChange={(stage) => parcelList.setFilter({ stage })}
              />
              <Select
                label={t('parcels.state')}
                hideLabel
                value={filter.state}
                options={STATES.map((value) => ({ value, label: t(`parcels.state.${value}`) }))}
                onChange={(value) => parcelList.setFilter({ state: value })}
              />
            </div>
            <div className={`${css['between']} ${css['listBar']}`}>
              <p className={`${css['hint']} num`}>{t('parcels.count', { n: total })}</p>
              <WhichList value="parcels" />
            </div>
            <Where filter={filter} />
          </div>
          <div className={css['listBody']}>
            <ListRows
              ref={list}
              view="parcels"
              store={parcelList}
              empty={<ParcelsEmpty />}
              renderRow={(row) => (
                <div className={css['row']}>
                  <span className={css['rowMark']}>
                    <NodeIcon node={row.node} />
                  </span>
                  <time className={`${css['rowTime']} num`} title={fmt.full(row.lastScanAt)}>
                    {row.lastScanAt === null ? '—' : fmt.span(Date.now() - row.lastScanAt)}
                  </time>
                  <span className={css['rowMain']}>
                    <span className={`${css['rowTitle']} num`}>{row.number}</span>
                    <span className={css['rowSub']}>
                      {[title(row), row.lastPlace].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  <span className={css['rowSide']}>
                    <StageTag
                      stage={row.stage}
                      label={stageName(row.stage, row.node, words)}
                      direction={row.direction}
                    />
                    {row.openCases > 0 ? (
                      <Tag tone="high">{t('parcels.cases', { n: row.openCases })}</Tag>
                    ) : (
                      <span className={css['rowSub']}>
                        {[row.market, row.orderNo].filter(Boolean).join(' · ')}
                      </span>
                    )}
                  </span>
                </div>
              )}
            />
          </div>
        </>
      }
      detail={(id) => <ParcelDetailView parcelId={id} />}
    />
  );
}

/** Where the map led from: the place, and whether only stuck ones are shown, with the way back to all. */
function Where({ filter }: { filter: ParcelFilter }) {
  const words = useWords();
  const { t } = words;
  const place = useStore(parcelPlace, (state) => state.place);
  const at = filter.place !== null || filter.country !== null ? place : null;
  if (!at && !filter.stuck) return null;
  return (
    <div className={css['actions']}>
      {at && <Tag tone="accent">{t('parcels.at', { place: placeName(at, words) })}</Tag>}
      {filter.stuck && <Tag tone="high">{t('parcels.stuck')}</Tag>}
      <Button
        size="s"
        variant="quiet"
        icon="close"
        onClick={() => parcelList.setFilter({ place: null, country: null, stuck: false, market: null })}
      >
        {t('parcels.at.clear')}
      </Button>
    </div>
  );
}

function ParcelsEmpty() {
  const { t } = useWords();
  const parcels = useSession((state) => state.status?.parcels ?? 0);
  if (parcels > 0) {
    return (
      <EmptyState
        kind="no-match"
        title={t('parcels.empty.match.title')}
        text={t('parcels.empty.match.text')}
        action={<Button onClick={() => parcelList.setFilter(NO_FILTER)}>{t('common.clearFilters')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      kind="no-data"
      title={t('parcels.empty.data.title')}
      text={t('parcels.empty.data.text')}
      action={
        <Button variant="primary" icon="import" onClick={() => openImport()}>
          {t('action.import')}
        </Button>
      }
    />
  );
}
