import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../../shared/time.ts';
import { NODE_FACTS, type NodeCode } from '../../../shared/model/node.ts';
import { dayOf, hourOf, weekdayOf } from '../../../main/sandbox/simulate/calendar.ts';
import { MARKET_FACTS, SELLER_OFFSET } from '../../../main/sandbox/simulate/markets.ts';
import { scansBy, statusOf, updatedAt } from '../../../main/sandbox/simulate/state.ts';
import { parcelsOf } from '../../../main/sandbox/simulate/truth.ts';
import type { OrderPlan, PackagePlan } from '../../../main/sandbox/simulate/types.ts';
import { createWorld } from '../../../main/sandbox/simulate/world.ts';
import { ordersOf, START, worldOf } from './worlds.ts';

const world = worldOf();
const orders = [...ordersOf(world)];
const ascending = (instants: readonly number[]): boolean =>
  instants.every((at, index) => index === 0 || at >= (instants[index - 1] ?? 0));

describe('the default world', () => {
  test('has nine shops, one a market, and every order that was asked for', () => {
    expect(world.shops.map((shop) => shop.market)).toEqual([
      'SG',
      'MY',
      'TH',
      'PH',
      'VN',
      'ID',
      'TW',
      'BR',
      'MX',
    ]);
    expect(orders).toHaveLength(2000);
    expect(new Set(orders.map((order) => order.sn)).size).toBe(2000);
    expect(orders.every((order) => order.createdAt >= START && order.createdAt < START + 30 * DAY)).toBe(
      true,
    );
  });

  test('is the same for the same seed and another for another', () => {
    const text = (seed: number): string => JSON.stringify([...ordersOf(worldOf(seed, 120))]);
    expect(text(7)).toBe(text(7));
    expect(text(7)).not.toBe(text(8));
  });

  test('does not depend on what was looked at before', () => {
    const other = worldOf();
    const last = other.order(8, other.count(8) - 1);
    expect(last).toEqual(world.order(8, world.count(8) - 1));
  });

  test('shows each thing that a seller must handle', () => {
    const causes = new Set(
      orders.flatMap((order) => order.packages.flatMap((one) => one.causes.map((cause) => cause.kind))),
    );
    for (const kind of [
      'pick-up-failed',
      'import-held',
      'hub-stuck',
      'attempt-failed',
      'lost',
      'damaged',
      'number-late',
    ] as const) {
      expect(causes, kind).toContain(kind);
    }
    expect(orders.some((order) => order.packages.length > 1)).toBe(true);
    expect(orders.some((order) => order.cancel?.by === 'buyer')).toBe(true);
    expect(orders.some((order) => order.returned?.reason === 'NOT_RECEIPT')).toBe(true);
    expect(orders.some((order) => order.reviews.some((review) => review.stars <= 2))).toBe(true);
  });
});

/** A place in the order of travelling may come again, but a parcel on its way never goes back over a border. */
function plausible(order: OrderPlan, parcel: PackagePlan): string | null {
  const { scans } = parcel;
  if (!ascending(scans.map((scan) => scan.at))) return 'scans out of time';
  if (scans.length > 0 && scans[0]?.node !== 'INFO_RECEIVED') return 'does not begin with its data';
  const first = (node: NodeCode): number => scans.findIndex((scan) => scan.node === node);
  const chain: NodeCode[] = [
    'PICKED_UP',
    'ORIGIN_HUB_IN',
    'EXPORT_CLEARED',
    'LINEHAUL_DEPARTED',
    'LINEHAUL_ARRIVED',
    'IMPORT_CLEARED',
    'DEST_HUB_IN',
    'DELIVERED',
  ];
  const seen = chain.map(first).filter((index) => index >= 0);
  if (!ascending(seen)) return 'stages out of order';
  const closing = scans.findIndex((scan) => NODE_FACTS[scan.node as NodeCode].terminal);
  if (closing >= 0 && closing !== scans.length - 1) return 'goes on after its end';
  if (first('DELIVERED') >= 0 !== (parcel.end === 'delivered')) return 'end does not fit';
  if (parcel.numberedAt !== null && parcel.numberedAt < (parcel.arrangedAt ?? 0))
    return 'number before shipment';
  if ((scans[0]?.at ?? Infinity) < (order.readyAt ?? 0)) return 'sent before paid';
  return null;
}

