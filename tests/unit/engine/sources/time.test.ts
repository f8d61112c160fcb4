import { describe, expect, it } from 'vitest';
import { offsetName, readClock } from '../../../../main/engine/sources/times/clock.ts';
import { carrierZone, offsetAt, zoneOfCell } from '../../../../main/engine/sources/times/zones.ts';

const at = Date.UTC(2026, 10, 24, 8, 5);

describe('readClock', () => {
  it.each([
    '2026-11-24T08:05',
    '2026-11-24 08:05:00.000',
    '2026/11/24 08:05',
    '2026年11月24日 08:05',
    '2026年11月24日 上午8:05',
    '24/11/2026 08:05',
    '24-11-2026 08:05',
    '11/24/2026 8:05 AM',
    '24 Nov 2026 08:05',
    'Nov 24, 2026 08:05',
    '20261124 080500',
    '2569-11-24 08:05',
    '24/11/2569 08:05',
    'Tuesday, 24 November 2026 08:05',
    '24 de novembro de 2026 08h05',
    '24 de noviembre de 2026, 08:05',
    '24 November 2026 08.05',
    '24-nov-2026 08.05.00',
    '24-Nov-26 08:05',
    '26年11月24日 08:05',
    '民國115年11月24日 08:05',
    '中華民國 115 年 11 月 24 日 上午8:05',
    '115/11/24 08:05:00',
    '115年11月24日 08:05',
  ])('%s', (text) => {
    expect(readClock(text, 'unknown')).toMatchObject({ ok: true, wall: at, offset: null });
  });

  it.each([
    ['2026-11-24T08:05:00Z', 0],
    ['2026-11-24T08:05:00+08:00', 8],
    ['2026-11-24 08:05:00-0300', -3],
    ['Tue, 24 Nov 2026 08:05:00 GMT', 0],
    ['Tue Nov 24 2026 08:05:00 GMT+0800 (China Standard Time)', 8],
    ['2026-11-24 08:05 WIB', 7],
    ['24 Nov 2026 08.05 WITA', 8],
  ])('keeps the offset of %s', (text, hours) => {
    expect(readClock(text, 'unknown')).toMatchObject({ ok: true, wall: at, offset: hours * 3_600_000 });
  });

  it('reads epochs, serial numbers, afternoons and bare dates', () => {
    expect(readClock(String(at / 1000), 'unknown')).toMatchObject({ wall: at, offset: 0 });
    expect(readClock(String(at), 'unknown')).toMatchObject({ wall: at, offset: 0 });
    expect(readClock('46350.5', 'unknown')).toMatchObject({ wall: Date.UTC(2026, 10, 24, 12), offset: null });
    expect(readClock('2026年11月24日 下午8:05', 'unknown')).toMatchObject({ wall: at + 12 * 3_600_000 });
    expect(readClock('2026-11-24', 'unknown')).toMatchObject({
      wall: Date.UTC(2026, 10, 24),
      dateOnly: true,
    });
  });

  it('knows the months of the markets, and no others', () => {
    const months = 'ene fev março abr mei jun jul ogos setembro okt nov diciembre'.split(' ');
    expect(months.map((month) => readClock(`5 ${month} 2026`, 'unknown'))).toEqual(
      months.map((_, at) => expect.objectContaining({ wall: Date.UTC(2026, at, 5), dateOnly: true })),
    );
    expect(readClock('5 brumaire 2026', 'unknown')).toEqual({ ok: false, why: 'bad-time' });
  });

  it('never guesses between day and month', () => {
    expect(readClock('03/04/2026', 'unknown')).toEqual({ ok: false, why: 'ambiguous-time' });
    expect(readClock('03/04/2026', 'day-first')).toMatchObject({ wall: Date.UTC(2026, 3, 3) });
    expect(readClock('03/04/2026', 'month-first')).toMatchObject({ wall: Date.UTC(2026, 2, 4) });
  });

  it('reads a year of two digits as its column says, or not at all', () => {
    const date = (order: Parameters<typeof readClock>[1]) => readClock('03/04/05 06:07', order);
    expect(date('unknown')).toEqual({ ok: false, why: 'ambiguous-time' });
    expect(date('day-first')).toMatchObject({ wall: Date.UTC(2005, 3, 3, 6, 7) });
    expect(date('month-first')).toMatchObject({ wall: Date.UTC(2005, 2, 4, 6, 7) });
    expect(date('year-first')).toMatchObject({ wall: Date.UTC(2003, 3, 5, 6, 7) });
    expect(readClock('11/11/11', 'unknown')).toMatchObject({ wall: Date.UTC(2011, 10, 11), dateOnly: true });
    expect(readClock('03/04/2026', 'year-first')).toEqual({ ok: false, why: 'ambiguous-time' });
  });

  it.each(['315/11/24', '15/11/242', '民國一百年', '1151124', '24 Nov 14:20'])('%s is no time', (text) => {
    expect(readClock(text, 'year-first')).toEqual({ ok: false, why: 'bad-time' });
  });

  it.each([
    '2026-02-31',
    '民國70年1月1日',
    '115/02/30',
    '2026-11-01 25:61',
    '31/02/2026',
    '32/13/2026',
    '2026-11-01T08:00:00+25:00',
    '1 Nov 2026 08:00 GMT-99',
  ])('%s does not exist', (text) => {
    expect(readClock(text, 'day-first')).toEqual({ ok: false, why: 'impossible-time' });
  });
});

describe('zones', () => {
  it('places clocks across changes of clocks', () => {
    expect(offsetName(offsetAt('Asia/Shanghai', at))).toBe('+08:00');
    // New York skips 02:00 to 03:00 on 2026-03-08 and repeats 01:00 on 2026-11-01.
    expect(offsetName(offsetAt('America/New_York', Date.UTC(2026, 2, 8, 2, 30)))).toBe('-05:00');
    expect(offsetName(offsetAt('America/New_York', Date.UTC(2026, 10, 1, 1, 30)))).toBe('-04:00');
  });

  it('knows carriers, countries and written zones', () => {
    expect(carrierZone('yunexpress')).toBe('Asia/Shanghai');
    expect(carrierZone('jt-br')).toBe('America/Sao_Paulo');
    expect(carrierZone('unknown')).toBeNull();
    expect(zoneOfCell('UTC+8')).toBe('+08:00');
    expect(zoneOfCell('nowhere')).toBeNull();
  });
});
