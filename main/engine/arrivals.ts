import type { Arrival, Moved } from '#shared/contract/arrivals.ts';
import type { Estimate } from '#shared/model/eta.ts';
import { MARKET_ZONE, marketOf, SELLER_ZONE } from '#shared/model/market.ts';
import type { Fault } from '#shared/result.ts';
import { MARKET_LANG } from '#shared/text/buyer/nodeLangs.ts';
import { asInstant, DAY, HOUR, type Instant } from '#shared/time.ts';
import { dayIn, startOfDay } from './eta/calendars/days.ts';
import { countsFrom } from './eta/calendars/handOver.ts';
import type { WorkRules } from './eta/calendars/workRules.ts';
import { explainToBuyer } from './eta/explanation/buyer.ts';
import { explainToOperator } from './eta/explanation/operator.ts';
import { type Basis, basisOf, changeBetween } from './eta/live/change.ts';
import { asOf, type Known, tickOf } from './eta/live/grid.ts';
import { momentsOf } from './eta/live/moments.ts';
import { tightness } from './eta/live/lessons.ts';
import { ORIGIN } from './eta/live/place.ts';
import { wayDays } from './eta/live/placeDays.ts';
import { surroundings } from './eta/live/surroundings.ts';
import {
  type Around,
  factsFor,
  pastOf,
  type ParcelSide,
  spanOf,
  type Trail,
  trailOf,
} from './eta/live/trail.ts';
import { TROUBLED_NODES, type TroubledScan } from './eta/live/troubles.ts';
import { type Context, estimate, type ParcelState } from './eta/model/estimate.ts';
import { parcelOf } from './eta/model/fromJourney.ts';
import { laneOf } from './eta/model/traits.ts';
import type { WayWeather } from './eta/weather/hazards.ts';
import { Reading } from './eta/model/reading.ts';
import { createLaneMedians } from './laneMedians.ts';
import { createLearning } from './learning.ts';
import type { Clock, Logger } from './ports.ts';
import { createPromiseDesk } from './promises.ts';
import { createReadings } from './readings.ts';
import type { Scorekeeper } from './scores.ts';
import {
  dropArrival,
  dropTrail,
  markBehind,
  type SaidBefore,
  saveArrival,
  saveTrail,
  settleDue,
} from './store/aggregates/arrivals.ts';
import type { Reader, Writer } from './store/types.ts';
import {
  type Arriving,
  arrivalsDue,
  arrivalsMoved,
  arrivalsOlder,
  arriving,
  movedTotals,
  scanInstants,
  trailBodies,
  type Travelling,
  travelling,
} from './store/views/arrivals.ts';
import { scansOfThoseAt } from './store/views/troubled.ts';
import type { WeatherParcel } from './weatherTable.ts';

/** When parcels arrive: keeps an estimate of each, and the model behind them. */
export interface Arrivals {
  /** What changed is learnt and estimated anew; so are estimates that have grown old. Answers how many were looked at. */
  round(): Promise<number>;
  /** A round in the background, unless one waits already. */
  kick(): void;
  /** Learns everything anew, then does a round. */
  rebuild(): Promise<void>;
  /** When nothing runs any more. */
  idle(): Promise<void>;
  close(): Promise<void>;
  /** The estimate of a parcel as of now; null where there is nothing to begin from, or no such parcel. */
  arrival(parcelId: number): Arrival | null;
  /** How much of the history is learnt, 0 to 1, while it is learnt; null when nothing waits for it. */
  learning(): number | null;
  /** Estimates that moved most today against what an earlier day said. */
  moved(limit: number): Moved;
}

/** Parcels in one transaction. */
const STEP = 200;
/** Estimates of parcels that nothing happens to are made anew at every tick; after so many what happened meanwhile has its turn. */
const OLD_STEP = 1_000;
/** A move that is worth telling. */
const MOVED_LEAST = 6 * HOUR;

