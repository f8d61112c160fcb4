import { type Estimate, type EtaChange, ETA_ADJUSTMENTS, type EtaAdjustmentKind } from '#shared/model/eta.ts';
import type { Instant } from '#shared/time.ts';
import { effects } from '../explanation/recompute.ts';

/** What is kept of an estimate to say later why the next one differs. Plain JSON. */
export interface Basis {
  readonly p50: Instant;
  readonly madeAt: Instant;
  readonly lastScanAt: Instant | null;
  readonly stage: string | null;
  /** The first day that the model behind it had not learnt. */
  readonly modelDay: number;
  /** What each kind of adjustment added, ms. */
  readonly effects: Readonly<Partial<Record<EtaAdjustmentKind, number>>>;
}

/** The basis of an estimate. */
export function basisOf(estimate: Estimate, lastScanAt: Instant | null, modelDay: number): Basis {
  const sums: Partial<Record<EtaAdjustmentKind, number>> = {};
  for (const { adjustment, ms } of effects(estimate)) {
    sums[adjustment.kind] = (sums[adjustment.kind] ?? 0) + Math.round(ms);
  }
  const { p50, madeAt, terms } = estimate;
  return { p50, madeAt, lastScanAt, stage: terms[0]?.stage ?? null, modelDay, effects: sums };
}

/**
 * Why `next` says another moment than `previous`: what each adjustment added more or less, and the rest, which a new scan
 * explains where there is one, else what the model has learnt since, else the time that went by. The parts add up to the move.
 */
export function changeBetween(previous: Basis, next: Basis): EtaChange {
  const moved = next.p50 - previous.p50;
  const why: EtaChange['why'] = [];
  let rest = moved;
  for (const kind of ETA_ADJUSTMENTS) {
    const addMs = (next.effects[kind] ?? 0) - (previous.effects[kind] ?? 0);
    if (addMs === 0) continue;
    why.push({ kind, addMs, stage: null });
    rest -= addMs;
  }
  if (rest !== 0) {
    const scanned = next.lastScanAt !== previous.lastScanAt;
    const kind = scanned ? 'scan' : next.modelDay !== previous.modelDay ? 'model' : 'waiting';
    why.push({ kind, addMs: rest, stage: next.stage as EtaChange['why'][number]['stage'] });
  }
  why.sort((a, b) => Math.abs(b.addMs) - Math.abs(a.addMs));
  return { previousP50: previous.p50, previousMadeAt: previous.madeAt, why };
}
