import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_IMPORT_OPTIONS, type RefusedRow, type ScanRow } from '#shared/model/import.ts';
import { FaultError } from '#shared/result.ts';
import { previewTrackingFile } from '../../../../main/engine/sources/files/preview.ts';
import { readTrackingFile } from '../../../../main/engine/sources/files/read.ts';
import { csvCell, exportRefused } from '../../../../main/engine/sources/files/refusedCsv.ts';

const now = Date.UTC(2026, 10, 24, 12);
const options = DEFAULT_IMPORT_OPTIONS;
const HEAD = '运单号,承运商,时间,描述,下单时间\n';
let folder: string;
let count = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seamark-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string | Uint8Array, ending = 'csv'): string {
  const path = join(folder, `f${++count}.${ending}`);
  writeFileSync(path, content);
  return path;
}

async function read(
  path: string,
  skipToLine = 0,
): Promise<{ rows: ScanRow[]; refused: RefusedRow[]; lastLine: number }> {
  const preview = await previewTrackingFile(path, { mapping: null, options, now });
  if (!preview.ok) throw new FaultError(preview.error.code, preview.error.detail);
  const { mapping, digest } = preview.value;
  const signal = new AbortController().signal;
  const all = { rows: [] as ScanRow[], refused: [] as RefusedRow[], lastLine: 0 };
  for await (const batch of readTrackingFile(path, { mapping, options, now, digest, skipToLine, signal })) {
    all.rows.push(...batch.rows);
    all.refused.push(...batch.refused);
    all.lastLine = batch.lastLine;
  }
  return all;
}

async function faultOf(path: string): Promise<string> {
  try {
    await read(path);
  } catch (error) {
    if (error instanceof FaultError) return error.fault.code;
    throw error;
  }
  return 'none';
}

const reasons = (refused: readonly RefusedRow[]): [number, string][] =>
  refused.map((row) => [row.line, row.reason]);

describe('files that cannot be read', () => {
  it.each([
    ['empty', '', 'csv', 'file-empty'],
    ['blank', ' \n\n', 'csv', 'file-empty'],
    ['only a header', HEAD, 'csv', 'file-empty'],
    ['other columns', 'colour,size\nred,9\nblue,8\n', 'csv', 'file-no-columns'],
    ['cut JSON lines', '{"trail":"AB1234","code":"X","seq":1}\n{"trail":"AB12', 'jsonl', 'file-truncated'],
    ['an open quote', `${HEAD}AB123456,sf,2026-11-01 08:00,"open\n`, 'csv', 'file-row-open'],
  ])('%s', async (_, content, ending, code) => {
    expect(await faultOf(file(content, ending))).toBe(code);
  });

  it('names binary, missing and huge files without reading them', async () => {
    expect(await faultOf(file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0])))).toBe('file-binary');
    expect(await faultOf(join(folder, 'nothing.csv'))).toBe('file-missing');
    const huge = file('a');
    truncateSync(huge, 1024 ** 3);
    const answer = await previewTrackingFile(huge, { mapping: null, options, now });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'file-too-large', detail: { megabytes: 1024, limit: 256 } },
    });
  });

  it('notices a file that changed since the preview', async () => {
    const path = file(`${HEAD}AB123456,sf,2026-11-01 08:00,ok,\n`);
    const batches = readTrackingFile(path, {
      mapping: { number: 0, text: 3, time: 2 },
      options,
      now,
      digest: 'another',
      skipToLine: 0,
      signal: new AbortController().signal,
    });
    await expect(batches.next()).rejects.toMatchObject({ fault: { code: 'file-changed' } });
  });
});

