import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadPlaces } from '../../../../main/engine/journey/places/index.ts';
import { locateEvents, whereNow } from '../../../../main/engine/journey/places/locate.ts';
import { reduce } from '../../../../main/engine/journey/reduce.ts';
import { scan } from './trails.ts';

const places = await loadPlaces();

// San Juan, Santiago and Valencia are in several countries: there the place before decides.
const PLACES = [
  '深圳',
  'Shah Alam Hub',
  'San Juan',
  'Santiago',
  'Valencia',
  'Manila',
  'CN',
  'nowhere at all',
  '',
];
const TEXTS = [
  '',
  'Parcel has been received by sorting center Cebu',
  '【东莞虎门】 已发出',
  'Delivered in Santiago',
];

it('where a parcel is, read from its newest scan back, is where reading its whole trail puts it', () => {
  const part = fc.record({
    place: fc.option(fc.constantFrom(...PLACES)),
    text: fc.constantFrom(...TEXTS),
    code: fc.constantFrom('F100', 'F430', 'F599', 'F650', 'F671', 'F980', null),
    carrier: fc.constantFrom('spx', 'jt-br', 'spx-ph'),
    hours: fc.nat(2_000),
  });
  const market = fc.constantFrom('PH', 'CL', 'MX', null);
  let open = 0;
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), market, (parts, to) => {
      const scans = parts.map(({ hours, ...rest }, n) =>
        scan({ ...rest, id: n + 1, instant: 1.76e12 + hours * 3.6e6 }),
      );
      const journey = reduce(scans);
      const whole = locateEvents(journey, scans, to, places).findLast((one) => one !== null)?.place ?? null;
      expect(whereNow(journey, scans, to, places)).toEqual(whole);
      if (whole?.name.startsWith('San')) open += 1;
    }),
    { numRuns: 300 },
  );
  expect(open).toBeGreaterThan(10);
});
