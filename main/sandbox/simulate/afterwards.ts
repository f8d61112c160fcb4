import { DAY } from '#shared/time.ts';
import { numberOf } from './ids.ts';
import { AFTERWARDS } from './parameters.ts';
import type { Chance } from './random.ts';
import { mix } from './random.ts';
import type {
  Change,
  Intervention,
  Line,
  MessagePlan,
  PackagePlan,
  ReturnPlan,
  ReturnStatus,
  ReviewPlan,
} from './types.ts';
import { QUESTIONS, REVIEWS } from './words/buyers.ts';
import type { MarketFacts } from './markets.ts';

export interface Finished {
  readonly seed: number;
  readonly shop: number;
  readonly index: number;
  readonly yymmdd: string;
  readonly createdAt: number;
  readonly lines: readonly Line[];
  readonly total: number;
  readonly packages: readonly PackagePlan[];
  /** All parcels delivered at this instant; null when that never happens. */
  readonly deliveredAt: number | null;
  readonly market: MarketFacts;
  /** What a person answered through the API. */
  readonly answer: Intervention['returnAnswer'];
}

const whole = (at: number): number => Math.round(at / 1000) * 1000;

/** A claim or a return, and how it goes on: the seller agrees, disputes, or lets the deadline pass. */
export function planReturn(chance: Chance, order: Finished): ReturnPlan | null {
  const falsely = order.packages.some((plan) =>
    plan.causes.some((cause) => cause.kind === 'delivered-falsely'),
  );
  const damaged = order.packages.some((plan) => plan.causes.some((cause) => cause.kind === 'damaged'));
  if (order.deliveredAt === null) return null;
  if (!falsely && !chance.happens(damaged ? 0.6 : AFTERWARDS.returns)) return null;
  const at = whole(
    order.deliveredAt + chance.about(AFTERWARDS.returnAsked.median, AFTERWARDS.returnAsked.sigma),
  );
  const reason = falsely
    ? 'NOT_RECEIPT'
    : damaged
      ? 'PHYSICAL_DMG'
      : chance.pick([
          'ITEM_MISSING',
          'WRONG_ITEM',
          'CHANGE_MIND',
          'FUNCTIONAL_DMG',
          'PHYSICAL_DMG',
          'NOT_RECEIPT',
        ] as const);
  const refundOnly = reason === 'NOT_RECEIPT' || chance.happens(0.4);
  const dueAt = at + AFTERWARDS.dueDays * DAY;
  const statuses: Change<ReturnStatus>[] = [{ at, status: 'REQUESTED' }];
  const answeredAt = whole(
    at + chance.about(AFTERWARDS.sellerAnswersReturn.median, AFTERWARDS.sellerAnswersReturn.sigma),
  );
  const ignored = chance.happens(AFTERWARDS.sellerIgnoresReturn) || answeredAt > dueAt;
  const drawn = chance.happens(0.25);
  const person = order.answer && order.answer.at <= (ignored ? dueAt : answeredAt) ? order.answer : null;
  const openedAt = person?.at ?? (ignored ? dueAt : answeredAt);
  const disputed = person ? person.how === 'dispute' : !ignored && drawn;
  if (disputed) statuses.push({ at: openedAt, status: 'SELLER_DISPUTE' });
  const acceptedAt = disputed ? openedAt + DAY : openedAt;
  if (disputed) statuses.push({ at: acceptedAt, status: 'JUDGING' });
  const settledAt = disputed ? acceptedAt + 2 * DAY : acceptedAt;
  statuses.push({ at: settledAt, status: refundOnly ? 'ACCEPTED' : 'PROCESSING' });
  const backAt = settledAt + 4 * DAY;
  statuses.push({ at: refundOnly ? settledAt + DAY : backAt + DAY, status: 'CLOSED' });
  return {
    sn: `${order.yymmdd}0${String(mix(order.seed, 60, order.shop, order.index))
      .padStart(10, '0')
      .slice(0, 8)}`,
    at,
    reason,
    text: QUESTIONS[order.market.language].returned,
    refundOnly,
    amount:
      refundOnly && order.lines.length > 1
        ? (order.lines[0]?.price ?? 0) * (order.lines[0]?.quantity ?? 1)
        : order.total,
    statuses,
    dueAt,
    shipDueAt: settledAt + AFTERWARDS.shipDays * DAY,
    sellerDueAt: backAt + AFTERWARDS.sellerDueDays * DAY,
    trackingNumber: refundOnly ? null : `RN${numberOf(11, order.seed, 61, order.shop, order.index)}`,
    reverse: refundOnly
      ? []
      : [
          { at: whole(settledAt + DAY), text: 'Parcel has been picked up by our logistics partner' },
          { at: whole(settledAt + 2 * DAY), text: 'Parcel has arrived at sorting facility' },
          { at: whole(backAt), text: 'Parcel has been delivered to the return address' },
        ],
  };
}

/** Stars fall with the days that the buyer waited; the words follow the stars. */
export function planReviews(chance: Chance, order: Finished, completedAt: number | null): ReviewPlan[] {
  if (completedAt === null || order.deliveredAt === null || !chance.happens(AFTERWARDS.reviews)) return [];
  const days = (order.deliveredAt - order.createdAt) / DAY;
  const late = Math.max(0, days - AFTERWARDS.patience);
  const damaged = order.packages.some((plan) => plan.causes.some((cause) => cause.kind === 'damaged'));
  return order.lines.map((_, line) => {
    const mood = 5 - late * 0.25 - (damaged ? 2.5 : 0) + (chance.next() - 0.6) * 1.6;
    const stars = Math.min(5, Math.max(1, Math.round(mood)));
    const words = REVIEWS[order.market.language];
    const kind = stars >= 4 ? words.glad : damaged ? words.broken : late > 2 ? words.late : words.meh;
    return {
      id: numberOf(11, order.seed, 62, order.shop, order.index, line),
      at: whole(completedAt + chance.about(AFTERWARDS.reviewAfter.median, AFTERWARDS.reviewAfter.sigma)),
      line,
      stars,
      text: chance.pick(kind),
    };
  });
}

/** A question while waiting, and mostly an answer of the seller's staff. */
export function planMessages(chance: Chance, order: Finished): MessagePlan[] {
  const end = order.deliveredAt ?? order.createdAt + 30 * DAY;
  const waits = end - order.createdAt;
  const late = waits > AFTERWARDS.patience * DAY;
  if (!chance.happens(late ? AFTERWARDS.asksWhenLate : AFTERWARDS.asks)) return [];
  const at = whole(order.createdAt + waits * (0.4 + chance.next() * 0.5));
  const id = (part: number): string =>
    `23${String(numberOf(9, order.seed, 63, order.shop, order.index, part))}${String(order.index % 1_000_000).padStart(6, '0')}${String(part).padStart(2, '0')}`;
  const asked: MessagePlan = {
    id: id(1),
    at,
    fromBuyer: true,
    text: chance.pick(QUESTIONS[order.market.language].where),
  };
  if (!chance.happens(AFTERWARDS.sellerReplies)) return [asked];
  const reply = whole(at + chance.about(AFTERWARDS.repliesAfter.median, AFTERWARDS.repliesAfter.sigma));
  return [asked, { id: id(2), at: reply, fromBuyer: false, text: QUESTIONS[order.market.language].reply }];
}