describe('rows', () => {
  it('refuses each bad row with its line and reason and takes the rest', async () => {
    const { rows, refused } = await read(
      file(
        HEAD +
          ',sf,2026-11-01 08:00,text,\n' +
          '1.23E+11,sf,2026-11-01 08:00,text,\n' +
          'AB123456,sf,2026-11-01 08:00,,\n' +
          'AB123456,sf,,text,\n' +
          'AB123456,sf,yesterday,text,\n' +
          'AB123456,sf,2026-02-31 08:00,text,\n' +
          'AB123456,sf,2026-11-01 25:61,text,\n' +
          'AB123456,sf,03/04/2026 08:00,text,\n' +
          'AB123456,sf,2026-12-24 08:00,text,\n' +
          'AB123456,sf,2026-11-01 08:00,text,2026-11-20 08:00\n' +
          '"=HYPERLINK(""x"",""AB123456"")",sf,2026-11-01 08:00,text,\n' +
          'AB123456,sf,2026-11-01 08:00,text,,,extra\n' +
          `AB123456,sf,2026-11-01 08:00,${'x'.repeat(4001)},\n` +
          '"=""0123456""",顺丰,2026-11-01 08:00,"two\nlines",\n' +
          ',sf,2026-11-01 08:00,text,\n',
      ),
    );
    expect(reasons(refused)).toEqual([
      [2, 'no-number'],
      [3, 'bad-number'],
      [4, 'no-words'],
      [5, 'no-time'],
      [6, 'bad-time'],
      [7, 'impossible-time'],
      [8, 'impossible-time'],
      [9, 'ambiguous-time'],
      [10, 'future-time'],
      [11, 'before-order'],
      [12, 'formula'],
      [13, 'wrong-width'],
      [14, 'too-long'],
      [17, 'no-number'],
    ]);
    expect(rows).toMatchObject([
      { line: 15, number: '0123456', carrier: 'sf', zone: 'Asia/Shanghai', zoneReason: 'carrier' },
    ]);
    expect(rows[0]?.instant).toBe(Date.UTC(2026, 10, 1, 0));
  });

  it('reads GB18030, and refuses only the lines of another encoding', async () => {
    // 已签收 in GB18030.
    const chinese = Buffer.from([0xd2, 0xd1, 0xc7, 0xa9, 0xca, 0xd5]);
    const line = (words: Buffer): Buffer =>
      Buffer.concat([Buffer.from('AB123456,sf,2026-11-01 08:00,'), words, Buffer.from('\n')]);
    const plain = Buffer.from('trackingno,carrier,time,description\n');
    const whole = await read(file(Buffer.concat([plain, line(chinese), line(chinese)])));
    expect(whole.rows.map((row) => row.text)).toEqual(['已签收', '已签收']);
    const utf8 = line(Buffer.from('已签收'));
    const mixed = await read(file(Buffer.concat([plain, utf8, line(chinese), utf8, utf8])));
    expect(reasons(mixed.refused)).toEqual([[3, 'bad-encoding']]);
    expect(mixed.rows).toHaveLength(3);
  });

  it('takes a row of a trail without a time, and a time that nothing places as an assumption', async () => {
    const { rows } = await read(
      file(
        '{"trail":"corr-a","code":"BDE/01","seq":3,"time":null}\n' +
          '{"trail":"corr-a","code":"BDE/02","seq":4,"time":"2026-11-01T08:00:00"}\n',
        'jsonl',
      ),
    );
    expect(rows[0]).toMatchObject({ number: 'CORR-A', instant: null, zoneReason: 'none', seq: 3 });
    expect(rows[1]?.zoneReason).toBe('assumed');
  });

  it('goes on after a line, and continues the line numbers', async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => `AB${100000 + i},sf,2026-11-01 08:00,t,\n`).join('');
    const all = await read(file(HEAD + rows), 2001);
    expect(all.rows[0]?.line).toBe(2002);
    expect(all.rows).toHaveLength(500);
    expect(all.lastLine).toBe(2501);
  });
});

describe('workbooks', () => {
  const sheet = (): Promise<Uint8Array> =>
    writeXlsx({
      sheets: [
        {
          name: '轨迹',
          rows: [
            ['运单号', '时间', '描述'],
            ['AB123456', '2026-11-01 08:00', '已签收'],
            ['', '2026-11-01 08:00', '无单号'],
          ],
        },
      ],
    });

  it('reads the first sheet', async () => {
    const { rows, refused } = await read(file(await sheet(), 'xlsx'));
    expect(rows).toMatchObject([{ line: 2, number: 'AB123456', text: '已签收' }]);
    expect(reasons(refused)).toEqual([[3, 'no-number']]);
  });

  it('refuses a formula without a stored value and reads date cells as wall clocks', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [
            ['运单号', '时间', '描述', '承运商'],
            [null, '2026-11-01 08:00', '无值', 'sf'],
            ['AB123456', new Date(Date.UTC(2026, 10, 1, 8)), '已签收', 'sf'],
          ],
          cells: new Map([['1,0', { formula: 'A9', value: null }]]),
        },
      ],
    });
    const { rows, refused } = await read(file(bytes, 'xlsx'));
    expect(reasons(refused)).toEqual([[2, 'formula']]);
    expect(rows.map((row) => row.instant)).toEqual([Date.UTC(2026, 10, 1, 0)]);
  });

  it('says that a cut one is cut', async () => {
    const bytes = await sheet();
    expect(await faultOf(file(bytes.subarray(0, Math.floor(bytes.length / 2)), 'xlsx'))).toBe(
      'file-truncated',
    );
  });
});

describe('refused rows as CSV', () => {
  it('cannot run as formulas and starts with the mark', async () => {
    const path = join(folder, 'refused.csv');
    const row = { line: 2, reason: 'formula' as const, column: '运单号', value: '=cmd|"x"' };
    expect(await exportRefused(path, [row], 'zh-CN')).toBe(1);
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('\uFEFF行号,列,')).toBe(true);
    expect(text).toContain(`2,运单号,"'=cmd|""x""",`);
    expect(['+1', '-1', '@a', '\tb'].map(csvCell)).toEqual(["'+1", "'-1", "'@a", "'\tb"]);
  });
});

describe('any content', () => {
  it('ends in a fault or in rows, never in another error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await faultOf(file(bytes))).toMatch(/^(none|file-[a-z-]+)$/);
      }),
      { numRuns: 100 },
    );
  });

  it('accounts for every row once', async () => {
    const cell = fc.constantFrom('', 'AB123456', '2026-11-01 08:00', '31/02/2026', '=1+1', 'x"y', '已签收');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 }),
        async (table) => {
          const body = table
            .map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))
            .join('\n');
          const { rows, refused } = await read(file(`运单号,时间,描述\n${body}\n`));
          const lines = [...rows, ...refused].map((row) => row.line).sort((a, b) => a - b);
          expect(lines).toEqual(table.map((_, index) => index + 2));
        },
      ),
      { numRuns: 60 },
    );
  });
});
