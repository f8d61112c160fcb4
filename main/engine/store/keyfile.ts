import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StartFailure } from '#shared/contract/faults.ts';

export type KeyFileResult =
  | {
      readonly ok: true;
      readonly key: string;
      readonly path: string;
      readonly made: boolean;
      readonly readableByOthers: boolean;
    }
  | { readonly ok: false; readonly failure: StartFailure };

const KEY = /^[0-9a-f]{64}$/;

/**
 * The key of a headless run. `envPath` (SEAMARK_KEY_FILE) names a file with 64 hexadecimal digits; without it the data
 * folder's own `seamark.key` is used, and made (mode 0600) only where there is no data yet: data without a key is
 * `key-missing`, never a new key. Whether other users can read the file is answered for a warning: a container's secret
 * often is, so it is no reason to refuse.
 */
export function loadOrMakeKeyFile(options: { home: string; envPath: string | undefined }): KeyFileResult {
  const own = join(options.home, 'seamark.key');
  const path = options.envPath && options.envPath !== '' ? options.envPath : own;
  const failed = (code: StartFailure['code'], detail: StartFailure['detail']): KeyFileResult => ({
    ok: false,
    failure: { code, detail: { keyFile: path, ...detail } },
  });
  const read = (): KeyFileResult => {
    try {
      const readableByOthers = process.platform !== 'win32' && (statSync(path).mode & 0o044) !== 0;
      const key = readFileSync(path, 'utf8').trim().toLowerCase();
      return KEY.test(key)
        ? { ok: true, key, path, made: false, readableByOthers }
        : failed('key-missing', { problem: 'not-a-key' });
    } catch {
      return failed('key-missing', { problem: 'unreadable' });
    }
  };
  if (existsSync(path)) return read();
  if (path !== own) return failed('key-missing', { problem: 'no-such-file' });
  if (existsSync(join(options.home, 'seamark.db')))
    return failed('key-missing', { problem: 'data-without-key' });
  const half = `${path}.${process.pid}`;
  try {
    mkdirSync(options.home, { recursive: true });
    const key = randomBytes(32).toString('hex');
    writeFileSync(half, `${key}\n`, { mode: 0o600, flag: 'wx', flush: true });
    // A link fails if another process was quicker; a rename would silently replace its key.
    linkSync(half, path);
    return { ok: true, key, path, made: true, readableByOthers: false };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return read();
    return failed('read-only', { problem: 'cannot-write' });
  } finally {
    rmSync(half, { force: true });
  }
}
