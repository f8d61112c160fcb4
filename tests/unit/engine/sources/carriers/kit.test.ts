import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createGate } from '../../../../../main/engine/sources/carriers/kit/gate.ts';
import {
  createDriftReader,
  redact,
  text,
  wanted,
  words,
} from '../../../../../main/engine/sources/carriers/kit/drift.ts';
import {
  createCaller,
  retryAfter,
  statusFault,
} from '../../../../../main/engine/sources/carriers/kit/http.ts';
import { slugOfName } from '../../../../../main/engine/sources/carriers/kit/names.ts';
import {
  makeRows,
  placeOf,
  type RowContext,
  type SourceScan,
} from '../../../../../main/engine/sources/carriers/kit/rows.ts';
import type { DriftNote } from '../../../../../main/engine/sources/carriers/kit/types.ts';
import { clientWorld, never, NOW } from '../../../../fakes/carriers.ts';

const context: RowContext = {
  number: 'N1',
  now: NOW,
  market: 'TH',
  orderNo: null,
  orderTime: null,
  newestFirst: true,
};
const scan = (more: Partial<SourceScan>): SourceScan => ({
  carrier: 'unknown',
  code: null,
  scheme: '17track',
  status: 'InTransit_Other',
  text: 'In transit',
  lang: null,
  place: null,
  rawTime: '2026-11-20 10:00',
  ...more,
});
const one = (more: Partial<SourceScan>, over: Partial<RowContext> = {}) =>
  makeRows([scan(more)], { ...context, ...over });

describe('rows', () => {
  test('the zone comes from the first that tells: offset, the service, the carrier, the market, the seller', () => {
    const zones = [
      one({ rawTime: '2026-11-20T10:00:00+09:00' }),
      one({ zone: { name: '+07:00', reason: 'source' } }),
      one({ carrier: 'sf' }),
      one({}),
      one({}, { market: null }),
      one({ utc: NOW - 1000, zone: { name: '-03:00', reason: 'offset' } }),
    ].map(({ rows: [row] }) => [row?.zone, row?.zoneReason, row && NOW - (row.instant ?? 0)]);
    const day = Date.UTC(2026, 10, 20);
    const at = (hour: number): number => NOW - (day + hour * 3_600_000);
    expect(zones).toEqual([
      ['+09:00', 'offset', at(1)],
      ['+07:00', 'source', at(3)],
      ['Asia/Shanghai', 'carrier', at(2)],
      ['Asia/Bangkok', 'market', at(3)],
      ['Asia/Shanghai', 'assumed', at(2)],
      ['-03:00', 'offset', 1000],
    ]);
  });

  test('midnight without a zone is a day without a clock, a time that cannot be read keeps its place in the list', () => {
    expect(one({ rawTime: '2026-11-20 00:00:00' }).rows[0]).toMatchObject({
      rawTime: '2026-11-20 00:00:00',
      instant: Date.UTC(2026, 10, 20, 5),
      dateOnly: true,
      zoneReason: 'market',
    });
    expect(one({ rawTime: '31/02/2026' }).rows[0]).toMatchObject({
      instant: null,
      zone: null,
      zoneReason: 'none',
      seq: 0,
    });
  });

  test('left out and counted: later than tomorrow, older than the order, no word at all', () => {
    expect(one({ rawTime: '2027-01-01 10:00' })).toEqual({ rows: [], refused: 1 });
    expect(one({ rawTime: '2024-01-01 10:00' }, { orderTime: NOW - 86_400_000 })).toEqual({
      rows: [],
      refused: 1,
    });
    expect(one({ text: ' \u0000', status: null })).toEqual({ rows: [], refused: 1 });
  });

  test('mojibake, emoji, HTML, half characters and control characters stay or go, and the rest stays as it was', () => {
    const said = (text: string): string | undefined => one({ text }).rows[0]?.text;
    expect(said('ÃÂ¤ÃÂ¸Ã‚Â 📦 <b>Out</b> &amp; about')).toBe('ÃÂ¤ÃÂ¸Ã‚Â 📦 <b>Out</b> &amp; about');
    expect(said('a\u0000b\u0007c\ud800')).toBe('a b c\ufffd');
    expect(said('x'.repeat(9_000))).toHaveLength(4_000);
  });

  test('ten thousand events of one number are taken, each once', () => {
    const many = Array.from({ length: 10_000 }, (_, n) =>
      scan({ rawTime: null, utc: NOW - n * 60_000, text: `Scan ${n}` }),
    );
    const { rows } = makeRows([...many, ...many.slice(0, 5_000)], context);
    expect([rows.length, rows[0]?.text, rows.at(-1)?.seq]).toEqual([10_000, 'Scan 9999', 9_999]);
  });

  test('property: either direction and any repetition give the same rows', () => {
    const event = fc.record({ ago: fc.integer({ min: 0, max: 40 }), text: fc.constantFrom('A', 'B', 'C') });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        // One scan of one kind per instant, so that the order is in the data.
        const list = [...new Map(events.map((each) => [each.ago, each])).values()].toSorted(
          (a, b) => a.ago - b.ago,
        );
        const scans = list.map((each) =>
          scan({ utc: NOW - each.ago * 60_000, rawTime: null, text: each.text }),
        );
        const first = makeRows(scans, context);
        expect(makeRows(scans.toReversed(), context)).toEqual(first);
        expect(
          makeRows(
            scans.flatMap((each) => [each, each]),
            context,
          ),
        ).toEqual(first);
        expect(makeRows([...scans, ...scans.toReversed()], context)).toEqual(first);
      }),
    );
  });

  test('a place says nothing twice', () => {
    expect([placeOf('Kuala Lumpur', 'KUALA LUMPUR', 'MY'), placeOf(null, ' ', undefined)]).toEqual([
      'Kuala Lumpur, MY',
      null,
    ]);
  });
});

