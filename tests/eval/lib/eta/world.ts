import { parseArgs } from 'node:util';
import type { WayDays } from '../../../../main/engine/eta/live/placeDays.ts';
import { foreseenAt, type Trail, trailOf } from '../../../../main/engine/eta/live/trail.ts';
import type { TrueParcel } from '../../../../main/sandbox/simulate/truth.ts';
import type { Journey } from '../../../../shared/model/journey.ts';
import { isNode, NODE_FACTS, type Stage } from '../../../../shared/model/node.ts';
import { asInstant, DAY } from '../../../../shared/time.ts';
import { UsageError } from '../task.ts';

/** The journey of a delivered parcel of a sandbox world, as far as the arrival model reads it; null for others. */
export function journeyFrom(
  parcel: TrueParcel,
): Pick<Journey, 'spans' | 'stage' | 'node' | 'since' | 'terminal' | 'direction' | 'lastScanAt'> | null {
  const scans = parcel.scans.filter(({ back }) => !back);
  const came = scans.find(({ node }) => node === 'DELIVERED');
  if (!came) return null;
  const begins = new Map<Stage, number>();
  for (const { node, at } of scans) {
    if (!isNode(node)) continue;
    const { stage } = NODE_FACTS[node];
    if (at < came.at && !begins.has(stage)) begins.set(stage, at);
  }
  const spans = [...begins].map(([stage, at]) => ({
    ...{ stage, start: asInstant(at), direction: 'forward' as const },
    ...{ end: null, place: null, events: [] },
  }));
  return {
    ...{ spans, stage: 'CLOSE', node: 'DELIVERED', since: asInstant(came.at), terminal: true },
    ...{ direction: 'forward', lastScanAt: asInstant(came.at) },
  };
}

/** Its trail, as the live engine would keep it. */
export function trailFrom(parcel: TrueParcel, way?: WayDays): Trail | null {
  const journey = journeyFrom(parcel);
  if (!journey) return null;
  const side = {
    market: parcel.market,
    carrier: 'spx',
    orderedAt: asInstant(parcel.orderedAt),
    promise: asInstant(parcel.promise[1]),
  };
  const scans = parcel.scans.filter(({ back }) => !back);
  return trailOf(journey, side, journey.lastScanAt ?? asInstant(0), way ? { way } : {}, scans);
}

/** What a sandbox world is asked for on the command line, in words. */
export const WORLD_USAGE = '[--days N] [--orders N] [--seed N]';

/** The size and the seed of a sandbox world. Throws a `UsageError` where one is no whole number above 0. */
export function worldSizeOf(
  args: readonly string[],
  usual: { readonly days: number; readonly orders: number },
): { readonly days: number; readonly orders: number; readonly seed: number } {
  const { values } = parseArgs({
    args: [...args],
    options: { days: { type: 'string' }, orders: { type: 'string' }, seed: { type: 'string' } },
  });
  const number = (text: string | undefined, otherwise: number): number => {
    const value = text === undefined ? otherwise : Number(text);
    if (!Number.isInteger(value) || value < 1) throw new UsageError('A whole number, please.');
    return value;
  };
  return {
    days: number(values.days, usual.days),
    orders: number(values.orders, usual.orders),
    seed: number(values.seed, 7),
  };
}

/** The days (since 1970) on which something happened to a parcel, or it had waited so long that this is learnt from. */
export const daysTouched = (trail: Trail): ReadonlySet<number> =>
  new Set([...foreseenAt(trail).map(({ at }) => at), (trail.deliveredAt ?? 0) / DAY].map(Math.floor));
