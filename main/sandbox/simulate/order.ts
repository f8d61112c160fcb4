import { DAY } from '#shared/time.ts';
import { type Finished, planMessages, planReturn, planReviews } from './afterwards.ts';
import { buyerOf } from './buyers.ts';
import { dayOf, instantOf, type Rests, weekdayOf, whenOpen, yymmdd } from './calendar.ts';
import type { Article } from './goods.ts';
import { orderSn } from './ids.ts';
import { MARKET_FACTS, SELLER, SELLER_OFFSET } from './markets.ts';
import { statusesOfOrder } from './orderStatus.ts';
import { AFTERWARDS, SELLING } from './parameters.ts';
import { cutParcel, planParcel } from './parcel.ts';
import { type Chance, chanceOf } from './random.ts';
import type { Intervention, Line, OrderPlan, PackagePlan, ShopFacts } from './types.ts';

export interface OrderContext {
  readonly seed: number;
  readonly slowFrom: number;
  readonly factor: number;
  readonly rests: Rests;
  readonly articles: readonly Article[];
}

/** The seller's working day in China. */
const WORKDAY = { from: 9, to: 19, offset: SELLER_OFFSET, noSunday: true } as const;
const whole = (at: number): number => Math.round(at / 1000) * 1000;

function linesOf(chance: Chance, articles: readonly Article[]): Line[] {
  const count = 1 + chance.weighted([78, 17, 5]);
  const first = chance.below(articles.length);
  return Array.from({ length: count }, (_, offset) => {
    const article = articles[(first + offset * 3) % articles.length] as Article;
    const model = article.models.length > 0 ? chance.pick(article.models) : null;
    return {
      itemId: article.itemId,
      modelId: model?.modelId ?? 0,
      name: article.name,
      model: model?.name ?? '',
      sku: model?.sku ?? article.sku,
      quantity: 1 + chance.weighted([85, 11, 4]),
      original: article.original,
      price: article.price,
      gram: article.gram,
    };
  });
}

/** End of the day (China time) that many working days after payment. */
function shipByOf(readyAt: number, days: number, rests: Rests): number {
  let day = dayOf(readyAt, SELLER_OFFSET);
  for (let left = days; left > 0;) {
    day += 1;
    if (weekdayOf(day) !== 0 && !rests(SELLER, day)) left -= 1;
  }
  return instantOf(day + 1, 0, SELLER_OFFSET) - 1000;
}

interface Selling {
  readonly paidAt: number | null;
  readonly readyAt: number | null;
  readonly arrangedAt: number;
  readonly asked: { readonly at: number; readonly decidedAt: number; readonly agreed: boolean } | null;
  readonly cancel: OrderPlan['cancel'];
  readonly forgotten: boolean;
}

/** What buyer and seller do until the shipment is arranged, as drawn and as a person changed it. */
function sell(chance: Chance, createdAt: number, cod: boolean, act: Intervention, rests: Rests): Selling {
  const workday = { ...WORKDAY, rests: (day: number) => rests(SELLER, day) };
  const draw = {
    neverPaid: !cod && chance.happens(SELLING.neverPaid),
    pay: chance.about(SELLING.payAfter.median, SELLING.payAfter.sigma),
    screened: chance.happens(SELLING.screened),
    screen: chance.about(SELLING.screenedFor.median, SELLING.screenedFor.sigma),
    arrange: chance.about(SELLING.arrangeAfter.median, SELLING.arrangeAfter.sigma),
    forgets: chance.happens(SELLING.forgets),
    forgot: chance.about(SELLING.forgetsFor.median, SELLING.forgetsFor.sigma),
    asks: chance.happens(SELLING.buyerCancels),
    agrees: chance.happens(SELLING.sellerAgrees),
    noStock: chance.happens(SELLING.sellerCancels),
  };
  if (draw.neverPaid) {
    const at = createdAt + SELLING.unpaidLimit;
    return {
      paidAt: null,
      readyAt: null,
      arrangedAt: Infinity,
      asked: null,
      cancel: { at, by: 'system', reason: 'Buyer did not pay on time' },
      forgotten: false,
    };
  }
  const paidAt = whole(createdAt + (cod ? 45_000 : Math.min(draw.pay, SELLING.unpaidLimit - 60_000)));
  const readyAt = draw.screened ? whole(paidAt + draw.screen) : paidAt;
  const planned = whole(whenOpen(readyAt + draw.arrange + (draw.forgets ? draw.forgot : 0), workday));
  const forgotten = draw.forgets && act.arrangedAt === undefined;
  let arrangedAt = act.arrangedAt === undefined ? planned : Math.max(act.arrangedAt, readyAt);
  const askedAt = whole(readyAt + (planned - readyAt) * 0.4);
  const decidedAt = whole(act.decidedAt ?? whenOpen(askedAt + (planned - readyAt) * 0.5, workday));
  const agreed = act.buyerCancel === undefined ? draw.agrees : act.buyerCancel === 'ACCEPT';
  const asked = draw.asks && askedAt < arrangedAt ? { at: askedAt, decidedAt, agreed } : null;
  if (asked?.agreed) {
    const cancel = { at: decidedAt, by: 'buyer', reason: 'Need to change delivery address' } as const;
    return { paidAt, readyAt, arrangedAt: Infinity, asked, cancel, forgotten };
  }
  if (asked) arrangedAt = Math.max(arrangedAt, decidedAt + 60_000);
  if (act.cancelledAt !== undefined) {
    const cancel = { at: act.cancelledAt, by: 'seller', reason: act.cancelReason ?? 'OUT_OF_STOCK' } as const;
    return { paidAt, readyAt, arrangedAt, asked, cancel, forgotten };
  }
  if (draw.noStock && act.arrangedAt === undefined) {
    const cancel = { at: arrangedAt, by: 'seller', reason: 'OUT_OF_STOCK' } as const;
    return { paidAt, readyAt, arrangedAt: Infinity, asked, cancel, forgotten };
  }
  return { paidAt, readyAt, arrangedAt, asked, cancel: null, forgotten };
}

