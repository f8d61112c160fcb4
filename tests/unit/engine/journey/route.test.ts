import { describe, expect, it } from 'vitest';
import { loadPlaces } from '../../../../main/engine/journey/places/index.ts';
import { reduce } from '../../../../main/engine/journey/reduce.ts';
import { routeOf } from '../../../../main/engine/journey/route.ts';
import { routeSchema } from '../../../../shared/model/route.ts';
import { HOUR } from '../../../../shared/time.ts';
import { scan, START } from './trails.ts';

const places = await loadPlaces();
const WAY = [
  ['F100', '深圳'],
  ['F430', '深圳市'],
  ['F450', '东莞'],
  ['LINEHAUL_ARRIVED', 'Port Klang'],
  ['F510', 'Shah Alam Hub'],
  ['F599', 'CUSTOMER'],
  ['F600', 'Kuala Lumpur'],
] as const;
const scans = WAY.map(([code, place], index) =>
  scan({ id: index + 1, code, place, instant: START + index * 12 * HOUR }),
);
const route = (count: number, market: string | null = 'MY') => {
  const some = scans.slice(0, count);
  return routeOf(reduce(some), some, market, places);
};

describe('a route', () => {
  it('is one stay for scans in a row at one place, oldest first', () => {
    const { stops, unread } = route(7);
    expect(stops.map(({ place }) => place.name)).toEqual([
      ...['Shenzhen', 'Dongguan', 'Port Klang', 'Shah Alam', 'Kuala Lumpur'],
    ]);
    expect(stops[0]).toMatchObject({ events: [1, 2], first: START, last: START + 12 * HOUR, raw: '深圳' });
    expect(unread).toBe(1);
    expect(routeSchema.safeParse(route(7)).success).toBe(true);
  });

  it('leads towards the market until it is there', () => {
    expect(route(3).toward).toMatchObject({ id: 'n:MY', precision: 'country' });
    expect(route(4).toward).toBeNull();
    expect(route(3, null).toward).toBeNull();
  });

  it('is the same whatever the order in which the scans came', () => {
    const turned = scans.toReversed();
    expect(routeOf(reduce(turned), turned, 'MY', places)).toEqual(route(7));
  });

  it('shows the other places of a name that nothing decides', () => {
    const some = [scan({ id: 1, code: 'F510', place: 'San Juan' })];
    const [stop] = routeOf(reduce(some), some, null, places).stops;
    expect(stop?.ambiguous).toBe(true);
    expect(stop?.others.length).toBeGreaterThan(1);
  });
});
