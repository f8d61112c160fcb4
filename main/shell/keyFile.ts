import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyFile } from './secrets.ts';

/** `key.json` in the data folder: written whole or not at all, readable by its owner only. */
export function createKeyFile(home: string, now: () => number): KeyFile {
  const path = join(home, 'key.json');
  return {
    path,
    read() {
      try {
        return readFileSync(path, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    write(text) {
      mkdirSync(home, { recursive: true });
      const temp = `${path}.new`;
      const handle = openSync(temp, 'w', 0o600);
      try {
        writeSync(handle, text);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(temp, path);
    },
    setAside() {
      try {
        renameSync(path, join(home, `key.${now()}.aside.json`));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    },
  };
}
