import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Chance,
  lateLine,
  lateRisk,
  learnLate,
  meet,
} from '../../../../../main/engine/eta/intervals/late.ts';
import { seeded } from '../model/world.ts';

const chance = (promisedDays: number, group = 'd|MY'): Chance => ({ promisedDays, p50: 8, group });
const odds = (risk: number): number => Math.log(risk / (1 - risk));

/** Parcels whose true log odds to be late are a line of the room, moved for one destination. */
function taught(parcels: number, offset: number, elsewhere: number) {
  const line = lateLine();
  const random = seeded(5);
  for (let index = 0; index < parcels; index += 1) {
    const group = index % 4 === 0 ? 'd|BR' : 'd|MY';
    const promisedDays = 6 + 20 * random();
    const truth = offset + (group === 'd|BR' ? elsewhere : 0) - 2.5 * Math.log(promisedDays / 8);
    learnLate(line, chance(promisedDays, group), random() < 1 / (1 + Math.exp(-truth)), index / 50);
  }
  return { line, now: parcels / 50 };
}

describe('the late risk', () => {
  it('learns how often promises are missed, and where more often', () => {
    const { line, now } = taught(12_000, 0.6, 0.8);
    const told = (group: string): number => odds(lateRisk(line, chance(16, group), now));
    expect(Math.abs(told('d|MY') - (0.6 - 2.5 * Math.log(2)))).toBeLessThan(0.2);
    expect(told('d|BR') - told('d|MY')).toBeGreaterThan(0.5);
    expect(told('d|BR') - told('d|MY')).toBeLessThan(1);
  });

  it('knows nothing of a new destination but what all have in common, and forgets a deviation', () => {
    const { line, now } = taught(8_000, 0, 1.5);
    const apart = (at: number): number =>
      odds(lateRisk(line, chance(12, 'd|BR'), at)) - odds(lateRisk(line, chance(12, 'd|CL'), at));
    expect(apart(now)).toBeGreaterThan(0.8);
    expect(apart(now + 4_000)).toBeLessThan(0.2 * apart(now));
  });

  it('never grows with a longer promise, whatever was learnt, and stays a probability', () => {
    const lesson = fc.tuple(fc.double({ min: -5, max: 300, noNaN: true }), fc.boolean());
    fc.assert(
      fc.property(fc.array(lesson, { maxLength: 80 }), (lessons) => {
        const line = lateLine();
        for (const [index, [days, late]] of lessons.entries()) learnLate(line, chance(days), late, index);
        const risks = [-3, 0, 0.5, 2, 8, 30, 200].map((days) => lateRisk(line, chance(days), 90));
        expect(risks.every((risk) => risk >= 0 && risk <= 1)).toBe(true);
        expect(risks.toSorted((a, b) => b - a)).toEqual(risks);
      }),
    );
  });

  it('lies between what the record and what the range say', () => {
    expect(meet(0.3, 0.3)).toBeCloseTo(0.3, 10);
    expect(meet(0.1, 0.4)).toBeGreaterThan(0.1);
    expect(meet(0.1, 0.4)).toBeLessThan(0.25);
  });
});
