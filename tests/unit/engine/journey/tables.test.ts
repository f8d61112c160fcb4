import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  aggregatorEntry,
  carrierEntry,
  jt110,
  shapedEntry,
} from '../../../../main/engine/journey/tables/index.ts';

const folder = fileURLToPath(new URL('../../../../../shared/reference/taxonomy/', import.meta.url));

interface Row {
  readonly from: string;
  readonly node: string;
  readonly reason: string | null;
  readonly confidence: string;
}

const CARRIERS: Readonly<Record<string, string>> = {
  '4px': '4px',
  cainiao: 'cainiao',
  chinapost: 'china-post',
  correios: 'correios',
  flash: 'flash',
  ghn: 'ghn',
  ghtk: 'ghtk',
  jt: 'jt',
  ninjavan: 'ninjavan',
  sf: 'sf',
  shopee: 'shopee',
  spx: 'spx',
  thailandpost: 'thailand-post',
  upu: 'upu',
  yunexpress: 'yunexpress',
};
const SCHEMES = ['17track', 'aftership', 'karrio', 'kuaidi100', 'ship24', 'trackingmore'];

/** Rows that are no single code: J&T's second 110 and Ninja Van's modifier of a whole parcel are tested apart. */
const APART = new Set(['110-doc', '110-live', 'v2:is_parcel_on_rts_leg=true']);

function rowsOf(name: string): Row[] {
  const file: unknown = JSON.parse(readFileSync(`${folder}map-${name}.json`, 'utf8'));
  return Object.values(file as Record<string, unknown>)
    .filter((part): part is Row[] => Array.isArray(part))
    .flat()
    .filter((row) => typeof row.from === 'string' && !(APART.has(row.from) && /jt|ninjavan/.test(name)));
}

const word = (row: Row): string => row.from.replace(/^(status|v2):/, '');

if (existsSync(folder)) {
  describe('every row of the reference tables', () => {
    it.each(Object.entries(CARRIERS))('%s', (name, carrier) => {
      const rows = rowsOf(name);
      expect(rows.length).toBeGreaterThan(5);
      const read = rows.map((row) => ({ from: row.from, ...brief(carrierEntry(carrier, word(row))) }));
      expect(read).toEqual(rows.map(expected));
    });
    it.each(SCHEMES)('%s', (scheme) => {
      const rows = rowsOf(scheme);
      const read = rows.map((row) => ({ from: row.from, ...brief(aggregatorEntry(scheme, word(row))) }));
      expect(rows.length).toBeGreaterThan(5);
      expect(read).toEqual(rows.map(expected));
    });
  });
}

const expected = ({ from, node, reason }: Row) => ({ from, node, reason });
const brief = (found: ReturnType<typeof carrierEntry>) => ({
  node: found?.node ?? null,
  reason: found?.reason ?? null,
});

