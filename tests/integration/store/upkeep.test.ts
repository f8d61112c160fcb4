import { existsSync, readdirSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentLog, systemTimers } from '../../../main/engine/system.ts';
import { listBackups } from '../../../main/engine/store/backup.ts';
import { isSound } from '../../../main/engine/store/file.ts';
import type { OpenStore } from '../../../main/engine/store/open.ts';
import { createUpkeep } from '../../../main/engine/store/upkeep.ts';
import { countOf, fill, recordingLog, tempStore } from '../../fakes/store.ts';

const THREAD = new URL('../../../main/engine/upkeep.ts', import.meta.url);
let temp: ReturnType<typeof tempStore>;
beforeEach(() => void (temp = tempStore()));
afterEach(() => temp.remove());

const tended = (store: OpenStore, more: Partial<Parameters<typeof createUpkeep>[0]> = {}) =>
  createUpkeep({
    ...{ store, file: temp.options, thread: THREAD, timers: systemTimers, log: silentLog },
    clock: temp.options.clock,
    ...more,
  });

test('a log that grows long is copied back by the thread while the engine writes on, and begun anew', async () => {
  const store = temp.open();
  // As much as is left is the thread's: nothing is copied here but what nobody needs to wait for.
  const upkeep = tended(store, { sizes: { long: 60, little: 0 } });
  let longest = 0;
  let fewer = 0;
  let before = 0;
  const until = Date.now() + 20_000;
  for (let batch = 0; fewer < 3 && Date.now() < until; batch += 1) {
    fill(store, 40, (n) => `${batch}-${n}-${'x'.repeat(200)}`);
    const now = store.uncopied();
    if (now < before) fewer += 1;
    longest = Math.max(longest, now);
    before = now;
    await breathe();
  }
  expect(fewer).toBeGreaterThanOrEqual(3);
  expect(longest).toBeGreaterThanOrEqual(60);
  const rows = countOf(store);
  await upkeep.close();
  expect(store.integrity()).toEqual([]);
  store.close();
  const again = temp.open();
  expect(countOf(again)).toBe(rows);
  again.close();
});

test('the engine goes on while a backup is made, and who asks meanwhile gets the same one', async () => {
  const store = temp.open();
  fill(store, 5_000);
  const upkeep = tended(store);
  let written = 0;
  let done = false;
  const both = Promise.all([upkeep.backup(), upkeep.backup()]).finally(() => (done = true));
  while (!done) {
    fill(store, 1);
    written += 1;
    await breathe();
  }
  const [one, other] = await both;
  expect(written).toBeGreaterThan(1);
  expect(one.ok && other.ok && one.value.name === other.value.name).toBe(true);
  expect(readdirSync(temp.options.backupFolder)).toHaveLength(1);
  expect(isSound(one.ok ? one.value.path : '', temp.options.key)).toBe(true);
  expect(countOf(store)).toBe(5_000 + written);
  await upkeep.close();
  expect(await upkeep.backup()).toMatchObject({ ok: false, error: { code: 'shutting-down' } });
  store.close();
});

test('who closes in a hurry waits for no backup: it is none, and neither store nor later backups mind', async () => {
  const store = temp.open();
  fill(store, 5_000);
  const upkeep = tended(store);
  const asked = upkeep.backup();
  expect(await upkeep.close(true)).toBe('abandoned');
  expect(listBackups(temp.options.backupFolder)).toEqual([]);
  expect(await asked).toMatchObject({ ok: false, error: { code: 'shutting-down' } });
  store.close();
  const again = temp.open();
  expect([countOf(again), again.integrity()]).toEqual([5_000, []]);
  const next = tended(again);
  const made = await next.backup();
  expect(isSound(made.ok ? made.value.path : '', temp.options.key)).toBe(true);
  expect(await next.close(true)).toBe('done');
  again.close();
});

test('a backup that fails on the thread says why, and its line is in the log', async () => {
  const store = temp.open();
  const log = recordingLog();
  const file = { ...temp.options, backupFolder: '/dev/null/backups' };
  const upkeep = tended(store, { file, log });
  expect(await upkeep.backup()).toMatchObject({ ok: false, error: { code: 'backup-failed' } });
  expect(log.lines.map(({ event }) => event)).toContain('store.backup-failed');
  await upkeep.close();
  store.close();
});

test('without a thread that can begin, a backup is made all the same', async () => {
  const store = temp.open();
  fill(store, 3);
  const log = recordingLog();
  const upkeep = tended(store, { thread: new URL('file:///no/such/thread.js'), log });
  const made = await upkeep.backup();
  expect(made.ok && existsSync(made.value.path)).toBe(true);
  expect(log.lines.map(({ event }) => event)).toContain('store.upkeep');
  await upkeep.close();
  store.close();
});

test('a copy that fails is not tried again at every commit', async () => {
  const store = temp.open();
  const copyBack = vi.fn<() => void>(() => {
    throw new Error('no');
  });
  const log = recordingLog();
  const sizes = { long: 40, little: 5 };
  const upkeep = tended({ ...store, copyBack }, { thread: new URL('file:///no/such/thread.js'), log, sizes });
  for (let batch = 0; batch < 40; batch += 1) {
    fill(store, 1);
    await breathe();
  }
  await vi.waitFor(() => expect(copyBack).toHaveBeenCalledTimes(1));
  for (let batch = 0; batch < 10; batch += 1) fill(store, 1);
  await breathe();
  expect(copyBack).toHaveBeenCalledTimes(1);
  expect(store.uncopied()).toBeGreaterThan(sizes.long);
  await upkeep.close();
  store.close();
});
