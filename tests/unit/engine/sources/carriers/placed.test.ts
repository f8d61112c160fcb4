import { describe, expect, test } from 'vitest';
import { placedSource, placeTimes } from '../../../../../main/engine/sources/carriers/kit/placed.ts';
import { makeRows, type SourceScan } from '../../../../../main/engine/sources/carriers/kit/rows.ts';
import type { AskAnswer, CarrierSource } from '../../../../../main/engine/sources/carriers/kit/types.ts';
import type { ZoneOfPlace } from '../../../../../main/engine/sources/times/moment.ts';
import { never, NOW } from '../../../../fakes/carriers.ts';

const ZONES: Readonly<Record<string, string>> = { Shenzhen: 'Asia/Shanghai', Lisboa: 'Europe/Lisbon' };
const zoneOfPlace: ZoneOfPlace = (place) => ZONES[place] ?? null;
const rowsOf = (...scans: Partial<SourceScan>[]) =>
  makeRows(
    scans.map((more) => ({
      ...{ carrier: 'unknown', code: null, scheme: 'aftership', status: 'InTransit_001' },
      ...{ text: 'In transit', lang: null, place: null, rawTime: '2026-11-20 10:00', ...more },
    })),
    { number: 'N1', now: NOW, market: 'BR', orderNo: null, orderTime: null, newestFirst: false },
  ).rows;
const told = (rows: ReturnType<typeof placeTimes>) =>
  rows.map(({ place, zone, zoneReason, instant }) => [
    place,
    zone,
    zoneReason,
    new Date(instant ?? 0).toISOString(),
  ]);

describe('a written time without a zone', () => {
  test('is the clock of the scan’s own place, before the market’s', () => {
    expect(told(placeTimes(rowsOf({ place: 'Shenzhen' }, { place: 'Cajamar' }), zoneOfPlace))).toEqual([
      ['Shenzhen', 'Asia/Shanghai', 'place', '2026-11-20T02:00:00.000Z'],
      ['Cajamar', 'America/Sao_Paulo', 'market', '2026-11-20T13:00:00.000Z'],
    ]);
  });

  test('is not moved where the service, the carrier or the time itself says more', () => {
    const rows = rowsOf(
      { place: 'Shenzhen', rawTime: '2026-11-20T10:00:00+02:00' },
      { place: 'Lisboa', carrier: 'sf' },
      { place: 'Shenzhen', zone: { name: '+07:00', reason: 'source' } },
      { place: null },
    );
    expect(placeTimes(rows, zoneOfPlace)).toBe(rows);
  });

  test('follows the place’s own clock changes, keeps a day without a clock, and the list stays in order of time', () => {
    // 25 October 2026: Lisbon goes back from +1 to 0 at two at night.
    const rows = placeTimes(
      rowsOf(
        { place: 'Cajamar', rawTime: '2026-10-24 22:00' },
        { place: 'Lisboa', rawTime: '2026-10-25 12:00' },
        { place: 'Lisboa', rawTime: '2026-10-24 23:00' },
        { place: 'Shenzhen', rawTime: '2026-10-20 00:00:00' },
      ),
      zoneOfPlace,
    );
    expect(told(rows)).toEqual([
      ['Shenzhen', 'Asia/Shanghai', 'place', '2026-10-20T04:00:00.000Z'],
      ['Lisboa', 'Europe/Lisbon', 'place', '2026-10-24T22:00:00.000Z'],
      ['Cajamar', 'America/Sao_Paulo', 'market', '2026-10-25T01:00:00.000Z'],
      ['Lisboa', 'Europe/Lisbon', 'place', '2026-10-25T12:00:00.000Z'],
    ]);
    expect(rows.map(({ seq, line }) => [seq, line])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    expect(rows[0]?.dateOnly).toBe(true);
  });
});

test('a source opens the places only for an answer that wants them', async () => {
  let opened = 0;
  const answering = (scan: Partial<SourceScan>): CarrierSource => {
    const rows = rowsOf(scan);
    const base = { kind: 'scans', number: 'N1', refused: 0, hash: 'h', carrierAnswered: null } as const;
    const answer: AskAnswer = {
      answers: [{ ...base, rows, promised: null }],
      ...{ unasked: [], fault: null, registered: [], charged: [] },
    };
    const source: CarrierSource = {
      id: 'aftership',
      ask: async () => answer,
      test: async () => ({ fault: null, allowance: null }),
    };
    return placedSource(source, async () => {
      opened += 1;
      return zoneOfPlace;
    });
  };
  const asked = async (scan: Partial<SourceScan>) => {
    const { answers } = await answering(scan).ask([], never);
    return answers.flatMap((each) => (each.kind === 'scans' ? each.rows : [])).map(({ zone }) => zone);
  };
  expect(await asked({ place: 'Lisboa', rawTime: '2026-11-20T10:00:00Z' })).toEqual(['+00:00']);
  expect(opened).toBe(0);
  expect(await asked({ place: 'Lisboa' })).toEqual(['Europe/Lisbon']);
  expect(opened).toBe(1);
});
