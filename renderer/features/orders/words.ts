import { ORDER_STATUSES } from '#shared/model/order.ts';
import type { Tone } from '../../ui/index.ts';
import type { Words } from '../../app/text.tsx';

/** Shopee's status in words; one that nobody knows is shown as it came. */
export function statusWord(status: string, { t }: Words): string {
  const known = ORDER_STATUSES.find((name) => name === status);
  return known ? t(`orderStatus.${known}`) : status;
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
