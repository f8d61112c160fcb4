import { describe, expect, it } from 'vitest';
import type { Border } from '../../../../../main/engine/journey/border.ts';
import {
  exportCustoms,
  portLeft,
  portReached,
  sideOfHub,
} from '../../../../../main/engine/journey/trail/sides.ts';
import { correct } from '../../../../../main/engine/journey/trail/correction.ts';
import { after, read, spot } from './spots.ts';

const hub = (
  border: Partial<Border>,
  trail: { lastHubIn?: number } = {},
  side: 'hub-in' | 'hub' = 'hub-in',
) => after(sideOfHub, read('TRANSIT_HUB'), { side, border, trail });

describe('the side of a hub', () => {
  it('is that of its country, where the places name it', () => {
    const at = (land: string | null) =>
      after(sideOfHub, read('TRANSIT_HUB'), {
        side: 'hub-out',
        border: { crosses: true, startsAtOrigin: true },
        trail: { lands: { at: [null, null, null, null, null, land], home: 'cn', goal: 'th' } },
      });
    expect(['cn', 'th', 'ae', null].map(at)).toEqual([
      'ORIGIN_HUB_OUT',
      'DEST_HUB_OUT',
      'TRANSIT_HUB',
      'ORIGIN_HUB_OUT',
    ]);
  });

  it('across a border: seller’s before the departure, buyer’s behind the arrival, between them neither', () => {
    const across = { crosses: true, startsAtOrigin: true };
    expect(hub({ ...across, left: 6, arrived: 8 })).toBe('ORIGIN_HUB_IN');
    expect(hub({ ...across, left: 4, arrived: 6 })).toBe('TRANSIT_HUB');
    expect(hub({ ...across, left: 2, arrived: 4 })).toBe('DEST_HUB_IN');
  });

  it('behind customs that a parcel met after it had left: buyer’s, though nobody scanned that it arrived', () => {
    const left = { crosses: true, startsAtOrigin: true, left: 2 };
    expect(hub({ ...left, behindLeft: 4 })).toBe('DEST_HUB_IN');
    expect(hub({ ...left, behindLeft: 6 })).toBe('TRANSIT_HUB');
    expect(hub({ ...left, behindLeft: 4, arrived: 8 })).toBe('TRANSIT_HUB');
    expect(
      after(sideOfHub, read('TRANSIT_HUB'), {
        side: 'hub-in',
        border: { ...left, behindLeft: 4 },
        trail: { lands: { at: [null, null, null, null, 'ae'], home: 'cn', goal: 'br' } },
      }),
    ).toBe('TRANSIT_HUB');
  });

  it('across a border that nobody scanned: buyer’s right before the delivery station', () => {
    const across = { crosses: true, startsAtOrigin: true, lastExport: 3, station: 6 };
    expect(hub(across, { lastHubIn: 5 })).toBe('DEST_HUB_IN');
    expect(hub(across, { lastHubIn: 6 })).toBe('ORIGIN_HUB_IN');
    expect(hub({ ...across, lastExport: 5 }, { lastHubIn: 5 })).toBe('ORIGIN_HUB_IN');
  });

  it('of a trail that begins behind the seller’s end: open, until a clearance or the first departure tell', () => {
    expect(hub({ crosses: true })).toBe('TRANSIT_HUB');
    expect(hub({ crosses: true, cleared: 4 })).toBe('DEST_HUB_IN');
    expect(hub({ crosses: true, arrived: 8, firstOut: 6 })).toBe('ORIGIN_HUB_IN');
    expect(hub({ crosses: true, arrived: 8, firstOut: 4 })).toBe('TRANSIT_HUB');
    expect([4, 5].map((entry) => hub({ crosses: true, startsAtOrigin: true, entry }))).toEqual([
      'DEST_HUB_IN',
      'ORIGIN_HUB_IN',
    ]);
  });

  it('inside one country: seller’s up to the first departure, buyer’s before the station and behind the buyer’s end', () => {
    expect(hub({ firstOut: 6 })).toBe('ORIGIN_HUB_IN');
    expect(hub({ firstOut: 3 })).toBe('TRANSIT_HUB');
    expect(hub({ firstOut: 3, station: 6 }, { lastHubIn: 5 })).toBe('DEST_HUB_IN');
    expect(hub({ firstOut: 3, station: 6 }, { lastHubIn: 6 })).toBe('TRANSIT_HUB');
    expect(hub({ firstOut: 6, reached: 4 })).toBe('DEST_HUB_IN');
    expect(hub({ station: 6, hubIns: 2 }, { lastHubIn: 5 })).toBe('DEST_HUB_IN');
    expect(hub({ station: 6, hubIns: 1 }, { lastHubIn: 5 })).toBe('ORIGIN_HUB_IN');
  });

  it('is the table’s own where the table names one and no departure comes after it', () => {
    const named = (border: Partial<Border>) => after(sideOfHub, read('DEST_HUB_IN'), { side: 'hub', border });
    expect(named({ firstOut: 3 })).toBe('DEST_HUB_IN');
    expect(named({ firstOut: 6 })).toBe('ORIGIN_HUB_IN');
  });

  it('of a scan alone is its carrier’s, and what the trail confirms stays the words’ own', () => {
    const lone = (carrier: string) =>
      after(sideOfHub, read('TRANSIT_HUB'), { side: 'hub-in', carrier, trail: { length: 1 } });
    expect(['yanwen', 'vnpost', 'spx'].map(lone)).toEqual(['ORIGIN_HUB_IN', 'DEST_HUB_IN', 'TRANSIT_HUB']);
    const confirmed = read('ORIGIN_HUB_IN');
    expect(correct([sideOfHub], confirmed, spot({ side: 'hub' }))).toBe(confirmed);
  });
});

describe('the end of a port', () => {
  it('that is left behind the arrival is left towards the buyer', () => {
    const left = (arrived: number) =>
      after(portLeft, read('LINEHAUL_DEPARTED'), { side: 'port-out', border: { arrived } });
    expect([4, 5].map(left)).toEqual(['DEST_HUB_OUT', 'LINEHAUL_DEPARTED']);
  });

  it('that is come to before the arrival is the near one', () => {
    const reached = (arrived: number) =>
      after(portReached, read('LINEHAUL_ARRIVED'), { side: 'port-in', border: { arrived } });
    expect([6, 5].map(reached)).toEqual(['LINEHAUL_HANDOVER', 'LINEHAUL_ARRIVED']);
  });
});

describe('customs that do not say which', () => {
  const customs = (border: Partial<Border>, land: string | null = null) =>
    after(exportCustoms, read('IMPORT_HELD'), {
      side: 'customs',
      land,
      border,
      trail: { lands: { at: [], home: land === null ? null : 'cn', goal: null } },
    });

  it('are export’s before the border, and in the country from which the parcel comes', () => {
    expect(customs({ startsAtOrigin: true })).toBe('EXPORT_HELD');
    expect(customs({ left: 4 })).toBe('IMPORT_HELD');
    expect(customs({ left: 4 }, 'cn')).toBe('EXPORT_HELD');
    expect(customs({ left: 6 }, 'th')).toBe('IMPORT_HELD');
  });

  it('stay import’s where only the buyer’s end follows, or nothing shows a way out', () => {
    expect(customs({ startsAtOrigin: true, entry: 5 })).toBe('IMPORT_HELD');
    expect(customs({})).toBe('IMPORT_HELD');
    expect(customs({ startsAtOrigin: true, goalHub: 4 })).toBe('IMPORT_HELD');
  });
});
