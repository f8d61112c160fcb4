import type { Journey } from '#shared/model/journey.ts';
import { asInstant, DAY, type Instant } from '#shared/time.ts';
import { quantile } from './journey/outlook.ts';
import type { ParcelState } from './eta/model/estimate.ts';
import type { Reader } from './store/types.ts';
import { deliveredJourneys } from './store/views/map.ts';

/** Fewer parcels of a lane than this have no median. */
const ENOUGH = 5;

/** What the median of a lane alone would say: the yardstick beside which estimates are scored. */
export interface LaneMedians {
  arrival(market: string | null, carrier: string, start: ParcelState['start'], now: Instant): Instant | null;
}

/** Medians of the lanes' newest delivered parcels, worked out once a day of 24 hours. */
export function createLaneMedians(reader: Reader): LaneMedians {
  let day = Number.NaN;
  const lanes = new Map<string, readonly Journey[]>();
  const medians = new Map<string, number | null>();

  const medianOf = (market: string | null, carrier: string, stage: string): number | null => {
    const lane = `${market ?? ''} ${carrier}`;
    const journeys = lanes.get(lane) ?? deliveredJourneys(reader, market, carrier);
    lanes.set(lane, journeys);
    const took = journeys.flatMap(({ spans, since }) => {
      const start = spans.find((span) => span.stage === stage && span.direction === 'forward')?.start ?? null;
      return start === null || since === null || since < start ? [] : [since - start];
    });
    return took.length < ENOUGH
      ? null
      : quantile(
          took.toSorted((a, b) => a - b),
          0.5,
        );
  };

  return {
    arrival: (market, carrier, start, now) => {
      if (!start) return null;
      const today = Math.floor(now / DAY);
      if (today !== day) {
        day = today;
        lanes.clear();
        medians.clear();
      }
      const key = `${start.stage} ${market ?? ''} ${carrier}`;
      let median = medians.get(key);
      if (median === undefined) medians.set(key, (median = medianOf(market, carrier, start.stage)));
      return median === null ? null : asInstant(Math.round(start.at * DAY + median));
    },
  };
}
