import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Journey } from '#shared/model/journey.ts';
import { saveArrival, settleDue } from '../../../main/engine/store/aggregates/arrivals.ts';
import { openCase, setCaseState } from '../../../main/engine/store/aggregates/cases.ts';
import { saveJourney } from '../../../main/engine/store/aggregates/journeys.ts';
import type { OpenStore } from '../../../main/engine/store/open.ts';
import type { Reader } from '../../../main/engine/store/types.ts';
import { arrivalsDue, arriving, travelling } from '../../../main/engine/store/views/arrivals.ts';
import { scansOfThoseAt } from '../../../main/engine/store/views/troubled.ts';
import { ownedBy, type StoredCase } from '../../../main/engine/store/views/cases.ts';
import { tempStore } from '../../fakes/store.ts';

/** All cases a parcel ever had, read by themselves. */
const storedCases = (reader: Reader, parcelId: number): StoredCase[] =>
  reader
    .all<StoredCase & { evidence: string; facts: string }>(
      `SELECT id, kind, trigger_key AS trigger, severity, state, since, snoozed_until AS snoozedUntil,
         dismiss_reason AS dismissReason, cleared_by AS clearedBy, evidence, facts, updated_at AS updatedAt
       FROM case_item WHERE parcel_id = ? ORDER BY id`,
      parcelId,
    )
    .map((raw) => ({ ...raw, evidence: JSON.parse(raw.evidence), facts: JSON.parse(raw.facts) }));

const JOURNEY = {
  ...{ node: 'TRANSIT_HUB', stage: 'DEST', reason: null, direction: 'forward', terminal: false, since: 5 },
  ...{
    lastScanAt: 5,
    lastMoveAt: 5,
    lastPlace: 'KUL',
    lastEventId: 9,
    unknown: 0,
    notes: [],
    spans: [],
    events: [],
  },
} as unknown as Journey;

const world = tempStore();
let store: OpenStore;
beforeAll(() => {
  store = world.open();
  const { writer } = store;
  for (const id of [1, 2, 3]) {
    writer.run(
      'INSERT INTO parcel(id, number, carrier, ordered_at, created_at) VALUES (?, ?, ?, ?, 1)',
      ...[id, `N${id}`, 'spx', id === 2 ? 77 : null],
    );
    writer.run('INSERT INTO eta_due(parcel_id) VALUES (?)', id);
  }
  const legs = [
    [1, 'L1', 'spx'],
    [1, 'L2', 'jt'],
    [2, 'L3', 'ninjavan'],
    [1, 'L4', 'correios'],
  ] as const;
  for (const leg of legs) writer.run('INSERT INTO leg(parcel_id, number, carrier) VALUES (?, ?, ?)', ...leg);
  saveJourney(writer, 1, 'MY', JOURNEY, null, { id: 'h:KUL', country: 'MY' });
  saveJourney(writer, 2, null, { ...JOURNEY, node: 'DELIVERED', terminal: true }, null, null);
  for (const [order, parcel, promise] of [
    [10, 1, 500],
    [11, 1, 600],
    [12, 2, 700],
  ] as const) {
    writer.run(
      `INSERT INTO shop_order(id, shop_id, order_sn, status, state, created_at, created_key, promised_to,
         address_state)
       VALUES (?1, 1, 'O' || ?1, 'SHIPPED', 'known', 40 + ?1, 1, ?2, CASE ?1 WHEN 11 THEN '13' END)`,
      ...[order, promise],
    );
    writer.run(
      `INSERT INTO shop_package(shop_id, order_id, package_number, status, status_since, parcel_id)
       VALUES (1, ?, 'P', 'S', 1, ?)`,
      ...[order, parcel],
    );
  }
  const found = { market: 'MY', evidence: [9], facts: { hours: 3 }, at: 20 } as const;
  openCase(writer, { ...found, parcelId: 1, kind: 'silence', trigger: 'a', severity: 2, since: 11 });
  openCase(writer, {
    ...found,
    parcelId: 1,
    kind: 'delivery-failed',
    trigger: 'b',
    severity: 3,
    since: null,
  });
  const over = openCase(writer, {
    ...{ ...found, parcelId: 1, kind: 'customs-hold', trigger: 'c', severity: 4, since: 12 },
  } as never);
  setCaseState(writer, over, { state: 'cleared', at: 21 });
  for (const [trigger, severity] of [
    ['2026-11-20', 1],
    ['2026-11-22', 3],
  ] as const) {
    openCase(writer, { ...found, parcelId: 1, kind: 'promise-miss', trigger, severity, since: null });
  }
  saveArrival(writer, {
    ...{ parcelId: 1, madeAt: 30, p50: 1, lo80: 1, hi80: 1, lo90: 1, hi90: 1, pLate: 0.5, promise: 600 },
    ...{ withheld: null, withheldSince: null, movedMs: null, basis: '{"p50":1}', before: null, change: null },
  });
});
afterAll(() => {
  store.close();
  world.remove();
});

