import { resolve } from 'node:path';
import { ensureBuilt } from '../../scripts/build.ts';
import { findElectron } from '../../scripts/electron/find.ts';

/** Builds what is out of date and has a runnable Electron at hand before the first test starts its clock. */
async function setup(): Promise<void> {
  const root = resolve(import.meta.dirname, '../..');
  if (!process.env['SEAMARK_DESKTOP'])
    throw new Error('Run this as: node scripts/desktop.ts npx playwright test ...');
  ensureBuilt(root, (line) => process.stderr.write(`${line}\n`));
  await findElectron(root, (line) => process.stderr.write(`${line}\n`));
}
export default setup;
