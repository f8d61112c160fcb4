import type { Journey } from '#shared/model/journey.ts';
import { type Stage, STAGES } from '#shared/model/node.ts';
import type { Ahead, Outlook, Usual } from '#shared/model/route.ts';
import { asInstant } from '#shared/time.ts';

/** Fewer parcels than this say nothing about what is usual. */
const ENOUGH = 5;
/** A stage that fewer of the lane's parcels are scanned in is not announced. */
const SEEN_SHARE = 0.3;
/** Passed by every parcel that crosses a border, whether its carrier scans there or not. */
const CUSTOMS: ReadonlySet<Stage> = new Set(['EXPORT', 'IMPORT']);
/** A parcel that was seen here crosses a border. */
const ABROAD: ReadonlySet<Stage> = new Set(['EXPORT', 'LINEHAUL', 'IMPORT']);

type Finished = Pick<Journey, 'spans'>;

/** When each stage began first, and how long it took in all (a stage may come twice), for one finished parcel. */
function timesOf(journey: Finished): Map<Stage, { start: number; took: number | null }> {
  const times = new Map<Stage, { start: number; took: number | null }>();
  for (const { stage, start, end, direction } of journey.spans) {
    if (start === null || direction === 'return') continue;
    const took = end === null ? null : end - start;
    const known = times.get(stage);
    if (!known) times.set(stage, { start, took });
    else if (known.took !== null) known.took = took === null ? null : known.took + took;
  }
  return times;
}

/** The value below which this share of the sorted ones lies, between two of them in proportion. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

/**
 * What delivered parcels of the same lane say about this one: how long each stage usually takes, and when those before
 * it usually begin, seen from the stage that it is in. Parcels that were through sooner than this one already has
 * waited say nothing about it any more and are left out.
 */
export function outlookOf(
  journey: Journey,
  finished: readonly Finished[],
  lane: Outlook['lane'],
  now: number,
): Outlook {
  const times = finished.map(timesOf);
  const stages = STAGES.flatMap((stage): Usual[] => {
    const took = times.flatMap((one) => one.get(stage)?.took ?? []);
    if (stage === 'CLOSE' || took.length < ENOUGH) return [];
    const order = sorted(took);
    return [{ stage, p10: quantile(order, 0.1), p90: quantile(order, 0.9), parcels: order.length }];
  });
  return { lane, stages, ahead: aheadOf(journey, times, now) };
}

/** Where too few parcels of the lane tell, all stages are ahead: a way across a border has them all. */
function aheadOf(journey: Journey, times: readonly ReturnType<typeof timesOf>[], now: number): Ahead[] {
  const { stage: here } = journey;
  if (journey.terminal || journey.direction === 'return' || here === null) return [];
  const begun = journey.spans.findLast((span) => span.stage === here)?.start ?? null;
  const crossed = times.filter((one) => [...one.keys()].some((stage) => ABROAD.has(stage))).length;
  const abroad = crossed >= SEEN_SHARE * times.length || journey.spans.some(({ stage }) => ABROAD.has(stage));
  return STAGES.slice(STAGES.indexOf(here) + 1).flatMap((stage): Ahead[] => {
    const waits = times.flatMap((one) => {
      const from = one.get(here)?.start;
      const to = one.get(stage)?.start;
      return from === undefined || to === undefined || to < from ? [] : [to - from];
    });
    const comparable = times.filter((one) => one.has(here)).length;
    const known = comparable >= ENOUGH;
    const rare = known && waits.length < SEEN_SHARE * comparable;
    if (rare && CUSTOMS.has(stage) && abroad) {
      return [{ stage, from: null, to: null, parcels: waits.length, unscanned: true }];
    }
    if (rare) return [];
    const left = begun === null ? [] : sorted(waits.filter((wait) => begun + wait > now));
    if (begun === null || left.length < ENOUGH)
      return [{ stage, from: null, to: null, parcels: left.length, unscanned: false }];
    return [
      {
        stage,
        from: asInstant(Math.round(begun + quantile(left, 0.1))),
        to: asInstant(Math.round(begun + quantile(left, 0.9))),
        parcels: left.length,
        unscanned: false,
      },
    ];
  });
}
