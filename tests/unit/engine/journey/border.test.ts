import { describe, expect, it } from 'vitest';
import { detect } from '../../../../main/engine/cases/detect.ts';
import { reduce } from '../../../../main/engine/journey/reduce.ts';
import { DAY, HOUR } from '../../../../shared/time.ts';
import { scan, START, trail } from './trails.ts';

const nodes = (words: readonly string[]) => reduce(trail(words)).events.map((event) => event.node);

describe('a border that nobody scanned', () => {
  it('puts the hub right before the delivery station on the buyer’s side', () => {
    expect(nodes(['upu EMA', 'upu EXC', 'jt 92', 'spx F599'])).toEqual([
      'PICKED_UP',
      'EXPORT_CLEARED',
      'DEST_HUB_IN',
      'LAST_MILE_HUB',
    ]);
  });

  it('leaves a hub before export at the origin', () => {
    expect(nodes(['upu EMA', 'jt 92', 'upu EXC', 'spx F599'])[1]).toBe('ORIGIN_HUB_IN');
  });
});

describe('an arrival whose place names no country', () => {
  const customs = (arrival: string) =>
    reduce([
      scan({ id: 1, text: 'Parcel picked up', place: 'Shenzhen, China' }),
      scan({ id: 2, text: 'Flight departed', place: 'Guangzhou, China', instant: START + 6 * HOUR }),
      scan({ id: 3, text: arrival, place: 'Guarulhos', instant: START + 30 * HOUR }),
      scan({ id: 4, text: 'Customs clearance completed', place: 'Guarulhos', instant: START + 40 * HOUR }),
      scan({ id: 5, text: 'Delivered', place: 'Recife, Brazil', instant: START + 90 * HOUR }),
    ]).events[3]?.node;

  it('is no longer in the seller’s country once its words reach the airport of the buyer', () => {
    expect(customs('Arrived at destination airport')).toBe('IMPORT_CLEARED');
  });

  it('is there still while no words say so', () => {
    expect(customs('In transit')).toBe('EXPORT_CLEARED');
  });
});

describe('a trail that begins behind the seller’s end', () => {
  const read = (texts: readonly string[]) =>
    reduce(
      texts.map((text, index) => scan({ id: index + 1, text, instant: START + index * 6 * HOUR })),
    ).events.map((event) => event.node);

  it('is in the buyer’s hub once customs have cleared it', () => {
    expect(read(['Customs cleared', 'Arrived at hub'])).toEqual(['IMPORT_CLEARED', 'DEST_HUB_IN']);
    expect(read(['Picked up', 'Customs cleared', 'Arrived at hub'])[2]).toBe('ORIGIN_HUB_IN');
  });

  it('was looked at by import customs where only the buyer’s end follows and nobody scanned a main leg', () => {
    expect(read(['Picked up', 'Customs inspection', 'Out for delivery'])[1]).toBe('IMPORT_CUSTOMS');
    expect(read(['Picked up', 'Customs inspection', 'Arrived at hub', 'Flight departed'])[1]).toBe(
      'EXPORT_CUSTOMS',
    );
  });

  it('has come to the far airport where it was at two, and left the first one from which a hub came before', () => {
    expect(
      read([
        'Arrived at hub',
        'Departed from hub',
        'Arrived at airport',
        'Departed',
        'Arrived at airport',
        'Customs cleared',
        'Arrived at hub',
      ]).filter((_, index) => index !== 3),
    ).toEqual([
      'ORIGIN_HUB_IN',
      'ORIGIN_HUB_OUT',
      'LINEHAUL_HANDOVER',
      'LINEHAUL_ARRIVED',
      'IMPORT_CLEARED',
      'DEST_HUB_IN',
    ]);
  });

  it('leaves once where it is loaded and driven off from the place that the words begin with', () => {
    expect(
      read([
        '[东莞接货仓]您的快件在【东莞接货仓】分拣完成',
        '[东莞接货仓]您的快件由【东莞接货仓】准备发往【深圳分拣中心】',
        '[东莞接货仓]您的快件已发车',
        '[深圳分拣中心]您的快件已到达【深圳分拣中心】',
        '您的快件正在派送中',
      ]),
    ).toEqual(['ORIGIN_HUB_IN', 'ORIGIN_HUB_OUT', 'ORIGIN_HUB_OUT', 'DEST_HUB_IN', 'OUT_FOR_DELIVERY']);
  });

  it('leaves once where "driven off" names no place, and comes to the buyer’s hub before a shop that keeps it', () => {
    expect(
      read([
        '顺丰速运已收取快件',
        '快件在【宁波市营业点】已装车',
        '快件已发车',
        '快件到达【宁波集散中心】',
        '包裹離開【南區】物流中心，前往取件門市',
        '包裹配達取件門市',
      ]),
    ).toEqual([
      'PICKED_UP',
      'ORIGIN_HUB_OUT',
      'ORIGIN_HUB_OUT',
      'DEST_HUB_IN',
      'DEST_HUB_OUT',
      'READY_FOR_PICKUP',
    ]);
  });

  it('is fetched by the local carrier behind the border, and by no last carrier before it', () => {
    expect(read(['Arrived in destination country', 'Picked up', 'Arrived at hub', 'Delivered'])[1]).toBe(
      'DEST_HUB_IN',
    );
    expect(read(['Arrived in destination country', 'Picked up'])[1]).toBe('PICKED_UP');
    expect(read(['Picked up', 'Handed over to the courier company', 'Flight departed'])[1]).toBe(
      'ORIGIN_HUB_IN',
    );
  });

  it('is looked at by import customs behind a hub that says it is the destination’s', () => {
    expect(
      read([
        'Picked up',
        'Export customs cleared',
        'At destination sort facility',
        'Available for clearance',
      ])[3],
    ).toBe('IMPORT_CUSTOMS');
  });
});

