/** Buckets of one doubling: each is 19 % wide, so a quantile is at most that far off. */
const PER_DOUBLING = 4;
/** Twelve days in ms is bucket 119; what is later is as late. */
const BUCKET_MAX = 130;

/** Counts by bucket of time. */
export interface Bucket {
  readonly bucket: number;
  readonly n: number;
}

/** The bucket of a duration in ms; below two milliseconds is the first. */
export function bucketOf(ms: number): number {
  return ms < 2 ? 0 : Math.min(BUCKET_MAX, Math.floor(Math.log2(ms) * PER_DOUBLING));
}

/** The duration in ms at a place within a bucket, 0 to 1. */
function within(bucket: number, place: number): number {
  return Math.round(2 ** ((bucket + place) / PER_DOUBLING));
}

/** The `q` quantile in ms of what the buckets hold, or null when they hold nothing. Buckets may come several times. */
export function quantile(buckets: readonly Bucket[], q: number): number | null {
  const all = buckets.filter(({ n }) => n > 0).toSorted((a, b) => a.bucket - b.bucket);
  const total = all.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return null;
  const rank = q * total;
  let before = 0;
  for (const { bucket, n } of all) {
    if (before + n >= rank) return within(bucket, Math.max(0, Math.min(1, (rank - before) / n)));
    before += n;
  }
  return within(all.at(-1)?.bucket ?? 0, 1);
}
