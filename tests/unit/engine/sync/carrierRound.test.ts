import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDesk } from '../../../../main/engine/sync/carriers/round/desk.ts';
import { mindOf, mindText, learn, plan } from '../../../../main/engine/sync/carriers/round/mind.ts';
import { PRICE, priceAfter, purseOf } from '../../../../main/engine/sync/carriers/round/purse.ts';
import type {
  Followed,
  KeptDue,
  OpenNumber,
  RoundBook,
  SeenScan,
} from '../../../../main/engine/sync/carriers/round/types.ts';
import { sourceFor } from '../../../../main/engine/sync/carriers/round/whose.ts';
import { togetherness } from '../../../../main/engine/sync/schedule/company.ts';
import { ratesOf, waitOf } from '../../../../main/engine/sync/schedule/hazard.ts';
import { DAY, HOUR } from '../../../../shared/time.ts';

const NOW = Date.UTC(2026, 10, 10);
const open = (more: Partial<OpenNumber> = {}): OpenNumber => ({
  ...{ number: 'A1', carrier: 'spx', market: 'TH', main: true, createdAt: NOW - DAY, lastScanAt: null },
  ...{ ended: false, openCase: false, deadlineAt: null, shopee: false },
  ...more,
});

/** A store in memory: scans by number, and what was kept. */
function memory(scans: Record<string, SeenScan[]> = {}) {
  const rows = new Map<string, KeptDue>();
  const mind = { text: null as string | null };
  const book: RoundBook = {
    sources: () => [],
    restUntil: () => null,
    open: () => ({ numbers: [], next: null }),
    numbersOf: () => [],
    kept: () => [...rows.values()],
    mind: () => mind.text,
    scansAfter: (number, after, now) =>
      (scans[number] ?? []).filter(({ at }) => at > after && at <= now).toSorted((a, b) => a.at - b.at),
    keep: (_, kept, text) => {
      for (const row of kept) rows.set(row.number, row);
      mind.text = text ?? mind.text;
    },
    counted: () => 0,
    monthly: () => 200,
  };
  return { book, rows, scans };
}
const desk = (book: RoundBook, source: '17track' | 'kuaidi100' = '17track') =>
  createDesk(source, book, async () => undefined);

describe('whose question it is', () => {
  const of = (carrier: string, main = true) => ({ carrier, main });
  const track = { id: '17track', country: null } as const;
  const ninja = { id: 'ninjavan', country: 'my' } as const;
  test('the carrier itself where it is on and of the same country, else one aggregator for the parcel', () => {
    expect(sourceFor(of('ninjavan-my'), [track, ninja])).toBe('ninjavan');
    expect(sourceFor(of('ninjavan-th'), [track, ninja])).toBe('17track');
    expect(sourceFor(of('ninjavan'), [ninja])).toBe('ninjavan');
    expect(sourceFor(of('ninjavan-my', false), [track, ninja])).toBe('ninjavan');
    expect(sourceFor(of('spx'), [track, { id: 'aftership', country: null }])).toBe('17track');
    // The aggregator follows the last mile by the parcel's own number: a second charge would buy nothing.
    expect(sourceFor(of('kerry-th', false), [track, ninja])).toBeNull();
    expect(sourceFor(of('spx'), [ninja])).toBeNull();
  });
});

