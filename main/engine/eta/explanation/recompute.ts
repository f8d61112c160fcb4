import type { Estimate, EtaAdjustment, EtaTerm } from '#shared/model/eta.ts';

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

/** Whether the terms and the parts of the last change say the same as the numbers, to 1 ms a part. */
export function agrees(estimate: Estimate): boolean {
  const { change } = estimate;
  const moved = change?.why.reduce((sum, part) => sum + part.addMs, 0) ?? 0;
  const told = change === null ? 0 : estimate.p50 - change.previousP50;
  const parts = change?.why.length ?? 0;
  return Math.abs(recomputeP50(estimate) - estimate.p50) <= 1 && Math.abs(moved - told) <= 1 + parts;
}
