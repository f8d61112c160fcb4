import { openSync, readFileSync, readSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { call, commandLine, enginePid, engineState, expect, quit, ROOT, test } from './app.ts';

test('opens a sandboxed window on an encrypted store, and opens it again', async ({ home, start }) => {
  const first = await start();
  await expect.poll(() => engineState(first.page)).toBe('ready');
  expect(
    await first.page.evaluate(() => [
      typeof Reflect.get(window, 'require'),
      typeof Reflect.get(window, 'process'),
    ]),
  ).toEqual(['undefined', 'undefined']);
  expect(new URL(first.page.url()).protocol).toBe('app:');

  const head = Buffer.alloc(16);
  readSync(openSync(join(home, 'seamark.db'), 'r'), head);
  expect(head.toString('latin1')).not.toContain('SQLite format');
  const key = JSON.parse(readFileSync(join(home, 'key.json'), 'utf8')) as { backend: string };
  expect(key.backend).toBe('gnome_libsecret');

  expect(await quit(first)).toBe(0);
  expect(first.output()).toContain('"how":"closed"');

  const second = await start();
  await expect.poll(() => engineState(second.page)).toBe('ready');
  const status = await call(second.page, 'app.status', {});
  expect(status.ok).toBe(true);
});

test('a killed engine is told, restarted, and its pending call gets a coded answer', async ({ start }) => {
  const running = await start();
  const { page, output } = running;
  await expect.poll(() => engineState(page)).toBe('ready');
  await page.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(window, 'seenStates', seen);
    const { seamark } = window as unknown as {
      seamark: { on(topic: string, listener: (message: { payload: { state: string } }) => void): void };
    };
    seamark.on('engine', ({ payload }) => seen.push(payload.state));
  });
  const engine = enginePid(running);
  // A stopped process takes the call and cannot answer it; then it dies with the call pending.
  process.kill(engine, 'SIGSTOP');
  const pending = call(page, 'app.status', {});
  await call(page, 'shell.about', {});
  process.kill(engine, 'SIGKILL');
  expect(await pending).toEqual({ ok: false, error: { code: 'engine-restarted' } });
  await expect.poll(() => engineState(page)).toBe('ready');
  expect(await page.evaluate(() => Reflect.get(window, 'seenStates') as string[])).toEqual([
    'restarting',
    'starting',
    'ready',
  ]);
  expect((await call(page, 'app.status', {})).ok).toBe(true);
  expect(output()).toContain('engine.exit');
});

test('what could not be asked while the engine was away is asked again when it is back', async ({
  start,
}) => {
  const running = await start();
  const { page } = running;
  await expect.poll(() => engineState(page)).toBe('ready');
  await call(page, 'shell.set', { lang: 'en' });
  // It takes what the next screens ask and cannot answer; then it dies with all of it.
  const engine = enginePid(running);
  process.kill(engine, 'SIGSTOP');
  // No topic tells of calendars: nothing but the engine's return can have them asked again.
  await page.evaluate(() => {
    history.pushState(null, '', '/calendars');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await call(page, 'shell.about', {});
  process.kill(engine, 'SIGKILL');
  const failed = page.getByText('The engine restarted while this was running. Ask again.');
  await expect(failed).toBeVisible();
  await expect.poll(() => engineState(page)).toBe('ready');
  await expect(failed).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Own days off' })).toBeVisible();
});

test('a second start shows the first window and ends', async ({ home, start }) => {
  const { app, page } = await start();
  await expect.poll(() => engineState(page)).toBe('ready');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const { executable, args } = await commandLine('gnome');
  const second = spawn(executable, args, { cwd: ROOT, env: { ...process.env, SEAMARK_HOME: home } });
  expect(await new Promise((done) => second.once('exit', done))).toBe(0);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
});
