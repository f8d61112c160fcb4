import { z } from 'zod';
import {
  type DriftAlarm,
  driftAlarmSchema,
  type DriftKind,
  DRIFTS,
  type Score,
} from '#shared/model/score.ts';
import { instantSchema } from '#shared/time.ts';

/*
 * Each alarm is a cumulative sum of log likelihood ratios (Page 1954, "Continuous inspection schemes") of two
 * probabilities of an event: the one that must hold while all is well, and one that would be worth an alarm. The sum
 * never falls below zero, and raises the alarm at h. Events are of ones and zeros, so nothing is assumed about how
 * errors are distributed. While all is well and deliveries are independent, the mean number of deliveries between two
 * false alarms of one kind is at least e^h (Lorden 1971). Deliveries of one day are not independent (a storm delays
 * many): an alarm says "look", not "it is proven".
 */
interface Watch {
  /** Whether the event happened; null when this delivery says nothing. */
  readonly happened: (score: Score) => boolean | null;
  readonly usual: number;
  readonly alarming: number;
}

const afterMedian = ({ deliveredAt, p50 }: Score): boolean | null =>
  deliveredAt === p50 ? null : deliveredAt > p50;
const outside80 = ({ deliveredAt, lo80, hi80 }: Score): boolean => deliveredAt < lo80 || deliveredAt > hi80;

/** Half arrive after a true median; a fifth falls outside a true 80 % range. */
const WATCHES: Readonly<Record<DriftKind, Watch>> = {
  late: { happened: afterMedian, usual: 0.5, alarming: 0.65 },
  early: { happened: afterMedian, usual: 0.5, alarming: 0.35 },
  narrow: { happened: outside80, usual: 0.2, alarming: 0.35 },
  wide: { happened: outside80, usual: 0.2, alarming: 0.09 },
};

/** h: at least e^8.5, about 4,900 deliveries, between false alarms of one kind. */
export const DRIFT_LIMIT = 8.5;
/** Alarms kept for a group, newest last. */
const ALARMS_MAX = 20;

const sumSchema = z.object({
  sum: z.number(),
  /** The first delivery since the sum was last zero: where the change most likely began. */
  since: instantSchema.nullable(),
});
export const driftStateSchema = z.object({
  late: sumSchema,
  early: sumSchema,
  narrow: sumSchema,
  wide: sumSchema,
  alarms: z.array(driftAlarmSchema).max(ALARMS_MAX),
});
export type DriftState = z.infer<typeof driftStateSchema>;

const CALM = { sum: 0, since: null };
/** A group that has seen nothing. */
export const NO_DRIFT: DriftState = { late: CALM, early: CALM, narrow: CALM, wide: CALM, alarms: [] };

/** The state after one more delivery. A sum that raised its alarm begins again. The caller scores each delivery once. */
export function watchDelivery(state: DriftState, score: Score): DriftState {
  const next = { ...state };
  const raised: DriftAlarm[] = [];
  for (const kind of DRIFTS) {
    const { happened, usual, alarming } = WATCHES[kind];
    const event = happened(score);
    if (event === null) continue;
    const ratio = event ? alarming / usual : (1 - alarming) / (1 - usual);
    const sum = Math.max(0, state[kind].sum + Math.log(ratio));
    const since = sum === 0 ? null : (state[kind].since ?? score.deliveredAt);
    if (sum >= DRIFT_LIMIT && since !== null) raised.push({ kind, at: score.deliveredAt, since });
    next[kind] = sum >= DRIFT_LIMIT ? CALM : { sum, since };
  }
  return { ...next, alarms: [...state.alarms, ...raised].slice(-ALARMS_MAX) };
}
