import { crashPage, engineState, expect, test } from './app.ts';

test('quit ends everything: the engine says closed, no process stays', async ({ start }) => {
  const { app, page, child, output } = await start();
  await expect.poll(() => engineState(page)).toBe('ready');
  const exit = new Promise((done) => child.once('exit', done));
  await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items[0]?.submenu?.getMenuItemById('quit')?.click(),
  );
  expect(await exit).toBe(0);
  expect(output()).toContain('"event":"engine.closed","how":"closed"');
});

test('a page that crashes is reloaded once while the engine keeps running', async ({ start }) => {
  const running = await start();
  const { app, page, output } = running;
  await expect.poll(() => engineState(page)).toBe('ready');
  await crashPage(running);
  await expect.poll(output).toContain('"action":"reload"');
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `window.seamark.call('app.status', {}).then((answer) => answer.ok)`,
        ),
      ),
    )
    .toBe(true);
  expect(output()).not.toContain('engine.exit');
});
