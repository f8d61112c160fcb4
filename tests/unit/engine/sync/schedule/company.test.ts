import { describe, expect, test } from 'vitest';
import {
  type Company,
  companyOf,
  heardMove,
  heardNothing,
  isClose,
  togetherness,
  togetherOf,
} from '../../../../../main/engine/sync/schedule/company.ts';
import { dueAt } from '../../../../../main/engine/sync/schedule/due.ts';
import { asked, constant, DAY, HOUR, MONDAY } from './asked.ts';

const MINUTE = 60_000;

describe('company', () => {
  const rates = constant(0.05);
  const alone = { ...asked, rates };
  const inCompany = (share: number, askedAt: number, movedAt: number | null) => ({
    ...alone,
    company: { share, mates: 1, askedAt, movedAt },
  });

  test('an answer about another parcel of the company puts the question off, the more the closer they travel', () => {
    const later = MONDAY + 3 * HOUR;
    const due = dueAt(alone, 1);
    const loose = dueAt(inCompany(0.3, later, null), 1);
    const close = dueAt(inCompany(0.9, later, null), 1);
    expect(loose).toBeGreaterThanOrEqual(due);
    expect(close).toBeGreaterThan(loose);
  });

  test('the more travel together, the sooner it is worth a call to ask about one of them', () => {
    const among = (mates: number): number =>
      dueAt({ ...alone, company: { share: 0.9, mates, askedAt: MONDAY, movedAt: null } }, 1);
    expect(among(5)).toBeLessThan(among(1));
    expect(among(50)).toBeLessThan(among(5));
    // Once one is known to have moved, each has to be asked about for itself.
    const moved = (mates: number): number =>
      dueAt({ ...alone, company: { share: 0.9, mates, askedAt: MONDAY, movedAt: MONDAY + HOUR } }, 1);
    expect(moved(50)).toBe(moved(1));
  });

  test('when another has moved on, the question comes at once', () => {
    const moved = dueAt(inCompany(0.9, MONDAY + 6 * HOUR, MONDAY + 2 * HOUR), 1);
    expect(moved).toBeLessThan(dueAt(alone, 1));
    expect((moved - MONDAY) / HOUR).toBeLessThan(4);
  });

  test('one that was asked after the others moved, and had not, travels alone', () => {
    const left = { ...inCompany(0.9, MONDAY + 6 * HOUR, MONDAY - HOUR) };
    expect(dueAt(left, 1)).toBe(dueAt(alone, 1));
  });

  test('learns which nodes are left together', () => {
    const company: Company = { shared: new Map(), word: new Map() };
    for (let flight = 0; flight < 40; flight += 1) {
      const key = companyOf('spx', 'CN-TH', 'LINEHAUL_HANDOVER', MONDAY + flight * DAY);
      const van = companyOf('spx', 'CN-TH', 'LAST_MILE_HUB', MONDAY + flight * DAY);
      heardNothing(company, key, MONDAY);
      for (let parcel = 0; parcel < 3; parcel += 1) {
        heardMove(company, key, 'LINEHAUL_HANDOVER', MONDAY + flight * DAY + parcel * 60_000, MONDAY);
        heardMove(company, van, 'LAST_MILE_HUB', MONDAY + flight * DAY + parcel * 5 * HOUR, MONDAY);
      }
    }
    expect(togetherness(company, 'LINEHAUL_HANDOVER')).toBeGreaterThan(0.9);
    expect(togetherness(company, 'LAST_MILE_HUB')).toBeLessThan(0.1);
    expect(togetherness(company, 'DEST_HUB_IN')).toBe(0.25);
    const key = companyOf('spx', 'CN-TH', 'LINEHAUL_HANDOVER', MONDAY);
    expect(togetherOf(company, key, 'LINEHAUL_HANDOVER', 1)).toMatchObject({ movedAt: MONDAY });
    expect(togetherOf(company, key, 'LAST_MILE_HUB', 9)).toBeNull();
  });

  test('what comes within the hour by chance is not company', () => {
    const company: Company = { shared: new Map(), word: new Map() };
    for (let lot = 0; lot < 60; lot += 1) {
      const key = companyOf('spx', 'CN-TH', 'EXPORT_CUSTOMS', MONDAY + lot * DAY);
      // Each by itself, evenly over six hours.
      for (const part of [0, 17, 5, 29, 11, 23])
        heardMove(
          company,
          key,
          'EXPORT_CUSTOMS',
          MONDAY + lot * DAY + ((part * 7 + lot) % 36) * 10 * MINUTE,
          MONDAY,
        );
    }
    const { same, of } = company.shared.get('EXPORT_CUSTOMS') ?? { same: 0, of: 0 };
    expect(same / of).toBeGreaterThan(0.25);
    expect(togetherness(company, 'EXPORT_CUSTOMS')).toBeLessThan(0.2);
    expect(isClose(company, 'EXPORT_CUSTOMS')).toBe(false);
  });
});
