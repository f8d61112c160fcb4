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
