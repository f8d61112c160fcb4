import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/model/import.ts';
import { previewTrackingFile } from '../../../../main/engine/sources/files/preview.ts';
import { readTrackingFile } from '../../../../main/engine/sources/files/read.ts';
import { unpackedMegabytes } from '../../../../main/engine/sources/files/unpacked.ts';

const now = Date.UTC(2026, 10, 24);
let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'seamark-two-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

async function instants(path: string): Promise<(number | null)[]> {
  const preview = await previewTrackingFile(path, { mapping: null, options: DEFAULT_IMPORT_OPTIONS, now });
  if (!preview.ok) throw new Error(preview.error.code);
  const found: (number | null)[] = [];
  const batches = readTrackingFile(path, {
    mapping: preview.value.mapping,
    options: DEFAULT_IMPORT_OPTIONS,
    now,
    digest: preview.value.digest,
    skipToLine: 0,
    signal: new AbortController().signal,
  });
  for await (const batch of batches) {
    expect(batch.refused).toEqual([]);
    found.push(...batch.rows.map((row) => row.instant));
  }
  return found;
}

describe('date and clock in two columns', () => {
  const shanghai = (hour: number, minute: number): number => Date.UTC(2026, 10, 20, hour - 8, minute);

  it('makes one time of them in a CSV', async () => {
    const path = join(dir, 'two.csv');
    writeFileSync(
      path,
      '快递单号,日期,时间,物流信息,承运商\nYT1234567890123456,2026/11/20,08:05,包裹已揽收,云途\n' +
        'YT1234567890123456,2026/11/20,下午 3:20,包裹已发出,云途\n',
    );
    expect(await instants(path)).toEqual([shanghai(8, 5), shanghai(15, 20)]);
  });

  it('makes one time of them in a workbook, whose clock cells carry its first day', async () => {
    const path = join(dir, 'two.xlsx');
    const rows = [
      ['快递单号', '日期', '时间', '物流信息', '承运商'],
      ['YT1234567890123456', '2026-11-20', '1899-12-30 08:05:00', '包裹已揽收', '云途'],
    ];
    writeFileSync(path, await writeXlsx({ sheets: [{ name: 'a', rows }] }));
    expect(await instants(path)).toEqual([shanghai(8, 5)]);
  });

  it('takes a date column alone as the time, and leaves a date beside full times alone', async () => {
    const alone = join(dir, 'alone.csv');
    writeFileSync(alone, '运单号,日期,描述\nSF1234567890123,2026-11-20,已签收\n');
    expect(await instants(alone)).toEqual([Date.UTC(2026, 10, 20, 12) - 8 * 3_600_000]);
    const beside = join(dir, 'beside.csv');
    writeFileSync(beside, '运单号,日期,时间,描述\nSF1234567890123,2026-11-24,2026-11-20 08:05,已签收\n');
    expect(await instants(beside)).toEqual([shanghai(8, 5)]);
  });
});

describe('years of two digits, and Taiwan’s', () => {
  const file = (name: string, times: readonly string[]): string => {
    const path = join(dir, name);
    const rows = times.map((time, n) => `TW12345678901${n},${time},包裹已揽收`);
    writeFileSync(path, ['tracking number,time,description', ...rows].join('\n'));
    return path;
  };
  const at = (day: number): number => Date.UTC(2026, 10, day, 8 - 8, 5);

  it('are read where another row of the column decides', async () => {
    expect(await instants(file('short.csv', ['26/11/05 08:05', '26/10/31 08:05']))).toEqual([
      at(5),
      Date.UTC(2026, 9, 31, 0, 5),
    ]);
    expect(await instants(file('roc.csv', ['115/11/05 08:05', '民國115年11月6日 08:05']))).toEqual([
      at(5),
      at(6),
    ]);
  });

  it('are refused where nothing does, and read as the person says', async () => {
    const path = file('open.csv', ['05/11/10 08:05']);
    const preview = async (dateOrder: 'auto' | 'year-first') => {
      const options = { ...DEFAULT_IMPORT_OPTIONS, dateOrder };
      const found = await previewTrackingFile(path, { mapping: null, options, now });
      return found.ok ? [found.value.dateOrder, found.value.rows[0]?.refusal] : found.error;
    };
    expect(await preview('auto')).toEqual(['unclear', 'ambiguous-time']);
    expect(await preview('year-first')).toEqual(['year-first', null]);
  });
});

describe('what a workbook unpacks to', () => {
  it('is read from its directory without unpacking', async () => {
    const rows = Array.from({ length: 2000 }, () => ['the same words over and over again'.repeat(40)]);
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows }], stringMode: 'inline' }));
    expect(bytes.length).toBeLessThan(500_000);
    expect(await unpackedMegabytes(bytes)).toBeGreaterThanOrEqual(2);
  });

  it('is unknown for what is no zip', async () => {
    expect(await unpackedMegabytes(Buffer.from('PK\u0003\u0004 and then nothing'))).toBeNull();
  });

  it('refuses a workbook that says it holds more than the limit', async () => {
    const rows = [
      ['运单号', '时间', '描述'],
      ['SF1234567890123', '2026-11-20 08:05', '已签收'],
    ];
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows }] }));
    // The directory's record of the first file: unpacked size is 24 bytes behind its signature.
    const at = bytes.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    bytes.writeUInt32LE(0x7fff_ffff, at + 24);
    const path = join(dir, 'bomb.xlsx');
    writeFileSync(path, bytes);
    const preview = await previewTrackingFile(path, { mapping: null, options: DEFAULT_IMPORT_OPTIONS, now });
    expect(preview).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
  });
});
