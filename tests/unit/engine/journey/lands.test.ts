import { describe, expect, it } from 'vitest';
import { landOf } from '../../../../main/engine/journey/lands.ts';
import { reduce } from '../../../../main/engine/journey/reduce.ts';
import { HOUR } from '../../../../shared/time.ts';
import { scan, START } from './trails.ts';

/** Lines of `text @ place`, six hours apart, of one carrier. */
const nodes = (carrier: string, lines: readonly string[]) =>
  reduce(
    lines.map((line, index) => {
      const [text = '', place = ''] = line.split(' @ ');
      return scan({
        id: index + 1,
        carrier,
        text,
        place: place === '' ? null : place,
        instant: START + index * 6 * HOUR,
      });
    }),
  ).events.map((event) => event.node);

const nodeOfCode = (carrier: string, code: string, text: string) =>
  reduce([scan({ id: 1, carrier, code, text, instant: START })]).events[0]?.node;

describe('the country of a place text', () => {
  it.each([
    ['Leipzig - Germany', 'de'],
    ['Austin, TX, United States', 'us'],
    ['LETHBRIDGE, AB, T1H5K9, CA', null],
    ['Lethbridge, AB, CA', 'ca'],
    ['Los Angeles, CA', null],
    ['Koeln, DE', 'de'],
    ['New Castle, DE', null],
    ['KOELN HUB, DE', 'de'],
    ['Lyon, FR', 'fr'],
    ['Kowloon - Hong Kong SAR', 'hk'],
    ['LONDON-GBR', 'gb'],
    ['OAKLAND HUB,CA-USA', 'us'],
    ['NARITA-SHI JP', 'jp'],
    ['ARACAJU SE', null],
    ['HARTFORD CT', null],
    ['CN', 'cn'],
    ['Hub 4', null],
    ['', null],
  ])('%s', (place, land) => {
    expect(landOf(place)).toBe(land);
  });
});

describe('hubs of a trail that crosses a border', () => {
  it('lie on the side of their country', () => {
    expect(
      nodes('ups', [
        'Label created @ United States',
        'Picked up @ Porto, Portugal',
        'Arrived at facility @ Porto, Portugal',
        'Departed facility @ Koeln, Germany',
        'Arrived at facility @ Ontario, CA, United States',
        'Out for delivery @ Irvine, CA, United States',
      ]),
    ).toEqual([
      'INFO_RECEIVED',
      'PICKED_UP',
      'ORIGIN_HUB_IN',
      'TRANSIT_HUB',
      'DEST_HUB_IN',
      'OUT_FOR_DELIVERY',
    ]);
  });

  it('lie in the country that their own words end with, where the source has no place', () => {
    expect(
      nodes('dhl', [
        'Shipment picked up',
        'Processed at PORTO - PORTUGAL',
        'Departed Facility in PORTO - PORTUGAL',
        'Arrived at Sort Facility LEIPZIG - GERMANY',
        'Processed for clearance at MUMBAI - INDIA',
        'Arrived at Delivery Facility in PUNE - INDIA',
      ]).slice(1, 5),
    ).toEqual(['ORIGIN_HUB_IN', 'ORIGIN_HUB_OUT', 'TRANSIT_HUB', 'IMPORT_CUSTOMS']);
  });

  it('have no side while nothing says where the parcel goes', () => {
    expect(nodes('ups', ['Picked up @ Porto, Portugal', 'Arrived at facility @ Koeln, Germany'])[1]).toBe(
      'TRANSIT_HUB',
    );
  });

  it('customs of the first country are export customs', () => {
    expect(
      nodes('fedex', [
        'Picked up @ Porto, Portugal',
        'Customs clearance completed @ Lisbon, Portugal',
        'Customs clearance completed @ Koeln, Germany',
      ]).slice(1),
    ).toEqual(['EXPORT_CLEARED', 'IMPORT_CLEARED']);
  });
});

describe('what a trail tells beyond borders', () => {
  it('a scan behind one at the buyer’s end is at the buyer’s end', () => {
    expect(
      nodes('jne', [
        'Picked up',
        'Received at destination hub',
        'Received at warehouse',
        'With delivery courier',
      ]),
    ).toEqual(['PICKED_UP', 'DEST_HUB_IN', 'DEST_HUB_IN', 'OUT_FOR_DELIVERY']);
  });

  it('a driver assigned to a parcel under way is the one who delivers it', () => {
    expect(
      nodes('roadie', ['Order created', 'Assigned to a driver', 'Picked up', 'Assigned to a driver']),
    ).toEqual(['INFO_RECEIVED', 'PICKUP_ARRANGED', 'PICKED_UP', 'OUT_FOR_DELIVERY']);
  });

  it('a lone hub of a consolidator stands on the seller’s side', () => {
    expect(nodes('yanwen', ['Departed from facility'])).toEqual(['ORIGIN_HUB_OUT']);
    expect(nodes('yanwen-cn', ['Departed from facility'])).toEqual(['ORIGIN_HUB_OUT']);
    expect(nodes('usps', ['Departed from facility'])).toEqual(['TRANSIT_HUB']);
  });

  it('a lone hub of a post of the buyers’ countries stands on the buyer’s side, unless the words name the other', () => {
    expect(nodes('correios', ['Objeto recebido no centro de triagem'])).toEqual(['DEST_HUB_IN']);
    expect(nodes('pos-malaysia', ['Departed from the hub'])).toEqual(['DEST_HUB_OUT']);
    expect(nodes('pos-malaysia', ['Departed from the origin hub'])).toEqual(['ORIGIN_HUB_OUT']);
  });

  it('what waits for the buyer is collected by the buyer', () => {
    const trail = ['Collected', 'Departed from hub', 'Ready for collection at the parcel shop', 'Collected'];
    expect(nodes('gls', trail)).toEqual(['PICKED_UP', 'ORIGIN_HUB_OUT', 'READY_FOR_PICKUP', 'DELIVERED']);
    expect(nodes('gls', ['Dropped off at the parcel shop', 'Collected'])).toEqual(['PICKED_UP', 'PICKED_UP']);
  });

  it('an unverified code gives way to a clear sentence, but keeps the end that it names', () => {
    expect(nodeOfCode('ups', 'X', 'The receiver has moved')).toBe('EXCEPTION');
    expect(nodeOfCode('ups', 'I', 'Out for delivery')).toBe('OUT_FOR_DELIVERY');
    expect(nodeOfCode('ups', 'X', 'Arrived at hub')).toBe('TRANSIT_HUB');
    expect(nodeOfCode('usps', '01', '')).toBe('DELIVERED');
  });

  it('a carrier to whom the parcel was handed over writes of itself', () => {
    expect(nodes('gls', ['The parcel was handed over to GLS.'])).toEqual(['PICKED_UP']);
    expect(nodes('yanwen', ['The parcel was handed over to GLS.'])).toEqual(['LAST_MILE_HUB']);
  });
});