describe('who is followed', () => {
  test('a new number is asked at once; what has ended or was silent for long is left alone', () => {
    const { book } = memory({ old: [{ at: NOW - 40 * DAY, node: 'ORIGIN_HUB_IN' }] });
    const one = desk(book);
    one.meet(open({ number: 'new' }), NOW);
    one.meet(open({ number: 'done', ended: true, lastScanAt: NOW - DAY }), NOW);
    one.meet(open({ number: 'old', lastScanAt: NOW - 40 * DAY }), NOW);
    expect(one.due(NOW, 20, Infinity)).toEqual(['new']);
  });

  test('one is asked for all that travel together, and its answer puts the others off', () => {
    const scan = { at: NOW - HOUR, node: 'DEST_HUB_IN' } as const;
    const { book } = memory({ A1: [scan], A2: [scan], A3: [scan] });
    const text = (same: number): string =>
      JSON.stringify({
        hazard: [],
        clock: [],
        word: [],
        shared: [['DEST_HUB_IN', { same, near: 0, of: 100 }]],
      });
    const dueOf = (same: number) => {
      const one = desk({ ...book, mind: () => text(same) }, 'kuaidi100');
      for (const number of ['A1', 'A2', 'A3']) one.meet(open({ number, lastScanAt: scan.at }), NOW);
      for (const number of one.due(NOW, 20, Infinity)) one.heard(number, NOW);
      // What the answers taught may put a question off once more when its time has come.
      let at = NOW;
      let first: string[] = [];
      for (let turn = 0; turn < 20 && first.length === 0; turn += 1) {
        at = (one.nextAt(Infinity) ?? Infinity) + 1;
        first = one.due(at, 20, Infinity);
      }
      for (const number of first) one.heard(number, at);
      return [first.length, one.due(at, 20, Infinity).length];
    };
    expect(dueOf(100)).toEqual([1, 0]);
    // Those that go each by itself are asked each by itself.
    expect(dueOf(0)).toEqual([3, 0]);
  });

  test('what Shopee follows is asked once Shopee is silent for longer than usual, and never behind its end', () => {
    const at = NOW - HOUR;
    const { book, scans } = memory({ A1: [{ at, node: 'DEST_HUB_IN' }] });
    const one = desk(book);
    one.meet(open({ shopee: true, lastScanAt: at }), NOW);
    expect(one.due(NOW + DAY, 20, Infinity)).toEqual([]);
    const usual =
      waitOf(ratesOf(new Map(), { carrier: 'spx', lane: 'CN-TH', node: 'DEST_HUB_IN' }), 0.9) * HOUR;
    expect(usual).toBeGreaterThan(DAY);
    const silentAt = at + Math.max(2 * DAY, usual);
    expect(one.nextAt(Infinity)).toBe(Math.ceil(silentAt));
    // A scan through Shopee in the meantime puts it off again.
    scans['A1']?.push({ at: NOW + DAY, node: 'DEST_HUB_OUT' });
    one.meet(open({ shopee: true, lastScanAt: NOW + DAY }), NOW + DAY + HOUR);
    expect(one.due(silentAt + 1, 20, Infinity)).toEqual([]);
    expect(one.due(NOW + 6 * DAY, 20, Infinity)).toEqual(['A1']);
    one.meet(open({ shopee: true, ended: true, lastScanAt: NOW + DAY }), NOW + 2 * DAY);
    expect(one.nextAt(Infinity)).toBeNull();
    // Unless a person wants it.
    one.meet(open({ shopee: true, ended: true, lastScanAt: NOW + DAY }), NOW + 2 * DAY, true);
    expect(one.due(NOW + 2 * DAY, 20, Infinity)).toEqual(['A1']);
  });

  test('a shop that is connected takes its parcels over from the service', () => {
    const { book } = memory();
    const one = desk(book);
    one.meet(open(), NOW);
    one.meet(open({ shopee: true }), NOW);
    one.heard('A1', NOW);
    one.meet(open({ shopee: true }), NOW + HOUR);
    expect(one.nextAt(Infinity)).toBeGreaterThanOrEqual(NOW + DAY);
  });

  test('what is gone from the journal, or to another source, is asked no more; it comes back as it was', () => {
    const { book, rows } = memory();
    const one = desk(book);
    one.meet(open(), NOW);
    one.heard('A1', NOW);
    one.leaveOthers(new Set());
    one.keep(1, NOW, false);
    expect([one.nextAt(Infinity), rows.get('A1')?.dueAt]).toEqual([null, null]);
    one.meet(open(), NOW + HOUR);
    expect(rows.get('A1')?.askedAt).toBe(NOW);
    expect(one.nextAt(Infinity)).toBeGreaterThan(NOW + HOUR);
  });

  test('a scan that is dated in the future is none yet: the parcel stays on the list', () => {
    const far = NOW + 900 * DAY;
    const { book } = memory({ A1: [{ at: far, node: 'DELIVERED' }] });
    const one = desk(book);
    one.meet(open({ lastScanAt: far }), NOW);
    one.heard('A1', NOW);
    one.meet(open({ lastScanAt: far }), NOW + HOUR);
    expect(one.nextAt(Infinity)).toBeLessThan(NOW + 3 * DAY);
  });
});

describe('money', () => {
  test('where not all can be paid for, open cases go first, and numbers that are paid go on', () => {
    const { book } = memory();
    const one = desk(book);
    one.meet(open({ number: 'paid' }), NOW - 5 * DAY);
    one.heard('paid', NOW - 5 * DAY);
    one.meet(open({ number: 'plain' }), NOW - HOUR);
    one.meet(open({ number: 'case', openCase: true }), NOW);
    expect(one.due(NOW, 20, 1).toSorted()).toEqual(['case', 'paid']);
    expect(one.due(NOW, 20, 0)).toEqual(['paid']);
    expect(one.figures(0)).toEqual({ following: 3, unpaid: 2, lacking: null });
    one.refused('case', () => HOUR, NOW, true);
    one.refused('plain', () => 2 * HOUR, NOW, true);
    expect(one.figures(0).lacking).toEqual({ n: 2, until: NOW + HOUR });
    one.heard('case', NOW);
    expect(one.figures(0).lacking).toEqual({ n: 1, until: NOW + 2 * HOUR });
    const alone = desk(memory().book);
    alone.meet(open(), NOW);
    expect([alone.nextAt(0), alone.nextAt(1)]).toEqual([null, NOW]);
  });

  test('the month ends by UTC; the projection goes on with the pace of the last seven days', () => {
    const counted: [string, number][] = [];
    const book = {
      monthly: () => 100,
      counted: (_: string, what: string, fromDay: number) => {
        counted.push([what, fromDay]);
        return 40;
      },
    };
    const purse = purseOf(book, '17track', NOW + 12 * HOUR);
    expect(counted).toEqual([
      ['charged', Date.UTC(2026, 10, 1) / DAY],
      ['charged', Date.UTC(2026, 10, 4) / DAY],
    ]);
    expect(purse?.projected).toBeCloseTo(40 + (40 / (6.5 * 24)) * 20.5 * 24);
    expect([purse?.left, purse?.budget.to]).toEqual([60, Date.UTC(2026, 11, 1)]);
    expect(purseOf(book, 'ninjavan', NOW)).toBeNull();
  });

  test('only where questions are charged does their price rise, and a spent month leaves it finite', () => {
    const budget = { from: 0, to: 1, allowed: 100, used: 50 };
    const dear = { budget, projected: 400, left: 50 };
    expect(priceAfter('17track', 5, dear)).toBe(PRICE);
    expect(priceAfter('kuaidi100', 1, dear)).toBeGreaterThan(1);
    expect(priceAfter('kuaidi100', 7, { ...dear, budget: { ...budget, used: 100 }, left: 0 })).toBe(7);
  });
});

