import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { openFile } from '../../main/engine/store/file.ts';
import { takeLock } from '../../main/engine/store/lock.ts';
import { call, engineState, expect, quit, type Running, test } from './app.ts';
import { importDirectly, writeSample } from './desk.ts';

const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

async function ready({ page }: Running): Promise<void> {
  await expect.poll(() => engineState(page)).toBe('ready');
}
async function parcels(page: Page): Promise<number> {
  const status = await call(page, 'app.status', {});
  return status.ok ? status.value.parcels : -1;
}
/** A store with the sample in it, in English, closed; answers how many parcels it holds. */
async function fill(running: Running, home: string): Promise<number> {
  await ready(running);
  await call(running.page, 'shell.set', { lang: 'en' });
  await importDirectly(running.page, writeSample(home).path);
  return parcels(running.page);
}
/** The store's key, through the keychain as the app does it. */
function keyOf(app: ElectronApplication, home: string): Promise<string> {
  const { encrypted } = JSON.parse(readFileSync(join(home, 'key.json'), 'utf8')) as { encrypted: string };
  return app.evaluate(
    ({ safeStorage }, text) => safeStorage.decryptString(Buffer.from(text, 'base64')),
    encrypted,
  );
}

test('a damaged file is named; the newest backup brings the data back and the damaged file is kept', async ({
  home,
  start,
}) => {
  const first = await start();
  const count = await fill(first, home);
  expect(count).toBeGreaterThan(5);
  expect((await call(first.page, 'app.backupNow', {})).ok).toBe(true);
  // The thread can load the store's driver where the app starts the engine; else the engine would have made the copy, and said so.
  const log = (): string => readFileSync(join(home, 'logs/seamark.log'), 'utf8');
  await expect.poll(log).toContain('store.backup');
  expect(log()).not.toContain('store.upkeep');
  expect(await quit(first)).toBe(0);
  const store = join(home, 'seamark.db');
  const bytes = readFileSync(store);
  for (let at = 200; at < 4_000; at += 7) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(store, bytes);
  const damaged = hash(store);

  const { page } = await start();
  await expect(page.getByRole('heading', { name: 'The data file is damaged' })).toBeVisible();
  expect(hash(store)).toBe(damaged);
  await expect(page.getByText('Newest backup:')).toBeVisible();
  await page.getByRole('button', { name: 'Restore the newest backup' }).click();
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  expect(await parcels(page)).toBe(count);
  const aside = readdirSync(home).filter((name) => name.startsWith('seamark.db.damaged-'));
  expect(aside.map((name) => hash(join(home, name)))).toContain(damaged);
});

test('data from a newer Seamark is left alone', async ({ home, start }) => {
  const first = await start();
  await ready(first);
  await call(first.page, 'shell.set', { lang: 'en' });
  const key = await keyOf(first.app, home);
  expect(await quit(first)).toBe(0);
  const store = join(home, 'seamark.db');
  const db = openFile(store, key, { readonly: false });
  db.prepare("INSERT INTO migration(id, name, applied_at) VALUES (999999, 'tomorrow', 1)").run();
  db.close();
  const before = hash(store);

  const { page } = await start();
  await expect(page.getByRole('heading', { name: 'This data is from a newer Seamark' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start with empty data…' })).toHaveCount(0);
  expect(hash(store)).toBe(before);
});

test('another key is named; with the right one back, trying again opens the data', async ({
  home,
  start,
}) => {
  const first = await start();
  const count = await fill(first, home);
  expect(await quit(first)).toBe(0);
  const elsewhere = mkdtempSync(join(tmpdir(), 'seamark-e2e-'));
  try {
    const other = await start({ home: elsewhere });
    await ready(other);
    expect(await quit(other)).toBe(0);
    renameSync(join(home, 'key.json'), join(home, 'right.json'));
    copyFileSync(join(elsewhere, 'key.json'), join(home, 'key.json'));
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
  const before = hash(join(home, 'seamark.db'));

  const { page } = await start();
  await expect(
    page.getByRole('heading', { name: 'The keychain’s key does not open this data' }),
  ).toBeVisible();
  expect(hash(join(home, 'seamark.db'))).toBe(before);
  renameSync(join(home, 'right.json'), join(home, 'key.json'));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  expect(await parcels(page)).toBe(count);
});

test('data that another Seamark has open is named; when that one has closed, trying again opens it', async ({
  home,
  start,
}) => {
  const first = await start();
  const count = await fill(first, home);
  expect(await quit(first)).toBe(0);
  const lock = takeLock(join(home, 'seamark.lock'));
  expect(lock).not.toBeNull();

  const { page } = await start();
  await expect(page.getByRole('heading', { name: 'Another Seamark has this data open' })).toBeVisible();
  lock?.release();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  expect(await parcels(page)).toBe(count);
});

test('without a keychain, and with a folder that cannot be written, the screen says so and offers to try again', async ({
  home,
  start,
}) => {
  writeFileSync(join(home, 'settings.json'), '{"lang":"en"}');
  const bare = await start({ keychain: 'none' });
  await expect(bare.page.getByRole('heading', { level: 1 })).toContainText(/keychain|secret/i);
  await expect(bare.page.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(await quit(bare)).toBe(0);

  const file = join(home, 'not-a-folder');
  writeFileSync(file, 'x');
  const { page } = await start({ home: join(file, 'data') });
  await expect(page.getByRole('heading', { name: '数据文件夹不可写入' })).toBeVisible();
  await expect(page.getByRole('button', { name: '重试' })).toBeVisible();
});
