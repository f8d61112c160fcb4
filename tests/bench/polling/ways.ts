import { fixed, learning, seventeenTrack } from './policies.ts';
import type { Policy } from './run.ts';

/** A way of polling as plain data, so that it can be told to a thread. */
export type Way =
  | { readonly kind: 'fixed'; readonly hours: number }
  | { readonly kind: '17track' }
  | { readonly kind: 'learning'; readonly price: number };

/** The policy of a way, knowing nothing yet. */
export function policyOf(way: Way): Policy {
  if (way.kind === 'fixed') return fixed(way.hours);
  return way.kind === '17track' ? seventeenTrack() : learning(way.price);
}
