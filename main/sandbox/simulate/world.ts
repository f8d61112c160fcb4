import { DAY } from '#shared/time.ts';
import { arrivalsOf, sharesOf } from './arrivals.ts';
import { type Article, articlesOf } from './goods.ts';
import { numberOf, type OrderPlace, placeOfOrder, placeOfPackage } from './ids.ts';
import { planOrder } from './order.ts';
import { SLOW_DOWN, WORLD_MARKETS } from './parameters.ts';
import { above, indexShop, type ShopIndex } from './shopIndex.ts';
import { updatedAt } from './state.ts';
import type { Intervention, OrderPlan, PackagePlan, ShopFacts, WorldConfig } from './types.ts';

export interface World {
  readonly config: WorldConfig;
  readonly shops: readonly ShopFacts[];
  readonly merchantId: number;
  readonly mainAccountId: number;
  /** Orders of a shop, past and future. */
  count(shop: number): number;
  /** The life of one order, as persons have changed it so far. */
  order(shop: number, index: number): OrderPlan;
  /** The same without keeping it: for those who go through all orders once. */
  peek(shop: number, index: number): OrderPlan;
  findOrder(sn: string): OrderPlan | null;
  findPackage(number: string): { readonly order: OrderPlan; readonly parcel: PackagePlan } | null;
  articles(shop: number): readonly Article[];
  index(shop: number): ShopIndex;
  /** Orders of a shop placed until `at`: they have the indexes below this. */
  placedUntil(shop: number, at: number): number;
  /** Orders placed by `now` whose parcels have not reached the warehouse, oldest first. */
  waiting(shop: number, now: number): readonly OrderPlan[];
  /** Somebody acts through the API: the order's further life follows from it. */
  intervene(order: OrderPlan, act: Intervention): void;
  /**
   * Orders whose creation or last change until `now` lies in [from, to], newest first, after the given position (a
   * listing's cursor), at most `limit`.
   */
  list(query: ListQuery): readonly Listed[];
}

export interface ListQuery {
  readonly shop: number;
  readonly field: 'create_time' | 'update_time';
  readonly from: number;
  readonly to: number;
  readonly now: number;
  readonly after: { readonly at: number; readonly index: number } | null;
  readonly limit: number;
}
export interface Listed {
  readonly at: number;
  readonly index: number;
}

const SIP: readonly (readonly [market: string, role: 'primary' | 'affiliate'])[] = [
  ['TW', 'primary'],
  ['PH', 'affiliate'],
  ['SG', 'affiliate'],
];

function shopsOf(seed: number): ShopFacts[] {
  const id = (index: number): number => numberOf(9, seed, 70, index);
  return WORLD_MARKETS.map((market, index) => {
    const sip = SIP.find(([name]) => name === market)?.[1] ?? null;
    const affiliates = WORLD_MARKETS.flatMap((other, position) =>
      SIP.some(([name, role]) => name === other && role === 'affiliate') ? [id(position)] : [],
    );
    return {
      index,
      shopId: id(index),
      market,
      name: `seamark.${market.toLowerCase()}`,
      sip,
      affiliates: sip === 'primary' ? affiliates : [],
    };
  });
}

/** Plans that were asked for lately: two halves, the older one is let go. */
const KEPT = 1000;

