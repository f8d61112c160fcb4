/** Requests a second to begin with, and at most (reference, section 6.4: advice, no number is published). */
export const RATE_MAX = 10;
const RATE_MIN = 0.5;
/** What may be sent at once after a quiet moment. */
const BURST = 5;
/** Every quiet minute gives back so much of the rate. */
const RECOVER_PER_MINUTE = 0.5;
const HOLD_MS = 2_000;
const MINUTE = 60_000;

/** A bucket that fills with time: `level` requests could go now. */
export interface Rate {
  readonly max: number;
  /** Requests a second, as of `since`. */
  readonly base: number;
  readonly since: number;
  readonly level: number;
  readonly at: number;
  /** Nothing goes before: the last answer said "too many". */
  readonly heldUntil: number;
}

/** A full bucket; `max` and `base` in requests a second. */
export function startRate(now: number, max = RATE_MAX, base = max): Rate {
  return {
    max,
    base: Math.min(base, max),
    since: now,
    level: Math.max(BURST, max / 2),
    at: now,
    heldUntil: 0,
  };
}

/** Requests a second at present: halved by every "too many", recovering by the minute. */
export function perSecond(rate: Rate, now: number): number {
  const minutes = Math.max(0, Math.floor((now - rate.since) / MINUTE));
  return Math.min(rate.max, rate.base + minutes * RECOVER_PER_MINUTE * (rate.max / RATE_MAX));
}

function filled(rate: Rate, now: number): Rate {
  const more = (Math.max(0, now - rate.at) / 1_000) * perSecond(rate, now);
  return { ...rate, at: now, level: Math.min(Math.max(BURST, rate.max / 2), rate.level + more) };
}

/** Takes one request out of the bucket, or null when it has to wait. */
export function take(rate: Rate, now: number): Rate | null {
  if (now < rate.heldUntil) return null;
  const full = filled(rate, now);
  return full.level < 1 ? null : { ...full, level: full.level - 1 };
}

/** When the next request may go, at the earliest. */
export function nextTake(rate: Rate, now: number): number {
  const full = filled(rate, now);
  const wait = full.level >= 1 ? 0 : Math.ceil(((1 - full.level) / perSecond(rate, now)) * 1_000);
  return Math.max(rate.heldUntil, now + wait);
}

/** The answer was "too many requests": half the rate, an empty bucket, and a pause as long as it asked for. */
export function throttle(rate: Rate, now: number, retryAfterMs: number | null): Rate {
  // Several answers to requests of the same moment are one warning.
  if (now - rate.since < HOLD_MS && rate.heldUntil > now) return rate;
  return {
    ...rate,
    base: Math.max(RATE_MIN, perSecond(rate, now) / 2),
    since: now,
    at: now,
    level: 0,
    heldUntil: now + Math.max(HOLD_MS, retryAfterMs ?? 0),
  };
}