/** Parts of the order: mostly one; a split order of several articles goes in two parcels. */
function partsOf(lines: readonly Line[], split: boolean): number[][] {
  const all = lines.map((_, index) => index);
  return split && all.length > 1 ? [all.slice(0, 1), all.slice(1)] : [all];
}

const touchedBy = (
  statuses: OrderPlan['statuses'],
  packages: readonly PackagePlan[],
  returned: OrderPlan['returned'],
): number[] => {
  const instants = new Set<number>(statuses.map((change) => change.at));
  // The quantities asked back are part of the order's lines.
  if (returned) instants.add(returned.at);
  for (const plan of packages) {
    if (plan.numberedAt !== null) instants.add(plan.numberedAt);
    for (const change of plan.statuses) instants.add(change.at);
  }
  return [...instants].sort((a, b) => a - b);
};

/** The whole life of one order, past and future: a function of the seed, its place and what persons did to it. */
export function planOrder(
  context: OrderContext,
  shop: ShopFacts,
  index: number,
  createdAt: number,
  act: Intervention = {},
): OrderPlan {
  const { seed } = context;
  const chance = chanceOf(seed, 10, shop.index, index);
  const market = MARKET_FACTS[shop.market];
  const buyer = buyerOf(seed, shop.index, shop.market, chance);
  const lines = linesOf(chance, context.articles);
  const cod = chance.happens(market.cashOnDelivery);
  const daysToShip = chance.pick(SELLING.daysToShip);
  const split = chance.happens(SELLING.split);
  const sold = sell(chance, createdAt, cod, act, context.rests);
  const shipBy = shipByOf(sold.readyAt ?? createdAt, daysToShip, context.rests);
  const goods = lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
  const unit = market.decimals === 0 ? 100 : 1;
  const shippingFee = Math.round((market.rate * 150) / unit) * unit;

  const parcelOrder = {
    seed,
    shop,
    index,
    readyAt: sold.readyAt ?? createdAt,
    city: buyer.city,
    cashOnDelivery: cod,
    forgotten: sold.forgotten,
    slowFrom: context.slowFrom,
    factor: context.factor,
    rests: context.rests,
  };
  let cancel = sold.cancel;
  let packages: PackagePlan[] = [];
  if (sold.readyAt !== null) {
    const start = Number.isFinite(sold.arrangedAt) ? sold.arrangedAt : (cancel?.at ?? createdAt);
    packages = partsOf(lines, split).map((part, position) =>
      planParcel(parcelOrder, position, part, start + position * 1_800_000),
    );
    const arrived = Math.max(...packages.map((plan) => plan.arrivedAt ?? 0));
    const limit = shipBy + SELLING.systemCancelsAfter;
    if (!cancel && arrived > limit)
      cancel = { at: limit, by: 'system', reason: 'Order did not reach warehouse in time' };
    // Too late to cancel what the warehouse has.
    if (cancel && Number.isFinite(sold.arrangedAt) && arrived <= cancel.at) cancel = null;
    const cancelledAt = cancel?.at;
    if (cancelledAt !== undefined) packages = packages.map((plan) => cutParcel(plan, cancelledAt));
  }

  const deliveredAt =
    packages.length > 0 && packages.every((plan) => plan.end === 'delivered')
      ? Math.max(...packages.map((plan) => plan.endAt))
      : null;
  const sn = orderSn(seed, { shop: shop.index, index }, yymmdd(dayOf(createdAt, SELLER_OFFSET)));
  const after = chanceOf(seed, 12, shop.index, index);
  const finished: Finished = {
    seed,
    shop: shop.index,
    index,
    yymmdd: sn.slice(0, 6),
    createdAt,
    lines,
    total: goods + shippingFee,
    packages,
    deliveredAt,
    market,
    answer: act.returnAnswer,
  };
  const confirmedAt =
    deliveredAt === null
      ? null
      : whole(
          deliveredAt +
            Math.min(
              after.about(AFTERWARDS.confirmsAfter.median, AFTERWARDS.confirmsAfter.sigma),
              AFTERWARDS.confirmsItself,
            ),
        );
  const returned = planReturn(after, finished);
  const statuses = statusesOfOrder({ createdAt, sold, cancel, packages, deliveredAt, confirmedAt, returned });
  const completedAt = statuses.find((change) => change.status === 'COMPLETED')?.at ?? null;
  return {
    shop,
    index,
    sn,
    createdAt,
    paidAt: sold.paidAt,
    readyAt: sold.readyAt,
    daysToShip,
    shipBy,
    promise: [createdAt + market.promise[0] * DAY, createdAt + market.promise[1] * DAY],
    cashOnDelivery: cod,
    buyer,
    lines,
    total: goods + shippingFee,
    shippingFee,
    statuses,
    touched: touchedBy(statuses, packages, returned),
    cancel,
    packages,
    returned,
    reviews: planReviews(after, finished, completedAt),
    messages: planMessages(after, finished),
  };
}

/** Days within which a return may be asked for after delivery; shown as `return_request_due_date`. */
export const RETURN_WINDOW = 15 * DAY;
