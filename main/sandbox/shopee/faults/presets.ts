import { DAY, HOUR } from '#shared/time.ts';
import type { FaultRule } from './kinds.ts';

/**
 * `all`: something of everything that a good client survives with the same final state and with well over nine tenths of
 * its calls answered. What stops a shop for good (revoked, banned, key expired, address undeclared), what a client must
 * take for final (no permission), and what destroys a token pair on its way are not in it: they have tests of their own.
 * `start` is the world's first day.
 */
export function allFaults(start: number): FaultRule[] {
  const soft = (fault: FaultRule['fault'], share: number, more: Partial<FaultRule> = {}): FaultRule => ({
    fault,
    share,
    relents: true,
    ...more,
  });
  return [
    soft('502', 0.004),
    soft('slow', 0.004, { value: 40 }),
    soft('cut-before', 0.002),
    soft('cut-after', 0.002),
    soft('half-body', 0.003),
    soft('rate', 0.004),
    soft('server', 0.003),
    soft('network', 0.003),
    soft('inner', 0.002),
    soft('auth-system', 0.001),
    soft('auth-token', 0.001),
    soft('token-expires', 0.001),
    soft('duplicate-page', 0.03, { path: 'order/get_order_list' }),
    soft('endless', 0.01, { path: 'order/get_order_list' }),
    soft('vanish', 0.01, { path: 'order/get_order_detail' }),
    soft('batch-partial', 0.02, { path: 'get_mass_tracking_number' }),
    soft('no-number', 0.02, { path: 'logistics/get_tracking_number' }),
    { fault: 'extra-fields', share: 0.3 },
    { fault: 'strange-values', share: 0.1 },
    { fault: 'text-numbers', share: 0.1 },
    { fault: 'empty-nulls', share: 0.1 },
    // The server's clock is two hours ahead for two days.
    { fault: 'skew', from: start + 10 * DAY, until: start + 12 * DAY, value: 2 * HOUR },
    // The daily quota is spent on one evening until midnight, UTC+8.
    { fault: 'quota', from: start + 12 * DAY + 22 * HOUR, until: start + 13 * DAY },
  ];
}

/** `npm run sandbox -- --faults NAME`: a preset, one fault, or several joined by commas, each with `=share`. */
export function parseFaults(
  text: string,
  start: number,
  isKnown: (name: string) => name is FaultRule['fault'],
): FaultRule[] | null {
  if (text === '' || text === 'none') return [];
  if (text === 'all') return allFaults(start);
  const rules = text.split(',').map((part): FaultRule | null => {
    const [name = '', share = '1'] = part.split('=');
    const value = Number(share);
    return isKnown(name) && value > 0 && value <= 1 ? { fault: name, share: value } : null;
  });
  return rules.every((rule) => rule !== null) ? rules : null;
}
