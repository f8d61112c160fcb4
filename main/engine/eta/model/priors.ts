import type { Market } from '#shared/model/market.ts';
import { Recent } from '#shared/recent.ts';

/** Median days of a stage and the spread of their log, before anything of the seller's own is known. */
export interface Prior {
  readonly days: number;
  readonly spread: number;
}

/**
 * INVENTED, all of this file. Our own judgement of ordinary door-to-door times by market pair, not measured and not fitted
 * on any data: orders of magnitude that carry a new seller through the first weeks. An estimate that rests on them says so
 * (`basis: 'prior'`, `cold`), and a few dozen parcels outweigh them.
 */
const STAGE_PRIORS: Readonly<Record<string, Prior>> = {
  INFO: { days: 2, spread: 0.7 },
  FIRST_MILE: { days: 1.5, spread: 0.6 },
  ORIGIN: { days: 1, spread: 0.7 },
  EXPORT: { days: 1, spread: 0.7 },
  LINEHAUL: { days: 3, spread: 0.6 },
  IMPORT: { days: 1.5, spread: 0.7 },
  LAST_MILE: { days: 2.5, spread: 0.6 },
  /** Of a journey that is known by its order, hand-over and delivery alone. */
  HANDLING: { days: 2, spread: 0.8 },
  TRANSIT: { days: 7, spread: 0.6 },
};

const ANY: Prior = { days: 2, spread: 0.8 };

/** Days of line-haul, import and last mile to a market from abroad: by distance, customs and the size of the country. */
const ABROAD: Readonly<Record<Market, readonly [lineHaul: number, clearance: number, lastMile: number]>> = {
  SG: [2, 0.7, 1.5],
  MY: [3, 1, 2.5],
  TH: [3, 1, 2.5],
  VN: [2.5, 1, 2.5],
  PH: [3.5, 1.5, 3.5],
  ID: [4, 2, 3.5],
  TW: [2.5, 1, 2],
  BR: [7, 3, 7],
  MX: [6, 2.5, 5],
  CO: [7, 2.5, 5],
  CL: [7, 2, 5],
};
const ABROAD_STAGES = ['LINEHAUL', 'IMPORT', 'LAST_MILE'];

/** Inside one country there is no border, and the line-haul is a night on the road. */
const INLAND: Readonly<Record<string, number>> = { EXPORT: 0.1, LINEHAUL: 1, IMPORT: 0.1 };

/** A market pair as `Traits.region` has it. */
export const regionOf = (origin: string, market: string): string => `${origin}>${market}`;

/** What was asked before, by market pair and stage: every estimate asks for each of its stages. */
const asked = new Recent<string, Map<string, Prior>>(250);

export function priorOf(stage: string, region: string): Prior {
  const stages = asked.of(region, () => new Map<string, Prior>());
  let prior = stages.get(stage);
  if (!prior) stages.set(stage, (prior = lookUp(stage, region)));
  return prior;
}

function lookUp(stage: string, region: string): Prior {
  const prior = STAGE_PRIORS[stage] ?? ANY;
  const [origin, market = ''] = region.split('>');
  if (market !== '' && origin === market) return { ...prior, days: INLAND[stage] ?? prior.days };
  const abroad = Object.hasOwn(ABROAD, market) ? ABROAD[market as Market] : undefined;
  return { ...prior, days: abroad?.[ABROAD_STAGES.indexOf(stage)] ?? prior.days };
}
