import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, engineState, expect, quit, test } from './app.ts';

test('without a keychain it refuses, and writes neither key nor store', async ({ home, start }) => {
  const { page } = await start({ keychain: 'none' });
  await expect.poll(() => engineState(page)).toBe('failed:no-keychain');
  expect(existsSync(join(home, 'key.json'))).toBe(false);
  expect(existsSync(join(home, 'seamark.db'))).toBe(false);
});

test('a data folder that cannot be one is named, and the window still opens', async ({ home, start }) => {
  const file = join(home, 'not-a-folder');
  writeFileSync(file, 'x');
  const { page } = await start({ home: join(file, 'data') });
  await expect.poll(() => engineState(page)).toBe('failed:read-only');
});

test('a corrupt settings file is set aside and defaults apply', async ({ home, start }) => {
  writeFileSync(join(home, 'settings.json'), '{"lang": "en", ');
  const { page } = await start();
  const settings = await call(page, 'shell.settings', {});
  expect(settings.ok && settings.value.lang).toBe('zh-CN');
  const aside = readdirSync(home).find((name) => name.endsWith('.corrupt.json')) ?? '';
  expect(readFileSync(join(home, aside), 'utf8')).toBe('{"lang": "en", ');
  expect((await call(page, 'shell.set', { lang: 'en' })).ok).toBe(true);
  expect(JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8'))).toMatchObject({ lang: 'en' });
});

test('a lost key is named; starting empty keeps the old store beside the new one', async ({
  home,
  start,
}) => {
  const first = await start();
  await expect.poll(() => engineState(first.page)).toBe('ready');
  expect(await quit(first)).toBe(0);
  rmSync(join(home, 'key.json'));

  const second = await start();
  await expect.poll(() => engineState(second.page)).toBe('failed:key-missing');
  await call(second.page, 'shell.startAction', { action: 'start-empty' });
  await expect.poll(() => engineState(second.page)).toBe('ready');
  expect(
    readdirSync(home)
      .filter((name) => name.startsWith('seamark') && name !== 'seamark.db')
      .join(' '),
  ).toMatch(/seamark.*\d/);
});
