import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EventId } from '#shared/model/ids.ts';
import { journeySchema } from '#shared/model/journey.ts';
import { reduce } from '../../../../main/engine/journey/reduce.ts';
import { packJourney, unpackBare, unpackJourney } from '../../../../main/engine/store/pack.ts';

const scan = fc.record({
  carrier: fc.constantFrom('spx', 'jt', 'sf'),
  code: fc.constantFrom('F100', 'F430', 'F599', 'F650', 'F671', 'F980', '110', null),
  text: fc.constantFrom('Import customs hold', 'Departed origin country', 'Words', ''),
  instant: fc.option(fc.integer({ min: 1.7e12, max: 1.8e12 })),
  seq: fc.option(fc.nat(9)),
  place: fc.option(fc.string({ maxLength: 9 })),
});

it('a journey comes back from its packed form whole, and is much smaller in it', () => {
  fc.assert(
    fc.property(fc.array(scan, { maxLength: 14 }), (scans) => {
      const words = { scheme: null, status: null, number: 'SPX1' };
      const journey = reduce(scans.map((each, n) => ({ ...each, ...words, id: (n + 1) as EventId })));
      const packed = packJourney(journey);
      expect(unpackJourney(packed)).toEqual(journey);
      const { events: _events, ...bare } = journey;
      expect(unpackBare(packed)).toEqual(bare);
      expect(journeySchema.safeParse(unpackJourney(packed)).success).toBe(true);
      if (scans.length > 5) expect(packed.length).toBeLessThan(JSON.stringify(journey).length * 0.75);
    }),
  );
});