describe('the two code sets of J&T', () => {
  it('are told apart by J&T’s own codes, not by another carrier’s', () => {
    expect(nodes(['jt 106', 'flash 100', 'jt 110']).at(-1)).not.toBe('EXCEPTION');
    expect(nodes(['jt 10', 'jt 110']).at(-1)).toBe('EXCEPTION');
  });
});

describe('a tracker that gave up', () => {
  const quiet = (after: number, code: string) =>
    reduce([
      scan({ id: 1, code: 'F100' }),
      scan({ id: 2, scheme: 'aftership', status: 'Expired_001', instant: START + 30 * DAY }),
      scan({ id: 3, code, instant: START + after }),
    ]);

  it('does not end the parcel: a late scan goes on with it, a late posting is another one', () => {
    expect(quiet(95 * DAY, 'F440').events.map((event) => event.earlier)).toEqual([false, false, false]);
    expect(quiet(95 * DAY, 'F100').events.map((event) => event.earlier)).toEqual([true, true, false]);
  });

  it('is silence, with the case that was open before', () => {
    const before = reduce([scan({ id: 1, code: 'F100' })]);
    const after = reduce([
      scan({ id: 1, code: 'F100' }),
      scan({ id: 2, scheme: 'aftership', status: 'Expired_001', instant: START + 30 * DAY }),
    ]);
    const now = START + 31 * DAY + HOUR;
    const triggers = [before, after].map((journey) => detect(journey, { now, market: 'MY' }));
    expect(triggers.map(([finding]) => [finding?.kind, finding?.trigger])).toEqual([
      ['silence', '1'],
      ['silence', '1'],
    ]);
  });
});

describe('a trail inside one country', () => {
  const read = (texts: readonly string[]) =>
    reduce(
      texts.map((text, index) => scan({ id: index + 1, text, instant: START + index * 6 * HOUR })),
    ).events.map((event) => event.node);

  it('leaves the seller’s own warehouse before the courier comes: the first hub is the seller’s still', () => {
    expect(
      read(['包裹已出库', '快递员已揽收', '快件到达转运中心', '快件离开转运中心', '快件到达转运中心']).slice(
        2,
        4,
      ),
    ).toEqual(['ORIGIN_HUB_IN', 'ORIGIN_HUB_OUT']);
  });

  it('has left the first hub where it was on its way after it', () => {
    expect(read(['Picked up', 'Arrived at hub', 'In transit', 'Arrived at hub']).at(-1)).not.toBe(
      'ORIGIN_HUB_IN',
    );
  });

  it('is at the buyer’s end after a failed delivery', () => {
    expect(read(['Picked up', 'Departed from hub', 'Delivery failed', 'Arrived at hub']).at(-1)).toBe(
      'DEST_HUB_IN',
    );
  });

  it('comes to the seller’s station first, where it goes on to another hub, and to the buyer’s where it stays', () => {
    expect(
      read(['Đã lấy hàng', 'Đã đến bưu cục', 'Đã rời bưu cục', 'Đã đến kho phân loại', 'Đã đến bưu cục']),
    ).toEqual(['PICKED_UP', 'ORIGIN_HUB_IN', 'ORIGIN_HUB_OUT', 'DEST_HUB_IN', 'LAST_MILE_HUB']);
    expect(read(['Đã lấy hàng', 'Đã đến bưu cục', 'Đang giao hàng'])[1]).toBe('LAST_MILE_HUB');
  });

  it('comes to the buyer’s hub last, where nobody scanned that it left the one before', () => {
    expect(read(['Picked up', 'Arrived at hub', 'Arrived at hub', 'Out for delivery'])).toEqual([
      'PICKED_UP',
      'ORIGIN_HUB_IN',
      'DEST_HUB_IN',
      'OUT_FOR_DELIVERY',
    ]);
    expect(read(['Picked up', 'Arrived at hub', 'Out for delivery'])[1]).toBe('ORIGIN_HUB_IN');
  });

  it('was fetched by the courier where it is delivered later, and by the buyer where it waited for him or nothing follows', () => {
    expect(read(['Objeto chegou à base', 'Retirado', 'Entregue'])[1]).toBe('OUT_FOR_DELIVERY');
    expect(read(['Aguardando retirada na agência', 'Retirado', 'Entregue'])[1]).toBe('DELIVERED');
    expect(read(['Objeto chegou à base', 'Retirado'])[1]).toBe('DELIVERED');
  });

  it('was not delivered before it moved, whoever is said to have received it', () => {
    expect(
      read(['Paket telah diterima oleh Bandung', 'Paket tiba di hub', 'Paket diterima oleh Siti']),
    ).toEqual(['PICKED_UP', 'ORIGIN_HUB_IN', 'DELIVERED']);
    expect(read(['Paket telah diterima oleh Siti'])).toEqual(['DELIVERED']);
  });
});
