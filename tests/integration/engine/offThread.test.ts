import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/model/import.ts';
import { FaultError } from '#shared/result.ts';
import { createFileReader } from '../../../main/engine/sources/files/offThread.ts';
import { type FileBatch, readTrackingFile } from '../../../main/engine/sources/files/read.ts';
import { systemTimers } from '../../../main/engine/system.ts';

const thread = new URL('../../../main/engine/reader.ts', import.meta.url);
/** Bytes from which on a thread is begun, for these tests. */
const WORTH = 1_000_000;
const files = createFileReader({ thread, timers: systemTimers, worth: WORTH });
const { read } = files;
const broken = createFileReader({
  ...{ thread: new URL('file:///no/such/thread.ts'), timers: systemTimers, worth: WORTH },
});
let dir = '';
let big = '';
const ROWS = 30_000;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'seamark-thread-'));
  big = join(dir, 'big.csv');
  const rows = Array.from(
    { length: ROWS },
    (_, row) =>
      `SF${String(1_000_000_000_000 + row)},2026-11-0${(row % 9) + 1} 08:00,${row % 7 === 0 ? '' : '已签收'}`,
  );
  writeFileSync(big, ['运单号,时间,描述', ...rows].join('\n'));
});
afterAll(() => rmSync(dir, { recursive: true }));

const options = (signal = new AbortController().signal, digest: string | null = null) => ({
  mapping: { number: 0, time: 1, text: 2 },
  options: DEFAULT_IMPORT_OPTIONS,
  now: Date.UTC(2026, 10, 24),
  digest,
  skipToLine: 12_345,
  signal,
});

async function all(batches: AsyncIterable<FileBatch>): Promise<FileBatch[]> {
  const found: FileBatch[] = [];
  for await (const batch of batches) found.push(batch);
  return found;
}

describe('reading on a thread of its own', () => {
  it('gives the very batches that reading in place gives', async () => {
    const there = await all(read(big, options()));
    expect(there).toEqual(await all(readTrackingFile(big, options())));
    expect(there.length).toBeGreaterThan(2);
  });

  it('passes the fault of a file that is not the one that was previewed', async () => {
    await expect(all(read(big, options(undefined, 'another')))).rejects.toThrow(FaultError);
  });

  it('passes the fault of a file that is not there, and reads small files in place', async () => {
    await expect(all(read(join(dir, 'none.csv'), options()))).rejects.toMatchObject({
      fault: { code: 'file-missing' },
    });
    const small = join(dir, 'small.csv');
    writeFileSync(small, '运单号,时间,描述\nSF1000000000000,2026-11-01 08:00,已签收\n');
    const batches = await all(broken.read(small, { ...options(), skipToLine: 0 }));
    expect(batches.flatMap((batch) => batch.rows)).toHaveLength(1);
  });

  it('ends when it is aborted, in the middle of the file', async () => {
    const abort = new AbortController();
    const found: FileBatch[] = [];
    for await (const batch of read(big, options(abort.signal))) {
      found.push(batch);
      abort.abort();
    }
    expect(found).toHaveLength(1);
  });

  it('tells a thread that cannot begin as an error instead of waiting for ever', async () => {
    await expect(all(broken.read(big, options()))).rejects.toThrow('reading thread');
    expect(existsSync(big)).toBe(true);
  });

  it('gives the same from a thread that was begun before, once', async () => {
    const there = await all(readTrackingFile(big, options()));
    files.expect(big);
    files.expect(big);
    expect(await all(read(big, options()))).toEqual(there);
    expect(await all(read(big, options()))).toEqual(there);
    files.expect(big);
    await files.close();
    expect(await all(read(big, options()))).toEqual(there);
  });

  it('waits with a thread for five minutes at most, and for no small file', async () => {
    const after: number[] = [];
    let over = (): void => {};
    let forgotten = 0;
    const timers = {
      after: (ms: number, fn: () => void) => {
        after.push(ms);
        over = fn;
        return () => void (forgotten += 1);
      },
    };
    const patient = createFileReader({ thread, timers, worth: WORTH });
    patient.expect(join(dir, 'none.csv'));
    expect(after).toEqual([]);
    patient.expect(big);
    expect(after).toEqual([300_000]);
    over();
    expect(forgotten).toBe(1);
    expect((await all(patient.read(big, options()))).length).toBeGreaterThan(2);
    expect(forgotten).toBe(1);
  });

  it('forgets a thread that could not begin before it was needed', async () => {
    broken.expect(big);
    await expect(all(broken.read(big, options()))).rejects.toThrow('reading thread');
    await broken.close();
  });
});
