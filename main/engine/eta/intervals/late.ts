import { LATE } from '../model/settings.ts';

/**
 * The risk to miss a promise, by the room that the estimate leaves: the log of promised over estimated days. A logistic
 * line, learnt parcel by parcel with the fading information of those before (online Newton step). The line alone says
 * more than each parcel's own spread would: what makes a parcel late is mostly bad luck, and that is spread evenly.
 */
export interface LateLine {
  /** Log odds to be late with a promise as long as the median. */
  offset: number;
  /** Change of the log odds for each unit of room. */
  slope: number;
  /** Fisher information gathered: of the offset, of both, of the slope. */
  readonly information: [number, number, number];
  at: number;
}

/** A lognormal of spread 0.5 as a logistic line (1.702 / spread), as strong as about 40 parcels. INVENTED, a prior. */
export function lateLine(at = 0): LateLine {
  return { offset: 0, slope: -3.4, information: [4, 3, 4], at };
}

const ROOM_LIMIT = 3;
const clip = (room: number): number => Math.max(-ROOM_LIMIT, Math.min(ROOM_LIMIT, room));

/** Log of promised over estimated days, both from the same moment; a promise that has passed leaves none. */
export function roomOf(promisedDays: number, p50: number): number {
  return clip(Math.log(Math.max(0.05, promisedDays) / Math.max(0.05, p50)));
}

export function lateRisk(line: LateLine, room: number): number {
  return 1 / (1 + Math.exp(-(line.offset + line.slope * clip(room))));
}

const EDGE = 0.003;

/**
 * Two views of one risk, met half-way on the log odds: the record of promises, which knows how often room sufficed but
 * only hears of it when the promise is due, and the range, which moves with the network at once but is vague far out.
 */
export function meet(record: number, range: number): number {
  const odds = (risk: number): number => {
    const inside = Math.max(EDGE, Math.min(1 - EDGE, risk));
    return Math.log(inside / (1 - inside));
  };
  return 1 / (1 + Math.exp(-(odds(record) + odds(range)) / 2));
}

/** Learns, when a promise has passed, whether the parcel had come. */
export function learnLate(line: LateLine, room: number, late: boolean, at: number): void {
  const x = clip(room);
  const risk = lateRisk(line, x);
  const certainty = Math.max(0.01, risk * (1 - risk));
  const left = at > line.at ? 2 ** ((line.at - at) / LATE.halfLife) : 1;
  const [a, b, c] = line.information;
  const now: [number, number, number] = [
    a * left + LATE.floor[0] * (1 - left) + certainty,
    b * left + LATE.floor[1] * (1 - left) + certainty * x,
    c * left + LATE.floor[2] * (1 - left) + certainty * x * x,
  ];
  line.information.splice(0, 3, ...now);
  line.at = Math.max(line.at, at);
  const determinant = now[0] * now[2] - now[1] * now[1];
  if (!(determinant > 1e-9)) return;
  const error = (late ? 1 : 0) - risk;
  line.offset += (error * (now[2] - now[1] * x)) / determinant;
  line.slope = Math.min(-0.2, line.slope + (error * (now[0] * x - now[1])) / determinant);
}
