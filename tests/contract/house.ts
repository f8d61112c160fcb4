import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** The checkout, for the tests that read the house itself. */
export const root = resolve(import.meta.dirname, '../..');

const IGNORED = new Set(['node_modules', 'out', 'dist', 'coverage', 'test-results', 'playwright-report']);

/** The files under the given folders, as paths from the root with slashes; what is built or installed left out. */
export function filesOf(...folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => walk(join(root, folder)))
    .map((path) => relative(root, path).replaceAll('\\', '/'));
}

/** The folders among them that hold files or folders with files. */
export function foldersOf(...folders: readonly string[]): string[] {
  const found = new Set<string>();
  for (const path of filesOf(...folders)) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) found.add(folder);
  }
  return [...found].toSorted();
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return [path];
    return entry.isDirectory() && !IGNORED.has(entry.name) ? walk(path) : [];
  });
}
