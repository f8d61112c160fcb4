import { describe, expect, it } from 'vitest';
import { detect, nextSilenceAt, workPlaceOf } from '../../../../main/engine/cases/detect.ts';
import { addWorkdays, workdaysBetween } from '../../../../main/engine/cases/workdays.ts';
import { reduce } from '../../../../main/engine/journey/reduce.ts';
import { DAY, HOUR } from '../../../../shared/time.ts';
import { START, trail } from '../journey/trails.ts';

const market = 'MY';
const zone = 'Asia/Kuala_Lumpur';
const look = (words: readonly string[], after: number) =>
  detect(reduce(trail(words, 0)), { now: START + after, market }).map(({ kind, severity }) => [
    kind,
    severity,
  ]);

describe('detect', () => {
  it('silence begins exactly when it was foretold, grows, and sinks when old', () => {
    const journey = reduce(trail(['spx F100'], 0));
    const begins = nextSilenceAt(journey, { market }) ?? 0;
    expect(detect(journey, { now: begins - 1, market })).toEqual([]);
    expect(detect(journey, { now: begins, market })).toMatchObject([
      { kind: 'silence', trigger: '1', severity: 2, since: begins },
    ]);
    expect(look(['spx F100'], 10 * DAY)).toEqual([['silence', 3]]);
    expect(look(['spx F100'], 61 * DAY)).toEqual([['silence', 1]]);
  });

  it('days off where the parcel is do not count: the seller’s before the border, the buyer’s after it', () => {
    // Both stand still from 30 September, two days before a week of holidays in China.
    const before = Date.UTC(2026, 8, 30, 2);
    const found = (word: string, days: number): number =>
      detect(reduce(trail([word], 0, before)), { now: before + days * DAY, market }).length;
    expect([found('spx F100', 8), found('spx F100', 10)]).toEqual([0, 1]);
    expect([found('spx F600', 1), found('spx F600', 5)]).toEqual([0, 1]);
    expect(workPlaceOf({ stage: 'ORIGIN', direction: 'forward' }, { market }).country).toBe('CN');
    expect(workPlaceOf({ stage: 'ORIGIN', direction: 'return' }, { market }).country).toBe('MY');
    expect(workPlaceOf({ stage: 'LAST_MILE', direction: 'forward' }, { market }).zone).toBe(zone);
    expect(workPlaceOf({ stage: 'LAST_MILE', direction: 'forward' }, { market: null }).country).toBe(null);
  });

  it('own days off count in their place only', () => {
    const before = Date.UTC(2026, 5, 1, 2);
    const ownDaysOff = ['2026-06-02', '2026-06-03', '2026-06-04'];
    const found = (word: string, where: string): number =>
      detect(reduce(trail([word], 0, before)), {
        now: before + 3 * DAY,
        market,
        ownDaysOff: (place) => (place === where ? ownDaysOff : []),
      }).length;
    expect(['', 'CN', market].map((where) => found('spx F100', where))).toEqual([1, 0, 1]);
    expect(['', 'CN', market].map((where) => found('spx F600', where))).toEqual([1, 1, 0]);
  });

  it('an ended parcel is never silent', () => {
    expect(look(['spx F980'], 90 * DAY)).toEqual([]);
    expect(nextSilenceAt(reduce(trail(['spx F980'])), { market })).toBeNull();
  });

  it('failed attempts weigh more each time and go with the next movement', () => {
    expect(look(['spx F600', 'spx F650'], HOUR)).toEqual([['delivery-failed', 2]]);
    expect(look(['spx F650', 'spx F600', 'spx F650'], HOUR)).toHaveLength(1);
    const twice = reduce(trail(['spx F650', 'spx F600', 'spx F650'], 6));
    expect(detect(twice, { now: START + DAY, market })).toMatchObject([{ severity: 3, trigger: '3' }]);
    const again = reduce(trail(['spx F650', 'spx F600'], 6));
    expect(detect(again, { now: START + 8 * HOUR, market })).toEqual([]);
  });

  it('a customs hold opens on its first scan; missing papers are worse; a hub scan ends it', () => {
    const held = reduce(trail(['upu EMD', 'upu EME', 'upu EME']));
    expect(detect(held, { now: START + DAY, market })).toMatchObject([
      { kind: 'customs-hold', severity: 3, trigger: '2', facts: { side: 'import' } },
    ]);
    const on = reduce(trail(['upu EMD', 'upu EME', 'upu EMF']));
    expect(detect(on, { now: START + DAY, market })).toEqual([]);
  });

  it('a return is a case until the sender has it', () => {
    const back = reduce(trail(['ghn delivering', 'ghn return', 'ghn returning']));
    expect(detect(back, { now: START + DAY, market })).toMatchObject([
      { kind: 'return-started', severity: 3, trigger: '2' },
    ]);
    const home = reduce(trail(['ghn delivering', 'ghn return', 'ghn returned']));
    expect(detect(home, { now: START + DAY, market })).toEqual([]);
  });
});

describe('working days', () => {
  it.each([
    ['2026-10-05T02:00Z', '2026-10-05T15:00Z', 0], // Monday to the same Monday
    ['2026-10-02T02:00Z', '2026-10-05T02:00Z', 1], // Friday to Monday
    ['2026-10-03T02:00Z', '2026-10-04T02:00Z', 0], // within a weekend
    ['2026-10-05T02:00Z', '2026-10-12T02:00Z', 5],
    ['2026-10-05T15:59Z', '2026-10-05T16:01Z', 1], // midnight in the zone, not in UTC
    ['2026-10-06T00:00Z', '2026-10-05T00:00Z', 0], // backwards
  ])('%s to %s is %i', (from, to, days) => {
    expect(workdaysBetween(Date.parse(from), Date.parse(to), { country: null, zone })).toBe(days);
  });

  it('know holidays and worked weekends of the place', () => {
    const cn = { country: 'CN', zone: 'Asia/Shanghai' };
    const [from, to] = ['2026-09-30T02:00Z', '2026-10-10T02:00Z'].map(Date.parse);
    // National Day to the 7th is off; Thursday, Friday and the Saturday that is worked for it count.
    expect(workdaysBetween(from ?? 0, to ?? 0, cn)).toBe(3);
    expect(workdaysBetween(from ?? 0, to ?? 0, { ...cn, country: null })).toBe(7);
    expect(new Date(addWorkdays(from ?? 0, 1, cn)).toISOString()).toBe('2026-10-07T16:00:00.000Z');
  });
});
