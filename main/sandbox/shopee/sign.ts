import { createHmac, timingSafeEqual } from 'node:crypto';

/** Lowercase hex HMAC-SHA256 with the partner key as text: the platform's only signature. */
export const signed = (key: string, base: string): string =>
  createHmac('sha256', key).update(base).digest('hex');

/** Compares two signatures without telling by time where they differ. */
export function sameSign(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
