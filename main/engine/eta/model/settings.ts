/**
 * How fast the model forgets and how much it trusts a small group. Generic settings, chosen by principle and checked on
 * rolling cuts of open data; nothing in this file is a fact about a lane. Half-lives in days, `trust` in parcels: a group
 * with as many (faded) parcels as `trust` is believed half.
 */
export interface Memory {
  readonly halfLife: number;
  readonly trust: number;
}

/** Terms of a stage's usual time, widest group first. Narrow groups are slow to forget because they see few parcels. */
export const MEMORY = {
  base: { halfLife: 60, trust: 4 },
  destination: { halfLife: 90, trust: 6 },
  lane: { halfLife: 90, trust: 3 },
  origin: { halfLife: 150, trust: 100 },
  carrier: { halfLife: 90, trust: 10 },
  weekday: { halfLife: 200, trust: 20 },
  daytime: { halfLife: 200, trust: 20 },
  spread: { halfLife: 150, trust: 30 },
  /** Destinations miss more alike than their few parcels say: hardly believed (docs/decisions/0071). */
  spreadDestination: { halfLife: 150, trust: 1_000 },
  /** Slopes count squared deviations rather than parcels: 3 are about 75 parcels with a spread of 20 %. */
  slope: { halfLife: 400, trust: 3 },
  /** What a market pair is promised, and what its places deviate from that (docs/decisions/0128). */
  promise: { halfLife: 12, trust: 10 },
  promisePlace: { halfLife: 200, trust: 10 },
  /** What a promise of some tightness means for a stage, everywhere and on a lane (docs/decisions/0113). */
  promiseLevel: { halfLife: 200, trust: 20 },
  promiseLane: { halfLife: 200, trust: 20 },
  /** Whether a lane's parcels are seen in a stage, and the gaps between scans. */
  seen: { halfLife: 120, trust: 8 },
  gap: { halfLife: 90, trust: 10 },
  /** Corrections of the whole against the sum of its stages. */
  whole: { halfLife: 20, trust: 30 },
  wholeDestination: { halfLife: 100, trust: 30 },
  wholeLane: { halfLife: 100, trust: 20 },
  shape: { halfLife: 150, trust: 100 },
  /** What a day off costs: there are few in a year. Trust in squares of the days that a parcel met. */
  dayOff: { halfLife: 730, trust: 30 },
  dayOffDestination: { halfLife: 730, trust: 60 },
} as const satisfies Record<string, Memory>;

/** One surprise counts at most this much (log scale: a factor of 3.3), so that a lost parcel does not bend a lane. */
export const SURPRISE_LIMIT = 1.2;
/** The first parcels of a stage are believed unclipped: there is nothing yet to be surprised against. */
export const UNCLIPPED = 50;
/** Misses of estimates made before so many parcels were learnt say nothing of later ones. */
export const YOUNG = 300;
/** Shortest time that a stage or a journey is taken to last, days: a quarter of a day under it the clock is noise. */
export const SHORTEST_DAYS = { stage: 0.1, whole: 0.25 } as const;

export const SPEED = {
  /** Share of a day's surprise that the network's speed takes over. */
  gain: 0.1,
  /** Deliveries that a day is thought to have had as expected, beside those it had. */
  trust: 40,
  halfLife: 1,
  /** A day cannot add more hazard than this per parcel: far beyond the range nothing is expected any more. */
  hazardLimit: 1.5,
} as const;

/** Online tracking of the range's points: share of a day's surprise, and parcels that a day is mixed with. */
export const TRACK = { gain: 0.015, trust: 20, limit: 1.5 } as const;
/**
 * The late risk. `prior`: log odds without room, for each unit of room, for each unit of log length. INVENTED, from a
 * lognormal of spread 0.5 (1.702 / 0.5 = 3.4), flatter because some parcels are late whatever the room, and from ranges
 * that narrow a little with the length of a journey. `floor`: the information behind it, of which there is never less: the
 * slopes are as good as known, since early estimates of a young model would teach them wrongly; the offset is learnt.
 */
export const LATE = {
  prior: [-0.5, -2.5, -0.4],
  floor: [20, 300, 300],
  usualDays: 16,
  /** What makes parcels late in spite of room hardly changes; how fast the network is comes in by the estimate. */
  halfLife: 730,
  /** In information: 30 are about 400 parcels of which one in twelve is late. */
  group: { halfLife: 400, trust: 30 },
  /** Share of the record of promises in the risk that is said; the rest is the range's. */
  record: 0.75,
  /** What parcels under way tell of it: half-life in days, trust in information (5 are about 100 parcels), log odds. */
  news: { halfLife: 14, trust: 5, limit: 1 },
} as const;
/** The same of the late points of a range; 40 are about 400 parcels of which one in ten comes after the point (docs/decisions/0129). */
export const TAIL_NEWS = { halfLife: 60, trust: 40, limit: 1 } as const;