/** A world of nine shops. Nothing is computed before it is asked for; only indexes and interventions are kept. */
export function createWorld(config: WorldConfig): World {
  const { seed } = config;
  const rests = config.rests ?? (() => false);
  const shops = shopsOf(seed);
  const shares = sharesOf(config.orders);
  const slowFrom = config.slowsDown ? config.start + config.days * SLOW_DOWN.from * DAY : Infinity;
  const arrivals = new Map<number, Float64Array>();
  const goods = new Map<number, readonly Article[]>();
  const indexes = new Map<number, ShopIndex>();
  const acts = new Map<number, Map<number, Intervention>>();
  let hot = new Map<number, OrderPlan>();
  let cold = new Map<number, OrderPlan>();

  const shopOf = (shop: number): ShopFacts => shops[shop] as ShopFacts;
  const arrivalsIn = (shop: number): Float64Array => {
    let list = arrivals.get(shop);
    if (!list) arrivals.set(shop, (list = arrivalsOf(config, shopOf(shop), shares[shop] ?? 0)));
    return list;
  };
  const articles = (shop: number): readonly Article[] => {
    let list = goods.get(shop);
    if (!list) goods.set(shop, (list = articlesOf(seed, shop, shopOf(shop).market)));
    return list;
  };
  const make = (shop: number, index: number, act?: Intervention): OrderPlan =>
    planOrder(
      { seed, slowFrom, factor: SLOW_DOWN.factor, rests, articles: articles(shop) },
      shopOf(shop),
      index,
      arrivalsIn(shop)[index] ?? config.start,
      act,
    );
  const key = (shop: number, index: number): number => shop * 4_194_304 + index;

  const world: World = {
    config,
    shops,
    merchantId: numberOf(7, seed, 71),
    mainAccountId: numberOf(6, seed, 72),
    count: (shop) => shares[shop] ?? 0,
    order(shop, index) {
      const name = key(shop, index);
      let plan = hot.get(name);
      if (plan) return plan;
      plan = cold.get(name) ?? make(shop, index, acts.get(shop)?.get(index));
      if (hot.size >= KEPT) {
        cold = hot;
        hot = new Map();
      }
      hot.set(name, plan);
      return plan;
    },
    peek: (shop, index) => make(shop, index, acts.get(shop)?.get(index)),
    findOrder(sn) {
      const place = placeOfOrder(seed, sn);
      if (!place || !exists(place)) return null;
      const plan = world.order(place.shop, place.index);
      return plan.sn === sn ? plan : null;
    },
    findPackage(number) {
      const place = placeOfPackage(seed, number);
      if (!place || !exists(place)) return null;
      const order = world.order(place.shop, place.index);
      const parcel = order.packages[place.part];
      return parcel ? { order, parcel } : null;
    },
    articles,
    index(shop) {
      let made = indexes.get(shop);
      if (!made) indexes.set(shop, (made = indexShop(shares[shop] ?? 0, (index) => make(shop, index))));
      return made;
    },
    placedUntil: (shop, at) => above(arrivalsIn(shop), at),
    waiting(shop, now) {
      const { leftAt } = world.index(shop);
      const changed = acts.get(shop);
      const found: OrderPlan[] = [];
      for (let index = 0, end = world.placedUntil(shop, now); index < end; index += 1) {
        if ((leftAt[index] ?? 0) > now || changed?.has(index)) found.push(world.order(shop, index));
      }
      return found.filter(
        (order) =>
          order.packages.some((one) => (one.arrivedAt ?? Infinity) > now) &&
          (order.cancel?.at ?? Infinity) > now,
      );
    },
    intervene(order, act) {
      const changed = acts.get(order.shop.index) ?? new Map<number, Intervention>();
      changed.set(order.index, { ...changed.get(order.index), ...act });
      acts.set(order.shop.index, changed);
      hot.delete(key(order.shop.index, order.index));
      cold.delete(key(order.shop.index, order.index));
    },
    list(query) {
      return query.field === 'create_time' ? byCreation(query) : byChange(query);
    },
  };

  const exists = (place: OrderPlace): boolean =>
    place.shop < shops.length && place.index < (shares[place.shop] ?? 0);

  /** Strictly behind the cursor in the order newest first, then by index descending. */
  const behind = (at: number, index: number, after: ListQuery['after']): boolean =>
    !after || at < after.at || (at === after.at && index < after.index);

  function byCreation({ shop, from, to, now, after, limit }: ListQuery): Listed[] {
    const list = arrivalsIn(shop);
    const found: Listed[] = [];
    const newest = Math.min(to, now, after?.at ?? Infinity);
    for (let index = above(list, newest) - 1; index >= 0 && found.length < limit; index -= 1) {
      const at = list[index] ?? 0;
      if (at < from) break;
      if (behind(at, index, after)) found.push({ at, index });
    }
    return found;
  }

  function byChange({ shop, from, to, now, after, limit }: ListQuery): Listed[] {
    const { at, order, next } = world.index(shop).changes;
    const changed = acts.get(shop);
    const newest = Math.min(to, now, after?.at ?? Infinity);
    const found: Listed[] = [];
    // A page more than wanted of the untouched ones; the few that persons changed are mixed in.
    for (let position = above(at, newest) - 1; position >= 0 && found.length < limit; position -= 1) {
      const instant = at[position] ?? 0;
      if (instant < from) break;
      const index = order[position] ?? 0;
      if ((next[position] ?? 0) <= now || changed?.has(index)) continue;
      if (behind(instant, index, after)) found.push({ at: instant, index });
    }
    if (changed) {
      for (const index of changed.keys()) {
        const instant = updatedAt(world.order(shop, index), now);
        if (instant !== null && instant >= from && instant <= to && behind(instant, index, after)) {
          found.push({ at: instant, index });
        }
      }
    }
    return found.sort((a, b) => b.at - a.at || b.index - a.index).slice(0, limit);
  }

  return world;
}
