import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { mkdirSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FromEngine, fromEngineSchema, type ToEngine } from '#shared/contract/wire.ts';
import { rowsOf } from '../../fakes/dump.ts';
import { listBackups } from '../../../main/engine/store/backup.ts';
import { isSound } from '../../../main/engine/store/file.ts';
import { countOf, fill, KEY, tempStore } from '../../fakes/store.ts';

const ENTRY = fileURLToPath(new URL('../../../main/engine/entry.ts', import.meta.url));
/** Enough for a backup of a second or more: megabytes, in lines of a kilobyte. */
const MEGABYTES = 40;

let temp: ReturnType<typeof tempStore>;
beforeEach(() => void (temp = tempStore()));
afterEach(() => temp.remove());

/** Whether the copy of a backup is being written, or was left behind. */
const half = (): boolean =>
  readdirSync(temp.options.backupFolder, { withFileTypes: true }).some(({ name }) => name.includes('.part'));

/** Starts the engine as the shell does, asks for a backup, closes at once; answers how it ended and what it had said. */
async function backUpAndClose(waits: boolean): Promise<{ code: number | null; answer: unknown }> {
  const child = fork(ENTRY, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const exit = once(child, 'exit');
  const tell = (message: ToEngine): void => void child.send(message);
  let answer: unknown = null;
  const close = (): void => tell({ kind: 'close' });
  const hear: Partial<Record<FromEngine['kind'], () => void>> = {
    hello: () => tell({ kind: 'start', home: temp.folder, key: KEY, lang: 'en' }),
    ready: () => {
      tell({ kind: 'call', id: 1, name: 'app.backupNow', input: {} });
      if (waits) return;
      // Not before the copy has begun.
      const timer = setInterval(() => {
        if (!half()) return;
        clearInterval(timer);
        close();
      }, 5);
    },
    answer: () => {
      if (waits) close();
    },
  };
  child.on('message', (raw) => {
    const message = fromEngineSchema.parse(raw);
    if (message.kind === 'answer') answer = message.result;
    hear[message.kind]?.();
  });
  const [code] = (await exit) as [number | null];
  return { code, answer };
}

test('an engine that is closed while a backup is made does not wait for it, and the store and the next backup are whole', async () => {
  mkdirSync(temp.options.backupFolder);
  const store = temp.open();
  for (let part = 0; part < MEGABYTES; part += 1) fill(store, 1_000, (n) => `${n}-${'x'.repeat(1_000)}`);
  const rows = countOf(store);
  store.close();

  const hurried = await backUpAndClose(false);
  expect(hurried.answer).toMatchObject({ ok: false, error: { code: 'shutting-down' } });
  expect(listBackups(temp.options.backupFolder)).toEqual([]);
  // Today's copy is due again.
  expect(
    rowsOf<{ value: string }>(temp.folder, "SELECT value FROM state WHERE key = 'daily.at'").map(
      ({ value }) => value,
    ),
  ).toEqual(['0']);

  const patient = await backUpAndClose(true);
  expect(patient).toMatchObject({ code: 0, answer: { ok: true } });
  const [made, ...more] = listBackups(temp.options.backupFolder);
  expect(more).toEqual([]);
  expect(isSound(join(temp.options.backupFolder, made?.name ?? ''), KEY)).toBe(true);
  const again = temp.open();
  expect([countOf(again) >= rows, again.integrity()]).toEqual([true, []]);
  again.close();
  expect(half()).toBe(false);
});
