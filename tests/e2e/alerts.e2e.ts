import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/model/import.ts';
import { makeSample } from '../../main/sandbox/sample.ts';
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

test('an import that opens cases is told by kind and market, without a number of any parcel', async ({
  home,
  start,
}) => {
  const { page, output } = await start();
  await expect.poll(() => engineState(page)).toBe('ready');
  await call(page, 'shell.set', { lang: 'en' });
  const path = join(home, 'sample.csv');
  const sample = makeSample(Date.now());
  writeFileSync(path, sample);
  const preview = await call(page, 'imports.preview', {
    path,
    mapping: null,
    options: DEFAULT_IMPORT_OPTIONS,
  });
  if (!preview.ok) throw new Error(preview.error.code);
  const { digest, mapping } = preview.value;
  expect(
    (await call(page, 'imports.start', { path, digest, mapping, options: DEFAULT_IMPORT_OPTIONS })).ok,
  ).toBe(true);
  const decisions = async (): Promise<number> => {
    const status = await call(page, 'app.status', {});
    return status.ok && !status.value.importRunning ? status.value.decisions : 0;
  };
  await expect.poll(decisions).toBeGreaterThan(0);
  await expect.poll(output).toContain('"event":"notify"');
  await expect.poll(shown).toMatch(/Held by customs · ([A-Z]{2}|\d+ markets)/);
  // Many groups at once are one event: no more than one notification for each kind.
  expect(output().match(/"event":"notify"/g)?.length).toBeLessThanOrEqual(4);
  const said = shown();
  expect(said).toMatch(/new cases? needs? a decision/);
  const numbers = new Set(sample.match(/\b[A-Z]{2,}\d{6,}[A-Z]*\b/g));
  expect(numbers.size).toBeGreaterThan(10);
  expect([...numbers].filter((number) => said.includes(number))).toEqual([]);
});
