/** What is to come for one parcel: at so many hours from its last answer (ascending, the first 0) the chance that it was scanned by then. */
export interface Outlook {
  readonly hours: Float64Array;
  readonly chance: Float64Array;
}

/**
 * Who works through a list of parcels comes back to it every two hours or so. News within that time is as good as any;
 * what is seen later has missed its turn.
 */
const TIMELY = 1.75;
/** What missing its turn adds to the hours that a scan stayed unseen: a working day. */
const MISSED = 8;

/**
 * Hours from the last answer to the first question of the course of questions that costs the least in expectation: `price`
 * for each question that is asked, until one shows the scan; an hour for each hour that the scan stays unseen; and
 * `MISSED` once it is seen later than `TIMELY`.
 *
 * With the hours alone and a constant rate r one asks every sqrt(2·price/r) (Cho and Garcia-Molina, "Effective page
 * refresh policies", 2003); but rates rise and fall, and a question before a quiet night or just behind a round's start is
 * worth more than its neighbours. So it is worked out backwards from the end of the outlook: what the best course costs
 * from each moment on, given that nothing was seen there (dynamic programming, Bellman 1957). Where parcels move so seldom
 * that no question can be timely, only the hours count.
 */
export function firstOf({ hours, chance }: Outlook, price: number): number {
  const last = hours.length - 1;
  // Hours at which the scans before each moment happened, weighed by their chance.
  const moment = new Float64Array(last + 1);
  const punctual = new Int32Array(last + 1);
  for (let n = 1; n <= last; n += 1) {
    const middle = ((hours[n] ?? 0) + (hours[n - 1] ?? 0)) / 2;
    moment[n] = (moment[n - 1] ?? 0) + ((chance[n] ?? 0) - (chance[n - 1] ?? 0)) * middle;
    let from = punctual[n - 1] ?? 0;
    while ((hours[n] ?? 0) - (hours[from] ?? 0) > TIMELY) from += 1;
    // The first moment whose scans are still seen in time by a question at `n`.
    punctual[n] = from;
  }
  const cost = new Float64Array(last + 1);
  let first = last;
  for (let from = last - 1; from >= 0; from -= 1) {
    const seen = chance[from] ?? 0;
    const call = price * (1 - seen);
    let best = Infinity;
    for (let n = from + 1; n <= last; n += 1) {
      const late = Math.max(0, (chance[Math.max(from, punctual[n] ?? 0)] ?? 0) - seen);
      const waited =
        (hours[n] ?? 0) * ((chance[n] ?? 0) - seen) -
        ((moment[n] ?? 0) - (moment[from] ?? 0)) +
        MISSED * late;
      // What is waited for only grows: no later question can be better.
      if (call + waited >= best) break;
      const whole = call + waited + (cost[n] ?? 0);
      if (whole < best) {
        best = whole;
        first = n;
      }
    }
    cost[from] = best;
  }
  return hours[first] ?? 0;
}
