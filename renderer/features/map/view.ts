import { geoInterpolate, geoNaturalEarth1, type GeoProjection } from 'd3-geo';
import type { MultiPoint } from 'geojson';

/** A point on the globe in degrees. */
export interface Spot {
  readonly lon: number;
  readonly lat: number;
}

/** How a person moved the map away from what fits: factor, and pixels right and down. */
export interface Look {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export const WHOLE: Look = { zoom: 1, x: 0, y: 0 };
export const ZOOM_MAX = 24;
const ZOOM_STEP = 1.6;
const PAN_STEP = 60;
/** A map of one town would show nothing known: it is never closer than this many degrees across. */
const LEAST_DEGREES = 14;

/**
 * The longitude that splits the widest empty stretch opposite to it, so that a way over the Pacific is drawn in one
 * piece and not around the edge. Degrees, -180 to 180.
 */
export function middleLongitude(spots: readonly Spot[]): number {
  const lons = [...new Set(spots.map(({ lon }) => ((lon % 360) + 360) % 360))].toSorted((a, b) => a - b);
  const [first] = lons;
  if (first === undefined) return 0;
  let gap = -1;
  let after = first;
  for (const [index, lon] of lons.entries()) {
    const next = lons[index + 1] ?? first + 360;
    if (next - lon <= gap) continue;
    gap = next - lon;
    after = next;
  }
  const middle = after + (360 - gap) / 2;
  return ((((middle + 180) % 360) + 360) % 360) - 180;
}

/** A box around the spots that is never smaller than a region, as its corners. */
function frame(spots: readonly Spot[], around: number): MultiPoint {
  const east = (lon: number): number => ((((lon - around + 180) % 360) + 360) % 360) - 180;
  const lons = spots.map(({ lon }) => east(lon));
  const lats = spots.map(({ lat }) => lat);
  const pad = (low: number, high: number, least: number): [number, number] => {
    const more = Math.max(0, least - (high - low)) / 2 + (high - low) * 0.08;
    return [low - more, high + more];
  };
  const [west, to] = pad(Math.min(...lons), Math.max(...lons), LEAST_DEGREES);
  const [south, north] = pad(Math.min(...lats), Math.max(...lats), LEAST_DEGREES / 2);
  const lat = (value: number): number => Math.max(-80, Math.min(82, value));
  const lon = (value: number): number => Math.max(-179, Math.min(179, value)) + around;
  return {
    type: 'MultiPoint',
    coordinates: [
      [lon(west), lat(south)],
      [lon(to), lat(south)],
      [lon(west), lat(north)],
      [lon(to), lat(north)],
      [lon((west + to) / 2), lat(north)],
      [lon((west + to) / 2), lat(south)],
    ],
  };
}

/** The projection that shows all spots in `width` × `height` pixels, moved as the person moved it. */
export function projectionFor(
  spots: readonly Spot[],
  width: number,
  height: number,
  look: Look,
): GeoProjection {
  const around = middleLongitude(spots);
  const projection = geoNaturalEarth1().rotate([-around, 0]);
  const margin = Math.min(28, width / 10);
  if (spots.length === 0) projection.fitSize([width, height], { type: 'Sphere' });
  else {
    const extent: [[number, number], [number, number]] = [
      [margin, margin],
      [width - margin, height - margin],
    ];
    projection.fitExtent(extent, frame(spots, around));
  }
  const [left, top] = projection.translate();
  return projection
    .scale(projection.scale() * look.zoom)
    .translate([
      width / 2 + (left - width / 2) * look.zoom + look.x,
      height / 2 + (top - height / 2) * look.zoom + look.y,
    ])
    .clipExtent([
      [-40, -40],
      [width + 40, height + 40],
    ])
    .precision(0.4);
}

/** Closer (`factor` over 1) or further, with the point `at` (pixels from the middle) staying where it is. */
export function zoomBy(look: Look, factor: number, at = { x: 0, y: 0 }): Look {
  const zoom = Math.max(0.5, Math.min(ZOOM_MAX, look.zoom * factor));
  const real = zoom / look.zoom;
  return { zoom, x: at.x + (look.x - at.x) * real, y: at.y + (look.y - at.y) * real };
}

/** What a key does to the map: + and - zoom, arrows move, 0 shows everything again; null for any other key. */
export function lookAfterKey(look: Look, key: string): Look | null {
  if (key === '+' || key === '=') return zoomBy(look, ZOOM_STEP);
  if (key === '-' || key === '_') return zoomBy(look, 1 / ZOOM_STEP);
  if (key === '0') return WHOLE;
  const step = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[key];
  if (!step) return null;
  return { ...look, x: look.x + (step[0] ?? 0) * PAN_STEP, y: look.y + (step[1] ?? 0) * PAN_STEP };
}

/** Points along the great circle between two spots, so that what is drawn between them fits the map as well. */
export function along(from: Spot, to: Spot): Spot[] {
  const at = geoInterpolate([from.lon, from.lat], [to.lon, to.lat]);
  return [0.25, 0.5, 0.75].map((share) => {
    const [lon, lat] = at(share);
    return { lon, lat };
  });
}

/**
 * Groups marks that would cover each other: each takes what lies nearer to it than `share` of both radii, the first ones
 * first. Answers indexes; every mark is in one group.
 */
export function clusters(
  marks: readonly { readonly x: number; readonly y: number; readonly r: number }[],
  share = 0.8,
): number[][] {
  const groups: number[][] = [];
  for (const [index, mark] of marks.entries()) {
    const home = groups.find(([head]) => {
      const other = head === undefined ? undefined : marks[head];
      return other && Math.hypot(other.x - mark.x, other.y - mark.y) < (other.r + mark.r) * share;
    });
    if (home) home.push(index);
    else groups.push([index]);
  }
  return groups;
}

/** A label that found room: the index of its point and on which side of it it stands. */
export interface Label {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const apart = (a: Box, b: Box): boolean =>
  a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;

/** About how wide a text of 12 px is: Chinese and Thai letters are wider than Latin ones. */
const widthOf = (text: string): number =>
  6.8 * text.length + 5.7 * (text.match(/[\u2e80-\uffff]/g)?.length ?? 0);

/**
 * Places labels beside their points, the first ones first: right, else left, else not at all, so that none covers
 * another or leaves the map. What finds no room is still in the table.
 */
export function placeLabels(
  points: readonly { readonly x: number; readonly y: number; readonly r: number; readonly text: string }[],
  width: number,
  height: number,
): Label[] {
  const taken: Box[] = points.map(({ x, y, r }) => ({
    ...{ left: x - r, right: x + r, top: y - r, bottom: y + r },
  }));
  const labels: Label[] = [];
  for (const [index, { x, y, r, text }] of points.entries()) {
    const wide = widthOf(text);
    for (const anchor of ['start', 'end'] as const) {
      const from = anchor === 'start' ? x + r + 4 : x - r - 4 - wide;
      const box: Box = { left: from, right: from + wide, top: y - 8, bottom: y + 8 };
      const inside = box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2;
      if (!inside || !taken.every((other, own) => own === index || apart(other, box))) continue;
      taken.push(box);
      labels.push({ index, x: anchor === 'start' ? from : from + wide, y: y + 4, anchor });
      break;
    }
  }
  return labels;
}
