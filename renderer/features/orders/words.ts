import { ORDER_STATUSES } from '#shared/model/order.ts';
import type { Tone } from '../../ui/index.ts';
import type { Words } from '../../app/text.tsx';

/** Shopee's status in words; one that nobody knows is shown as it came. */
export function statusWord(status: string, { t }: Words): string {
  const known = ORDER_STATUSES.find((name) => name === status);
  return known ? t(`orderStatus.${known}`) : status;
}

const PACKAGE_STATUSES = [
  'NOT_START',
  'READY',
  'PENDING_ARRANGE',
  'REQUEST_CREATED',
  'REQUEST_CANCELED',
  'PICKUP_DONE',
  'PICKUP_RETRY',
  'PICKUP_FAILED',
  'DELIVERY_DONE',
  'DELIVERY_FAILED',
  'COD_REJECTED',
  'INVALID',
  'LOST',
] as const;

/** Where a package of an order stands at Shopee, in words; one that nobody knows is shown as it came. */
export function packageWord(status: string, { t }: Words): string {
  const bare = status.replace(/^LOGISTICS_/, '');
  const known = PACKAGE_STATUSES.find((name) => name === bare);
  return known ? t(`packageStatus.${known}`) : bare;
}

const RETURN_STATUSES = [
  'REQUESTED',
  'PROCESSING',
  'ACCEPTED',
  'JUDGING',
  'SELLER_DISPUTE',
  'CANCELLED',
  'CLOSED',
] as const;

/** Where a return stands, in words; a status that nobody knows is shown as it came. */
export function returnWord(status: string, { t }: Words): string {
  const known = RETURN_STATUSES.find((name) => name === status);
  return known ? t(`returnStatus.${known}`) : status;
}

/** A return that the seller may have to answer, one that is over, or one on its way. */
export function returnTone(status: string): Tone {
  if (status === 'REQUESTED' || status === 'PROCESSING') return 'high';
  return status === 'JUDGING' || status === 'SELLER_DISPUTE' ? 'medium' : 'neutral';
}

const RETURNS_OVER: ReadonlySet<string> = new Set(['ACCEPTED', 'CANCELLED', 'CLOSED']);

/** Whether a return may still want an answer; one whose status nobody knows does, so that no term is kept from sight. */
export function returnWaits(status: string): boolean {
  return !RETURNS_OVER.has(status);
}

/** Shopee's lists of reasons disagree in their spelling: each word of ours with all that mean it. */
const RETURN_REASONS = {
  notReceived: ['NOT_RECEIPT', 'NONRECEIPT'],
  wrongItem: ['WRONG_ITEM'],
  damaged: ['ITEM_DAMAGED', 'PHYSICAL_DMG'],
  wrongOrDamaged: ['ITEM_WRONGDAMAGED'],
  defective: ['FUNCTIONAL_DMG'],
  different: ['DIFFERENT_DESCRIPTION', 'DIFF_DESC'],
  agreed: ['MUTUAL_AGREE', 'MUITAL_AGREE'],
  changedMind: ['CHANGE_MIND'],
  missing: ['ITEM_MISSING'],
  expectation: ['EXPECTATION_FAILED'],
  fake: ['ITEM_FAKE'],
  other: ['OTHER'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
const reasonNames = Object.keys(RETURN_REASONS) as (keyof typeof RETURN_REASONS)[];

/** Why a buyer returns, in words; a reason that nobody knows is shown as it came, and "none" not at all. */
export function reasonWord(reason: string | null, { t }: Words): string | null {
  if (reason === null || reason === 'NONE') return null;
  const known = reasonNames.find((name) => (RETURN_REASONS[name] as readonly string[]).includes(reason));
  return known ? t(`returnReason.${known}`) : reason;
}

/** What an order's status asks for: nothing, attention, or it is over. */
export function statusTone(status: string): Tone {
  if (status === 'RETRY_SHIP' || status === 'IN_CANCEL' || status === 'TO_RETURN') return 'high';
  if (status === 'COMPLETED' || status === 'TO_CONFIRM_RECEIVE') return 'good';
  return 'neutral';
}

/** An exact amount with its currency, grouped by the operator's language; the digits are Shopee's. */
export function money(amount: string | null, currency: string | null, lang: string): string {
  if (amount === null) return '—';
  const value = new Intl.NumberFormat(lang, {
    maximumFractionDigits: 2,
    minimumFractionDigits: amount.includes('.') ? 2 : 0,
  }).format(Number(amount));
  return [currency, value].filter(Boolean).join(' ');
}
