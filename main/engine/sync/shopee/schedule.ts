import { DAY, HOUR, MINUTE } from '#shared/time.ts';

/** Where a package stands, as far as asking about it is concerned. */
export type Phase = 'waiting' | 'arranged' | 'moving' | 'delivered' | 'returning' | 'dead';

const PHASES: Readonly<Record<string, Phase>> = {
  NOT_START: 'waiting',
  NOT_STARTED: 'waiting',
  PENDING_ARRANGE: 'waiting',
  READY: 'waiting',
  REQUEST_CREATED: 'arranged',
  PICKUP_RETRY: 'arranged',
  PICKUP_DONE: 'moving',
  DELIVERY_DONE: 'delivered',
  DELIVERY_FAILED: 'returning',
  INVALID: 'dead',
  REQUEST_CANCELED: 'dead',
  REQUEST_CANCELLED: 'dead',
  COD_REJECTED: 'dead',
  PICKUP_FAILED: 'dead',
  LOST: 'dead',
};

/** The phase of a LogisticsStatus; a word that Shopee added since counts as moving, so that it is not overlooked. */
export function phaseOf(status: string): Phase {
  return PHASES[status.toUpperCase().replace(/^(LOGISTICS|FULFILMENT|FULFILLMENT)_/, '')] ?? 'moving';
}

const NUMBER_FIRST = 5 * MINUTE;
const NUMBER_LONGEST = 6 * HOUR;

/**
 * When a package's tracking number is asked for next, after `tries` answers without one: it exists only after shipment
 * was arranged, may come days later, and is not asked for faster than every 5 minutes (reference, 3.1). Null: never.
 */
export function nextNumberAt(status: string, tries: number, now: number): number | null {
  const phase = phaseOf(status);
  if (phase === 'waiting') return null;
  if ((phase === 'dead' || phase === 'delivered') && tries >= 4) return null;
  return now + Math.min(NUMBER_LONGEST, NUMBER_FIRST * 2 ** Math.min(tries, 10));
}

/** What the next question about a package's tracking depends on. Times in milliseconds. */
export interface TrackState {
  readonly status: string;
  /** When it came to this status, by our knowledge. */
  readonly statusSince: number;
  /** Its newest scan. */
  readonly movedAt: number | null;
  /** Answers since it came to an end. */
  readonly afterEnd: number;
}

/**
 * When a package's tracking is likely to say something new. A parcel that has just moved is asked again soon; the longer
 * it is silent, the longer the next question waits (half of the silence, a quarter of a day to a day), so that few calls
 * find most news. What ended is asked twice more, because last scans come late; then only a change of its order asks
 * again. Null: not by the clock.
 */
export function nextTrackAt(state: TrackState, now: number): number | null {
  const phase = phaseOf(state.status);
  const silence = Math.max(0, now - Math.max(state.movedAt ?? 0, state.statusSince));
  switch (phase) {
    case 'waiting':
      return null;
    case 'arranged':
      return silence > 45 * DAY ? null : now + (silence > 10 * DAY ? 2 * DAY : DAY);
    case 'moving':
      if (silence > 90 * DAY) return null;
      if (silence > 21 * DAY) return now + 2 * DAY;
      return now + Math.min(DAY, Math.max(6 * HOUR, Math.round(silence / 2)));
    case 'returning':
      return silence > 45 * DAY ? null : now + (silence > 4 * DAY ? DAY : 12 * HOUR);
    case 'delivered':
      return state.afterEnd >= 2 ? null : now + (state.afterEnd === 0 ? 6 * HOUR : 2 * DAY);
    case 'dead':
      return state.afterEnd >= 2 ? null : now + (state.afterEnd === 0 ? 12 * HOUR : 3 * DAY);
  }
}

/** Whether the package has come to an end, so that answers are counted. */
export function hasEnded(status: string): boolean {
  const phase = phaseOf(status);
  return phase === 'delivered' || phase === 'dead';
}

/** How long after the `tries`-th failure in a row the same thing is asked again. */
export function retryAfter(tries: number): number {
  return Math.min(6 * HOUR, MINUTE * 2 ** Math.min(tries, 12));
}
