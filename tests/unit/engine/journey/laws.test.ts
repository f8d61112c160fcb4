import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReduceInput, reduce } from '../../../../main/engine/journey/reduce.ts';
import { journeySchema } from '../../../../shared/model/journey.ts';
import { HOUR } from '../../../../shared/time.ts';
import { scan, START } from './trails.ts';

const words = fc.constantFrom(
  ['spx', 'F100'],
  ['spx', 'F510'],
  ['spx', 'F650'],
  ['spx', 'F980'],
  ['spx', 'Z999'],
  ['jt', '92'],
  ['jt', '110'],
  ['upu', 'EMC'],
  ['upu', 'EMD'],
  ['upu', 'EME'],
  ['ghn', 'return'],
  ['shopee', 'EXPIRED'],
  ['shopee', 'UPDATE'],
  ['flash', '2'],
  ['some', '', 'Departed from sorting center'],
  ['some', '', 'Returning to sender'],
  ['some', '', '快件已签收'],
  ['some', '', 'Arrived at airport'],
);
const scans = fc
  .array(
    fc.record({
      word: words,
      hours: fc.option(fc.integer({ min: 0, max: 3000 })),
      seq: fc.option(fc.nat(5)),
      dateOnly: fc.boolean(),
      place: fc.option(fc.constantFrom('A', 'B')),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ word, hours, seq, place, dateOnly }, index) =>
      scan({
        id: index + 1,
        carrier: word[0] ?? '',
        code: word[1] || null,
        text: word[2] ?? '',
        instant: hours === null ? null : START + hours * HOUR,
        dateOnly: dateOnly && hours !== null,
        seq,
        place,
      }),
    ),
  );

/** A journey without its ids: which of two equal scans is kept is of no matter. */
const story = (list: readonly ReduceInput[]) =>
  JSON.stringify(reduce(list), (key, value: unknown) =>
    key === 'id' || key === 'lastEventId'
      ? undefined
      : key === 'events' && isIds(value)
        ? value.length
        : value,
  );
const isIds = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'number');

describe('laws of the journey', () => {
  it('is the same for every order and repetition, whatever the ids', () => {
    fc.assert(
      fc.property(
        scans.chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray([...list, ...list], {
              minLength: list.length * 2,
              maxLength: list.length * 2,
            }),
          ),
        ),
        ([list, mixed]) => {
          const renumbered = mixed.map((item, index) => scan({ ...item, id: 1000 - index }));
          expect(story(renumbered)).toBe(story(list));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the same where a day without a clock stands between scans whose times contradict their sequence', () => {
    const at = (id: number, seq: number, hours: number, dateOnly = false) =>
      scan({ id, carrier: 'spx', code: 'F100', text: '', instant: START + hours * HOUR, dateOnly, seq });
    const list = [at(1, 0, 3), at(2, 1, 1, true), at(3, 2, 2)];
    for (const order of [
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
      [1, 0, 2],
    ]) {
      expect(story(order.flatMap((index) => list[index] ?? []))).toBe(story(list));
    }
  });

  it('always has the agreed shape; an end, an earlier parcel and a return obey their rules', () => {
    fc.assert(
      fc.property(scans, (list) => {
        const journey = reduce(list);
        expect(journeySchema.safeParse(journey).success).toBe(true);
        const current = journey.events.filter((event) => !event.earlier);
        const turned = current.findIndex((event) => event.node === 'RETURN_STARTED');
        if (turned >= 0) {
          expect(current.slice(turned).some((event) => event.node === 'DELIVERED')).toBe(false);
        }
        if (current.some((event) => event.node === 'DELIVERED')) {
          expect(journey.terminal || journey.direction === 'return').toBe(true);
        }
        expect(journey.spans.flatMap((span) => span.events).length).toBeLessThanOrEqual(current.length);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws on arbitrary words', () => {
    // Any code units, halves of pairs too: what a wrong decoding makes of a text.
    const anyText = fc.array(fc.nat(0xffff), { maxLength: 30 }).map((codes) => String.fromCharCode(...codes));
    const anyWords = fc.record({
      carrier: anyText,
      code: fc.option(anyText),
      scheme: fc.option(anyText),
      status: fc.option(anyText),
      text: anyText,
    });
    fc.assert(
      fc.property(fc.array(anyWords, { maxLength: 6 }), (list) => {
        expect(
          reduce(list.map((item, id) => scan({ ...item, id: id + 1 }))).events.length,
        ).toBeLessThanOrEqual(list.length);
      }),
    );
  });
});
