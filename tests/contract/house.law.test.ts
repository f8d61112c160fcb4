import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const trees = ['main', 'shared', 'renderer'];

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
    readonly totalCruised: number;
  };
}

function cruise(folder: string): Cruise['summary'] {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const done = spawnSync(
    process.execPath,
    [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...trees],
    { cwd: folder, encoding: 'utf8', maxBuffer: 200_000_000 },
  );
  expect(done.stderr).toBe('');
  return (JSON.parse(done.stdout) as Cruise).summary;
}

/** What is planted where, and the rule that must find it. */
const PLANTED: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['main/engine/cases/p1.ts', "export { openStore } from '../store/open.ts';", 'stage-cases'],
  ['main/engine/cases/p2.ts', "export { reduceJourney } from '../journey/reduce.ts';", 'stage-cases'],
  ['main/engine/journey/p1.ts', "export * from '../sources/files/csv.ts';", 'stage-journey'],
  ['main/engine/journey/p2.ts', "export * from '../store/views/queue.ts';", 'stage-journey'],
  ['main/engine/sources/p1.ts', "export type { Store } from '../store/open.ts';", 'stage-sources'],
  ['main/engine/store/p1.ts', "export * from '../cases/workdays.ts';", 'stage-store'],
  ['main/engine/sync/p1.ts', "export * from '../api/router.ts';", 'stage-sync'],
  ['main/engine/rules/p1.ts', "export * from '../index.ts';", 'composition-root-alone'],
  ['main/engine/api/p1.ts', "export * from '../sources/files/read.ts';", 'stage-api-types'],
  ['main/engine/api/p2.ts', "export * from '../store/open.ts';", 'stage-api'],
  ['main/engine/commands/p1.ts', "export * from '../api/router.ts';", 'stage-commands-downstream'],
  ['main/engine/api/p3.ts', "export { default } from 'better-sqlite3-multiple-ciphers';", 'driver-in-store'],
  ['main/engine/cases/p3.ts', "export { app } from 'electron';", 'no-electron'],
  ['main/engine/outreach/p1.ts', "export type { App } from 'electron';", 'no-electron'],
  ['main/loopback/p1.ts', "export { shell } from 'electron';", 'no-electron'],
  ['renderer/app/p1.ts', "export { ipcRenderer } from 'electron';", 'no-electron'],
  ['main/engine/cases/p4.ts', "export { useState } from 'react';", 'packages-engine'],
  ['main/engine/insights/p1.ts', "export * from '../../shell/redact.ts';", 'engine-alone'],
  ['main/shell/p1.ts', "export { createEngine } from '../engine/index.ts';", 'shell-thin'],
  ['main/sandbox/p1.ts', "export { createEngine } from '../engine/index.ts';", 'sandbox-alone'],
  ['main/headless/p1.ts', "export * from '../engine/store/open.ts';", 'engine-entrance'],
  ['shared/p1.ts', "export * from '../main/engine/ports.ts';", 'shared-alone'],
  ['shared/p2.ts', "export { join } from 'node:path';", 'shared-no-node'],
  ['shared/p3.ts', "export { useState } from 'react';", 'packages-shared'],
  ['renderer/app/p2.ts', "export * from '../../main/engine/ports.ts';", 'renderer-alone'],
  ['renderer/app/p3.ts', "export { readFileSync } from 'node:fs';", 'renderer-no-node'],
  ['renderer/app/p4.ts', "export * from 'electron-log';", 'packages-renderer'],
  ['renderer/ui/p1.ts', "export * from '#shared/contract/index.ts';", 'ui-alone'],
  ['renderer/ui/p2.ts', "export * from 'zustand';", 'packages-ui'],
  ['shared/c1.ts', "export * from './c2.ts'; export const one = 1;", 'no-cycles'],
  ['shared/c2.ts', "export * from './c1.ts'; export const two = 2;", 'no-cycles'],
  ['shared/p4.ts', 'export const lonely = 1;', 'no-orphans'],
  ['shared/p5.ts', "export * from './nowhere.ts';", 'resolvable'],
];

describe('the import law', () => {
  let copy = '';
  let found: Cruise['summary'];
  const rulesFor = (file: string): string[] =>
    found.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'seamark-law-'));
    for (const tree of [...trees, 'scripts/house'])
      cpSync(join(root, tree), join(copy, tree), { recursive: true });
    for (const file of ['package.json', '.dependency-cruiser.cjs'])
      cpSync(join(root, file), join(copy, file));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
    for (const [file, text] of PLANTED) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), `${text}\n`);
    }
    const preload = join(copy, 'main/preload.ts');
    writeFileSync(preload, `import '../shared/result.ts';\n${readFileSync(preload, 'utf8')}`);
    found = cruise(copy);
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test.each(PLANTED.filter(([file]) => file !== 'shared/c2.ts'))(
    'finds what is planted in %s: %s (%s)',
    (file, _text, rule) => {
      expect(rulesFor(file)).toContain(rule);
    },
  );

  test('keeps the preload to itself', () => {
    expect(rulesFor('main/preload.ts')).toContain('preload-alone');
  });

  test('accepts what the law allows', () => {
    const planted = new Set([...PLANTED.map(([file]) => file), 'main/preload.ts']);
    const others = found.violations.filter(({ from }) => !planted.has(from));
    expect(others.map(({ from, rule }) => `${from}: ${rule.name}`)).toEqual([]);
  });
});

test('really looks: the tree itself has more than a hundred modules, and none breaks the law', () => {
  const seen = cruise(root);
  expect(seen.totalCruised).toBeGreaterThan(100);
  expect(seen.violations.map(({ from, rule }) => `${from}: ${rule.name}`)).toEqual([]);
});
