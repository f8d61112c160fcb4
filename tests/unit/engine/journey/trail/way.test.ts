import { describe, expect, it } from 'vitest';
import { correct } from '../../../../../main/engine/journey/trail/correction.ts';
import { NOTHING_TOLD, tell, turns } from '../../../../../main/engine/journey/trail/spot.ts';
import {
  courierAssigned,
  deliveredOnReturn,
  movedOnReturn,
  WAY,
} from '../../../../../main/engine/journey/trail/way.ts';
import { after, read, spot } from './spots.ts';

const returning = { told: { returning: true } };

describe('the delivery run and the return leg', () => {
  it('a courier assigned to a parcel under way delivers it, and is believed no more than before', () => {
    const assigned = read('PICKUP_ARRANGED', { confidence: 'low' });
    const under = { told: { collected: true } };
    expect(correct([courierAssigned], assigned, spot(under))).toEqual({
      node: 'OUT_FOR_DELIVERY',
      reason: null,
      confidence: 'low',
      means: 'position',
    });
    expect(after(courierAssigned, assigned)).toBe('PICKUP_ARRANGED');
    expect(after(courierAssigned, read('PICKUP_ARRANGED'), under)).toBe('PICKUP_ARRANGED');
  });

  it('a movement on the way back is the return’s; an end, a trouble, a note and the turn itself are not', () => {
    expect(after(movedOnReturn, read('DEST_HUB_IN'), returning)).toBe('RETURN_IN_TRANSIT');
    expect(after(movedOnReturn, read('DEST_HUB_IN'))).toBe('DEST_HUB_IN');
    for (const node of ['LOST', 'CANCELLED', 'EXCEPTION', 'NOTE', 'UNKNOWN', 'RETURN_STARTED'] as const) {
      expect(after(movedOnReturn, read(node), returning)).toBe(node);
    }
  });

  it('a guessed turn on the way back is a movement', () => {
    const guessed = read('RETURN_STARTED', { confidence: 'low' });
    expect(after(movedOnReturn, guessed, returning)).toBe('RETURN_IN_TRANSIT');
  });

  it('a delivery on the way back is one to the sender, as sure as it was', () => {
    expect(correct(WAY, read('DELIVERED'), spot(returning))).toEqual(read('RETURNED', { means: 'position' }));
    expect(after(deliveredOnReturn, read('DELIVERED'))).toBe('DELIVERED');
  });
});

describe('what a scan tells the scans after it', () => {
  it('a pick-up and all behind it was collected, a hub moved, a counter waits until the next node', () => {
    expect(tell(NOTHING_TOLD, read('PICKUP_ARRANGED'))).toEqual(NOTHING_TOLD);
    expect(tell(NOTHING_TOLD, read('PICKED_UP'))).toEqual({ ...NOTHING_TOLD, collected: true });
    expect(tell(NOTHING_TOLD, read('TRANSIT_HUB'))).toEqual({
      ...NOTHING_TOLD,
      collected: true,
      moved: true,
    });
    const waiting = tell(NOTHING_TOLD, read('READY_FOR_PICKUP'));
    expect(waiting.waits).toBe(true);
    expect(tell(waiting, read('NOTE'))).toBe(waiting);
    expect(tell(waiting, read('OUT_FOR_DELIVERY')).waits).toBe(false);
  });

  it('a guess turns no parcel round', () => {
    expect(turns(read('RETURN_STARTED', { confidence: 'medium' }))).toBe(true);
    expect(turns(read('RETURN_STARTED', { confidence: 'low' }))).toBe(false);
    expect(turns(read('RETURNED'))).toBe(false);
    expect(tell(NOTHING_TOLD, read('RETURN_IN_TRANSIT')).returning).toBe(true);
  });
});
