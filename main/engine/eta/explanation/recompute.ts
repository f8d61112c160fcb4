import type { Estimate, EtaAdjustment, EtaLate, EtaTerm } from '#shared/model/eta.ts';
import { meet, onItsSide, recordRisk } from '../intervals/late.ts';

/** What an adjustment did to the remaining time, ms. */
export interface Effect {
  readonly adjustment: EtaAdjustment;
  readonly ms: number;
}

/** The sum of the stages' usual times, ms. */
export function usualTotal(terms: readonly EtaTerm[]): number {
  return terms.reduce((sum, term) => sum + term.usualMs, 0);
}

/** Goes through the adjustments in order: each multiplies what is there by its factor, then adds. */
export function effects(estimate: Pick<Estimate, 'terms' | 'adjustments'>): Effect[] {
  let ms = usualTotal(estimate.terms);
  return estimate.adjustments.map((adjustment) => {
    const before = ms;
    ms = ms * adjustment.factor + adjustment.addMs;
    return { adjustment, ms: ms - before };
  });
}

/**
 * The median arrival from an estimate's own terms, ms since 1970: base, plus the stages' usual times, plus the effect of
 * every adjustment. An estimate whose `p50` differs by more than rounding (1 ms) explains another number than it tells.
 */
export function recomputeP50(estimate: Pick<Estimate, 'base' | 'terms' | 'adjustments'>): number {
  const moved = effects(estimate).reduce((sum, effect) => sum + effect.ms, 0);
  return Math.round(estimate.base + usualTotal(estimate.terms) + moved);
}

/** A term of the late risk and what it does to it: the risk with the terms before it, and with it. */
export interface RiskStep {
  readonly term: 'room' | 'length' | 'destination' | 'range' | 'middle';
  readonly before: number;
  readonly after: number;
}

/** From the risk without room (the first `before`) to the late risk (the last `after`), term by term, in their order. */
export function lateSteps(late: EtaLate): [RiskStep, RiskStep, RiskStep, RiskStep, RiskStep] {
  const none = { base: late.base, room: 0, length: 0, destination: 0 };
  const risks = [
    recordRisk(none),
    recordRisk({ ...none, room: late.room }),
    recordRisk({ ...none, room: late.room, length: late.length }),
    recordRisk(late),
  ] as const;
  const [base, room, length, destination] = risks;
  const range = meet(destination, late.range);
  return [
    { term: 'room', before: base, after: room },
    { term: 'length', before: room, after: length },
    { term: 'destination', before: length, after: destination },
    { term: 'range', before: destination, after: range },
    { term: 'middle', before: range, after: onItsSide(range, late.leftMs, late.neededMs) },
  ];
}

/** The late risk from an estimate's own terms; 1 where no time is left, null without a promise. */
export function recomputeLate({ late, promise }: Pick<Estimate, 'late' | 'promise'>): number | null {
  if (promise === null) return null;
  return late === null ? 1 : lateSteps(late)[4].after;
}

/** The late risk is told to the last of a billion parcels. */
const SAME_RISK = 1e-9;

/** Whether the terms and the parts of the last change say the same as the numbers, to 1 ms a part, and the late risk the same as its own. */
export function agrees(estimate: Estimate): boolean {
  const { change } = estimate;
  const moved = change?.why.reduce((sum, part) => sum + part.addMs, 0) ?? 0;
  const told = change === null ? 0 : estimate.p50 - change.previousP50;
  const parts = change?.why.length ?? 0;
  const risk = recomputeLate(estimate);
  const sameRisk =
    risk === null || estimate.pLate === null
      ? risk === estimate.pLate
      : Math.abs(risk - estimate.pLate) <= SAME_RISK;
  return (
    sameRisk && Math.abs(recomputeP50(estimate) - estimate.p50) <= 1 && Math.abs(moved - told) <= 1 + parts
  );
}
