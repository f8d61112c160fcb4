/** Median days of a stage and the spread of their log, before anything of the seller's own is known. */
export interface Prior {
  readonly days: number;
  readonly spread: number;
}

/**
 * INVENTED. Our own judgement of ordinary door-to-door times, not measured and not fitted on any data: orders of
 * magnitude that carry a new seller through the first weeks. An estimate that rests on them says so (`basis: 'prior'`).
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

export function priorOf(stage: string, region: string): Prior {
  void region;
  return STAGE_PRIORS[stage] ?? ANY;
}
