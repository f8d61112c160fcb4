import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/model/import.ts';
import { call, engineState, launch, quit } from '../e2e/app.ts';
import { writeTracking } from './data.ts';

/** Asks again and again until the answer is the wanted one; a minute is the end of patience. */
async function until(wanted: string, ask: () => Promise<string>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await ask()) === wanted) return;
    await pause(100);
  }
  throw new Error(`It did not become "${wanted}".`);
}

/** Fills a data folder with parcels through the real app, because only the app can make a key in the keychain. */
export async function fillThroughApp(home: string, parcels: number): Promise<void> {
  const path = join(home, 'tracking.csv');
  writeTracking(path, parcels, Date.now());
  const running = await launch({ home });
  const { page } = running;
  try {
    await until('ready', () => engineState(page));
    const options = DEFAULT_IMPORT_OPTIONS;
    const preview = await call(page, 'imports.preview', { path, mapping: null, options });
    if (!preview.ok) throw new Error(preview.error.code);
    const { digest, mapping } = preview.value;
    const begun = await call(page, 'imports.start', { path, digest, mapping, options });
    if (!begun.ok) throw new Error(begun.error.code);
    await until('done', async () => {
      const list = await call(page, 'imports.list', {});
      return list.ok ? (list.value.imports[0]?.state ?? '') : list.error.code;
    });
  } finally {
    await quit(running);
  }
}
