import type { Clock } from '../../ports.ts';

/** An offset below this is the rounding of the header and the way of the answer. */
const SMALL_MS = 5_000;
/** An answer that took longer says little about the time. */
const SLOW_MS = 60_000;

/** Our clock as the server's: signing accepts five minutes of difference, and a laptop may be hours off. */
export interface ServerClock {
  /** Unix seconds by the server. */
  seconds(): number;
  /** How far the server is ahead of us, in milliseconds. */
  offset(): number;
  /** Learns from the `Date` header of an answer; tells whether the time was corrected. */
  learn(header: string | null, sentAt: number, gotAt: number): boolean;
}

/** Begins without an offset; the first answer corrects it. */
export function createServerClock(clock: Clock): ServerClock {
  let offset = 0;
  return {
    seconds: () => Math.floor((clock.now() + offset) / 1000),
    offset: () => offset,
    learn: (header, sentAt, gotAt) => {
      const said = header === null ? Number.NaN : Date.parse(header);
      if (Number.isNaN(said) || gotAt < sentAt || gotAt - sentAt > SLOW_MS) return false;
      // The header drops the part of a second: half of one is added.
      const measured = Math.round(said + 500 - (sentAt + gotAt) / 2);
      if (Math.abs(measured - offset) <= SMALL_MS) return false;
      offset = Math.abs(measured) <= SMALL_MS ? 0 : measured;
      return true;
    },
  };
}
