import { describe, expect, it } from 'vitest';
import { asOf, judgedAt, TICK, tickOf } from '../../../../../main/engine/eta/live/grid.ts';
import type { StageSpan } from '../../../../../shared/model/journey.ts';
import { asInstant, DAY, HOUR, MINUTE } from '../../../../../shared/time.ts';

const NOON = Date.UTC(2026, 10, 24, 12);

describe('the instants at which a parcel is judged', () => {
  const at = (now: number, scan: number | null, days = 1): number[] => [...judgedAt(now, scan, days)];

  it('are the same for everybody between two ticks', () => {
    const first = at(NOON, NOON - DAY);
    expect(first).toEqual([0, 1, 2, 3, 4].map((back) => NOON - back * TICK));
    expect(at(NOON + TICK - 1, NOON - DAY)).toEqual(first);
    expect(tickOf(NOON + TICK - 1)).toBe(NOON);
    expect(at(NOON, null)).toEqual(first);
  });

  it('begin with the hour of a scan since the last tick, whenever that scan is asked about', () => {
    const scan = NOON + 2 * HOUR + 20 * MINUTE;
    expect(at(scan, scan).slice(0, 2)).toEqual([NOON + 2 * HOUR, NOON]);
    expect(at(scan + 3 * HOUR, scan)).toEqual(at(scan, scan));
    // A scan that is dated in the future is judged now.
    expect(at(NOON + HOUR, scan).slice(0, 2)).toEqual([NOON + HOUR, NOON]);
    expect(at(NOON + 5 * MINUTE, NOON + MINUTE)[0]).toBe(NOON);
  });
});

describe('a journey as of an earlier instant', () => {
  const span = (stage: StageSpan['stage'], start: number, direction: 'forward' | 'return'): StageSpan => ({
    ...{ stage, direction, start: asInstant(start), end: null, place: null, events: [] },
  });
  const scans = [NOON - 3 * DAY, NOON - 2 * DAY, NOON - DAY, NOON + 20 * MINUTE];
  const journey = {
    spans: [
      span('ORIGIN', NOON - 3 * DAY, 'forward'),
      span('LINEHAUL', NOON - DAY, 'forward'),
      span('LAST_MILE', NOON + 20 * MINUTE, 'return'),
    ],
    ...{ stage: 'LAST_MILE' as const, terminal: true, direction: 'return' as const },
    lastScanAt: asInstant(NOON + 20 * MINUTE),
  };

  it('is itself from the hour of its last scan on', () => {
    expect(asOf(journey, NOON, () => scans)).toBe(journey);
    expect(asOf({ ...journey, lastScanAt: null }, 0, () => []).stage).toBe('LAST_MILE');
  });

  it('knows nothing of later scans', () => {
    const before = asOf(journey, NOON - HOUR, () => scans);
    expect(before).toMatchObject({ stage: 'LINEHAUL', terminal: false, direction: 'forward' });
    expect(before.spans).toHaveLength(2);
    expect(before.lastScanAt).toBe(NOON - DAY);
    expect(asOf(journey, NOON - 4 * DAY, () => scans)).toMatchObject({
      ...{ spans: [], stage: null, lastScanAt: null },
    });
  });
});
