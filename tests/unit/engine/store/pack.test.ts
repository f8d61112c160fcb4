import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventId } from '#shared/model/ids.ts';
import { type Journey, journeySchema } from '#shared/model/journey.ts';
import { asInstant } from '#shared/time.ts';
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

const bareOf = ({ events: _events, ...bare }: Journey): Omit<Journey, 'events'> => bare;

describe('a journey as stored', () => {
  it('comes back from its packed form whole, and is much smaller in it', () => {
    fc.assert(
      fc.property(fc.array(scan, { maxLength: 14 }), (scans) => {
        const words = { scheme: null, status: null, number: 'SPX1' };
        const journey = reduce(scans.map((each, n) => ({ ...each, ...words, id: (n + 1) as EventId })));
        const packed = packJourney(journey);
        expect(unpackJourney(packed)).toEqual(journey);
        expect(unpackBare(packed)).toEqual(bareOf(journey));
        expect(journeySchema.safeParse(unpackJourney(packed)).success).toBe(true);
        if (scans.length > 5) expect(packed.length).toBeLessThan(JSON.stringify(journey).length * 0.75);
      }),
    );
  });

  const journey = reduce(
    (['F100', 'F430', 'F671', 'F980'] as const).map((code, n) => ({
      ...{
        id: (n + 7) as EventId,
        carrier: 'spx',
        code,
        text: '',
        scheme: null,
        status: null,
        number: 'SPX1',
      },
      ...{ instant: 1.7e12 + n * 3.6e6, seq: null, place: 'SG hub 3' },
    })),
  );

  it('of many scans that say much the same is a quarter of what it was', () => {
    const codes = ['F100', 'F430', 'LINEHAUL_DEPARTED', 'F599', 'F600', 'F650', 'F600', 'F980'];
    const long = reduce(
      Array.from({ length: 40 }, (_, n) => ({
        ...{ id: (n + 700_000) as EventId, carrier: 'spx', code: codes[n >> 2] ?? 'F980', text: `word ${n}` },
        ...{
          scheme: null,
          status: null,
          number: 'SPX1',
          instant: 1.7e12 + n * 3.6e6,
          seq: null,
          place: 'SG hub',
        },
      })),
    );
    expect(long.events).toHaveLength(40);
    expect(packJourney(long).length).toBeLessThan(JSON.stringify(long).length / 4);
  });

  it('comes back whole where spans do not follow one another', () => {
    const [first, ...rest] = journey.spans;
    if (!first) throw new Error('no span');
    const torn = { ...first, end: asInstant(1.6e12), events: first.events.toReversed() };
    for (const spans of [[torn, ...rest], [...rest, torn], []]) {
      const odd = { ...journey, spans };
      expect(unpackJourney(packJourney(odd))).toEqual(odd);
    }
  });

  it('is still read in the form that had names', () => {
    const { spans, events, ...head } = journey;
    const named = JSON.stringify({
      ...head,
      spans: spans.map((each) => [
        ...[each.stage, each.direction, each.start, each.end, each.place, each.events],
      ]),
      events: events.map(({ id, node, reason, confidence, means, direction, earlier }, n) =>
        // The usual values at an event's end were left out there, too.
        n === 0 ? [id, node] : [id, node, reason, confidence, means, direction, earlier],
      ),
    });
    expect(unpackJourney(named)).toEqual(journey);
    expect(unpackBare(named)).toEqual(bareOf(journey));
  });
});
