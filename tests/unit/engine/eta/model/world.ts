import type { ShipmentRow } from '../../../../eval/lib/eta/rows.ts';

/** A small invented network: two origins, five destinations of different distance, promises that know the distance. */
export interface WorldOptions {
  readonly seed: number;
  readonly days: number;
  readonly perDay: number;
  /** Factor on the transit time of what is handed over on a day. */
  readonly pace?: (day: number) => number;
}

/** mulberry32: a small seeded generator of numbers from 0 to 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const DISTANCE: Readonly<Record<string, number>> = { NEAR: 3, MID: 5, FAR: 8, HILL: 11, ISLE: 16 };
export const FIRST_DAY = 18_000;

export function world({ seed, days, perDay, pace = () => 1 }: WorldOptions): ShipmentRow[] {
  const chance = seeded(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  const places = Object.keys(DISTANCE);
  return Array.from({ length: days * perDay }, (_, index) => {
    const orderedAt = FIRST_DAY + Math.floor(index / perDay) + chance();
    const destination = places[Math.floor(chance() ** 1.5 * places.length)] ?? 'NEAR';
    const origin = chance() < 0.8 ? 'HUB' : 'YARD';
    const handling = 1.6 * Math.exp(0.6 * normal());
    const handedOverAt = orderedAt + handling;
    const distance = (DISTANCE[destination] ?? 5) * (origin === 'YARD' ? 1.25 : 1);
    const transit = distance * pace(handedOverAt - FIRST_DAY) * Math.exp(0.35 * normal());
    const promisedOn = Math.floor(orderedAt + 2 + 2 * distance * Math.exp(0.2 * normal()));
    const deliveredAt = handedOverAt + transit;
    const id = `P${String(index).padStart(6, '0')}`;
    return { index, id, origin, destination, carrier: '', orderedAt, handedOverAt, deliveredAt, promisedOn };
  });
}
