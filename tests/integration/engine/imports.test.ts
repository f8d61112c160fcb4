import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_IMPORT_OPTIONS, type ImportRun } from '#shared/model/import.ts';
import { dumpStore, journeysOf, rowsOf } from '../../fakes/dump.ts';
import { openWorld, type World } from '../../fakes/engine.ts';
import {
  csvOf,
  delivered,
  failed,
  type FileScan,
  held,
  jsonLinesOf,
  numberOf,
  returning,
  underway,
  workbookOf,
} from '../../fakes/files.ts';

let world: World;
beforeEach(async () => void (world = await openWorld()));
afterEach(() => world.remove());

const few: readonly FileScan[] = [
  ...delivered(numberOf(1), 30),
  ...failed(numberOf(2), 20, 'TH'),
  ...held(numberOf(3), 40, 'BR'),
  ...returning(numberOf(4), 10),
  ...underway(numberOf(5), 5, 'MY'),
  { number: numberOf(5), code: '', ago: 4, text: 'Words that no table has' },
];
/** More than one batch of a thousand rows. */
const many = (from: number, parcels = 600): FileScan[] =>
  Array.from({ length: parcels }, (_, n) => failed(numberOf(from + n), 20 + (n % 7))).flat();

/** Starts an import and waits until its first batch is stored. */
async function startAndWait(path: string): Promise<number> {
  const options = DEFAULT_IMPORT_OPTIONS;
  const { digest, mapping } = await world.get('imports.preview', { path, mapping: null, options });
  const { id } = await world.get('imports.start', { path, digest, mapping, options });
  const started = (): boolean =>
    world.sent.some(({ topic, payload }) => topic === 'imports' && (payload as ImportRun).rows > 0);
  while (!started()) await breathe();
  return id;
}

