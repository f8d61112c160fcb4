import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduce } from '../../../../main/engine/journey/reduce.ts';
import { DAY, HOUR } from '../../../../shared/time.ts';
import { scan, START } from './trails.ts';

/** Local midnight of a day in Shanghai, and its noon: what a day without a clock is stored as. */
const MIDNIGHT = Date.UTC(2026, 9, 4, 16);
const NOON = MIDNIGHT + 12 * HOUR;

describe('a day without a clock', () => {
  it('stands where its source lists it among the scans of that day', () => {
    const morning = { carrier: 'spx', code: 'F100', instant: MIDNIGHT + 3 * HOUR, seq: 0 };
    const day = { carrier: 'spx', code: 'F430', instant: NOON, dateOnly: true, seq: 1 };
    const earlyNext = { carrier: 'spx', code: 'F450', instant: MIDNIGHT + 5 * HOUR, seq: 2 };
    const journey = reduce([
      scan({ id: 1, ...earlyNext }),
      scan({ id: 2, ...day }),
      scan({ id: 3, ...morning }),
    ]);
    expect(journey.events.map(({ node }) => node)).toEqual(['PICKED_UP', 'ORIGIN_HUB_IN', 'ORIGIN_HUB_OUT']);
    expect(journey.notes).toContain('order-uncertain');
  });

  it('counts as its noon where nothing places it', () => {
    const journey = reduce([scan({ id: 1, carrier: 'spx', code: 'F100', instant: NOON, dateOnly: true })]);
    expect(journey.lastScanAt).toBe(NOON);
  });
});

it('says where times run against the order of their source, and only there', () => {
  const listed = (second: number) =>
    reduce([
      scan({ id: 1, code: 'F450', instant: START, seq: 0 }),
      scan({ id: 2, code: 'F510', instant: START + second, seq: 1 }),
    ]).notes;
  expect(listed(HOUR)).not.toContain('clocks-disagree');
  expect(listed(-7 * HOUR)).toContain('clocks-disagree');
});

it('never lets a stage end before it begins', () => {
  const one = fc.record({
    code: fc.constantFrom('F100', 'F430', 'F450', 'F510', 'F599', 'F600', 'F650', 'F980', 'F671'),
    hours: fc.option(fc.integer({ min: 0, max: 200 })),
    seq: fc.option(fc.nat(8)),
    dateOnly: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 10 }), (list) => {
      const journey = reduce(
        list.map(({ code, hours, seq, dateOnly }, index) => {
          const day = dateOnly && hours !== null;
          const exact = hours === null ? null : MIDNIGHT + hours * HOUR;
          const instant = day ? MIDNIGHT + Math.floor(hours / 24) * DAY + 12 * HOUR : exact;
          return scan({ id: index + 1, code, seq, instant, dateOnly: day });
        }),
      );
      for (const { start, end } of journey.spans) {
        if (start !== null && end !== null) expect(end).toBeGreaterThanOrEqual(start);
      }
    }),
  );
});
