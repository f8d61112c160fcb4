import { describe, expect, it } from 'vitest';
import { staleAfter } from '../../../../../main/engine/eta/model/gaps.ts';
import { priorOf } from '../../../../../main/engine/eta/model/priors.ts';
import { Reading } from '../../../../../main/engine/eta/model/reading.ts';
import { stageTime } from '../../../../../main/engine/eta/model/stage.ts';
import { knownWhole } from '../../../../../main/engine/eta/model/state.ts';
import { stagesFrom } from '../../../../../main/engine/eta/model/journey.ts';
import {
  waitKey,
  WAITS,
  WAITS_TRUST,
  waitsAt,
  wholeKey,
} from '../../../../../main/engine/eta/model/standing.ts';
import {
  correctionOf,
  distributionOf,
  forecast,
  learnWhole,
  missesOf,
} from '../../../../../main/engine/eta/model/whole.ts';
import { begun, experienced, NOW, traits } from './history.ts';

const known = experienced(400);
const OTHERS = [
  traits,
  { ...traits, carrier: 'jt' },
  { ...traits, origin: 'CN-GD' },
  { ...traits, region: 'CN>BR' },
  { ...traits, destination: 'BR' },
  { ...traits, destination: 'BR', region: 'CN>BR', carrier: '' },
];

describe('a reading of the model', () => {
  it('tells each way what the model tells it, whichever were asked for before', () => {
    const reading = new Reading(known, NOW);
    for (const stage of ['IMPORT', 'LINEHAUL', 'IMPORT'] as const) {
      for (const one of [...OTHERS, ...OTHERS.toReversed()]) {
        const way = reading.way(one, stage);
        const whole = knownWhole(known, wholeKey(stage, one.region));
        const distribution = distributionOf(whole, 'size 3');
        const calibration = way.calibration(0);
        expect(calibration.whole).toBe(whole);
        expect(calibration.correction).toBe(correctionOf(whole, one, NOW));
        expect(way.staleAfter).toBe(staleAfter(known.gaps, stage, one, NOW));
        expect(calibration.ofSize('size 3').distribution).toEqual(distribution);
        expect(calibration.ofSize('size 3').misses).toEqual(
          missesOf(whole, distribution, `d|${one.destination}`),
        );
        const fresh = new Reading(known, NOW).way({ ...one }, stage);
        expect(way.stages).toEqual(fresh.stages);
      }
    }
    expect(reading.way({ ...traits }, 'IMPORT')).toBe(reading.way(traits, 'IMPORT'));
    expect(reading.way(traits, 'IMPORT')).not.toBe(reading.way({ ...traits, carrier: 'jt' }, 'IMPORT'));
  });

  it('tells of those that wait what waiting parcels missed, when enough have come; before that what those missed that waited less', () => {
    const state = experienced(400);
    const way = (waits: number) => new Reading(state, NOW).way(traits, 'IMPORT').calibration(waits);
    const base = way(0);
    expect(way(2).whole).toBe(base.whole);
    const learn = (waits: number, parcels: number): void => {
      for (let parcel = 0; parcel < parcels; parcel += 1) {
        const from = begun('IMPORT', NOW - 40 + parcel / 10);
        const stages = stagesFrom('IMPORT');
        const told = forecast(state, stages, traits, from, { waited: WAITS[waits - 1] ?? 0, trouble: null });
        learnWhole(state, stages, traits, from, told, 9, from.at + 9);
      }
    };
    learn(1, WAITS_TRUST - 1);
    expect(way(1).whole).toBe(base.whole);
    learn(1, 1);
    expect(way(1).whole).toBe(knownWhole(state, waitKey('IMPORT', 1)));
    // Nine days where three were foreseen: those that wait are corrected, on top of what holds for all.
    expect(way(1).correction).toBeGreaterThan(way(0).correction + 0.2);
    expect(way(3).whole).toBe(way(1).whole);
    expect(way(1).speed).toBe(base.speed);
    // Of other market pairs, too: few wait long.
    const far = { ...traits, destination: 'BR', region: 'CN>BR' };
    expect(new Reading(state, NOW).way(far, 'IMPORT').calibration(1).whole).toBe(way(1).whole);
    expect(new Reading(state, NOW).way(far, 'IMPORT').calibration(0).whole).toBe(
      knownWhole(state, wholeKey('IMPORT', 'CN>BR')),
    );
  });

  it('tells moments of the week apart, and gives a stage the same time whoever was asked about in between', () => {
    const reading = new Reading(known, NOW);
    const starts = Array.from({ length: 14 }, (_, n) => begun('LINEHAUL', NOW - n / 2 - 0.1));
    const moments = starts.map((start) => reading.moment(start));
    expect(starts.map((start) => new Reading(known, NOW).moment(start))).toEqual(moments);
    expect(new Set(moments.map(([first]) => first)).size).toBeGreaterThan(7);
    const start = begun('IMPORT', NOW);
    const time = stageTime(known, 'IMPORT', traits, start, NOW);
    stageTime(known, 'IMPORT', { ...traits, carrier: 'jt', destination: 'BR' }, start, NOW);
    expect(stageTime(known, 'IMPORT', traits, start, NOW)).toEqual(time);
  });

  it('counts the waits that a stage has passed', () => {
    expect([0, 0.99, 1, 1.9, 2, 3.9, 4, 90].map(waitsAt)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('asks for the same assumptions by stage and market pair', () => {
    expect(priorOf('LINEHAUL', 'CN>BR')).toEqual({ days: 7, spread: 0.6 });
    expect(priorOf('LINEHAUL', 'CN>SG').days).toBe(2);
    expect(priorOf('IMPORT', 'CN>BR').days).toBe(3);
    expect(priorOf('LINEHAUL', 'CN>BR')).toEqual({ days: 7, spread: 0.6 });
  });
});