describe('every order', () => {
  test('has a plausible journey', () => {
    const wrong = orders
      .flatMap((order) => order.packages.map((parcel) => plausible(order, parcel)))
      .filter(Boolean);
    expect(wrong).toEqual([]);
    expect(orders.every((order) => ascending(order.statuses.map((change) => change.at)))).toBe(true);
    expect(orders.every((order) => ascending(order.touched))).toBe(true);
  });

  test('shows at any time the beginning of what it shows later', () => {
    fc.assert(
      fc.property(fc.nat(orders.length - 1), fc.nat(40 * DAY), fc.nat(20 * DAY), (pick, after, later) => {
        const order = orders[pick] as OrderPlan;
        const now = order.createdAt + after;
        for (const parcel of order.packages) {
          const early = scansBy(parcel, now);
          expect(scansBy(parcel, now + later).slice(0, early.length)).toEqual(early);
        }
        expect(updatedAt(order, now + later) ?? 0).toBeGreaterThanOrEqual(updatedAt(order, now) ?? 0);
        if (statusOf(order, now) !== statusOf(order, now + later)) {
          expect(updatedAt(order, now + later)).toBeGreaterThan(updatedAt(order, now) ?? 0);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('is found by its number and by its packages, and foreign numbers are not', () => {
    for (const order of orders.slice(0, 300)) {
      expect(world.findOrder(order.sn)?.index).toBe(order.index);
      for (const parcel of order.packages) expect(world.findPackage(parcel.number)?.order.sn).toBe(order.sn);
    }
    expect(world.findOrder('2601012345ABCD')).toBeNull();
    expect(world.findPackage('OFG123456789012345')).toBeNull();
  });
});

describe('time of day and week', () => {
  test('buyers order in their own evening, not in their night', () => {
    const hours = Array.from({ length: 24 }, () => 0);
    for (const order of orders) {
      const hour = Math.floor(hourOf(order.createdAt, MARKET_FACTS[order.shop.market].offset));
      hours[hour] = (hours[hour] ?? 0) + 1;
    }
    const sum = (from: number, to: number): number =>
      hours.slice(from, to).reduce((total, count) => total + count, 0);
    expect(sum(19, 23)).toBeGreaterThan(4 * sum(2, 6));
  });

  test('parcels leave China on the weekdays of their flights, and nobody rings at night', () => {
    for (const order of orders) {
      const market = MARKET_FACTS[order.shop.market];
      for (const scan of order.packages.flatMap((parcel) => parcel.scans)) {
        if (scan.node === 'LINEHAUL_DEPARTED') {
          expect(market.flights).toContain(weekdayOf(dayOf(scan.at, SELLER_OFFSET)));
        }
        if (scan.node === 'OUT_FOR_DELIVERY' || (scan.node === 'DELIVERED' && scan.phrase === 'DELIVERED')) {
          const hour = hourOf(scan.at, market.offset);
          expect(hour).toBeGreaterThanOrEqual(8);
          expect(hour).toBeLessThanOrEqual(21);
          if (!market.sundays) expect(weekdayOf(dayOf(scan.at, market.offset))).not.toBe(0);
        }
      }
    }
  });

  test('texts are in the language of their side of the border, with every blank filled', () => {
    const texts = [...parcelsOf(world)].flatMap((parcel) =>
      parcel.scans.map((scan) => ({ market: parcel.market, ...scan })),
    );
    expect(texts.filter((scan) => /[{}]/.test(scan.text) || scan.text === '')).toEqual([]);
    const of = (market: string, node: string): string[] =>
      texts.filter((scan) => scan.market === market && scan.node === node).map((scan) => scan.text);
    expect(of('TH', 'DELIVERED').every((text) => /[\u0e00-\u0e7f]/.test(text))).toBe(true);
    expect(of('TW', 'LAST_MILE_HUB').every((text) => /[\u4e00-\u9fff]/.test(text))).toBe(true);
    expect(of('BR', 'OUT_FOR_DELIVERY').every((text) => /pacote/.test(text))).toBe(true);
    expect(new Set(of('TH', 'ORIGIN_HUB_IN').map((text) => /[\u4e00-\u9fff]/.test(text)))).toEqual(
      new Set([true]),
    );
  });
});

test('where countries rest nobody collects, clears or delivers, and afterwards all goes on', () => {
  // Ten days in the middle of the month, of both sides of the border.
  const [first, last] = [dayOf(START, SELLER_OFFSET) + 12, dayOf(START, SELLER_OFFSET) + 21];
  const rests = (country: string, day: number): boolean =>
    (country === 'CN' || country === 'MY') && day >= first && day <= last;
  const resting = createWorld({ ...world.config, rests });
  const during = (of: typeof world, market: string, nodes: readonly string[], offset: number): number =>
    [...parcelsOf(of)]
      .filter((parcel) => parcel.market === market)
      .flatMap(({ scans }) => scans.filter(({ node, back }) => nodes.includes(node) && !back))
      .filter(({ at }) => dayOf(at, offset) >= first && dayOf(at, offset) <= last).length;
  const seller = ['PICKED_UP', 'EXPORT_CUSTOMS', 'EXPORT_CLEARED'];
  const buyer = ['IMPORT_CLEARED', 'OUT_FOR_DELIVERY'];
  for (const market of ['MY', 'TH']) {
    expect(during(world, market, seller, SELLER_OFFSET)).toBeGreaterThan(100);
    expect(during(resting, market, seller, SELLER_OFFSET)).toBe(0);
  }
  expect(during(world, 'MY', buyer, 8)).toBeGreaterThan(100);
  expect(during(resting, 'MY', buyer, 8)).toBe(0);
  expect(during(resting, 'TH', buyer, 7)).toBeGreaterThan(20);
  const delivered = (of: typeof world): number =>
    [...parcelsOf(of)].filter(({ end }) => end === 'delivered').length;
  expect(delivered(resting)).toBeGreaterThan(0.9 * delivered(world));
});

describe('listings', () => {
  test('by change give each order once, at its last change', () => {
    const now = START + 21 * DAY;
    const window = { shop: 2, field: 'update_time', from: START, to: now, now } as const;
    const listed = world.list({ ...window, after: null, limit: 10_000 });
    const placed = orders.filter((order) => order.shop.index === 2 && order.createdAt <= now);
    expect(listed.map((entry) => entry.index).toSorted((a, b) => a - b)).toEqual(
      placed.map((order) => order.index),
    );
    for (const entry of listed) expect(entry.at).toBe(updatedAt(world.order(2, entry.index), now));
  });

  test('page by page give the same as at once', () => {
    const now = START + 25 * DAY;
    for (const field of ['create_time', 'update_time'] as const) {
      const query = { shop: 1, field, from: START + 5 * DAY, to: START + 20 * DAY, now } as const;
      const whole = world.list({ ...query, after: null, limit: 10_000 });
      const pages = [];
      for (let after: (typeof whole)[number] | null = null; ;) {
        const page = world.list({ ...query, after, limit: 7 });
        pages.push(...page);
        after = page.at(-1) ?? null;
        if (page.length < 7) break;
      }
      expect(pages).toEqual(whole);
      expect(whole.length).toBeGreaterThan(50);
    }
  });
});

test('a network that slows down half-way takes longer afterwards and the same before', () => {
  const days = (slow: boolean): [number, number] => {
    const delivered = [...parcelsOf(worldOf(7, 1500, 60, slow))].filter(
      (parcel) => parcel.end === 'delivered',
    );
    const mean = (list: typeof delivered): number =>
      list.reduce((sum, parcel) => sum + parcel.endAt - parcel.orderedAt, 0) / list.length / DAY;
    const [early, late] = [
      delivered.filter((one) => one.endAt < START + 30 * DAY),
      delivered.filter((one) => one.orderedAt > START + 30 * DAY),
    ];
    return [mean(early), mean(late)];
  };
  const [before, after] = days(false);
  const [slowBefore, slowAfter] = days(true);
  expect(slowBefore).toBe(before);
  expect(slowAfter / after).toBeGreaterThan(1.15);
});