describe('tables by themselves (with or without the reference beside the checkout)', () => {
  it.each([
    ['spx', 'F650', 'DELIVERY_FAILED'],
    ['spx-th', 'f980', 'DELIVERED'],
    ['4px', 'FPX_I_NEW', 'IMPORT_CUSTOMS'],
    ['cainiao', 'CC_EX_NEW_FAILURE', 'EXPORT_HELD'],
    ['cainiao', 'RT_ANY', 'RETURN_IN_TRANSIT'],
    ['correios', 'BDE/01', 'DELIVERED'],
    ['jt-br', '113', 'DELIVERED'],
    ['ninjavan-my', 'On Vehicle for Delivery', 'OUT_FOR_DELIVERY'],
    ['dhl-express', 'WC', 'OUT_FOR_DELIVERY'],
    ['fedex', 'OD', 'OUT_FOR_DELIVERY'],
    ['fedex', 'PL', 'LINEHAUL_ARRIVED'],
    ['ups', 'M', 'INFO_RECEIVED'],
    ['ups', '064', 'DELIVERY_FAILED'],
    ['ups', 'MV', 'CANCELLED'],
    ['usps', '01', 'DELIVERED'],
    ['usps', '07', 'LAST_MILE_HUB'],
    ['usps', 'EMD', 'LINEHAUL_ARRIVED'],
    ['roadie', 'pickup_confirmed', 'PICKED_UP'],
    ['correios', 'BDE/26', 'RETURN_STARTED'],
    ['correios', 'BDI/26', 'RETURN_STARTED'],
    ['correios', 'FC/99', null],
    ['sf', '130', 'READY_FOR_PICKUP'],
    ['viettelpost', '505', 'RETURN_STARTED'],
    ['ghn', 'GHN-DCD1A5', 'DELIVERY_FAILED'],
    ['laposte', 'DI2', 'RETURNED'],
    ['landmark', '410', 'READY_FOR_PICKUP'],
    ['smartkargo', 'ADL', 'DELIVERY_FAILED'],
    ['ninjavan-my', 'FROM_DP_TO_CUSTOMER', 'DELIVERED'],
    ['royal-mail', 'EVGID', 'LAST_MILE_HUB'],
    ['yanwen', 'LH21', 'TRANSIT_HUB'],
    ['yanwen', 'LM40', 'DELIVERED'],
    ['yanwen', 'SC36', 'RETURNED'],
  ])('%s %s is %s', (carrier, code, node) => {
    expect(carrierEntry(carrier, code)?.node ?? null).toBe(node);
  });

  it('is not misled by names that every object has', () => {
    expect(carrierEntry('constructor', 'F650')).toBeNull();
    expect(aggregatorEntry('toString', 'Delivered')).toBeNull();
  });

  it('keeps a minus apart from none (GHTK -1 and 1)', () => {
    expect([carrierEntry('ghtk', '-1')?.node, carrierEntry('ghtk', '1')?.node]).toEqual([
      'CANCELLED',
      'INFO_RECEIVED',
    ]);
  });

  it('does not guess: another carrier’s code, an unknown one, and J&T’s 110 alone', () => {
    expect(carrierEntry('ghn', 'F650')).toBeNull();
    expect(carrierEntry('spx', 'F123')).toBeNull();
    expect(carrierEntry('jt', '110')).toBeNull();
    expect([jt110(true).node, jt110(false).node]).toEqual(['EXCEPTION', 'TRANSIT_HUB']);
  });

  it('knows an aggregator’s word by its shape, and a new one by its tag', () => {
    expect(shapedEntry('InTransit_004')?.node).toBe('LINEHAUL_ARRIVED');
    expect(shapedEntry('InTransit_PickedUp')?.node).toBe('PICKED_UP');
    expect(aggregatorEntry('aftership', 'Delivered_099')).toMatchObject({
      node: 'DELIVERED',
      confidence: 'low',
    });
    expect(shapedEntry('DELIVERED')).toBeNull();
  });
});

describe('the finer states of the Chinese aggregators', () => {
  it.each([
    ['kuaidi100', '501', 'READY_FOR_PICKUP'],
    ['kuaidi100', '203', 'DELIVERY_FAILED'],
    ['kdniao', '211', 'READY_FOR_PICKUP'],
    ['kdniao', '406', 'RETURNED'],
  ])('%s %s', (aggregator, word, node) => {
    expect(aggregatorEntry(aggregator, word)?.node).toBe(node);
  });
});

describe('Track123, which has no reference table', () => {
  it.each([
    ['IN_TRANSIT_05', 'LINEHAUL_HANDOVER'],
    ['WAITING_DELIVERY_02', 'READY_FOR_PICKUP'],
    ['ABNORMAL_07', 'RETURN_IN_TRANSIT'],
    ['DELIVERED_04', 'DELIVERED'],
  ])('%s', (word, node) => {
    expect(aggregatorEntry('track123', word)?.node).toBe(node);
  });
});

describe('J&T in Indonesia, which has a 100 of its own', () => {
  it.each(['jt-id', 'jt_id'])('%s: it says nothing without the words beside it', (carrier) => {
    expect(carrierEntry(carrier, '100')).toBeNull();
    expect(carrierEntry(carrier, '200')?.node).toBe('DELIVERED');
    expect(carrierEntry(carrier, '101')?.node).toBe('INFO_RECEIVED');
  });

  it('is a delivery elsewhere', () => {
    expect(carrierEntry('jt-br', '100')?.node).toBe('DELIVERED');
  });
});
