import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheRoot, type ElectronSource, plan } from './choose.ts';
import { withLock } from './lock.ts';
import { downloadOfficial, officialBinary } from './official.ts';
import { bindToCheckout, installSubstitute, substituteFolder } from './registry.ts';

/** A runnable Electron and how to point it at the checkout. */
export interface Electron {
  readonly source: ElectronSource;
  readonly executable: string;
  /** What goes first on its command line: the checkout, or nothing where the binary is bound to it. */
  readonly appArguments: readonly string[];
}

/** Finds a runnable Electron, fetching one if need be. Throws with a plain sentence when there is none. */
export async function findElectron(root: string, say: (line: string) => void): Promise<Electron> {
  const cache = cacheRoot(process.env, homedir());
  const marker = join(cache, 'official-download-failed');
  const override = process.env['SEAMARK_ELECTRON'] ?? null;
  const chosen = plan({
    override,
    overrideExists: override !== null && existsSync(override),
    officialThere: officialBinary(root, process.platform) !== null,
    registryThere: existsSync(join(substituteFolder(cache), 'electron')),
    downloadFailedAt: readStamp(marker),
    now: Date.now(),
    platform: process.platform,
    arch: process.arch,
  });
  if (!chosen.ok) throw new Error(chosen.reason);
  for (const source of chosen.steps) {
    switch (source) {
      case 'override':
        // Whoever overrides says what runs; a substitute-like binary ignores the extra argument.
        return { source, executable: override ?? '', appArguments: [root] };
      case 'official':
      case 'download': {
        const found =
          source === 'official' ||
          (await withLock(join(cache, 'download.lock'), say, () => downloadOfficial(root, say)));
        const executable = officialBinary(root, process.platform);
        if (found && executable) {
          rmSync(marker, { force: true });
          return { source, executable, appArguments: [root] };
        }
        mkdirSync(cache, { recursive: true });
        writeFileSync(marker, String(Date.now()));
        break;
      }
      case 'registry': {
        const executable = await withLock(join(cache, 'registry.lock'), say, async () => {
          await installSubstitute(cache, say);
          return bindToCheckout(cache, root);
        });
        return { source, executable, appArguments: [] };
      }
    }
  }
  throw new Error('No runnable Electron: the download failed, and there is no substitute for this platform.');
}

function readStamp(file: string): number | null {
  try {
    const stamp = Number(readFileSync(file, 'utf8'));
    return Number.isFinite(stamp) ? stamp : null;
  } catch {
    return null;
  }
}