describe('parcels read for their estimates', () => {
  it('have their newest order, their legs in order, the worst open trouble and what was last said', () => {
    const [first, second, ...more] = arriving(store.reader, [1, 2, 3, 4]);
    expect(more).toEqual([]);
    const { events: _events, ...journey } = JOURNEY;
    expect(first).toEqual({
      ...{ parcelId: 1, number: 'N1', carrier: 'spx', carriers: ['spx', 'jt', 'correios'], market: 'MY' },
      ...{ orderedAt: 51, promise: 600, orderStatus: 'SHIPPED', state: '13', placeId: 'h:KUL', journey },
      ...{ openCase: 'delivery-failed', openSince: 20 },
      misses: storedCases(store.reader, 1).filter(({ kind }) => kind === 'promise-miss'),
      said: { parcelId: 1, madeAt: 30, withheld: null, basis: '{"p50":1}', before: null },
    });
    expect(first?.misses.map(({ trigger }) => trigger)).toEqual(['2026-11-20', '2026-11-22']);
    expect(second).toMatchObject({
      ...{
        carriers: ['spx', 'ninjavan'],
        market: null,
        state: null,
        orderedAt: 77,
        promise: 700,
        placeId: null,
      },
      ...{ openCase: null, openSince: null, misses: [], said: null },
    });
  });

  it('are the same read together and one by one, in the order in which they are asked for', () => {
    const alone = [2, 1].flatMap((id) => arriving(store.reader, [id]));
    expect(arriving(store.reader, [2, 1])).toEqual(alone);
    expect(travelling(store.reader, [2, 1]).map(({ parcelId }) => parcelId)).toEqual([2, 1]);
  });

  it('are no longer due when they were looked at, and only they', () => {
    expect(arrivalsDue(store.reader, 10)).toEqual([1, 2, 3]);
    settleDue(store.writer, [1, 3]);
    expect(arrivalsDue(store.reader, 10)).toEqual([2]);
  });
});

describe('scans of parcels that were in trouble', () => {
  it('are those on the way to the buyer that have a time, in the journey’s order, of the parcels that came by such a node', () => {
    const { writer, reader } = store;
    const events = [
      { id: 21, node: 'PICKED_UP' },
      { id: 23, node: 'IMPORT_HELD' },
      { id: 22, node: 'IMPORT_CLEARED' },
      { id: 24, node: 'NOTE' },
      { id: 25, node: 'RETURN_STARTED', direction: 'return' },
      { id: 26, node: 'DELIVERED', earlier: true },
    ].map((event) => ({
      ...{ reason: null, confidence: 'high', means: 'code', direction: 'forward', earlier: false },
      ...event,
    }));
    const with_ = (list: typeof events) => ({ ...JOURNEY, events: list }) as unknown as Journey;
    saveJourney(writer, 1, 'MY', with_(events), null, null);
    saveJourney(writer, 2, 'MY', with_(events.slice(0, 1)), null, null);
    writer.run("INSERT INTO scan_source(id, kind, name) VALUES (900, 'carrier', 'x')");
    writer.run("INSERT INTO scan_text(id, text) VALUES (900, 'x')");
    writer.run(
      `INSERT INTO scan(id, carrier, code, scheme, status, lang, text_id, node)
       VALUES (900, 'spx', '', '', '', 'en', 900, 'NOTE')`,
    );
    for (const { id } of events) {
      writer.run(
        `INSERT INTO event(id, leg_id, fingerprint, scan_id, instant, zone_reason, received_at, line, source_id)
         VALUES (?1, 1, ?1, 900, ?2, 'none', 1, 0, 900)`,
        ...[id, id === 24 ? null : id * 1_000],
      );
    }
    const found = scansOfThoseAt(reader, [2, 1, 3], ['IMPORT_HELD', 'DELIVERY_FAILED']);
    expect([...found.keys()]).toEqual([1]);
    expect(found.get(1)).toEqual([
      { node: 'PICKED_UP', at: 21_000 },
      { node: 'IMPORT_HELD', at: 23_000 },
      { node: 'IMPORT_CLEARED', at: 22_000 },
    ]);
    expect(scansOfThoseAt(reader, [1, 2], ['DELIVERY_FAILED']).size).toBe(0);
  });
});

describe('parcels read for their projection', () => {
  it('have their market, whether they are of an order, and all their cases in the order in which they were found', () => {
    const { reader } = store;
    const owned = ownedBy(reader, [2, 1, 3, 4]);
    expect([...owned.keys()]).toEqual([2, 1, 3]);
    expect([1, 2, 3].map((id) => owned.get(id)?.ordered)).toEqual(
      [1, 2, 3].map((id) => reader.get('SELECT 1 FROM shop_package WHERE parcel_id = ?', id) !== undefined),
    );
    const cases = owned.get(1)?.cases ?? [];
    expect(cases.map(({ market: _m, dueAt: _d, ...one }) => one)).toEqual(storedCases(reader, 1));
    expect(new Set(cases.map(({ market }) => market))).toEqual(new Set(['MY']));
    expect(owned.get(2)?.cases).toEqual([]);
    store.writer.run("UPDATE parcel SET market = 'TH' WHERE id = 3");
    expect(ownedBy(reader, [3]).get(3)).toEqual({ market: 'TH', ordered: false, cases: [] });
  });
});
