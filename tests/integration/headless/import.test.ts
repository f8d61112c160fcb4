import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvOf, delivered, failed, held, numberOf } from '../../fakes/files.ts';
import { OTHER_KEY } from '../../fakes/store.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Carriers' real scans, where a checkout has them beside it. */
const EVENTS = join(ROOT, '..', 'shared', 'data', 'tracking-events');

let home: string;
let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'seamark-headless-'));
  home = join(work, 'data');
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

function headless(args: readonly string[], env: Record<string, string> = {}) {
  const { SEAMARK_KEY_FILE: _none, ...rest } = process.env;
  return spawnSync(process.execPath, ['main/headless.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...rest, LC_ALL: 'en_US.UTF-8', SEAMARK_HOME: home, ...env },
  });
}

function sample(): { path: string; rows: number } {
  const scans = [...failed(numberOf(1), 20), ...held(numberOf(2), 40), ...delivered(numberOf(3), 10)].map(
    (scan) => ({
      ...scan,
      // Far enough back for any clock that runs this test.
      ago: scan.ago + 2_000,
    }),
  );
  const bad = { number: 'no number!', code: 'F100', ago: 2_000 };
  const odd = { number: numberOf(3), code: '', ago: 3_000, text: 'Words that no table has' };
  const path = join(work, 'scans.csv');
  writeFileSync(path, csvOf([...scans, bad, odd]));
  return { path, rows: scans.length + 2 };
}

describe('import FILE', () => {
  it('speaks one language: cases by their names, and why rows were refused', () => {
    const { path } = sample();
    const { stdout, status } = headless(['import', path], { LC_ALL: 'zh_CN.UTF-8' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {2}投递失败: \d+$/m);
    expect(stdout).toMatch(/^ {2}1 × 这不是有效的运单号.*\[bad-number\]$/m);
    expect(stdout).not.toMatch(/refused|delivery-failed/);
  });
});

describe('import FILE --json', () => {
  it('prints one JSON object, makes a key for a new folder and says so, and knows everything the second time', () => {
    const { path, rows } = sample();
    const first = headless(['import', path, '--json']);
    expect(first.status, first.stderr).toBe(0);
    expect(first.stdout.trim().split('\n')).toHaveLength(1);
    const found = JSON.parse(first.stdout);
    expect(found).toMatchObject({
      state: 'done',
      rows,
      parcels: 3,
      accepted: rows - 1,
      known: 0,
      refused: 1,
    });
    expect(found).toMatchObject({ unknown: 1, refusedBy: { 'bad-number': 1 } });
    expect(found.cases).toMatchObject({ 'delivery-failed': 1, 'customs-hold': 1 });
    const keyFile = join(home, 'seamark.key');
    expect(first.stderr).toContain(keyFile);
    if (process.platform !== 'win32') expect(statSync(keyFile).mode & 0o777).toBe(0o600);

    const second = headless(['import', path, '--json']);
    expect(second.stderr).toBe('');
    expect(JSON.parse(second.stdout)).toMatchObject({
      rows,
      accepted: 0,
      known: rows - 1,
      refused: 1,
      cases: found.cases,
    });
  });

  it('says in one sentence that a file is not there, and leaves nothing', () => {
    const done = headless(['import', join(work, 'nothing.csv'), '--json']);
    expect(done.status).toBe(1);
    expect(JSON.parse(done.stdout)).toMatchObject({ error: { code: 'file-missing' } });
    expect(done.stderr).toMatch(/nothing\.csv.*\[file-missing\]/);
    expect(JSON.parse(headless(['status']).stdout)).toMatchObject({ parcels: 0, lastImportAt: null });
  });

  it('does not open the data with another key, and changes nothing', () => {
    const { path } = sample();
    headless(['import', path, '--json']);
    const before = statSync(join(home, 'seamark.db'));
    const key = join(work, 'other.key');
    writeFileSync(key, OTHER_KEY);
    const done = headless(['status'], { SEAMARK_KEY_FILE: key });
    expect(done.status).toBe(3);
    expect(done.stdout).toBe('');
    expect(done.stderr).toContain('key-changed');
    expect(statSync(join(home, 'seamark.db'))).toMatchObject({ size: before.size, mtimeMs: before.mtimeMs });
    expect(headless(['status']).status).toBe(0);
  });

  it('explains itself when the command is not understood, before it touches anything', () => {
    for (const args of [[], ['frobnicate'], ['import'], ['import', 'x', '--nonsense']]) {
      const done = headless(args);
      expect(done.status, args.join(' ')).toBe(2);
      expect(done.stdout).toBe('');
      expect(done.stderr).toMatch(/^Usage: /);
    }
    expect(existsSync(home)).toBe(false);
  });
});

const files = existsSync(EVENTS) ? readdirSync(EVENTS).filter((name) => name.endsWith('.jsonl')) : [];
it(
  files.length > 0
    ? `takes real scans: ${files.join(', ')}`
    : 'takes real scans (none beside this checkout, so an invented file)',
  () => {
    const paths = files.length > 0 ? files.map((name) => join(EVENTS, name)) : [sample().path];
    for (const path of paths) {
      const done = headless(['import', path, '--json']);
      expect(done.status, done.stderr).toBe(0);
      const found = JSON.parse(done.stdout);
      expect(found.rows).toBeGreaterThan(0);
      expect(found.accepted + found.known + found.refused).toBe(found.rows);
      expect(Object.values(found.refusedBy as Record<string, number>).reduce((sum, n) => sum + n, 0)).toBe(
        found.refused,
      );
    }
  },
);
