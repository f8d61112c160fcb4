import { useMemo } from 'react';
import type { EventView } from '#shared/model/event.ts';
import { PRECISION_KM } from '#shared/model/place.ts';
import type { Route, Stop } from '#shared/model/route.ts';
import { placeName } from '../../app/names.ts';
import { useWords, type Words } from '../../app/text.tsx';
import { DataTable, EmptyState, Panel } from '../../ui/index.ts';
import css from './map.module.css';
import type { MapLine, MapPoint } from './draw.ts';
import { WorldMap } from './WorldMap.tsx';

/** The way of one parcel: map and equal table, where it is and how sure that is, where it is going. */
export function RouteMap({
  route,
  events,
  ended,
  trouble,
}: {
  route: Route;
  events: readonly EventView[];
  ended: boolean;
  trouble: boolean;
}) {
  const words = useWords();
  const { t, fmt } = words;
  const points = useMemo(() => pointsOf(route, { ended, trouble }, words), [route, ended, trouble, words]);
  const lines = useMemo(() => linesOf(route), [route]);
  const here = route.stops.at(-1);
  if (!here) {
    return (
      <Panel title={t('route.title')}>
        <EmptyState kind="no-data" icon="globe" title={t('route.none.title')} text={t('route.none.text')} />
      </Panel>
    );
  }
  const km = PRECISION_KM[here.place.precision];
  const sentence = [
    t(ended ? 'route.ended' : 'route.here', { place: placeName(here.place, words) }),
    t('route.within', { km }),
    ...(isUnsure(here) ? [t('route.unsure', { percent: fmt.percent(here.place.confidence, 0) })] : []),
    ...(route.toward ? [t('route.toward', { place: placeName(route.toward, words) })] : []),
  ].join(' · ');
  return (
    <Panel title={t('route.title')}>
      <p className={css['lead']}>{sentence}</p>
      <WorldMap
        label={t('map.route')}
        height={300}
        points={points}
        lines={lines}
        merge={mergeStops}
        footer={t('map.credit')}
      />
      <StopTable stops={route.stops} events={events} />
      {route.unread > 0 && <p className={css['foot']}>{t('route.unread', { n: route.unread })}</p>}
    </Panel>
  );
}

function StopTable({ stops, events }: { stops: readonly Stop[]; events: readonly EventView[] }) {
  const words = useWords();
  const { t, fmt } = words;
  return (
    <DataTable
      caption={t('route.table')}
      hideCaption
      rows={stops.map((stop, index) => ({ stop, index }))}
      rowKey={({ index }) => index}
      columns={[
        { id: 'n', header: '#', tight: true, align: 'end', cell: ({ index }) => index + 1 },
        {
          id: 'place',
          header: t('route.place'),
          cell: ({ stop }) => (
            <>
              {placeName(stop.place, words)}
              {stop.ambiguous && (
                <div className={css['soft']}>
                  {t('route.or', {
                    others: stop.others.map((place) => placeName(place, words)).join(' · '),
                  })}
                </div>
              )}
            </>
          ),
        },
        { id: 'raw', header: t('route.written'), cell: ({ stop }) => stop.raw },
        {
          id: 'stage',
          header: t('route.stage'),
          tight: true,
          cell: ({ stop }) => (stop.stage === null ? t('common.unknown') : t(`stage.${stop.stage}`)),
        },
        {
          id: 'there',
          header: t('route.there'),
          tight: true,
          cell: ({ stop }) => (
            <time title={fmt.full(stop.first)}>
              {stop.dateOnly && stop.first !== null
                ? fmt.day(stop.first, events.find(({ id }) => id === stop.events[0])?.zone ?? null)
                : fmt.when(stop.first)}
            </time>
          ),
        },
        {
          id: 'sure',
          header: t('route.sure'),
          tight: true,
          cell: ({ stop }) =>
            t('route.sure.value', {
              percent: fmt.percent(stop.place.confidence, 0),
              precision: t(`route.precision.${stop.place.precision}`),
            }),
        },
      ]}
    />
  );
}

/** Below this a place is rather one of several than the one. */
const SURE = 0.6;
const isUnsure = ({ place, ambiguous }: Stop): boolean => ambiguous && place.confidence < SURE;

/** One mark for each place, numbered by its first stay; the newest place on top, with its halo. */
function pointsOf(
  route: Route,
  now: { readonly ended: boolean; readonly trouble: boolean },
  words: Words,
): MapPoint[] {
  const { stops, toward } = route;
  const here = stops.at(-1);
  const numbers = new Map<string, number[]>();
  for (const [index, { place }] of stops.entries()) {
    numbers.set(place.id, [...(numbers.get(place.id) ?? []), index + 1]);
  }
  // The last stay at a place counts: later scans may have made it surer.
  const places = new Map(stops.map((stop) => [stop.place.id, stop]));
  const points = [...places.values()].map((stop): MapPoint => {
    const { place } = stop;
    const unsure = isUnsure(stop);
    const name = placeName(place, words);
    const mine = place.id === here?.place.id;
    const at = numbers.get(place.id) ?? [];
    return {
      ...{ id: place.id, lat: place.lat, lon: place.lon, unsure, label: unsure ? `${name} ?` : name },
      title: [
        `${at.join(', ')}: ${name}`,
        ...(unsure ? [words.t('route.unsure', { percent: words.fmt.percent(place.confidence, 0) })] : []),
      ].join(' · '),
      r: mine ? 9 : 8,
      tone: mine && !now.ended ? (now.trouble ? 'trouble' : 'here') : 'done',
      mark: String(at[0] ?? ''),
      ...(mine ? { haloKm: PRECISION_KM[place.precision] } : {}),
    };
  });
  // The newest first: labels are placed in this order.
  points.sort((a, b) => Number(b.id === here?.place.id) - Number(a.id === here?.place.id));
  if (toward) {
    points.push({
      ...{ id: toward.id, lat: toward.lat, lon: toward.lon, label: placeName(toward, words) },
      title: words.t('route.toward', { place: placeName(toward, words) }),
      ...{ r: 6, tone: 'ahead' },
    });
  }
  return points;
}

/** Several stays under one mark: the newest's look, the first and last number, how many more beside the label. */
function mergeStops(points: readonly MapPoint[]): MapPoint {
  const [head] = points;
  if (!head) throw new Error('Nothing to merge');
  const numbers = points.flatMap(({ mark }) => (mark === undefined ? [] : [Number(mark)]));
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return {
    ...head,
    r: low === high ? head.r : 11,
    mark: numbers.length === 0 ? undefined : low === high ? String(low) : `${String(low)}–${String(high)}`,
    label: `${head.label} +${String(points.length - 1)}`,
    title: points.map(({ title }) => title).join('; '),
  };
}

function linesOf({ stops, toward }: Route): MapLine[] {
  const lines = stops.slice(1).map((stop, index): MapLine => ({
    id: String(index),
    from: (stops[index] ?? stop).place,
    to: stop.place,
    tone: stop.direction === 'return' ? 'return' : 'done',
  }));
  const last = stops.at(-1);
  if (last && toward) lines.push({ id: 'ahead', from: last.place, to: toward, tone: 'ahead' });
  return lines;
}
