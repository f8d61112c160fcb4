import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/model/import.ts';
import { makeSample } from '../../main/sandbox/sample.ts';
import { call, expect, type Running } from './app.ts';

/** Writes the invented sample into the data folder; answers its path and the tracking numbers in it. */
export function writeSample(folder: string): { path: string; numbers: readonly string[] } {
  const text = makeSample(Date.now());
  const path = join(folder, 'sample.csv');
  writeFileSync(path, text);
  return { path, numbers: [...new Set(text.match(/\b[A-Z]{2,}\d{6,}[A-Z]*\b/g))] };
}

/** Answers the native dialog, which no test can reach, with one file. */
export async function answerFileDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] });
  }, path);
}

/** Imports a file as a person does, in English, up to the result; the dialog stays open. */
export async function importByDialog({ app, page }: Running, path: string): Promise<void> {
  await answerFileDialog(app, path);
  await page.getByRole('button', { name: 'Import a tracking file' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Import a tracking file' });
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByText('sample.csv is in')).toBeVisible();
}

/** Imports through the bridge, for tests that are about something else. */
export async function importDirectly(page: Page, path: string): Promise<void> {
  const options = DEFAULT_IMPORT_OPTIONS;
  const preview = await call(page, 'imports.preview', { path, mapping: null, options });
  if (!preview.ok) throw new Error(preview.error.code);
  const { digest, mapping } = preview.value;
  const begun = await call(page, 'imports.start', { path, digest, mapping, options });
  if (!begun.ok) throw new Error(begun.error.code);
  await expect
    .poll(
      async () => {
        const list = await call(page, 'imports.list', {});
        return list.ok ? list.value.imports.find(({ id }) => id === begun.value.id)?.state : 'fault';
      },
      { timeout: 60_000 },
    )
    .toBe('done');
}

/** How many cases need a decision, as the engine says. */
export async function decisions(page: Page): Promise<number> {
  const status = await call(page, 'app.status', {});
  if (!status.ok) throw new Error(status.error.code);
  return status.value.decisions;
}

/**
 * Electron cannot be asked what a tray shows. From here on the real tray's methods note what the shell hands to them;
 * they still do what they do.
 */
export async function watchTray(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Tray }) => {
    const { setContextMenu, setToolTip } = Tray.prototype;
    const seen: { menu?: Electron.Menu | null; tip?: string } = {};
    Reflect.set(globalThis, 'seenTray', seen);
    Tray.prototype.setContextMenu = function note(menu) {
      seen.menu = menu;
      setContextMenu.call(this, menu);
    };
    Tray.prototype.setToolTip = function note(tip) {
      seen.tip = tip;
      setToolTip.call(this, tip);
    };
  });
}

/** The tray's hint, and the labels of its menu without separators; empty before its first change. */
export function tray(app: ElectronApplication): Promise<{ tip: string; labels: string[] }> {
  return app.evaluate(() => {
    const seen = Reflect.get(globalThis, 'seenTray') as { menu?: Electron.Menu | null; tip?: string };
    const labels = (seen.menu?.items ?? [])
      .filter(({ type }) => type !== 'separator')
      .map(({ label }) => label);
    return { tip: seen.tip ?? '', labels };
  });
}

/** Chooses an item of the tray's menu. */
export async function clickTray(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate((_electron, item) => {
    const seen = Reflect.get(globalThis, 'seenTray') as { menu?: Electron.Menu | null };
    seen.menu?.getMenuItemById(item)?.click();
  }, id);
}
