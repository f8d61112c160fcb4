import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clusters,
  lookAfterKey,
  middleLongitude,
  placeLabels,
  projectionFor,
  WHOLE,
  ZOOM_MAX,
  zoomBy,
} from '../../../renderer/features/map/view.ts';

const SHENZHEN = { lat: 22.5, lon: 114 };
const MEXICO = { lat: 19.4, lon: -99.1 };
const SANTIAGO = { lat: -33.4, lon: -70.6 };
const WIDTH = 720;
const HEIGHT = 300;

describe('the projection that fits', () => {
  it('shows a way over the Pacific in one piece, west to east', () => {
    const middle = middleLongitude([SHENZHEN, MEXICO]);
    expect(Math.abs(middle)).toBeGreaterThan(150);
    const projection = projectionFor([SHENZHEN, MEXICO], WIDTH, HEIGHT, WHOLE);
    const [from] = projection([SHENZHEN.lon, SHENZHEN.lat]) ?? [];
    const [to] = projection([MEXICO.lon, MEXICO.lat]) ?? [];
    expect(from).toBeLessThan(to ?? 0);
    const [dateline] = projection([180, 20]) ?? [];
    expect(dateline).toBeGreaterThan(from ?? Infinity);
    expect(dateline).toBeLessThan(to ?? 0);
  });

  it('keeps a single town in the ground around it', () => {
    const projection = projectionFor([SHENZHEN], WIDTH, HEIGHT, WHOLE);
    const at = projection([SHENZHEN.lon, SHENZHEN.lat]) ?? [0, 0];
    expect(at[0]).toBeCloseTo(WIDTH / 2, -1);
    const near = projection([SHENZHEN.lon + 1, SHENZHEN.lat]) ?? [0, 0];
    expect(near[0] - at[0]).toBeLessThan(80);
  });

  it('has every spot inside the map, wherever they are', () => {
    const spot = fc.record({
      lat: fc.double({ min: -60, max: 75, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(spot, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 280, max: 1200 }),
        (spots, width) => {
          const projection = projectionFor(spots, width, HEIGHT, WHOLE);
          for (const { lon, lat } of spots) {
            const at = projection([lon, lat]);
            expect(at?.[0]).toBeGreaterThanOrEqual(-1);
            expect(at?.[0]).toBeLessThanOrEqual(width + 1);
            expect(at?.[1]).toBeGreaterThanOrEqual(-1);
            expect(at?.[1]).toBeLessThanOrEqual(HEIGHT + 1);
          }
        },
      ),
    );
  });
});

describe('looking closer', () => {
  it('follows the keys, and 0 shows the whole again', () => {
    const closer = lookAfterKey(WHOLE, '+');
    expect(closer?.zoom).toBeGreaterThan(1);
    expect(lookAfterKey(WHOLE, '-')?.zoom).toBeLessThan(1);
    expect(lookAfterKey(WHOLE, 'ArrowLeft')?.x).toBeGreaterThan(0);
    expect(lookAfterKey(WHOLE, 'ArrowDown')?.y).toBeLessThan(0);
    expect(lookAfterKey(closer ?? WHOLE, '0')).toEqual(WHOLE);
    expect(lookAfterKey(WHOLE, 'j')).toBeNull();
  });

  it('keeps the point under the pointer, within limits', () => {
    fc.assert(
      fc.property(
        fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -150, max: 150 }) }),
        fc.array(fc.double({ min: 0.4, max: 2.5, noNaN: true }), { maxLength: 12 }),
        (at, factors) => {
          let look = WHOLE;
          for (const factor of factors) {
            // What the unmoved map has under the pointer.
            const under = { x: (at.x - look.x) / look.zoom, y: (at.y - look.y) / look.zoom };
            look = zoomBy(look, factor, at);
            expect(under.x * look.zoom + look.x).toBeCloseTo(at.x, 3);
            expect(under.y * look.zoom + look.y).toBeCloseTo(at.y, 3);
          }
          expect(look.zoom).toBeLessThanOrEqual(ZOOM_MAX);
          expect(look.zoom).toBeGreaterThanOrEqual(0.5);
        },
      ),
    );
  });
});

describe('marks that would cover each other', () => {
  it('are merged, each into one group, and the rest stay apart', () => {
    const mark = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      r: fc.integer({ min: 6, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 40 }), (marks) => {
        const groups = clusters(marks);
        expect(groups.flat().toSorted((a, b) => a - b)).toEqual(marks.map((_, index) => index));
        const heads = groups.map(([head]) => marks[head ?? 0]);
        for (const [index, a] of heads.entries()) {
          for (const b of heads.slice(index + 1)) {
            if (!a || !b) continue;
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual((a.r + b.r) * 0.8);
          }
        }
      }),
    );
  });
});

describe('labels', () => {
  it('never cover each other or leave the map; the first ones get room first', () => {
    const point = fc.record({
      x: fc.integer({ min: 0, max: WIDTH }),
      y: fc.integer({ min: 0, max: HEIGHT }),
      r: fc.constant(8),
      text: fc.constantFrom('Shenzhen, CN', '深圳', 'Kuala Lumpur, MY', 'กรุงเทพ'),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 25 }), (points) => {
        const labels = placeLabels(points, WIDTH, HEIGHT);
        expect(labels.length).toBeLessThanOrEqual(points.length);
        const rows = labels.map(({ y }) => y);
        for (const [index, { x, y, anchor }] of labels.entries()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(WIDTH);
          const same = labels.filter(
            (other, at) => at > index && other.anchor === anchor && other.x === x && other.y === y,
          );
          expect(same).toEqual([]);
        }
        expect(rows.every((y) => y <= HEIGHT)).toBe(true);
      }),
    );
    expect(placeLabels([{ x: 100, y: 100, r: 8, text: 'One' }], WIDTH, HEIGHT)).toMatchObject([
      { anchor: 'start' },
    ]);
    expect(placeLabels([{ x: WIDTH - 10, y: 100, r: 8, text: 'At the edge' }], WIDTH, HEIGHT)).toMatchObject([
      { anchor: 'end' },
    ]);
  });
});

it('splits no way at the edge: Santiago by the Pacific or the Atlantic, whichever is nearer', () => {
  const projection = projectionFor([SHENZHEN, SANTIAGO], WIDTH, HEIGHT, WHOLE);
  const a = projection([SHENZHEN.lon, SHENZHEN.lat]);
  const b = projection([SANTIAGO.lon, SANTIAGO.lat]);
  expect(a && b && Math.abs(a[0] - b[0])).toBeGreaterThan(100);
});
