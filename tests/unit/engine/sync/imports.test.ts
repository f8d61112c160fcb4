import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { DEFAULT_IMPORT_OPTIONS, type ImportPreview, type ImportRun } from '#shared/model/import.ts';
import { FaultError, ok } from '#shared/result.ts';
import { asInstant } from '#shared/time.ts';
import type { FileBatch } from '../../../../main/engine/sources/files/read.ts';
import { createImports, type Unfinished } from '../../../../main/engine/sync/imports.ts';
import { recordingLog } from '../../../fakes/store.ts';

const options = DEFAULT_IMPORT_OPTIONS;
const preview = { fileName: 'a.csv', digest: 'd1', problems: [] } as unknown as ImportPreview;
const batch = (lastLine: number): FileBatch => ({ rows: [], refused: [], bytesRead: lastLine, lastLine });
const job = (part: Partial<Unfinished> = {}): Unfinished => ({
  id: 1,
  state: 'running',
  cancelling: false,
  path: '/a.csv',
  fileName: 'a.csv',
  digest: 'd1',
  mapping: {},
  options,
  nextLine: 0,
  ...part,
});

/** Imports over a journal that only writes down what it is told. */
function setUp(
  more: { fails?: unknown; unfinished?: Unfinished[]; digest?: string; endless?: boolean } = {},
) {
  const told: string[] = [];
  const log = recordingLog();
  let left = 0;
  const imports = createImports({
    journal: {
      begin: () => {
        told.push('begin');
        return 1;
      },
      take: (_id, { lastLine }) => {
        told.push(`take ${lastLine}`);
        left += 1;
      },
      projecting: () => void told.push('projecting'),
      finish: () => void told.push('finish'),
      end: (_id, state, fault) => void told.push(`end ${state} ${fault?.code ?? '-'}`),
      markCancelling: () => void told.push('mark'),
      withdraw: () => {
        const gone = left;
        left = Math.max(0, left - 1);
        if (gone > 0) told.push('withdraw');
        return gone;
      },
      run: (id) => (id === 1 ? ({ id } as ImportRun) : undefined),
      unfinished: () => more.unfinished ?? [],
    },
    preview: async () => ok({ ...preview, digest: more.digest ?? 'd1' }),
    files: {
      read: async function* read(_path, { skipToLine, signal }) {
        for (let line = skipToLine + 1; line <= skipToLine + 2; line += 1) yield batch(line);
        if (more.fails !== undefined) throw more.fails;
        while (more.endless && !signal.aborted) await breathe();
      },
      expect: (path) => void told.push(`expect ${path}`),
      close: async () => void told.push('close'),
    },
    project: async () => {
      told.push('project');
      return new Map();
    },
    publish: () => {},
    clock: { now: () => asInstant(0) },
    log,
    breathe: () => breathe(),
    faultOf: (error) => ((error as { code?: string }).code === 'SQLITE_FULL' ? { code: 'disk-full' } : null),
  });
  return { told, log, imports, start: () => imports.start('/a.csv', 'd1', {}, options) };
}

describe('an import', () => {
  it('is expected from its preview on, unless one runs; nothing is expected any more after a stop', async () => {
    const { told, imports, start } = setUp({ endless: true });
    await imports.preview('/b.csv', null, options);
    expect(told).toEqual(['expect /b.csv']);
    await start();
    await imports.preview('/c.csv', null, options);
    await imports.stop();
    expect(told.filter((word) => /expect|close/.test(word))).toEqual(['expect /b.csv', 'close']);
  });

  it('takes batch by batch, projects, and finishes', async () => {
    const { told, imports, start } = setUp();
    expect(imports.running()).toBe(false);
    expect(await start()).toMatchObject({ ok: true });
    expect(imports.running()).toBe(true);
    await imports.idle();
    expect(told).toEqual(['begin', 'take 1', 'take 2', 'projecting', 'project', 'finish']);
    expect(imports.running()).toBe(false);
  });

  it('of a broken file is taken back and named; what the disk refuses stays for the next start', async () => {
    const broken = setUp({ fails: new FaultError('file-truncated') });
    await broken.start();
    await broken.imports.idle();
    expect(broken.told).toEqual([
      ...['begin', 'take 1', 'take 2', 'mark', 'withdraw', 'withdraw', 'project'],
      'end failed file-truncated',
    ]);
    const full = setUp({ fails: Object.assign(new Error('full'), { code: 'SQLITE_FULL' }) });
    await full.start();
    await full.imports.idle();
    expect(full.told).toEqual(['begin', 'take 1', 'take 2', 'end interrupted disk-full']);
    const bug = setUp({ fails: new TypeError('Ms Tan') });
    await bug.start();
    await bug.imports.idle();
    expect(bug.told.at(-1)).toBe('end failed internal');
    expect(bug.log.lines.map((line) => line.event)).toContain('import.bug');
    expect(JSON.stringify(bug.log.lines)).not.toContain('Tan');
  });

  it('is cancelled with everything it stored, and only while it runs', async () => {
    const { told, imports, start } = setUp({ endless: true });
    expect(await imports.cancel(9)).toMatchObject({ error: { code: 'not-found' } });
    expect(await imports.cancel(1)).toMatchObject({ error: { code: 'wrong-state' } });
    await start();
    expect(await start()).toMatchObject({ error: { code: 'import-running' } });
    await breathe();
    expect(await imports.cancel(1)).toMatchObject({ ok: true });
    expect(told.at(-1)).toBe('end cancelled -');
    expect(told.filter((line) => line === 'withdraw')).toHaveLength(
      told.filter((line) => line.startsWith('take')).length,
    );
  });

  it('stops without an end when the engine closes, so that the next start goes on', async () => {
    const { told, imports, start } = setUp({ endless: true });
    await start();
    await breathe();
    await imports.stop();
    expect(told.some((line) => line.startsWith('end') || line === 'projecting')).toBe(false);
  });
});

describe('after a kill', () => {
  it.each<[string, Unfinished, string | undefined, string[]]>([
    [
      'goes on behind the last stored line',
      job({ nextLine: 40 }),
      undefined,
      ['take 41', 'take 42', 'projecting', 'project', 'finish'],
    ],
    [
      'finishes what was read to its end',
      job({ state: 'projecting' }),
      undefined,
      ['projecting', 'project', 'finish'],
    ],
    ['goes on taking back', job({ cancelling: true }), undefined, ['mark', 'project', 'end cancelled -']],
    ['names a file that is another now', job(), 'd2', ['project', 'end interrupted file-changed']],
  ])('%s', async (_, unfinished, digest, expected) => {
    const { told, imports } = setUp({
      unfinished: [unfinished],
      ...(digest === undefined ? {} : { digest }),
    });
    await imports.resume();
    expect(told).toEqual(expected);
  });
});
