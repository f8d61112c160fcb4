import { describe, expect, it } from 'vitest';
import { staleAfter } from '../../../../../main/engine/eta/model/gaps.ts';
import { priorOf } from '../../../../../main/engine/eta/model/priors.ts';
import { Reading } from '../../../../../main/engine/eta/model/reading.ts';
import { stageTime } from '../../../../../main/engine/eta/model/stage.ts';
import { knownWhole } from '../../../../../main/engine/eta/model/state.ts';
import {
  correctionOf,
  distributionOf,
  missesOf,
  wholeKey,
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
        expect(way.whole).toBe(whole);
        expect(way.correction).toBe(correctionOf(whole, one, NOW));
        expect(way.staleAfter).toBe(staleAfter(known.gaps, stage, one, NOW));
        expect(way.ofSize('size 3').distribution).toEqual(distribution);
        expect(way.ofSize('size 3').misses).toEqual(missesOf(whole, distribution, `d|${one.destination}`));
        const fresh = new Reading(known, NOW).way({ ...one }, stage);
        expect(way.stages).toEqual(fresh.stages);
      }
    }
    expect(reading.way({ ...traits }, 'IMPORT')).toBe(reading.way(traits, 'IMPORT'));
    expect(reading.way(traits, 'IMPORT')).not.toBe(reading.way({ ...traits, carrier: 'jt' }, 'IMPORT'));
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

  it('asks for the same assumptions by stage and market pair', () => {
    expect(priorOf('LINEHAUL', 'CN>BR')).toEqual({ days: 7, spread: 0.6 });
    expect(priorOf('LINEHAUL', 'CN>SG').days).toBe(2);
    expect(priorOf('IMPORT', 'CN>BR').days).toBe(3);
    expect(priorOf('LINEHAUL', 'CN>BR')).toEqual({ days: 7, spread: 0.6 });
  });
});
