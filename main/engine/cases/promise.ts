import type { Finding, MissFacts } from '#shared/model/case.ts';
import type { Estimate } from '#shared/model/eta.ts';
import type { EventId } from '#shared/model/ids.ts';
import { DAY, HOUR, type Instant } from '#shared/time.ts';
import { dateOf, dayIn } from '../eta/calendars/days.ts';
import { effects, usualTotal } from '../eta/explanation/recompute.ts';

/**
 * Late risks at which the case opens and closes. It opens when a miss is likelier than not, which is what its name says, and
 * closes only well below, so that a risk that wavers does not open and close it. `days`: how far back it is looked whether a
 * risk between the two came from above. `sample`: deliveries behind each stage that is left, below which nothing is said
 * ahead of the promise. Measured: docs/decisions/0100.
 */
export const LATE_RISK = { open: 0.5, close: 0.35, days: 14, sample: 10 } as const;

/** A miss that is this near leaves no time to wait for a second look. */
const NEAR = DAY;
/** What delays by less than this is not told as the cause. */
const CAUSE_LEAST = 6 * HOUR;

/** What has to be known of a parcel under way. */
export interface PromiseWatch {
  readonly now: number;
  /** The last instant that keeps the promise. */
  readonly promise: Instant | null;
  /** Zone in which the promise is a date: the buyer's. */
  readonly zone: string;
  /** Another case is open: it says what is wrong, and carries the risk and the deadline (docs/decisions/0101). */
  readonly explained: boolean;
  /** The seller has to answer a claim. */
  readonly claimed: boolean;
  readonly lastEventId: EventId | null;
  /** The instants at which the parcel is judged, newest first. */
  readonly moments: Iterable<Instant>;
  /** What was to be said at one of them; null where nothing was known. */
  readonly estimateAt: (moment: Instant) => Estimate | null;
  /** Other thresholds, to measure them. */
  readonly limits?: { readonly open: number; readonly close: number };
}

export interface PromiseVerdict {
  readonly findings: readonly Finding[];
  /** `standing`: whoever looks is told that it will be late · `withdrawn`: that it will not · `silent`: nothing can be told. */
  readonly warning: 'standing' | 'withdrawn' | 'silent';
}

const SILENT: PromiseVerdict = { findings: [], warning: 'silent' };

/**
 * Whether a parcel under way will miss its promise, or has missed it. Pure, and without memory: whether a risk between the two
 * thresholds stands is read from the risks before it, so that the same scans give the same case in whatever order they came.
 */
export function watchPromise(watch: PromiseWatch): PromiseVerdict {
  const { promise, now, explained } = watch;
  const moments = watch.moments[Symbol.iterator]();
  const first = moments.next();
  if (promise === null || first.done) return SILENT;
  const missed = now > promise;
  const made = watch.estimateAt(first.value);
  const told = made !== null && made.withheld === null ? made : null;
  const risk = told && knowsItsWay(told) ? told.pLate : null;
  if (!missed && risk === null) return SILENT;
  const standing = missed || stands(risk ?? 0, moments, watch);
  if (!standing) return { findings: [], warning: 'withdrawn' };
  const findings = explained ? [] : [findingOf(watch, promise, missed, told, first.value)];
  return { findings, warning: missed ? 'silent' : 'standing' };
}

/** A risk that rests on invented times alarms nobody: each stage that is left has been seen to its end often enough. */
function knowsItsWay({ terms }: Estimate): boolean {
  return terms.every(({ sample }) => sample >= LATE_RISK.sample);
}

/** A risk above the upper threshold stands, one below the lower does not; between them the one before decides. */
function stands(
  newest: number,
  earlier: Iterator<Instant>,
  { estimateAt, limits = LATE_RISK }: Pick<PromiseWatch, 'estimateAt' | 'limits'>,
): boolean {
  let risk = newest;
  for (;;) {
    if (risk >= limits.open) return true;
    if (risk < limits.close) return false;
    const before = earlier.next();
    const made = before.done ? null : estimateAt(before.value);
    // Where nothing was said the case was not open.
    const told = made !== null && made.withheld === null && knowsItsWay(made) ? made.pLate : null;
    if (told === null) return false;
    risk = told;
  }
}

/**
 * Low while there is time, medium within a day of the promise; high once it is missed (the buyer may claim), critical when a
 * claim waits for an answer. The trigger is the promised date: a promise that is moved to another day is another case.
 */
function findingOf(
  { zone, claimed, lastEventId }: PromiseWatch,
  promise: Instant,
  missed: boolean,
  made: Estimate | null,
  asOf: Instant,
): Finding {
  const cause = made && causeOf(made);
  const risk = made?.pLate ?? null;
  const facts: MissFacts = {
    missed: missed ? 1 : 0,
    promise,
    pLate: risk === null ? null : Math.round(risk * 100) / 100,
    p50: made?.p50 ?? null,
    lo80: made?.lo80 ?? null,
    hi80: made?.hi80 ?? null,
    cause: cause?.kind ?? null,
    causeMs: cause ? Math.round(cause.ms) : null,
    stage: made?.terms.toSorted((a, b) => b.usualMs - a.usualMs)[0]?.stage ?? null,
    asOf,
  };
  return {
    kind: 'promise-miss',
    trigger: dateOf(dayIn(zone, promise)),
    severity: missed ? (claimed ? 4 : 3) : promise - asOf <= NEAR ? 2 : 1,
    since: missed ? promise : null,
    evidence: lastEventId === null ? [] : [lastEventId],
    facts,
  };
}

/** What delays most; where nothing does, the stages that are left. */
function causeOf(made: Estimate): { kind: NonNullable<MissFacts['cause']>; ms: number } {
  let most: { kind: NonNullable<MissFacts['cause']>; ms: number } | null = null;
  for (const { adjustment, ms } of effects(made)) {
    const { kind } = adjustment;
    // Arithmetic, not a cause.
    if (kind === 'combination' || kind === 'calibration' || kind === 'elapsed') continue;
    if (ms >= CAUSE_LEAST && ms > (most?.ms ?? 0)) most = { kind, ms };
  }
  return most ?? { kind: 'stages', ms: usualTotal(made.terms) };
}
