import { MARKET_FACTS, SELLER_OFFSET } from '../../main/sandbox/simulate/markets.ts';
import { parcelsOf } from '../../main/sandbox/simulate/truth.ts';
import { createWorld } from '../../main/sandbox/simulate/world.ts';
import { playAll } from './polling/players.ts';
import type { Outcome, Passage } from './polling/run.ts';
import type { Way } from './polling/ways.ts';
import { round } from './figures.ts';

const DAY = 86_400_000;
/** Fewer of both while something is tried out; the figures told are those of the whole. */
const DAYS = Number(process.env['POLLING_DAYS'] ?? 60);
const PARCELS = Number(process.env['POLLING_PARCELS'] ?? 20_000);
/** A Monday. */
const START = Date.UTC(2026, 2, 2);
/** Prices of a call, in hours of not knowing: from eager to thrifty. */
const PRICES = [0.7, 1.2, 1.4, 1.8, 2.5, 5, 12];
const OURS = PRICES.map((price): Way => ({ kind: 'learning', price }));
const OTHERS: readonly Way[] = [
  { kind: 'fixed', hours: 2 },
  { kind: 'fixed', hours: 6 },
  { kind: '17track' },
];

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
export async function benchPolling(): Promise<unknown> {
  const passages = passagesOf(PARCELS * 1.1);
  const end = START + DAYS * DAY;
  const outcomes = await playAll({ passages, end }, [...OTHERS, ...OURS], (name, told) => {
    const news =
      'outcome' in told
        ? `${told.outcome.callsPerParcel} calls a parcel, median ${told.outcome.delayMedian} h`
        : `day ${Math.round((told.at - START) / DAY)} of ${DAYS}, ${told.calls} calls so far`;
    process.stderr.write(`  ${name}: ${news}\n`);
  });
  const others = outcomes.slice(0, OTHERS.length);
  const ours = outcomes.slice(OTHERS.length);
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
