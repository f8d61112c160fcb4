import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build is made from. */
const SOURCES = [
  'main/**/*.ts',
  'shared/**/*.{ts,json}',
  'renderer/**/*.{ts,tsx,css,html,svg}',
  'electron.vite.config.ts',
  'vite.renderer.ts',
  'package-lock.json',
];
const RESULTS = [
  'out/main/index.js',
  'out/main/engine.js',
  'out/main/sandbox.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];

/** Whether a result is missing or older than a source. Times in epoch ms; null: not there. */
export function isStale(results: readonly (number | null)[], sources: readonly number[]): boolean {
  const built = results.reduce<number>((oldest, time) => Math.min(oldest, time ?? -Infinity), Infinity);
  return sources.some((time) => time > built) || built === -Infinity;
}

/** Builds with electron-vite if `out/` is missing or older than the sources. Throws when the build fails. */
export function ensureBuilt(root: string, say: (line: string) => void): void {
  const time = (path: string): number => statSync(path).mtimeMs;
  const results = RESULTS.map((path) => (existsSync(join(root, path)) ? time(join(root, path)) : null));
  const sources = globSync(SOURCES, { cwd: root }).map((path) => time(join(root, path)));
  if (!isStale(results, sources)) return;
  say('Building ...');
  const done = spawnSync(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (done.status !== 0) throw new Error(`The build failed:\n${done.stdout}\n${done.stderr}`);
}