describe('drift', () => {
  const schema = z.object({
    state: words(['A', 'B']),
    count: text,
    must: wanted(z.string()),
    list: z.array(z.unknown()).nullish(),
  });
  const notesOf = (value: unknown): DriftNote[] => {
    const notes: DriftNote[] = [];
    createDriftReader('jt', 'trace', (note) => void notes.push(note)).read(schema, value);
    return notes;
  };
  const brief = (value: unknown): string[] =>
    notesOf(value).map(({ kind, path, sample }) => `${kind} ${path} ${sample}`);

  test('a known answer brings no note, numbers may be texts', () => {
    expect(notesOf({ state: 'A', count: 3, must: 'x' })).toEqual([]);
    expect(notesOf({ state: null, must: 'x' })).toEqual([]);
  });

  test('a new field, a new value and a missing field are told, with the form and not the content', () => {
    expect(brief({ state: 'NewWord', buyer: '王小明 13800138000', extra: { name: 'x' } })).toEqual([
      'new-value state NewWord',
      'missing-field must ',
      'new-field buyer xxx 99999999999',
      'new-field extra {name}',
    ]);
    expect(brief({ state: '张三 收件', must: 'x' })).toEqual(['new-value state xx xx']);
    expect(brief({ must: 7 })).toEqual(['wrong-type must {must}']);
  });

  test('one odd item does not cost the others, and each difference is told once', () => {
    const notes: DriftNote[] = [];
    const reader = createDriftReader('jt', 'trace', (note) => void notes.push(note));
    const item = z.object({ id: z.string() });
    expect(reader.each(item, [{ id: 'a' }, { id: 1 }, { id: 2 }, null, { id: 'b' }], 'list')).toEqual([
      { id: 'a' },
      { id: 'b' },
    ]);
    expect(notes.map((note) => `${note.kind} ${note.path}`)).toEqual([
      'wrong-type list[].id',
      'wrong-type list[]',
    ]);
    expect(reader.each(item, 'no list', 'other')).toEqual([]);
  });

  test('property: a sample never holds a letter or digit of the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        expect(redact(value)).toMatch(/^[a9x\x20-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]*$/);
      }),
    );
  });
});

describe('asking over HTTP', () => {
  test('what a status means', () => {
    const kinds = [204, 302, 400, 401, 402, 403, 404, 408, 422, 429, 500, 503].map(
      (status) => statusFault(status, null)?.kind ?? 'ok',
    );
    expect(kinds).toEqual([
      'ok',
      'transient',
      'caller',
      'auth',
      'quota',
      'auth',
      'not-found',
      'transient',
      'caller',
      'rate',
      'transient',
      'transient',
    ]);
  });

  test('how long to wait, as seconds and as a date', () => {
    expect([
      retryAfter('3', NOW),
      retryAfter(new Date(NOW + 5_000).toUTCString(), NOW),
      retryAfter('soon', NOW),
    ]).toEqual([3_000, 5_000, null]);
  });

  test('an answer that is too large is not read', async () => {
    const world = clientWorld('http://twin', 1_000, () =>
      Promise.resolve({
        status: 200,
        headers: { get: (name) => (name === 'content-length' ? '99999999999' : null) },
        text: () => Promise.reject(new Error('read')),
      }),
    );
    const ask = createCaller('sf', world, createGate(10, world));
    const answer = await ask({ call: 'x', method: 'GET', path: '/', headers: {}, numbers: 1 }, never);
    expect(answer).toMatchObject({ ok: false, fault: { kind: 'transient', code: 'too-large' } });
  });

  test('the gate spaces calls evenly and lets an abort through at once', async () => {
    const world = clientWorld('http://twin');
    const gate = createGate(2, world);
    for (let n = 0; n < 5; n += 1) await gate(never);
    expect(world.time.at - NOW).toBe(4 * 525);
    const stop = new AbortController();
    stop.abort();
    await gate(stop.signal);
    expect(world.time.at - NOW).toBe(4 * 525);
  });
});

test('carriers by the names that services give them', () => {
  const names = [
    'J&T Express (MY)',
    'ninjavan-my',
    'Ninja Van (Malaysia)',
    'YunExpress',
    '4PX',
    'sf-express',
    'China Post',
    'DHL eCommerce',
    '',
    null,
  ];
  expect(names.map(slugOfName)).toEqual([
    'jt-my',
    'ninjavan-my',
    'ninjavan-my',
    'yunexpress',
    '4px',
    'sf',
    'china-post',
    'dhl-ecommerce',
    'unknown',
    'unknown',
  ]);
});
