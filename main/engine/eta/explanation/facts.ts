import type { CalendarGap } from '../calendars/calendar.ts';
import {
  type Estimate,
  type EtaAdjustment,
  type EtaChange,
  type EtaLate,
  type EtaTerm,
  type EtaWeather,
  isUnseen,
} from '#shared/model/eta.ts';
import type { Stage } from '#shared/model/node.ts';
import { DAY } from '#shared/time.ts';
import { LATE } from '../model/settings.ts';
import { type DaysOffRun, daysOffOf, unsure } from './daysOff.ts';
import { effects, lateSteps, recomputeP50, type RiskStep } from './recompute.ts';

/** One thing to say about an estimate, without words. `adds` is its share of the remaining time, ms. */
export type Fact =
  | { readonly kind: 'arrival'; readonly p50: number; readonly lo: number; readonly hi: number }
  | { readonly kind: 'late'; readonly pLate: number; readonly promise: number }
  | { readonly kind: 'missed'; readonly promise: number }
  | { readonly kind: 'late-base'; readonly risk: number; readonly usualMs: number }
  | { readonly kind: 'late-step'; readonly step: RiskStep; readonly late: EtaLate }
  | ({ readonly kind: 'withheld' } & NonNullable<Estimate['withheld']>)
  | { readonly kind: 'cold' }
  | { readonly kind: 'base'; readonly at: number }
  | { readonly kind: 'stage'; readonly term: EtaTerm; readonly adds: number; readonly unseen: boolean }
  | { readonly kind: 'day-off'; readonly run: DaysOffRun }
  | ({ readonly kind: 'hand-over' } & Omit<NonNullable<Estimate['handOver']>, 'daysOff'>)
  | { readonly kind: 'no-work'; readonly run: DaysOffRun }
  | { readonly kind: 'adjustment'; readonly adjustment: EtaAdjustment; readonly adds: number }
  | {
      readonly kind: 'weather';
      readonly adjustment: EtaAdjustment;
      readonly weather: EtaWeather;
      readonly adds: number;
    }
  | { readonly kind: 'moved'; readonly ms: number; readonly before: number; readonly madeAt: number }
  | { readonly kind: 'part'; readonly part: EtaChange['why'][number] }
  | { readonly kind: 'would-scan'; readonly stage: Stage }
  | { readonly kind: 'would-end'; readonly adjustment: EtaAdjustment; readonly ms: number }
  | { readonly kind: 'would-holiday'; readonly run: DaysOffRun }
  | { readonly kind: 'calendar'; readonly gap: CalendarGap };

/** Adjustments that end by themselves or by somebody's work: what then becomes of the date can be said now. */
const ENDS: ReadonlySet<EtaAdjustment['kind']> = new Set(['open-case', 'strike', 'weather']);

/**
 * Everything an estimate says, in the order in which a person asks: when, how sure, what is left, what lies between, what
 * corrected it, what moved it, what would move it. The `adds` of all facts and `base` are `p50`. A withheld estimate says
 * no date and no move; one that has ended says only that.
 */
export function factsOf(estimate: Estimate): Fact[] {
  const { withheld, change } = estimate;
  if (withheld?.reason === 'ended') return [{ kind: 'withheld', ...withheld }];
  const facts: Fact[] = withheld ? [{ kind: 'withheld', ...withheld }] : when(estimate);
  if (estimate.cold) facts.push({ kind: 'cold' });
  facts.push({ kind: 'base', at: estimate.base });
  for (const term of estimate.terms) {
    facts.push({ kind: 'stage', term, adds: term.usualMs, unseen: isUnseen(term, estimate.terms) });
  }
  if (estimate.handOver) facts.push({ kind: 'hand-over', ...estimate.handOver });
  facts.push(
    ...daysOffOf(estimate).map((run): Fact => ({
      kind: run.first.why === 'week' ? 'no-work' : 'day-off',
      run,
    })),
  );
  facts.push(
    ...effects(estimate).flatMap(({ adjustment, ms: adds }): Fact[] => {
      const { weather } = adjustment;
      if (weather) return [{ kind: 'weather', adjustment, weather, adds }];
      // A correction that corrects nothing is none to tell.
      return Math.round(adds) === 0 ? [] : [{ kind: 'adjustment', adjustment, adds }];
    }),
  );
  if (change && !withheld) {
    const { previousP50: before, previousMadeAt: madeAt } = change;
    facts.push({ kind: 'moved', ms: estimate.p50 - before, before, madeAt });
    facts.push(
      ...change.why.filter(({ addMs }) => addMs !== 0).map((part): Fact => ({ kind: 'part', part })),
    );
  }
  facts.push(...would(estimate));
  if (estimate.calendarGap) facts.push({ kind: 'calendar', gap: estimate.calendarGap });
  return facts;
}

function when({ p50, lo80, hi80, pLate, promise, late, base }: Estimate): Fact[] {
  const facts: Fact[] = [{ kind: 'arrival', p50, lo: lo80, hi: hi80 }];
  if (pLate === null || promise === null) return facts;
  if (promise < base) return [...facts, { kind: 'missed', promise }];
  facts.push({ kind: 'late', pLate, promise });
  if (late === null) return facts;
  const steps = lateSteps(late);
  facts.push({ kind: 'late-base', risk: steps[0].before, usualMs: LATE.usualDays * DAY });
  // A destination that does nothing of its own is none to tell, nor is a median that agrees.
  const told = steps.filter(
    ({ term, before, after }) =>
      !(term === 'destination' && late.destination === 0) && !(term === 'middle' && before === after),
  );
  return [...facts, ...told.map((step): Fact => ({ kind: 'late-step', step, late }))];
}

function would(estimate: Estimate): Fact[] {
  const [first] = estimate.terms;
  const facts: Fact[] = first ? [{ kind: 'would-scan', stage: first.stage }] : [];
  const whole = recomputeP50(estimate);
  for (const adjustment of estimate.adjustments) {
    if (!ENDS.has(adjustment.kind)) continue;
    const adjustments = estimate.adjustments.filter((other) => other !== adjustment);
    facts.push({ kind: 'would-end', adjustment, ms: recomputeP50({ ...estimate, adjustments }) - whole });
  }
  const moving = unsure(daysOffOf(estimate));
  return [...facts, ...moving.map((run): Fact => ({ kind: 'would-holiday', run }))];
}