describe('an import', () => {
  it('gives the same journeys and figures from CSV, JSON lines and a workbook', async () => {
    const files: [string, string | Uint8Array][] = [
      ['scans.csv', csvOf(few)],
      ['scans.jsonl', jsonLinesOf(few)],
      ['scans.xlsx', await workbookOf(few)],
    ];
    const seen: unknown[] = [];
    for (const [name, content] of files) {
      const one = await openWorld();
      const run = await one.take(one.file(name, content));
      expect(run).toMatchObject({
        state: 'done',
        rows: few.length,
        accepted: few.length,
        known: 0,
        refused: 0,
        unknown: 1,
        parcels: 5,
      });
      expect((await one.get('app.status', {})).decisionsByKind).toEqual({
        'delivery-failed': 1,
        'customs-hold': 1,
        'return-started': 1,
      });
      seen.push(journeysOf(one.home));
      await one.remove();
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it('changes nothing the second time', async () => {
    const path = world.file('scans.csv', csvOf(few));
    await world.take(path);
    const before = dumpStore(world.home);
    expect(await world.take(path)).toMatchObject({
      state: 'done',
      accepted: 0,
      known: few.length,
      parcels: 5,
    });
    expect(dumpStore(world.home)).toEqual(before);
  });

  it('gives the same journeys from disordered and repeated rows', async () => {
    await world.take(world.file('scans.csv', csvOf(few)));
    const other = await openWorld();
    const mixed = [...few, ...few].map((scan, n) => ({ scan, key: (n * 7_919) % 101 }));
    mixed.sort((a, b) => a.key - b.key);
    const half = Math.floor(mixed.length / 2);
    await other.take(other.file('b.csv', csvOf(mixed.slice(half).map(({ scan }) => scan))));
    await other.take(other.file('a.csv', csvOf(mixed.slice(0, half).map(({ scan }) => scan))));
    expect(journeysOf(other.home)).toEqual(journeysOf(world.home));
    await other.remove();
  });

  it('learns the market and the order from whichever row has them, and puts what is open under it', async () => {
    const bare = csvOf(failed(numberOf(1), 20)).replaceAll(',SG\n', ',\n');
    await world.take(world.file('bare.csv', bare));
    const sg = { view: 'waiting', kind: null, market: 'SG', text: '', limit: 9, cursor: null } as const;
    expect((await world.get('queue.page', sg)).total).toBe(0);
    const lines = bare.trimEnd().split('\n');
    const last = `${(lines.at(-1) ?? '').replace(/,$/, ',SG')},B77`;
    const told = [`${lines[0]},order no`, ...lines.slice(1, -1), last].join('\n');
    expect(await world.take(world.file('told.csv', `${told}\n`))).toMatchObject({ accepted: 0, known: 8 });
    const queue = await world.get('queue.page', sg);
    expect(queue.rows).toMatchObject([{ number: numberOf(1), market: 'SG' }]);
    expect((await world.get('queue.counts', {})).markets).toEqual({ SG: 1 });
    const filter = { stage: null, market: 'SG', state: 'all', text: 'b77', limit: 9, cursor: null } as const;
    expect((await world.get('parcels.page', filter)).rows).toMatchObject([{ orderNo: 'B77', market: 'SG' }]);
  });

  it('takes everything back when it is cancelled', async () => {
    await world.take(world.file('first.csv', csvOf([...few, ...many(100).slice(0, 400)])));
    const before = dumpStore(world.home);
    const later = many(100).map((scan) => ({ ...scan, ago: scan.ago - 2 }));
    const id = await startAndWait(world.file('second.csv', csvOf(later)));
    const cancelled = await world.get('imports.cancel', { importId: id });
    expect(cancelled).toMatchObject({ state: 'cancelled', rows: 0, accepted: 0, refused: 0, fault: null });
    expect(dumpStore(world.home)).toEqual(before);
    expect(await world.ask('imports.cancel', { importId: id })).toMatchObject({
      error: { code: 'wrong-state' },
    });
  });

  it('leaves nothing of a file that breaks off in the middle', async () => {
    await world.take(world.file('first.csv', csvOf(few)));
    const before = dumpStore(world.home);
    // Beyond the 5,000 rows that the preview looks at.
    const cut = `${jsonLinesOf([...many(100), ...many(800)])}{"number":"SPX`;
    const run = await world.take(world.file('cut.jsonl', cut));
    expect(run).toMatchObject({ state: 'failed', rows: 0, fault: { code: 'file-truncated' } });
    expect(dumpStore(world.home)).toEqual(before);
  });

  it('refuses bad rows by line and reason, takes the rest, and exports the refused ones', async () => {
    const lines = csvOf(few).trimEnd().split('\n');
    lines.splice(2, 0, ',Shopee Express,2026-11-20T08:00:00Z,F600,out,Town,SG');
    lines.splice(4, 0, `${numberOf(9)},Shopee Express,2026-02-31T08:00:00Z,F600,out,Town,SG`);
    lines.splice(6, 0, `${numberOf(9)},Shopee Express,2027-02-01T08:00:00Z,F600,out,Town,SG`);
    const run = await world.take(world.file('bad.csv', `${lines.join('\n')}\n`));
    expect(run).toMatchObject({ state: 'done', rows: few.length + 3, accepted: few.length, refused: 3 });
    const refused = await world.get('imports.refused', { importId: run.id, limit: 2, cursor: null });
    expect(refused.total).toBe(3);
    const rest = await world.get('imports.refused', {
      importId: run.id,
      limit: 2,
      cursor: refused.nextCursor,
    });
    expect([...refused.rows, ...rest.rows].map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'no-number'],
      [5, 'impossible-time'],
      [7, 'future-time'],
    ]);
    const path = join(world.home, 'refused.csv');
    expect(await world.get('imports.exportRefused', { importId: run.id, path, lang: 'en' })).toEqual({
      path,
      rows: 3,
    });
    const written = readFileSync(path, 'utf8');
    expect(written.startsWith('\uFEFF')).toBe(true);
    expect(written.trim().split('\r\n')).toHaveLength(4);
    const nowhere = join(world.home, 'no', 'folder.csv');
    expect(
      await world.ask('imports.exportRefused', { importId: run.id, path: nowhere, lang: 'en' }),
    ).toMatchObject({
      error: { code: 'export-failed' },
    });
  });

  it('runs alone, and refuses a file that changed after its preview', async () => {
    const path = world.file('many.csv', csvOf(many(100)));
    const options = DEFAULT_IMPORT_OPTIONS;
    const { digest, mapping } = await world.get('imports.preview', { path, mapping: null, options });
    await world.get('imports.start', { path, digest, mapping, options });
    expect(await world.ask('imports.start', { path, digest, mapping, options })).toMatchObject({
      error: { code: 'import-running' },
    });
    await world.engine.settled();
    world.file('many.csv', csvOf(many(200)));
    expect(await world.ask('imports.start', { path, digest, mapping, options })).toMatchObject({
      error: { code: 'file-changed' },
    });
  });

  it('goes on after a close in the middle, without loss or repetition', async () => {
    // More than one batch of the reader.
    const scans = many(100, 1_500);
    const path = world.file('many.csv', csvOf(scans));
    await startAndWait(path);
    await world.engine.close();
    const stored = rowsOf<{ n: number }>(world.home, 'SELECT count(*) AS n FROM event')[0]?.n ?? 0;
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(scans.length);
    await world.restart();
    const { imports } = await world.get('imports.list', {});
    expect(imports).toMatchObject([
      { state: 'done', rows: scans.length, accepted: scans.length, parcels: 1_500 },
    ]);
    const undisturbed = await openWorld();
    await undisturbed.take(undisturbed.file('many.csv', csvOf(scans)));
    expect(journeysOf(world.home)).toEqual(journeysOf(undisturbed.home));
    await undisturbed.remove();
  });

  it('says what to repeat when its file is gone or another after a close in the middle', async () => {
    const scans = many(100);
    await startAndWait(world.file('many.csv', csvOf(scans)));
    await world.engine.close();
    world.file('many.csv', csvOf(many(300)));
    await world.restart();
    const { imports } = await world.get('imports.list', {});
    expect(imports[0]).toMatchObject({
      state: 'interrupted',
      fault: { code: 'file-changed', detail: { file: 'many.csv' } },
    });
    const again = await world.take(world.file('again.csv', csvOf(scans)));
    expect(again.accepted + again.known).toBe(scans.length);
    expect(rowsOf(world.home, 'SELECT count(*) AS n FROM event')).toEqual([{ n: scans.length }]);
  });
});
