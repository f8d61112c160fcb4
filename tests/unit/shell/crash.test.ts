import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installCrashHandler } from '../../../main/shell/crash.ts';

test('what nothing caught is logged, reported without personal data, told, and ends the process once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seamark-crash-'));
  const done: string[] = [];
  let crash: (error: unknown) => void = () => {};
  installCrashHandler({
    on: (listener) => void (crash = listener),
    folder,
    now: () => 7,
    facts: { version: '1' },
    log: { info: () => {}, warn: () => {}, error: (event) => void done.push(event) },
    tell: (file) => void done.push(file),
    exit: (code) => void done.push(String(code)),
  });
  crash(new Error('call 13800138000 or a@b.example'));
  crash(new Error('again'));
  expect(done).toEqual(['crash', join(folder, 'crash-7.json'), '70']);
  expect(readdirSync(folder)).toHaveLength(1);
  const report = readFileSync(join(folder, 'crash-7.json'), 'utf8');
  expect(JSON.parse(report)).toMatchObject({ version: '1', message: 'call <number> or <e-mail>' });
  expect(report).not.toContain('13800138000');
  rmSync(folder, { recursive: true });
});
