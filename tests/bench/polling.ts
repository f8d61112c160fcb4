import { MARKET_FACTS, SELLER_OFFSET } from '../../main/sandbox/simulate/markets.ts';
import { parcelsOf } from '../../main/sandbox/simulate/truth.ts';
import { createWorld } from '../../main/sandbox/simulate/world.ts';
import { fixed, learning, seventeenTrack } from './polling/policies.ts';
import { type Outcome, type Passage, play } from './polling/run.ts';
import { round } from './figures.ts';

const DAY = 86_400_000;
/** Fewer of both while something is tried out; the figures told are those of the whole. */
const DAYS = Number(process.env['POLLING_DAYS'] ?? 60);
const PARCELS = Number(process.env['POLLING_PARCELS'] ?? 20_000);
/** A Monday. */
const START = Date.UTC(2026, 2, 2);
/** Prices of a call, in hours of not knowing: from eager to thrifty. */
const PRICES = [0.7, 1.2, 1.4, 1.8, 2.5, 5, 12];

function passagesOf(orders: number): Passage[] {
  const world = createWorld({ seed: 7, start: START, days: DAYS, orders });
  const passages: Passage[] = [];
  for (const parcel of parcelsOf(world)) {
    if (parcel.arrangedAt === null || passages.length >= PARCELS) continue;
    const { offset } = MARKET_FACTS[parcel.market as keyof typeof MARKET_FACTS];
    passages.push({
      carrier: 'spx',
      lane: parcel.market,
      offsets: [SELLER_OFFSET, offset],
      bornAt: parcel.arrangedAt,
      scans: parcel.scans.map(({ at, node }) => ({ at, node })),
    });
  }
  return passages;
}

/** What ours has at the same value of `key` as the other, read off between the two prices around it; null outside. */
function at(
  ours: readonly Outcome[],
  key: 'calls' | 'delayMedian',
  value: number,
  read: keyof Outcome,
): number | null {
  const sorted = [...ours].toSorted((a, b) => a[key] - b[key]);
  const above = sorted.findIndex((outcome) => outcome[key] >= value);
  const low = sorted[above - 1];
  const high = sorted[above];
  if (!low || !high) return null;
  const part = (value - low[key]) / (high[key] - low[key]);
  return round(Number(low[read]) + part * (Number(high[read]) - Number(low[read])));
}

/**
 * Polling of 20,000 simulated parcels over 60 days, one call a question: calls and hours from scan to seen, ours beside
 * fixed steps and 17TRACK's, at equal calls and at equal median delay. Ours begins knowing nothing and learns as it goes.
 */
export function benchPolling(): unknown {
  const passages = passagesOf(PARCELS * 1.1);
  const end = START + DAYS * DAY;
  const say = (outcome: Outcome): Outcome => {
    process.stderr.write(
      `  ${outcome.policy}: ${outcome.callsPerParcel} calls, median ${outcome.delayMedian} h\n`,
    );
    return outcome;
  };
  const others = [fixed(2), fixed(6), seventeenTrack()].map((policy) => say(play(passages, policy, end)));
  const ours = PRICES.map((price) => say(play(passages, learning(price), end)));
  return {
    target: 'half the calls of fixed 2 h at no more delay',
    parcels: passages.length,
    days: DAYS,
    others,
    ours,
    beside: others.map((other) => ({
      policy: other.policy,
      callsAtTheSameMedian: at(ours, 'delayMedian', other.delayMedian, 'calls'),
      shareOfCalls: round((at(ours, 'delayMedian', other.delayMedian, 'calls') ?? NaN) / other.calls),
      medianAtTheSameCalls: at(ours, 'calls', other.calls, 'delayMedian'),
      p90AtTheSameCalls: at(ours, 'calls', other.calls, 'delayP90'),
      medianAtHalfTheCalls: at(ours, 'calls', other.calls / 2, 'delayMedian'),
      p90AtHalfTheCalls: at(ours, 'calls', other.calls / 2, 'delayP90'),
    })),
  };
}
