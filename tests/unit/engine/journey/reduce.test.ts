import { describe, expect, it } from 'vitest';
import { reduce } from '../../../../main/engine/journey/reduce.ts';
import { DAY } from '../../../../shared/time.ts';
import { scan, START, trail } from './trails.ts';

const nodes = (words: readonly string[]): string[] => reduce(trail(words)).events.map((event) => event.node);

describe('reduce on trails', () => {
  it('domestic: a failed attempt, then delivered', () => {
    const journey = reduce(
      trail(['spx F000', 'spx F100', 'spx F440', 'spx F599', 'spx F600', 'spx F650', 'spx F600', 'spx F980']),
    );
    expect(journey).toMatchObject({
      node: 'DELIVERED',
      stage: 'CLOSE',
      terminal: true,
      direction: 'forward',
    });
    expect(journey.spans.map((span) => span.stage)).toEqual([
      'INFO',
      'FIRST_MILE',
      'ORIGIN',
      'LAST_MILE',
      'CLOSE',
    ]);
  });

  it('a last mile that goes on after the end moves nothing, and is told', () => {
    const later = (id: number, code: string, days: number, carrier = 'spx') =>
      scan({ id, carrier, code, instant: START + days * DAY });
    const over = trail(['spx F100', 'spx F600', 'spx F980']);
    expect(reduce([...over, later(9, 'F650', 4)])).toMatchObject({
      node: 'DELIVERED',
      terminal: true,
      notes: ['scans-after-end'],
    });
    // Scans of the same day come late now and then, and a second word of the end is none of the last mile.
    expect(reduce([...over, later(9, 'F650', 1)]).notes).toEqual([]);
    expect(reduce([...over, later(9, 'F980', 4)]).notes).toEqual([]);
    // Delivered before it was picked up, or before it left its country, says the same.
    for (const code of ['F100', 'F440']) {
      expect(reduce([...over, later(9, code, 1)])).toMatchObject({
        node: 'DELIVERED',
        notes: ['scans-after-end'],
      });
    }
    // Once it turns back there is no contradiction left.
    const failed = [...trail(['ghn picked', 'ghn delivered']), later(9, 'delivery_fail', 4, 'ghn')];
    expect(reduce(failed).notes).toEqual(['scans-after-end']);
    const back = reduce([...failed, later(10, 'return', 5, 'ghn')]);
    expect([back.direction, back.notes]).toEqual(['return', []]);
  });

  it('across the border: customs takes its side from where the parcel is', () => {
    const customs = 'aftership-carrier InTransit_006';
    const words = ['4px FPX_C_SPLS', customs, '4px FPX_M_DFOA', '4px FPX_M_ATA', customs];
    const scans = trail(words).map((item) =>
      item.carrier === 'aftership-carrier' ? { ...item, code: null, status: 'InTransit_006' } : item,
    );
    expect(reduce(scans).events.map((event) => event.node)).toEqual([
      'PICKED_UP',
      'EXPORT_CUSTOMS',
      'LINEHAUL_DEPARTED',
      'LINEHAUL_ARRIVED',
      'IMPORT_CUSTOMS',
    ]);
    expect(reduce(scans).notes).toContain('two-carriers');
  });

  it('a hub has the side that the border gives it', () => {
    expect(nodes(['jt 106', 'jt 92', 'upu EMC', 'jt 92', 'upu EMD', 'jt 92'])).toEqual([
      'PICKED_UP',
      'ORIGIN_HUB_IN',
      'LINEHAUL_DEPARTED',
      'TRANSIT_HUB',
      'LINEHAUL_ARRIVED',
      'DEST_HUB_IN',
    ]);
  });

  it('on the way back everything is the return’s, and delivered is returned', () => {
    const words = ['ghn picked', 'ghn delivery_fail', 'ghn return', 'ghn sorting', 'ghn delivered'];
    expect(nodes(words)).toEqual([
      'PICKED_UP',
      'DELIVERY_FAILED',
      'RETURN_STARTED',
      'RETURN_IN_TRANSIT',
      'RETURNED',
    ]);
    expect(reduce(trail(words))).toMatchObject({ node: 'RETURNED', direction: 'return', terminal: true });
  });

  it('an unspecific movement does not clear a hold, a solved problem and a departure do', () => {
    const held = ['upu EMC', 'upu EMD', 'upu EME'];
    expect(reduce(trail([...held, 'upu XXX', 'flash 2'])).node).toBe('IMPORT_HELD');
    expect(reduce(trail([...held, 'upu EMF'])).node).toBe('DEST_HUB_OUT');
    const solved = [
      ...trail(held),
      scan({ id: 9, carrier: 'upu', status: 'InTransit_008', instant: START + DAY }),
    ];
    expect(reduce(solved)).toMatchObject({ node: 'IN_TRANSIT', stage: 'IMPORT' });
  });

  it('a re-used number: the earlier parcel is set apart', () => {
    const scans = [
      ...trail(['spx F100', 'spx F980']),
      ...trail(['spx F100', 'spx F440'], 6, START + 90 * DAY).map((item) =>
        scan({ ...item, id: item.id + 2 }),
      ),
    ];
    const journey = reduce(scans);
    expect(journey.events.map((event) => event.earlier)).toEqual([true, true, false, false]);
    expect(journey).toMatchObject({ node: 'ORIGIN_HUB_IN', terminal: false, notes: ['number-reused'] });
  });

  it('a missed collection after the pick-up is no failed pick-up', () => {
    const missed = scan({ id: 9, status: 'Exception_008', instant: START + DAY });
    expect(reduce([missed]).node).toBe('PICKUP_FAILED');
    expect(reduce([...trail(['spx F100']), missed])).toMatchObject({
      node: 'EXCEPTION',
      reason: 'UNCLAIMED',
    });
  });

  it('the tracker giving up is neither an end for later scans nor above a real one', () => {
    expect(reduce(trail(['spx F100', 'shopee EXPIRED'])).node).toBe('EXPIRED');
    expect(reduce(trail(['spx F980', 'shopee EXPIRED'])).node).toBe('DELIVERED');
    expect(reduce(trail(['spx F100', 'shopee EXPIRED', 'spx F440'])).node).toBe('ORIGIN_HUB_IN');
  });

  it('unknown scans are counted and move nothing; none at all is UNKNOWN', () => {
    expect(reduce(trail(['spx F100', 'spx Z999']))).toMatchObject({ node: 'PICKED_UP', unknown: 1 });
    expect(reduce([])).toMatchObject({ node: 'UNKNOWN', stage: null, terminal: false, events: [] });
  });

  it('a scan without time stands where its source’s sequence puts it', () => {
    const timed = trail(['spx F100', 'spx F980']).map((item, index) => ({ ...item, seq: index * 2 }));
    const between = scan({ id: 7, code: 'F600', instant: null, seq: 1 });
    const journey = reduce([between, ...timed]);
    expect(journey.events.map((event) => event.node)).toEqual(['PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED']);
    expect(journey.notes).toEqual(['times-missing', 'order-uncertain']);
  });
});
