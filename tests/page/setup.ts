import { resolve } from 'node:path';
import { ensureBuilt } from '../../scripts/build.ts';
import { ensureSystem } from '../../scripts/system/install.ts';

/** Has Chromium and the fonts at hand and builds what is out of date, before the first test starts its clock. */
function setup(): void {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  ensureSystem(['chromium', 'fonts'], say);
  ensureBuilt(resolve(import.meta.dirname, '../..'), say);
}
export default setup;
