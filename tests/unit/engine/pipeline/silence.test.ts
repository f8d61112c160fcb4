import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EventId } from '#shared/model/ids.ts';
import { MARKETS } from '#shared/model/market.ts';
import { DAY, MINUTE } from '#shared/time.ts';
import { detect, nextSilenceAt } from '../../../../main/engine/cases/detect.ts';
import { reduce } from '../../../../main/engine/journey/reduce.ts';

const markets = [...MARKETS, 'elsewhere', null];
const codes = ['F000', 'F100', 'F430', 'F510', 'F599', 'F600', 'F650', 'F980', 'F671', 'nonsense'];

/**
 * The pipeline looks at a parcel again when `nextSilenceAt` says so, and goes on until nobody is due. If it were due by
 * one rule and not silent by the other, the clock's round would never end.
 */
it('a parcel is due for silence exactly when it is silent', () => {
  const last = Date.UTC(2026, 0, 1);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 500 * 24 * 60 }),
      fc.integer({ min: 0, max: 40 * 24 * 60 }),
      fc.constantFrom(...markets),
      fc.array(fc.constantFrom(...codes), { minLength: 1, maxLength: 4 }),
      (start, passed, market, trail) => {
        const first = last + start * MINUTE;
        const journey = reduce(
          trail.map((code, n) => ({
            id: (n + 1) as EventId,
            carrier: 'spx',
            code,
            scheme: null,
            status: null,
            text: '',
            instant: first + n * MINUTE,
            seq: null,
            place: null,
            number: 'SPX1',
          })),
        );
        const now = first + passed * MINUTE;
        const silent = detect(journey, { now, market }).some((finding) => finding.kind === 'silence');
        const due = nextSilenceAt(journey, { market });
        expect(due !== null && due <= now).toBe(silent);
        if (due !== null) expect(due).toBeLessThan(first + 30 * DAY);
      },
    ),
    { numRuns: 600 },
  );
});
