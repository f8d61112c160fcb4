import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideZone, type MomentContext, readMoment } from '../../../../main/engine/sources/times/moment.ts';

const bare: MomentContext = {
  ...{ order: 'unknown', zoneField: '', carrier: 'unknown', place: null, market: null, chosen: null },
  zoneOfPlace: (place) => (place === 'Manaus' ? 'America/Manaus' : null),
};
const at = (raw: string, more: Partial<MomentContext> = {}) => readMoment(raw, { ...bare, ...more });

describe('the zone of a wall clock', () => {
  it('is the strongest of what is known, with the reason', () => {
    const all = {
      zoneField: '+07:00',
      carrier: 'jt-br',
      place: 'Manaus',
      market: 'TH',
      chosen: '+09:00',
    } as const;
    const steps = [
      [{}, 'column', '+07:00'],
      [{ zoneField: '' }, 'carrier', 'America/Sao_Paulo'],
      [{ carrier: 'unknown' }, 'place', 'America/Manaus'],
      [{ place: 'CUSTOMER' }, 'market', 'Asia/Bangkok'],
      [{ market: null }, 'chosen', '+09:00'],
      [{ chosen: null }, 'assumed', 'Asia/Shanghai'],
    ] as const;
    const context: Omit<MomentContext, 'order'> = { ...bare, ...all };
    for (const [less, reason, zone] of steps) {
      Object.assign(context, less);
      expect(decideZone(context)).toEqual({ zone, reason });
    }
  });

  it('gives way to an offset in the text', () => {
    expect(at('2026-11-24T08:05:00+07:00', { zoneField: '+01:00', carrier: 'sf' })).toEqual({
      ...{
        ok: true,
        at: Date.UTC(2026, 10, 24, 1, 5),
        zone: '+07:00',
        zoneReason: 'offset',
        dateOnly: false,
      },
    });
  });

  it('counts across a change of clocks: skipped and repeated hours', () => {
    const market = 'CL';
    // Chile skips 00:00 to 01:00 on 2026-09-06 and repeats 23:00 to 24:00 on 2026-04-04.
    expect(at('2026-09-05 23:30', { market })).toMatchObject({ at: Date.UTC(2026, 8, 6, 3, 30) });
    expect(at('2026-09-06 01:30', { market })).toMatchObject({ at: Date.UTC(2026, 8, 6, 4, 30) });
    expect(at('2026-09-06 00:30', { market })).toMatchObject({ at: Date.UTC(2026, 8, 6, 4, 30) });
    expect(at('2026-04-04 23:30', { market })).toMatchObject({ at: Date.UTC(2026, 3, 5, 2, 30) });
  });
});

describe('a day without a clock', () => {
  it.each(['2026-11-20', '2026/11/20', '20 Nov 2026', '2569-11-20', '2026年11月20日', '46346'])(
    '%s stays a day, with its noon to sort by',
    (text) => {
      expect(at(text, { market: 'TH' })).toMatchObject({ dateOnly: true, at: Date.UTC(2026, 10, 20, 5) });
    },
  );

  it('is also what a bare midnight is', () => {
    for (const text of ['2026-11-20 00:00:00', '2026-11-20T00:00', '20/11/2569 00:00']) {
      expect(at(text, { market: 'TH' })).toMatchObject({ dateOnly: true, at: Date.UTC(2026, 10, 20, 5) });
    }
    expect(at('2026-11-20T00:00:00+07:00')).toMatchObject({
      dateOnly: false,
      at: Date.UTC(2026, 10, 19, 17),
    });
    expect(at('2026-11-20 00:00:01')).toMatchObject({ dateOnly: false });
  });

  it('falls on its own day in its own zone, whatever the zone and the season', () => {
    const zones = [
      'America/Santiago',
      'America/Sao_Paulo',
      'Asia/Kuala_Lumpur',
      'America/New_York',
      '-11:00',
      '+13:00',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (zone, date) => {
          const day = date.toISOString().slice(0, 10);
          const found = at(day, { zoneField: zone });
          expect(found.ok && found.dateOnly).toBe(true);
          const there = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
          expect(found.ok && there.format(found.at)).toBe(day);
        },
      ),
    );
  });
});
