import { execFileSync } from 'node:child_process';
import { call, engineState, expect, test } from './app.ts';

/** What the real notification daemon has shown, newest first. */
function shown(): string {
  execFileSync('dunstctl', ['close-all']);
  return execFileSync('dunstctl', ['history'], { encoding: 'utf8' });
}

test('closing goes to the tray and is told once by a real notification, in the language of the interface', async ({
  start,
}) => {
  const { app, page } = await start();
  await expect.poll(() => engineState(page)).toBe('ready');
  await call(page, 'shell.set', { lang: 'en' });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(false);
  await expect.poll(shown).toContain('Seamark keeps running');
});

test('the native menu follows the language without a restart', async ({ start }) => {
  const { app, page } = await start();
  const labels = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
  await call(page, 'shell.set', { lang: 'en' });
  await expect.poll(labels).toEqual(['File', 'Edit', 'View', 'Window']);
  await call(page, 'shell.set', { lang: 'zh-CN' });
  await expect.poll(labels).toEqual(['文件', '编辑', '视图', '窗口']);
});
