import { useCallback, useMemo, useState } from 'react';
import { type Market, MARKETS } from '#shared/model/market.ts';
import type { PlaceCount } from '#shared/model/route.ts';
import { placeName } from '../../app/names.ts';
import { goTo } from '../../app/routes.ts';
import { useWords, type Words } from '../../app/text.tsx';
import { useQuery } from '../../app/useQuery.ts';
import { Banner, DataTable, EmptyState, Segmented, Skeleton } from '../../ui/index.ts';
import page from '../features.module.css';
import { FilterSelect } from '../FilterSelect.tsx';
import { WhichList } from '../orders/WhichList.tsx';
import { showParcels } from '../parcels/store.ts';
import css from './map.module.css';
import type { MapLine, MapPoint } from './draw.ts';
import { WorldMap } from './WorldMap.tsx';

const NO_LINES: readonly MapLine[] = [];

type By = 'place' | 'country';

/** Screen: what is on the way and what is stuck, by place or country, with the rows behind each number. */
export function MapScreen() {
  const words = useWords();
  const { t } = words;
  const [by, setBy] = useState<By>('place');
  const [market, setMarket] = useState<Market | null>(null);
  const { value, fault } = useQuery('parcels.overview', { market }, ['parcels', 'queue']);
  const open = (row: PlaceCount, stuck: boolean): void => {
    showParcels(by === 'place' ? { place: row.place } : { country: row.place }, { market, stuck });
    goTo('parcels');
  };
  const rows = useMemo(() => (value ? (by === 'place' ? value.places : value.countries) : []), [value, by]);
  const points = useMemo(() => pointsOf(rows, words), [rows, words]);
  const merge = useCallback((some: readonly MapPoint[]) => mergeCounts(some, rows, words), [rows, words]);
  return (
    <div className={page['page']} data-keys="list">
      <div className={page['pageInner']}>
        <div className={page['between']}>
          <h1>{t('map.overview')}</h1>
          <div className={css['bar']}>
            <FilterSelect
              label="parcel.market"
              value={market}
              values={MARKETS}
              wordOf={(one) => t(`market.${one}`)}
              onChange={setMarket}
            />
            <Segmented
              hideLabel
              label={t('overview.by')}
              value={by}
              options={[
                { value: 'place', label: t('overview.by.place') },
                { value: 'country', label: t('overview.by.country') },
              ]}
              onChange={setBy}
            />
            <WhichList value="map" />
          </div>
        </div>
        {fault && <Banner tone="high" title={words.faultText(fault)} />}
        {!value && !fault && <Skeleton lines={8} />}
        {value && rows.length === 0 && value.nowhere.moving === 0 && (
          <EmptyState
            kind="no-data"
            icon="globe"
            title={t('overview.empty.title')}
            text={t('overview.empty.text')}
          />
        )}
        {value && (rows.length > 0 || value.nowhere.moving > 0) && (
          <section className={css['overview']}>
            <p>{sentence(rows, value.nowhere, words)}</p>
            <WorldMap
              label={t('map.overview')}
              height={420}
              points={points}
              lines={NO_LINES}
              merge={merge}
              onSelect={(id) => {
                const row = rows.find(({ place }) => place.id === id);
                if (row) open(row, false);
              }}
              footer={t('map.credit')}
            />
            <CountTable rows={rows} by={by} open={open} />
            <p className={css['foot']}>
              {t('overview.meaning')}{' '}
              {value.nowhere.moving > 0 && t('overview.nowhere', { moving: value.nowhere.moving })}
            </p>
          </section>
        )}
      </div>
    </div>
  );
}

/** What the map shows in one sentence: how many, and where the most are stuck. */
function sentence(
  rows: readonly PlaceCount[],
  nowhere: { readonly moving: number; readonly stuck: number },
  words: Words,
): string {
  const { t } = words;
  const sum = (of: 'moving' | 'stuck'): number => rows.reduce((all, row) => all + row[of], nowhere[of]);
  const worst = rows.toSorted((a, b) => b.stuck - a.stuck)[0];
  const most =
    worst && worst.stuck > 0
      ? ` ${t('overview.most', { place: placeName(worst.place, words), stuck: worst.stuck, moving: worst.moving })}`
      : '';
  return `${t('overview.sentence', { moving: sum('moving'), stuck: sum('stuck') })}${most}`;
}

function CountTable({
  rows,
  by,
  open,
}: {
  rows: readonly PlaceCount[];
  by: By;
  open: (row: PlaceCount, stuck: boolean) => void;
}) {
  const words = useWords();
  const { t, fmt } = words;
  const count = (row: PlaceCount, n: number, stuck: boolean) =>
    n === 0 ? (
      '0'
    ) : (
      <button type="button" className={page['link']} onClick={() => open(row, stuck)}>
        {fmt.number(n)}
      </button>
    );
  return (
    <DataTable
      caption={t('overview.table')}
      hideCaption
      rows={rows}
      rowKey={({ place }) => place.id}
      columns={[
        {
          id: 'place',
          header: t(`overview.${by}`),
          cell: ({ place }) => placeName(place, words),
        },
        {
          id: 'moving',
          header: t('overview.moving'),
          align: 'end',
          tight: true,
          cell: (row) => count(row, row.moving, false),
        },
        {
          id: 'stuck',
          header: t('overview.stuck'),
          align: 'end',
          tight: true,
          cell: (row) => count(row, row.stuck, true),
        },
      ]}
    />
  );
}

/** How large the mark of so many parcels is: its ground grows with them. */
const radius = (moving: number, most: number): number => 8 + 12 * Math.sqrt(moving / most);
const mostOf = (rows: readonly PlaceCount[]): number => Math.max(10, ...rows.map(({ moving }) => moving));

/** A mark for each row, the fullest first; those with stuck parcels in the colour and shape of trouble. */
function pointsOf(rows: readonly PlaceCount[], words: Words): MapPoint[] {
  const most = mostOf(rows);
  return rows.map(({ place, moving, stuck }): MapPoint => {
    const name = placeName(place, words);
    return {
      ...{ id: place.id, lat: place.lat, lon: place.lon, label: name },
      title: words.t('overview.mark', { place: name, moving, stuck }),
      r: radius(moving, most),
      tone: stuck > 0 ? 'trouble' : 'done',
      mark: words.fmt.number(moving),
      weight: moving,
    };
  });
}

/** Places that lie too near to each other for this map: their parcels together. */
function mergeCounts(some: readonly MapPoint[], rows: readonly PlaceCount[], words: Words): MapPoint {
  const [head] = some;
  if (!head) throw new Error('Nothing to merge');
  const moving = some.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  return {
    ...head,
    r: radius(moving, Math.max(mostOf(rows), moving)),
    tone: some.some(({ tone }) => tone === 'trouble') ? 'trouble' : head.tone,
    mark: words.fmt.number(moving),
    label: `${head.label} +${String(some.length - 1)}`,
    title: some.map(({ title }) => title).join('; '),
  };
}
