import { call, crashPage, engineState, enginePid, expect, test } from './app.ts';

test('the status line tells of sleep and of the network, and of their end', async ({ start }) => {
  const { app, page } = await start();
  await expect.poll(() => engineState(page)).toBe('ready');
  await call(page, 'shell.set', { lang: 'en' });
  const line = page.getByRole('contentinfo').getByRole('status');
  await expect(line).toHaveText('Live');
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
  await expect(line).toHaveText('Paused while the computer sleeps');
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  await expect(line).toHaveText('Live');
  await app.evaluate(({ net, powerMonitor }) => {
    net.isOnline = () => false;
    powerMonitor.emit('resume');
  });
  await expect(line).toHaveText('Offline');
  await app.evaluate(({ net, powerMonitor }) => {
    net.isOnline = () => true;
    powerMonitor.emit('resume');
  });
  await expect(line).toHaveText('Live');
});

test('an engine that dies six times within ten minutes stays down until a person restarts it', async ({
  start,
}) => {
  test.setTimeout(120_000);
  const running = await start();
  const { page } = running;
  await expect.poll(() => engineState(page)).toBe('ready');
  await call(page, 'shell.set', { lang: 'en' });
  const line = page.getByRole('contentinfo');
  for (let kill = 1; kill <= 5; kill += 1) {
    process.kill(enginePid(running), 'SIGKILL');
    await expect(line).toContainText('The engine stopped; next attempt');
    await expect.poll(() => engineState(page), { timeout: 30_000 }).toBe('ready');
  }
  process.kill(enginePid(running), 'SIGKILL');
  await expect(line).toContainText('The engine stopped too often');
  expect(await call(page, 'app.status', {})).toEqual({ ok: false, error: { code: 'engine-stopped' } });
  await line.getByRole('button', { name: 'Restart' }).click();
  await expect(line.getByRole('status')).toHaveText('Live');
  expect((await call(page, 'app.status', {})).ok).toBe(true);
});

test('a page that crashes twice in a row is told in a plain window, and comes back from there', async ({
  start,
}) => {
  const running = await start();
  const { app, page, output } = running;
  await expect.poll(() => engineState(page)).toBe('ready');
  await call(page, 'shell.set', { lang: 'en' });
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = (...given: unknown[]) => {
      Reflect.set(globalThis, 'asked', given.at(-1));
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
  });
  const answers = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `window.seamark.call('app.status', {}).then((answer) => answer.ok)`,
      ),
    );
  await crashPage(running);
  await expect.poll(output).toContain('"action":"reload"');
  await expect.poll(answers).toBe(true);
  await crashPage(running);
  await expect.poll(output).toContain('"action":"tell"');
  const asked = await app.evaluate(
    () => Reflect.get(globalThis, 'asked') as { message: string; buttons: string[] },
  );
  expect(asked.message).toContain('The window stopped twice in a row');
  expect(asked.buttons).toEqual(['Reload the window', 'Quit']);
  await expect.poll(answers).toBe(true);
  expect(output()).not.toContain('engine.exit');
});
