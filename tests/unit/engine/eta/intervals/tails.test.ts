import { describe, expect, it } from 'vitest';
import { levelOf } from '../../../../../main/engine/eta/intervals/levels.ts';
import { calmTails, newTails, type Tails, tailRisk } from '../../../../../main/engine/eta/intervals/tails.ts';
import { TAIL_NEWS } from '../../../../../main/engine/eta/model/settings.ts';
import { type ModelState, wholeOf } from '../../../../../main/engine/eta/model/state.ts';
import { forecast } from '../../../../../main/engine/eta/model/whole.ts';
import { walk } from '../../../../eval/lib/eta/walk.ts';
import { FIRST_DAY, seeded, world } from '../model/world.ts';

const TRAITS = { origin: 'HUB', destination: 'FAR', carrier: '', region: '', tightness: 0 };
const FROM = { stage: 'HANDLING', at: FIRST_DAY + 231, weekday: 2, hour: 10, before: null };
const odds = (share: number): number => Math.log(share / (1 - share));
/** Both points heard that the log odds to come after them have changed by `by`. */
function heard(by: number): Tails {
  const tails = newTails();
  for (const news of [tails.hi80, tails.hi90])
    Object.assign(news, { sum: by * 2 * TAIL_NEWS.trust, information: TAIL_NEWS.trust });
  return tails;
}

describe('the late points of a range', () => {
  it('stand where they are stated while nothing is heard', () => {
    const tails = newTails();
    expect(calmTails(tails)).toEqual({ hi80: 0, hi90: 0 });
    expect(tailRisk(tails, 'hi80', calmTails(tails))).toBeCloseTo(0.1, 9);
    expect(tailRisk(tails, 'hi90', calmTails(tails))).toBeCloseTo(0.05, 9);
  });

  it('are told earlier when the network is calm, so that the stated share comes after them again', () => {
    const tails = heard(-0.5);
    const calm = calmTails(tails);
    expect(calm.hi80).toBeCloseTo(-0.5, 9);
    expect(tailRisk(tails, 'hi80', calm)).toBeCloseTo(0.1, 9);
    // What was told before the calm was heard is late less often.
    expect(odds(tailRisk(tails, 'hi80', { hi80: 0, hi90: 0 }))).toBeCloseTo(odds(0.1) - 0.5, 9);
    expect(odds(levelOf({}, ['*'], 'hi80', calm.hi80))).toBeCloseTo(odds(0.9) - 0.5, 9);
  });

  it('are not told later for bad news, but hear them', () => {
    const tails = heard(0.5);
    expect(calmTails(tails)).toEqual({ hi80: 0, hi90: 0 });
    expect(odds(tailRisk(tails, 'hi90', calmTails(tails)))).toBeCloseTo(odds(0.05) + 0.5, 9);
  });

  it('hear within weeks that a bad year has become a calm one, and move alone', { timeout: 60_000 }, () => {
    const calmFrom = FIRST_DAY + 200;
    const chance = seeded(3);
    // Many parcels get stuck for some days, then hardly any.
    const rows = world({ seed: 5, days: 230, perDay: 20 }).map((row) => {
      const stuck = chance() < (row.orderedAt < calmFrom ? 0.35 : 0.02);
      return stuck ? { ...row, deliveredAt: row.deliveredAt + 12 * chance() } : row;
    });
    const learntBy = (day: number): ModelState =>
      walk(
        rows.filter(({ orderedAt }) => orderedAt < day),
        FIRST_DAY + 80,
      ).state;
    const points = (state: ModelState) => forecast(state, ['HANDLING', 'TRANSIT'], TRAITS, FROM).points;
    expect(calmTails(wholeOf(learntBy(calmFrom), 'HANDLING|').tails)).toEqual({ hi80: 0, hi90: 0 });

    const state = learntBy(calmFrom + 30);
    const whole = wholeOf(state, 'HANDLING|');
    expect(calmTails(whole.tails).hi80).toBeLessThan(-0.08);
    const deaf: ModelState = { ...state, wholes: { 'HANDLING|': { ...whole, tails: newTails() } } };
    const [told, without] = [points(state), points(deaf)];
    expect(told.hi80).toBeLessThan(without.hi80);
    expect(told.hi90).toBeLessThanOrEqual(without.hi90);
    expect({ ...told, hi80: 0, hi90: 0 }).toEqual({ ...without, hi80: 0, hi90: 0 });
  });
});