describe('what is learnt', () => {
  const row: Followed = {
    ...{ number: 'A1', carrier: 'spx', market: 'TH', lane: 'CN-TH', node: 'DEST_HUB_IN', shopee: false },
    ...{ scanAt: NOW - DAY, askedAt: NOW - DAY, dueAt: NOW, ended: false, openCase: false, deadlineAt: null },
  };

  test('survives being written down, byte for byte', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 8 }), (hours) => {
        const mind = mindOf(null);
        let stand = row;
        let at = NOW - DAY;
        for (const wait of hours) {
          at += wait * HOUR;
          stand = learn(mind, stand, [{ at, node: 'DEST_HUB_IN' }], at + HOUR, true).row;
        }
        const text = mindText(mind, at);
        const again = mindOf(text);
        expect(mindText(again, at)).toBe(text);
        const dueOf = (one: typeof mind) => plan(one, '17track', stand, PRICE, 1, at);
        expect(dueOf(again)).toBe(dueOf(mind));
      }),
    );
  });

  test('what an older version wrote is read: the hazard goes on, the hours of the day begin anew', () => {
    const mind = mindOf(null);
    learn(mind, row, [{ at: NOW - 20 * HOUR, node: 'DEST_HUB_OUT' }], NOW, true);
    const now = JSON.parse(mindText(mind, NOW)) as Record<string, unknown>;
    const counts = { day: Array.from({ length: 96 }, () => 3), week: [1, 2, 3, 4, 5, 6, 7] };
    const { clock: _, ...rest } = now;
    const shared = [['DEST_HUB_IN', { same: 9, of: 10 }]];
    const old = mindOf(JSON.stringify({ ...rest, shared, activity: [['DEST_HUB_IN', counts]] }));
    expect(old.hazard).toEqual(mind.hazard);
    expect(old.activity.size).toBe(0);
    expect(togetherness(old.company, 'DEST_HUB_IN')).toBeCloseTo(11 / 18);
    expect(plan(old, '17track', row, PRICE, 3, NOW)).toBeGreaterThan(row.askedAt ?? 0);
  });

  test('news from elsewhere is no answer of the source: the wait behind it is not taken as seen', () => {
    const [asked, told] = [mindOf(null), mindOf(null)];
    const scan = { at: NOW - 20 * HOUR, node: 'DEST_HUB_OUT' } as const;
    expect(learn(asked, row, [scan], NOW, true).row.askedAt).toBe(NOW);
    expect(learn(told, row, [scan], NOW, false).row).toMatchObject({
      askedAt: NOW - DAY,
      node: 'DEST_HUB_OUT',
    });
    expect(asked.hazard.get('DEST_HUB_OUT')).toBeDefined();
    expect(told.hazard.get('DEST_HUB_OUT')).toBeUndefined();
  });

  test('a parcel that moves quickly is asked sooner than one that does not', () => {
    const mind = mindOf(null);
    for (let n = 0; n < 40; n += 1) {
      const from = NOW - DAY;
      for (const [lane, hours] of [
        ['CN-SG', 4],
        ['CN-BR', 60],
      ] as const) {
        const at = from + hours * HOUR;
        learn(
          mind,
          { ...row, lane, number: `${lane}${n}`, scanAt: from, askedAt: from },
          [{ at, node: 'DELIVERED' }],
          at,
          true,
        );
      }
    }
    const stand = { ...row, scanAt: NOW, askedAt: NOW };
    const dueOf = (lane: string) => plan(mind, 'aftership', { ...stand, lane }, PRICE, 1, NOW) ?? Infinity;
    expect(dueOf('CN-SG') - NOW).toBeLessThan(0.75 * (dueOf('CN-BR') - NOW));
  });
});

test('with a constant rate nine waits of ten are over after the time of an exponential', () => {
  expect(waitOf(new Float64Array(29).fill(0.1), 0.9)).toBeCloseTo(Math.log(10) / 0.1);
  expect(waitOf(new Float64Array(29).fill(0), 0.9)).toBe(Infinity);
});