const zoneOf = (market: string | null): string => {
  const known = marketOf(market);
  return known === null ? SELLER_ZONE : MARKET_ZONE[known];
};
const sideOf = ({ market, carrier, orderedAt, promise }: Travelling): ParcelSide => ({
  market,
  carrier,
  orderedAt: orderedAt === null ? null : asInstant(orderedAt),
  promise: promise === null ? null : asInstant(promise),
});

interface Made {
  readonly estimate: Estimate;
  readonly state: ParcelState;
  readonly basis: Basis;
  readonly before: Basis | null;
}

/** Joins the arrival model to the store and the scoreboard (docs/decisions/0073). */
export function createArrivals(deps: {
  writer: Writer;
  reader: Reader;
  clock: Clock;
  scores: Scorekeeper;
  log: Logger;
  faultOf: (error: unknown) => Fault | null;
  breathe: () => Promise<void>;
  changed: (cases: boolean) => void;
  workRules: () => WorkRules;
  /** Bad weather on a parcel's way; null where there is none, or nobody wants to know. */
  weather: (parcel: WeatherParcel) => WayWeather | null;
}): Arrivals {
  const { writer, reader, clock, scores, breathe } = deps;
  const learning = createLearning({ writer, clock, breathe, moved: () => deps.changed(false) });
  const medians = createLaneMedians(reader);
  const promises = createPromiseDesk({ writer, scores });
  const readings = createReadings(learning.state);
  let casesChanged = false;

  /** When a hand-over of the parcel counts, and the days off on its way. */
  const aroundOf = (parcel: Travelling): Around => ({
    countsFrom: (at) => countsFrom(deps.workRules(), parcel.carriers, ORIGIN, at),
    way: wayDays(deps.workRules(), parcel.market, parcel.carriers, parcel.state),
  });

  /** Keeps what is to be learnt of a parcel; says so when that changes days that are learnt already. */
  const noteTrail = (
    parcel: Travelling,
    stored: string | undefined,
    scans: readonly TroubledScan[] | undefined,
    now: Instant,
  ): void => {
    const trail = trailOf(parcel.journey, sideOf(parcel), now, aroundOf(parcel), scans);
    const text = JSON.stringify(trail);
    if (stored === text) return;
    const span = spanOf(trail);
    if (span) {
      const { deliveredAt } = trail;
      saveTrail(writer, parcel.parcelId, { ...span, delivered: deliveredAt !== null, body: text });
    } else if (stored !== undefined) dropTrail(writer, parcel.parcelId);
    const day = learning.day();
    if (day === null) return;
    const before = stored === undefined ? '' : pastOf(JSON.parse(stored) as Trail, day);
    if (before !== pastOf(trail, day)) markBehind(writer);
  };

  const stateOf = (parcel: Arriving, journey: Known): ParcelState => {
    const side = sideOf(parcel);
    return parcelOf(journey, factsFor(side, tightness(learning.state(), side), aroundOf(parcel)));
  };
  const weatherOf = ({ market, journey, placeId }: Arriving): WayWeather | null =>
    deps.weather({ market, node: journey.node, placeId });
  const contextOf = (
    parcel: Pick<Arriving, 'market' | 'state' | 'openCase' | 'openSince' | 'carriers'>,
    now: Instant,
    weather: WayWeather | null,
  ): Context => {
    const openSince = parcel.openSince === null ? null : asInstant(parcel.openSince);
    return surroundings({ ...parcel, openSince, now, rules: deps.workRules(), weather });
  };

  /** What was to be said of a parcel at an earlier instant, by what is known of it now. */
  const estimateAt = (parcel: Arriving, present: ParcelState): ((at: Instant) => Estimate | null) => {
    let scans: readonly number[] | undefined;
    const { parcelId, journey, openSince } = parcel;
    return (at) => {
      const then = asOf(journey, at, () => (scans ??= scanInstants(writer, parcelId)));
      const state = then === journey ? present : stateOf(parcel, then);
      const openCase = openSince !== null && openSince <= at ? parcel.openCase : null;
      // What was forecast before its last scan is not kept.
      const weather = then === journey ? weatherOf(parcel) : null;
      return estimate(readings.at(at), state, contextOf({ ...parcel, openCase }, at, weather));
    };
  };

  const make = (parcel: Arriving, reading: Reading, now: Instant): Made | null => {
    const state = stateOf(parcel, parcel.journey);
    const made = estimate(reading, state, contextOf(parcel, now, weatherOf(parcel)));
    if (!made) return null;
    const basis = basisOf(made, state.lastScanAt, learning.day() ?? 0);
    const before = parcel.said === null ? null : beforeOf(parcel.said, now);
    const told = made.withheld === null && before !== null;
    return {
      estimate: told ? { ...made, change: changeBetween(before, basis) } : made,
      state,
      basis,
      before,
    };
  };

  const keep = (parcel: Arriving, { estimate: made, state, basis, before }: Made): void => {
    const { parcelId } = parcel;
    const { madeAt, p50, lo80, hi80, lo90, hi90, pLate, promise, withheld, change } = made;
    for (const moment of momentsOf(made, state, parcel.orderedAt)) {
      const { market, carrier } = parcel;
      const laneMedian = medians.arrival(market, carrier, state.start, madeAt);
      const numbers = { madeAt, p50, lo80, hi80, lo90, hi90, pLate, promise };
      const names = { lane: laneOf(state.traits), market: marketOf(market), carrier };
      const warning = { warnedAt: null, recalledAt: null };
      scores.said({ parcelId: parcelId as never, moment, ...numbers, ...names, laneMedian, ...warning });
    }
    saveArrival(writer, {
      parcelId,
      madeAt,
      p50,
      lo80,
      hi80,
      lo90,
      hi90,
      pLate,
      promise,
      withheld: withheld?.reason ?? null,
      withheldSince: withheld?.since ?? null,
      movedMs: change === null ? null : p50 - change.previousP50,
      basis: JSON.stringify(basis),
      before: before && JSON.stringify(before),
      change: change && JSON.stringify(change),
    });
  };

  const drop = ({ parcelId, said }: Arriving): void => {
    if (said !== null) dropArrival(writer, parcelId);
  };

  const look = (parcel: Arriving, reading: Reading, now: Instant): void => {
    const { parcelId, journey } = parcel;
    if (journey.terminal || journey.direction !== 'forward') {
      drop(parcel);
      if (journey.node === 'DELIVERED' && journey.since !== null) scores.delivered(parcelId, journey.since);
      casesChanged = promises.end(parcel, now) || casesChanged;
      return;
    }
    const made = make(parcel, reading, now);
    if (made) keep(parcel, made);
    else drop(parcel);
    const said = made ? estimateAt(parcel, made.state) : () => null;
    casesChanged = promises.look(parcel, now, zoneOf(parcel.market), said) || casesChanged;
  };

  /** Reads all parcels of a step before it changes any: what one says and writes is no other's matter. */
  const lookAt = (ids: readonly number[], now: Instant): void => {
    const reading = new Reading(learning.state(), now / DAY);
    settleDue(writer, ids);
    for (const parcel of arriving(writer, ids)) look(parcel, reading, now);
  };
  const noteTrails = (ids: readonly number[], now: Instant): void => {
    const stored = trailBodies(writer, ids);
    const troubled = scansOfThoseAt(writer, ids, TROUBLED_NODES);
    for (const parcel of travelling(writer, ids)) {
      noteTrail(parcel, stored.get(parcel.parcelId), troubled.get(parcel.parcelId), now);
    }
  };

  const inSteps = async (
    ids: readonly number[],
    signal: AbortSignal,
    work: (ids: readonly number[], now: Instant) => void,
  ): Promise<void> => {
    for (let from = 0; from < ids.length && !signal.aborted; from += STEP) {
      const now = clock.now();
      writer.transaction('batch', () => work(ids.slice(from, from + STEP), now));
      await breathe();
    }
  };

  const round = async (signal: AbortSignal, anew: boolean): Promise<number> => {
    if (signal.aborted) return 0;
    let looked = 0;
    const estimateAll = async (ids: readonly number[]): Promise<void> => {
      await inSteps(ids, signal, lookAt);
      looked += ids.length;
      if (ids.length > 0) deps.changed(casesChanged);
      casesChanged = false;
    };
    /** Parcels that something happened to; what is learnt comes between their trails and their estimates. */
    const news = async (learn: () => Promise<void>): Promise<void> => {
      const due = arrivalsDue(writer, Number.MAX_SAFE_INTEGER);
      await inSteps(due, signal, noteTrails);
      if (signal.aborted) return;
      await learn();
      await estimateAll(due);
    };
    await news(() => learning.catchUp(signal, anew));
    // A list that is made once: one that is asked for again could name a parcel that cannot be estimated for ever.
    const old = arrivalsOlder(writer, tickOf(clock.now()));
    for (let from = 0; from < old.length && !signal.aborted; from += OLD_STEP) {
      await estimateAll(old.slice(from, from + OLD_STEP));
      await news(() => Promise.resolve());
    }
    return looked;
  };

  const stop = new AbortController();
  let running: Promise<unknown> = Promise.resolve();
  let kicked = false;
  /** One after another: two at once would learn a day twice. */
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const next = running.then(work);
    running = next.catch(() => null);
    return next;
  };
  const once = (anew: boolean): Promise<number> => queued(() => round(stop.signal, anew));

  return {
    round: () => once(false),
    kick: () => {
      if (kicked) return;
      kicked = true;
      once(false)
        .catch((error: unknown) =>
          deps.log.error('arrivals.round', { code: deps.faultOf(error)?.code ?? 'internal' }),
        )
        .finally(() => (kicked = false));
    },
    rebuild: async () => void (await once(true)),
    idle: async () => void (await running),
    close: async () => {
      stop.abort();
      await running;
    },
    arrival: (parcelId) => {
      const [parcel] = arriving(reader, [parcelId]);
      const now = clock.now();
      const made = parcel && make(parcel, new Reading(learning.state(), now / DAY), now);
      if (!parcel || !made) return null;
      const zone = zoneOf(parcel.market);
      const market = marketOf(parcel.market);
      const lang = market === null ? 'en' : MARKET_LANG[market];
      const { number } = parcel;
      // What is known already needs no asking.
      const share = made.estimate.cold ? learning.share() : null;
      return {
        estimate: made.estimate,
        learning: share,
        zone,
        why: {
          'zh-CN': explainToOperator(made.estimate, { lang: 'zh-CN', zone, learning: share }),
          en: explainToOperator(made.estimate, { lang: 'en', zone, learning: share }),
        },
        buyer: { lang, text: explainToBuyer(made.estimate, { lang, zone, number }) },
      };
    },
    learning: learning.share,
    moved: (limit) => {
      const since = startOfDay(SELLER_ZONE, dayIn(SELLER_ZONE, clock.now()));
      const rows = arrivalsMoved(reader, since, MOVED_LEAST, limit).map((row) => ({
        parcelId: row.parcelId as never,
        number: row.number,
        carrier: row.carrier,
        market: marketOf(row.market),
        p50: asInstant(row.p50),
        change: JSON.parse(row.change ?? 'null') as NonNullable<Estimate['change']>,
      }));
      return { rows, ...movedTotals(reader, since, MOVED_LEAST) };
    },
  };
}

/** The last estimate of an earlier day: a date is compared with what a person could have read yesterday. */
function beforeOf(row: SaidBefore, now: Instant): Basis | null {
  const today = dayIn(SELLER_ZONE, row.madeAt) >= dayIn(SELLER_ZONE, now);
  if (!today) return row.withheld === null ? (JSON.parse(row.basis) as Basis) : null;
  return row.before === null ? null : (JSON.parse(row.before) as Basis);
}
