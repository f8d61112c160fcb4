import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officialExecutable, stallWatch } from './choose.ts';

const STALL_MS = 20_000;

/** The unpacked official executable, or null. The version must be the one that package.json pins. */
export function officialBinary(root: string, platform: string): string | null {
  const folder = join(root, 'node_modules/electron');
  try {
    const wanted = String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version);
    const there = readFileSync(join(folder, 'dist/version'), 'utf8').trim().replace(/^v/, '');
    const executable = join(folder, 'dist', officialExecutable(platform));
    return there === wanted && existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

/** Bytes below a folder; what vanishes while we look counts as nothing. */
function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce((sum, entry) => {
      if (!entry.isFile()) return sum;
      return sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0);
    }, 0);
  } catch {
    return 0;
  }
}

/**
 * Runs Electron's own install script. Gives up when nothing has arrived for 20 seconds: on a closed network its
 * retries would otherwise go on for minutes. Answers whether the binary is there now.
 */
export async function downloadOfficial(root: string, say: (line: string) => void): Promise<boolean> {
  const folder = join(root, 'node_modules/electron');
  const script = join(folder, 'install.js');
  if (!existsSync(script)) return false;
  say('Electron: downloading the official binary ...');
  // An own temporary folder makes the progress visible as bytes on disk.
  const temp = mkdtempSync(join(tmpdir(), 'seamark-electron-'));
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp, ELECTRON_GET_NO_PROGRESS: '1' },
  });
  let error = '';
  child.stderr.on('data', (data: Buffer) => (error += data.toString()));
  const stalled = stallWatch(STALL_MS, Date.now());
  let gaveUp = false;
  const timer = setInterval(() => {
    if (!stalled(sizeOf(temp) + sizeOf(join(folder, 'dist')), Date.now())) return;
    gaveUp = true;
    child.kill('SIGKILL');
  }, 500);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', (status) => resolve(status));
  });
  clearInterval(timer);
  rmSync(temp, { recursive: true, force: true });
  if (code === 0 && officialBinary(root, process.platform)) return true;
  const why = gaveUp ? 'no progress for 20 seconds' : (error.split('\n').find(Boolean)?.trim() ?? 'failed');
  say(`Electron: the official binary could not be downloaded (${why}).`);
  return false;
}
