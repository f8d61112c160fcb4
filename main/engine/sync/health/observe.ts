import { HOUR } from '#shared/time.ts';
import { bucketOf } from './sketch.ts';

/** A scan of the journal as it came in. */
export interface SeenScan {
  readonly source: string;
  readonly instant: number | null;
  readonly receivedAt: number;
  /** The newest instant of its leg that was known before this answer; null where the leg was not known or had no time. */
  readonly newestBefore: number | null;
  /** It came with the first answer about its leg: the past, not news. */
  readonly first: boolean;
}

/** What is counted of an hour: scans, those that can be judged (news with a time), and those that came out of order. */
export type HourWhat = 'scans' | 'news' | 'late';

export interface Observed {
  readonly hours: readonly { source: string; hour: number; what: HourWhat; n: number }[];
  /** Lags from scan to seen by bucket and hour. */
  readonly lags: readonly { source: string; hour: number; bucket: number; n: number }[];
}

/**
 * Counts scans by source and hour of arrival. A first answer tells a parcel's past: its scans count as scans, and neither
 * as lag nor as disorder. A scan from the future (a clock that is wrong) has no lag.
 */
export function observe(scans: readonly SeenScan[]): Observed {
  const hours = new Map<string, { source: string; hour: number; what: HourWhat; n: number }>();
  const lags = new Map<string, { source: string; hour: number; bucket: number; n: number }>();
  for (const { source, instant, receivedAt, newestBefore, first } of scans) {
    const hour = Math.floor(receivedAt / HOUR);
    const count = (what: HourWhat): void => {
      const key = `${source} ${String(hour)} ${what}`;
      const entry = hours.get(key) ?? { source, hour, what, n: 0 };
      entry.n += 1;
      hours.set(key, entry);
    };
    count('scans');
    if (first || instant === null) continue;
    count('news');
    if (newestBefore !== null && instant < newestBefore) count('late');
    const bucket = bucketOf(receivedAt - instant);
    const key = `${source} ${String(hour)} ${String(bucket)}`;
    const entry = lags.get(key) ?? { source, hour, bucket, n: 0 };
    entry.n += 1;
    lags.set(key, entry);
  }
  return { hours: [...hours.values()], lags: [...lags.values()] };
}
