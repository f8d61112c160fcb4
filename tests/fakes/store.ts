import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogFacts, Logger } from '../../main/engine/ports.ts';
import { type OpenOptions, type OpenStore, openStore } from '../../main/engine/store/open.ts';
import { asInstant } from '#shared/time.ts';

/** Two keys that differ; neither is anybody's. */
export const KEY = '0123456789abcdef'.repeat(4);
export const OTHER_KEY = 'fedcba9876543210'.repeat(4);

/** A log that keeps its lines. */
export function recordingLog(): Logger & { lines: { event: string; facts: LogFacts }[] } {
  const lines: { event: string; facts: LogFacts }[] = [];
  const keep = (event: string, facts: LogFacts = {}): void => void lines.push({ event, facts });
  return { lines, info: keep, warn: keep, error: keep };
}

/** A folder of its own with what `openStore` wants; the clock stands still until it is told to go on. */
export function tempStore(): {
  folder: string;
  options: OpenOptions;
  clock: { at: number };
  open(more?: Partial<OpenOptions>): OpenStore;
  remove(): void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'seamark-store-'));
  const clock = { at: Date.UTC(2026, 10, 24, 8) };
  const options: OpenOptions = {
    path: join(folder, 'seamark.db'),
    key: KEY,
    backupFolder: join(folder, 'backups'),
    clock: { now: () => asInstant(clock.at) },
    log: recordingLog(),
  };
  return {
    folder,
    options,
    clock,
    open: (more = {}) => {
      const opened = openStore({ ...options, ...more });
      if (!opened.ok) throw new Error(`The store does not open: ${JSON.stringify(opened.failure)}`);
      return opened.store;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Writes `count` audit lines in one batch; their subjects are `0`, `1`, … unless told otherwise. */
export function fill(store: OpenStore, count: number, subject: (n: number) => string = String): void {
  store.writer.transaction('batch', () => {
    for (let n = 0; n < count; n += 1) {
      store.writer.run('INSERT INTO audit(at, what, subject) VALUES (?, ?, ?)', n, 'test', subject(n));
    }
  });
}

/** How many audit lines there are. */
export function countOf(store: OpenStore): number {
  return store.reader.get<{ n: number }>('SELECT count(*) AS n FROM audit')?.n ?? -1;
}
