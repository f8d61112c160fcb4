import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlookOf, quantile } from '../../../../main/engine/journey/outlook.ts';
import { reduce } from '../../../../main/engine/journey/reduce.ts';
import { HOUR } from '../../../../shared/time.ts';
import { scan, START } from './trails.ts';

const LANE = { market: 'MY', carrier: 'spx' } as const;
/** A delivered parcel: hours of its steps. */
const delivered = (...hours: readonly number[]) => {
  const codes = ['F100', 'F430', 'F599', 'F980'];
  return reduce(
    codes.map((code, index) => scan({ id: index + 1, code, instant: START + (hours[index] ?? 0) * HOUR })),
  );
};
const ten = Array.from({ length: 10 }, (_, n) => delivered(0, 10 + n, 60 + 2 * n, 100 + 4 * n));
const young = reduce([scan({ id: 1, code: 'F100', instant: START })]);

describe('what is usual', () => {
  it('is the stretch from the tenth to the ninetieth of a hundred', () => {
    const { stages } = outlookOf(young, ten, LANE, START);
    const first = stages.find(({ stage }) => stage === 'FIRST_MILE');
    expect(first?.p10).toBeCloseTo(10.9 * HOUR, -3);
    expect(first?.p90).toBeCloseTo(18.1 * HOUR, -3);
    expect(first?.parcels).toBe(10);
  });

  it('says nothing from a few parcels', () => {
    expect(outlookOf(young, ten.slice(0, 4), LANE, START).stages).toEqual([]);
  });
});

describe('what is still ahead', () => {
  it('are the stages that the lane has, with the time in which they usually begin', () => {
    const { ahead } = outlookOf(young, ten, LANE, START);
    expect(ahead.map(({ stage }) => stage)).toEqual(['ORIGIN', 'LAST_MILE', 'CLOSE']);
    expect(ahead[0]?.from).toBeCloseTo(START + 10.9 * HOUR, -4);
    expect(ahead[2]?.to).toBeCloseTo(START + 132.4 * HOUR, -4);
  });

  it('leaves out those who were through before this one', () => {
    const { ahead } = outlookOf(young, ten, LANE, START + 14.5 * HOUR);
    expect(ahead[0]?.parcels).toBe(5);
    expect(ahead[0]?.from).toBeGreaterThan(START + 14.5 * HOUR);
  });

  it('name the customs of a lane that crosses a border, also where nobody scans them', () => {
    const abroad = Array.from({ length: 10 }, (_, n) =>
      reduce(
        ['F100', 'LINEHAUL_DEPARTED', 'F599', 'F980'].map((code, index) =>
          scan({
            ...{ id: index + 1, code, instant: START + index * (30 + n) * HOUR },
            ...(code === 'LINEHAUL_DEPARTED' ? { text: 'Departed origin country' } : {}),
          }),
        ),
      ),
    );
    const { ahead } = outlookOf(young, abroad, LANE, START);
    expect(ahead.map(({ stage, unscanned }) => [stage, unscanned])).toEqual([
      ['EXPORT', true],
      ['LINEHAUL', false],
      ['IMPORT', true],
      ['LAST_MILE', false],
      ['CLOSE', false],
    ]);
    expect(ahead.every(({ from, unscanned }) => unscanned === (from === null))).toBe(true);
  });

  it('has no dates where nobody tells, and nothing at all after the end or on the way back', () => {
    expect(outlookOf(young, [], LANE, START).ahead).toEqual(
      ['ORIGIN', 'EXPORT', 'LINEHAUL', 'IMPORT', 'LAST_MILE', 'CLOSE'].map((stage) => ({
        ...{ stage, from: null, to: null, parcels: 0, unscanned: false },
      })),
    );
    expect(outlookOf(delivered(0, 1, 2, 3), ten, LANE, START).ahead).toEqual([]);
    const back = reduce([
      scan({ id: 1, code: 'F100', instant: START }),
      scan({ id: 2, code: 'F671', instant: START + HOUR }),
    ]);
    expect(outlookOf(back, ten, LANE, START).ahead).toEqual([]);
  });
});

it('quantiles lie between the least and the most, and rise with the share', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1 }), (values) => {
      const order = values.toSorted((a, b) => a - b);
      const [low, high] = [quantile(order, 0.1), quantile(order, 0.9)];
      expect(low).toBeGreaterThanOrEqual(order[0] ?? 0);
      expect(high).toBeLessThanOrEqual(order.at(-1) ?? 0);
      expect(low).toBeLessThanOrEqual(high);
    }),
  );
});
