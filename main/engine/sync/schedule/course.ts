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

/** Room to work in, used again by every call: making it anew took a third of the time. */
let room = roomFor(256);
function roomFor(size: number) {
  return { moment: new Float64Array(size), punctual: new Int32Array(size), cost: new Float64Array(size) };
}

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
 *
 * The earlier one begins, the earlier is the best next question: waiting long costs those the most who begin early (the
 * cost of a stretch obeys the Monge condition). So each search begins at the answer of the moment after it, and goes back
 * from there.
 */
export function firstOf({ hours, chance }: Outlook, price: number): number {
  const last = hours.length - 1;
  if (last >= room.cost.length) room = roomFor(2 * last);
  const { moment, punctual, cost } = room;
  // `moment`: hours at which the scans before each moment happened, weighed by their chance.
  let weighed = 0;
  // `punctual`: the first moment whose scans are still seen in time by a question at `n`.
  let early = 0;
  moment[0] = 0;
  punctual[0] = 0;
  for (let n = 1; n <= last; n += 1) {
    const now = hours[n] ?? 0;
    const middle = (now + (hours[n - 1] ?? 0)) / 2;
    weighed += ((chance[n] ?? 0) - (chance[n - 1] ?? 0)) * middle;
    moment[n] = weighed;
    while (now - (hours[early] ?? 0) > TIMELY) early += 1;
    punctual[n] = early;
  }
  cost[last] = 0;
  let first = last;
  for (let from = last - 1; from >= 0; from -= 1) {
    const seen = chance[from] ?? 0;
    const before = moment[from] ?? 0;
    const call = price * (1 - seen);
    let best = Infinity;
    for (let n = first; n > from; n -= 1) {
      const rest = cost[n] ?? 0;
      // The earlier, the more is left to pay: no question before this one can be better.
      if (call + rest > best) break;
      let waited = (hours[n] ?? 0) * ((chance[n] ?? 0) - seen) - ((moment[n] ?? 0) - before);
      const timely = punctual[n] ?? 0;
      if (timely > from) waited += MISSED * ((chance[timely] ?? 0) - seen);
      const whole = call + waited + rest;
      if (whole > best) continue;
      best = whole;
      first = n;
    }
    cost[from] = best;
  }
  return hours[first] ?? 0;
}
