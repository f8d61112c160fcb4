import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { cacheRoot, sandboxArguments } from '../../scripts/electron/choose.ts';
import { findElectron } from '../../scripts/electron/find.ts';
import { bindToCheckout } from '../../scripts/electron/registry.ts';
import { ensureBuilt } from '../../scripts/build.ts';
import { quantile, round } from './figures.ts';
import { benchHome } from './world.ts';
import { fillThroughApp } from './windowFill.ts';
import { type Contestant, type Opening, openOnce } from './windowRun.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const RUNS = 7;
const PARCELS = 10_000;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The least that opens a window: one page with a line of text, told when it has painted, as our page tells. */
const BARE = {
  'package.json': JSON.stringify({ name: 'bare-window', version: '1.0.0', main: 'main.cjs' }),
  'main.cjs': `const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.env.SEAMARK_HOME);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1320, height: 860, show: false });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('page-title-updated', () => process.stderr.write('"event":"page.ready"\\n'));
  window.loadFile('index.html');
});
`,
  'index.html': `<!doctype html><title>bare</title><p>Seamark<script>
requestAnimationFrame(() => requestAnimationFrame(() => (document.title = 'painted')));</script>`,
} as const;

/** Both programs on the same binary. The bare one lies in the cache, because a substitute binary is bound to a folder. */
async function contestants(): Promise<{ ours: Contestant; bare: Contestant }> {
  const electron = await findElectron(ROOT, say);
  const flags = [...sandboxArguments(process.getuid?.() ?? null, process.platform)];
  const cache = cacheRoot(process.env, homedir());
  const folder = join(cache, 'bare-window');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(BARE)) writeFileSync(join(folder, name), text);
  const bound = electron.source === 'registry';
  return {
    ours: {
      executable: electron.executable,
      args: [...electron.appArguments, ...flags, '--password-store=gnome-libsecret'],
    },
    bare: {
      executable: bound ? bindToCheckout(cache, folder) : electron.executable,
      args: [...(bound ? [] : [folder]), ...flags],
    },
  };
}

/** Runs this benchmark in a desktop session of its own, where display and keychain are. */
function inDesktop(): unknown {
  const command = [join(ROOT, 'scripts/desktop.ts'), process.execPath, join(ROOT, 'scripts/bench.ts')];
  const done = spawnSync(process.execPath, [...command, 'window', '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (done.status !== 0) throw new Error('The benchmark did not run in a desktop session.');
  return (JSON.parse(done.stdout) as { window: unknown }).window;
}

const middle = (openings: readonly Opening[], name: keyof Opening): number =>
  round(
    quantile(
      openings.map((opening) => opening[name]),
      0.5,
    ),
  );

/**
 * From starting the process to the paint that the page tells of by `shell.pageReady` (the frame; Today's figures may
 * come a moment later), with an empty and a filled store, beside a bare Electron window on the same binary; and the memory of all processes (sum of
 * proportional set sizes) a moment later. Runs alternate; figures are medians.
 */
export async function benchWindow(): Promise<unknown> {
  if (!process.env['SEAMARK_DESKTOP']) return inDesktop();
  ensureBuilt(ROOT, say);
  const { ours, bare } = await contestants();
  const folders = { bare: benchHome(), empty: benchHome(), filled: benchHome() };
  try {
    await fillThroughApp(folders.filled.home, PARCELS);
    const found: Record<keyof typeof folders, Opening[]> = { bare: [], empty: [], filled: [] };
    for (let run = 0; run <= RUNS; run += 1) {
      for (const name of ['bare', 'empty', 'filled'] as const) {
        const opening = await openOnce(name === 'bare' ? bare : ours, folders[name].home);
        // The first round fills the caches of the disk and of Chromium.
        if (run > 0) found[name].push(opening);
      }
    }
    const report = (name: 'empty' | 'filled', parcels: number) => ({
      parcels,
      paintMs: middle(found[name], 'paintMs'),
      paintRatio: round(middle(found[name], 'paintMs') / middle(found.bare, 'paintMs')),
      memoryMiB: middle(found[name], 'memoryMiB'),
      memoryRatio: round(middle(found[name], 'memoryMiB') / middle(found.bare, 'memoryMiB')),
    });
    return {
      target: 'paint at most 1.6 times the bare window',
      runs: RUNS,
      bare: { paintMs: middle(found.bare, 'paintMs'), memoryMiB: middle(found.bare, 'memoryMiB') },
      seamark: [report('empty', 0), report('filled', PARCELS)],
    };
  } finally {
    for (const { remove } of Object.values(folders)) remove();
  }
}
