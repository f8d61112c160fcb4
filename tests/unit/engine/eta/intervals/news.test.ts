import { describe, expect, it } from 'vitest';
import { lateLine, lateRisk, riskWithNews } from '../../../../../main/engine/eta/intervals/late.ts';
import {
  type Awaited,
  calmOf,
  learnNews,
  type News,
  newsOf,
  noNews,
} from '../../../../../main/engine/eta/intervals/news.ts';
import { LATE } from '../../../../../main/engine/eta/model/settings.ts';
import { walk } from '../../../../eval/lib/eta/walk.ts';
import { FIRST_DAY, seeded, world } from '../model/world.ts';

const PROMISED = 20;
const RISK = 0.1;
/** Share under way after some days, of parcels that come evenly until the promise, and then slowly. */
const shareAfter = (days: number): number =>
  days <= 0 ? 1 : days >= PROMISED ? RISK : 1 - ((1 - RISK) * days) / PROMISED;

/** Days of a network of which the model expects every tenth parcel to be late, and of which `truth` are. */
function heard(truth: number, days: number, perDay = 60): News {
  const news = noNews();
  const chance = seeded(11);
  const parcels: { at: number; took: number }[] = [];
  for (let day = 0; day < days; day += 1) {
    for (let index = 0; index < perDay; index += 1) {
      const late = chance() < truth;
      parcels.push({ at: day + chance(), took: late ? PROMISED + 10 : PROMISED * chance() });
    }
    const end = day + 1;
    const odds = Math.log(RISK / (1 - RISK)) + newsOf(news, LATE.news);
    const awaited = parcels.flatMap(({ at, took }): Awaited[] => {
      const known = Math.min(took, PROMISED);
      if (at + known <= end - 1) return [];
      return [
        {
          risk: 1 / (1 + Math.exp(-odds)),
          before: shareAfter(end - 1 - at),
          after: shareAfter(end - at),
          due: RISK,
          late: at + known <= end ? took > PROMISED : null,
        },
      ];
    });
    learnNews(news, awaited, end, LATE.news);
  }
  return news;
}

describe('news of promises that are not due yet', () => {
  it('are none where the record is right', () => {
    for (const days of [10, 30, 90])
      expect(Math.abs(newsOf(heard(RISK, days), LATE.news))).toBeLessThan(0.25);
  });

  it('tell of a calm time before any of its promises is due', () => {
    expect(calmOf(heard(0.02, PROMISED - 1), LATE.news)).toBeLessThan(-0.4);
  });

  it('hear of a bad time and leave it to the estimate', () => {
    const news = heard(0.3, 60);
    expect(newsOf(news, LATE.news)).toBeGreaterThan(0.4);
    expect(calmOf(news, LATE.news)).toBe(0);
  });

  it('fade, and are nothing before the first day', () => {
    const calm = heard(0.02, 60);
    const before = calm.information;
    learnNews(calm, [], 60 + 14, LATE.news);
    expect(calm.information).toBeCloseTo(before / 2, 9);
    expect(newsOf(lateLine().news, LATE.news)).toBe(0);
  });

  it('lower the risk that is told, by what they say; bad news do not raise it', () => {
    const chance = { promisedDays: 16, p50: 8, group: 'd|MY' };
    const [plain, calm, bad] = [lateLine(), lateLine(), lateLine()];
    Object.assign(calm.news, { sum: -10, information: 15 });
    Object.assign(bad.news, { sum: 10, information: 15 });
    const odds = (risk: number): number => Math.log(risk / (1 - risk));
    const base = odds(lateRisk(plain, chance, 0));
    expect(odds(lateRisk(calm, chance, 0))).toBeCloseTo(base - 0.5, 9);
    expect(odds(lateRisk(bad, chance, 0))).toBeCloseTo(base, 9);
    expect(odds(riskWithNews(bad, chance, 0))).toBeCloseTo(base + 0.5, 9);
  });

  it('keep the risk true when a bad year becomes a calm one', { timeout: 60_000 }, () => {
    const calmFrom = FIRST_DAY + 200;
    const chance = seeded(3);
    // Some parcels are late for reasons of their own: many of them, then few. Nothing else changes.
    const rows = world({ seed: 5, days: 290, perDay: 20 }).map((row) => {
      const lost = chance() < (row.orderedAt < calmFrom ? 0.2 : 0.06);
      const promisedOn = Math.floor(row.deliveredAt) + 8;
      return lost ? { ...row, promisedOn, deliveredAt: row.deliveredAt + 12 } : { ...row, promisedOn };
    });
    const said = walk(rows, FIRST_DAY + 80).said.filter(
      ({ row, from }) => from === 'ordered' && row.orderedAt > calmFrom + 40 && row.orderedAt < calmFrom + 80,
    );
    const told = said.reduce((sum, { pLate }) => sum + (pLate ?? 0), 0) / said.length;
    const late =
      said.filter(({ row }) => row.promisedOn !== null && row.deliveredAt >= row.promisedOn).length /
      said.length;
    expect(said.length).toBeGreaterThan(500);
    expect(late).toBeLessThan(0.1);
    expect(told / late).toBeLessThan(1.9);
  });
});
