import { DAY_OFF_COST } from '../../../../../main/engine/eta/model/daysOff.ts';
import { describe, expect, it } from 'vitest';
import type { Journey, StageSpan } from '../../../../../shared/model/journey.ts';
import type { Stage } from '../../../../../shared/model/node.ts';
import { asInstant, DAY, HOUR } from '../../../../../shared/time.ts';
import {
  begunOf,
  countedFrom,
  parcelOf,
  type ParcelFacts,
} from '../../../../../main/engine/eta/model/fromJourney.ts';

/** A Monday, 00:00 UTC: 08:00 in Shanghai, the Sunday before at 21:00 in São Paulo. */
const MONDAY = Date.UTC(2026, 2, 2);
const facts: ParcelFacts = {
  traits: { origin: 'CN', destination: 'BR', carrier: 'jt', region: 'CN>BR', tightness: 0 },
  orderedAt: asInstant(MONDAY),
  promise: null,
  zone: (stage) => (stage === 'IMPORT' || stage === 'LAST_MILE' ? 'America/Sao_Paulo' : 'Asia/Shanghai'),
};
const span = (
  stage: Stage,
  day: number | null,
  direction: StageSpan['direction'] = 'forward',
): StageSpan => ({
  stage,
  direction,
  start: day === null ? null : asInstant(MONDAY + day * DAY),
  end: null,
  place: null,
  events: [],
});
type Part = Parameters<typeof parcelOf>[0];
const journey = (spans: readonly StageSpan[], over: Partial<Journey> = {}): Part => ({
  spans: [...spans],
  stage: spans.at(-1)?.stage ?? null,
  node: 'IN_TRANSIT',
  terminal: false,
  direction: 'forward',
  lastScanAt: spans.at(-1)?.start ?? null,
  ...over,
});

describe('stages of a journey for the model', () => {
  it('begin on the weekday and hour of their own place, the first with the order', () => {
    const begun = begunOf(journey([span('ORIGIN', 2), span('LINEHAUL', 3), span('IMPORT', 7)]), facts);
    expect(begun.map(({ stage, weekday, hour, before }) => [stage, weekday, hour, before])).toEqual([
      ['INFO', 0, 8, null],
      ['ORIGIN', 2, 8, 2],
      ['LINEHAUL', 3, 8, 1],
      ['IMPORT', 6, 21, 4],
    ]);
  });

  it('leave out what has no time, what goes back, and an order after the first scan', () => {
    const late = { ...facts, orderedAt: asInstant(MONDAY + 5 * DAY) };
    const spans = [
      span('ORIGIN', 2),
      span('EXPORT', null),
      span('LINEHAUL', 3),
      span('LAST_MILE', 4, 'return'),
    ];
    expect(begunOf(journey(spans), late).map(({ stage }) => stage)).toEqual(['ORIGIN', 'LINEHAUL']);
  });

  it('stand where the parcel stands now, since it came there last', () => {
    const back = parcelOf(journey([span('ORIGIN', 2), span('LINEHAUL', 3), span('ORIGIN', 5)]), facts);
    expect(back.start).toMatchObject({ stage: 'ORIGIN', at: MONDAY / DAY + 5 });
    expect(parcelOf(journey([]), facts).start).toMatchObject({ stage: 'INFO', at: MONDAY / DAY });
    expect(parcelOf(journey([]), { ...facts, orderedAt: null }).start).toBeNull();
    expect(parcelOf(journey([span('ORIGIN', 2)], { direction: 'return' }), facts).ended).toBe(true);
    expect(
      parcelOf(journey([span('ORIGIN', 2)], { lastScanAt: asInstant(MONDAY + HOUR) }), facts),
    ).toMatchObject({
      ended: false,
      lastScanAt: MONDAY + HOUR,
    });
  });
});

it('measures the stage before without the days off that it stood still over', () => {
  const spans = [span('ORIGIN', 2), span('LINEHAUL', 6)];
  const daysOff: ParcelFacts['daysOff'] = (stage, from, to, last) =>
    stage === 'ORIGIN' && from === MONDAY / DAY + 2 && to === MONDAY / DAY + 6 && last === 'part' ? 3 : 0;
  const before = (around: Partial<ParcelFacts>) =>
    begunOf(journey(spans), { ...facts, ...around }).map((each) => each.before);
  expect(before({})).toEqual([null, 2, 4]);
  expect(before({ daysOff })).toEqual([null, 2, expect.closeTo(4 - 3 * DAY_OFF_COST, 9)]);
});

describe('a hand-over that counts later', () => {
  /** Each hand-over counts from Thursday, 5 March, 00:00 in Shanghai. */
  const THURSDAY = asInstant(MONDAY + 3 * DAY - 8 * HOUR);
  const late: ParcelFacts = {
    ...facts,
    countsFrom: () => ({ at: THURSDAY, cutOff: '17:00', zone: 'Asia/Shanghai', daysOff: [] }),
  };
  const at = (journeyOf: Part, ended: number | null = null) =>
    countedFrom(begunOf(journeyOf, late), late, ended === null ? null : asInstant(ended));

  it('begins then, with that weekday and hour, and the stages around it are measured to there', () => {
    const { begun, handOver } = at(journey([span('FIRST_MILE', 2), span('ORIGIN', 4)]));
    expect(
      begun.map(({ stage, at: day, weekday, hour, before }) => [stage, day * DAY, weekday, hour, before]),
    ).toEqual([
      ['INFO', MONDAY, 0, 8, null],
      ['FIRST_MILE', THURSDAY, 3, 0, expect.closeTo(3 - 8 / 24, 9)],
      ['ORIGIN', MONDAY + 4 * DAY, 4, 8, expect.closeTo(1 + 8 / 24, 9)],
    ]);
    expect(handOver).toMatchObject({ at: THURSDAY, happenedAt: MONDAY + 2 * DAY, cutOff: '17:00' });
    const parcel = parcelOf(journey([span('FIRST_MILE', 2)]), late);
    expect(parcel.start).toMatchObject({ stage: 'FIRST_MILE', at: THURSDAY / DAY });
    expect(parcel.handOver).toMatchObject({ happenedAt: MONDAY + 2 * DAY });
  });

  it('is the arrival at the first hub where no pick-up was scanned, and nothing later', () => {
    expect(parcelOf(journey([span('ORIGIN', 2)]), late).start?.at).toBe(THURSDAY / DAY);
    expect(parcelOf(journey([span('EXPORT', 2)]), late).start?.at).toBe(MONDAY / DAY + 2);
    const gone = parcelOf(journey([span('FIRST_MILE', 2), span('ORIGIN', 4)]), late);
    expect(gone.start?.at).toBe(MONDAY / DAY + 4);
    expect(gone.handOver).toBeNull();
  });

  it('counts as it happened where the parcel went on before', () => {
    for (const moved of [
      at(journey([span('FIRST_MILE', 2), span('ORIGIN', 2.5)])),
      at(journey([span('FIRST_MILE', 2)]), MONDAY + 2.4 * DAY),
    ]) {
      expect(moved.handOver).toBeNull();
      expect(moved.begun.find(({ stage }) => stage === 'FIRST_MILE')?.at).toBe(MONDAY / DAY + 2);
    }
  });
});
