import { geoCircle, geoGraticule10, geoPath } from 'd3-geo';
import type { LineString } from 'geojson';
import { along, clusters, type Look, placeLabels, projectionFor, type Spot } from './view.ts';
import type { World } from './world.ts';

/** One mark on a map. */
export interface MapPoint extends Spot {
  readonly id: string;
  /** Written beside it where there is room. */
  readonly label: string;
  /** Read out and shown on hover. */
  readonly title: string;
  /** Radius in pixels. */
  readonly r: number;
  readonly tone: 'done' | 'here' | 'trouble' | 'ahead';
  /** It may be another place of that name: drawn hollow. */
  readonly unsure?: boolean | undefined;
  /** Written inside it. */
  readonly mark?: string | undefined;
  /** What a merged mark adds up: parcels, or stays. */
  readonly weight?: number | undefined;
  /** Radius in km of the ground in which it is; drawn as a halo. */
  readonly haloKm?: number | undefined;
}

/** A way between two spots, drawn along the great circle. */
export interface MapLine {
  readonly id: string;
  readonly from: Spot;
  readonly to: Spot;
  readonly tone: 'done' | 'return' | 'ahead';
}

/** A mark with its place in pixels; `count`: how many points it stands for. */
export interface Mark extends MapPoint {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

export interface Drawn {
  readonly land: string;
  readonly borders: string;
  readonly graticule: string;
  readonly halos: readonly { readonly id: string; readonly tone: MapPoint['tone']; readonly d: string }[];
  readonly lines: readonly { readonly id: string; readonly tone: MapLine['tone']; readonly d: string }[];
  readonly marks: readonly Mark[];
  readonly labels: readonly {
    readonly id: string;
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'end';
  }[];
}

const KM_PER_DEGREE = 111.2;

/** Everything on a map as paths and marks, for one size and look. Pure: the same drawing for screen and export. */
export function draw(what: {
  readonly world: World | null;
  readonly points: readonly MapPoint[];
  readonly lines: readonly MapLine[];
  readonly width: number;
  readonly height: number;
  readonly look: Look;
  readonly merge: (points: readonly MapPoint[]) => MapPoint;
}): Drawn {
  const { world, points, lines, width, height, look } = what;
  const spots: Spot[] = [...points, ...lines.flatMap(({ from, to }) => along(from, to))];
  const projection = projectionFor(spots, width, height, look);
  const path = geoPath(projection);
  const placed = points.flatMap((point): Mark[] => {
    const at = projection([point.lon, point.lat]);
    return at ? [{ ...point, x: at[0], y: at[1], count: 1 }] : [];
  });
  const marks = clusters(placed).flatMap((group): Mark[] => {
    const own = group.flatMap((index) => placed[index] ?? []);
    const [head] = own;
    if (!head) return [];
    if (own.length === 1) return own;
    return [{ ...what.merge(own), x: head.x, y: head.y, count: own.length }];
  });
  const shown = marks.filter(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height);
  const texts = shown.map(({ x, y, r, label }) => ({ x, y, r, text: label }));
  return {
    land: world ? (path(world.land) ?? '') : '',
    borders: world ? (path(world.borders) ?? '') : '',
    graticule: path(geoGraticule10()) ?? '',
    halos: points.flatMap(({ id, tone, lon, lat, haloKm }) => {
      if (haloKm === undefined) return [];
      const circle = geoCircle()
        .center([lon, lat])
        .radius(haloKm / KM_PER_DEGREE)();
      return [{ id, tone, d: path(circle) ?? '' }];
    }),
    lines: lines.map((one) => ({ id: one.id, tone: one.tone, d: path(lineOf(one)) ?? '' })),
    marks,
    labels: placeLabels(texts, width, height).map(({ index, ...at }) => ({
      ...at,
      id: shown[index]?.id ?? '',
      text: texts[index]?.text ?? '',
    })),
  };
}

const lineOf = ({ from, to }: MapLine): LineString => ({
  type: 'LineString',
  coordinates: [
    [from.lon, from.lat],
    [to.lon, to.lat],
  ],
});
