import { describe, expect, test } from 'vitest';
import { placeInWords } from '../../../../main/engine/journey/places/inWords.ts';
import { loadPlaces } from '../../../../main/engine/journey/places/index.ts';
import { locateEvents } from '../../../../main/engine/journey/places/locate.ts';
import { reduce } from '../../../../main/engine/journey/reduce.ts';
import { parcelsOf } from '../../../../main/sandbox/simulate/truth.ts';
import { marketSchema } from '../../../../shared/model/market.ts';
import { createWorld } from '../../../../main/sandbox/simulate/world.ts';
import { scan } from './trails.ts';

const places = await loadPlaces();

describe('a place in the words of a scan', () => {
  test.each([
    ['包裹已到达深圳龙岗转运仓', 'ORIGIN_HUB_IN', '深圳龙岗转运仓'],
    ['包裹到仓扫描完成：深圳龙岗转运仓', 'ORIGIN_HUB_IN', '深圳龙岗转运仓'],
    ['航班已从深圳宝安机场起飞', 'LINEHAUL_DEPARTED', '深圳宝安机场'],
    ['【东莞市】包裹已离开', 'ORIGIN_HUB_OUT', '东莞市'],
    ['[Shah Alam] Parcel arrived at sorting facility', 'DEST_HUB_IN', 'Shah Alam'],
    ['Parcel has arrived at sorting facility: Bukit Raja.', 'DEST_HUB_IN', 'Bukit Raja'],
    ['Flight has landed at Singapore Changi', 'LINEHAUL_ARRIVED', 'Singapore Changi'],
    ['Objeto em trânsito em São Paulo', 'TRANSIT_HUB', 'São Paulo'],
  ] as const)('%s', (text, node, named) => {
    expect(placeInWords(text, node)).toBe(named);
  });

  test('is none where a scan is at a door, or the words name no place', () => {
    expect(placeInWords('Parcel delivered. Received by: Ahmad', 'DELIVERED')).toBeNull();
    expect(placeInWords('Out for delivery: Lee Wei', 'OUT_FOR_DELIVERY')).toBeNull();
    expect(placeInWords('Ready at: Kedai Ali', 'READY_FOR_PICKUP')).toBeNull();
    expect(placeInWords('anything: at all', 'UNKNOWN')).toBeNull();
    expect(placeInWords('包裹正在办理出口报关', 'EXPORT_CUSTOMS')).toBeNull();
    expect(placeInWords(`: ${'x'.repeat(80)}`, 'DEST_HUB_IN')).toBeNull();
  });
});

describe('a trail whose source has no field for places', () => {
  const ids = (words: readonly (readonly [string, string | null])[], market: string): (string | null)[] => {
    const trail = words.map(([text, place], index) =>
      scan({ id: index + 1, text, place, instant: Date.UTC(2026, 10, 20 + index) }),
    );
    return locateEvents(reduce(trail), trail, market, places).map((one) => one?.place.id ?? null);
  };

  test('is located by its words; a field that is there goes first', () => {
    const found = ids(
      [
        ['包裹已到达深圳龙岗转运仓', null],
        ['航班已从深圳宝安机场起飞', null],
        ['Arrived destination country: KLIA', null],
        ['Arrived destination country: KLIA', 'Penang'],
      ],
      'MY',
    );
    expect(found[1]).toBe('h:SZX');
    expect(found[2]).toBe('h:KUL');
    expect(found[3]).not.toBe('h:KUL');
    expect(found.every((id) => id !== null)).toBe(true);
  });

  test('words that name what is no place, or might be several, locate nothing', () => {
    expect(ids([['Held by import customs: documents are missing', null]], 'MY')).toEqual([null]);
  });

  test('over an invented world it is where the truth says, wherever it says anything', () => {
    const world = createWorld({ seed: 7, orders: 500, days: 30, start: Date.UTC(2026, 9, 26) });
    let found = 0;
    const wrong: string[] = [];
    for (const { market, scans: said } of parcelsOf(world)) {
      for (const { node, text, place: truth } of said) {
        const named = placeInWords(text, node);
        if (named === null) continue;
        const bound = marketSchema.parse(market);
        const context = { market: bound, side: null, carrier: null, previous: null };
        const [read] = places.resolve(named, context).candidates;
        const [there] = places.resolve(truth, context).candidates;
        if (!read || read.confidence < 0.5) continue;
        found += 1;
        if (read.id !== there?.id) wrong.push(`${text} | ${truth}`);
      }
    }
    expect(found).toBeGreaterThan(1_000);
    expect([...new Set(wrong)]).toEqual([]);
  });
});
