import { ensureSystem } from './system/install.ts';

/** Has Debian's Chromium and the fonts at hand before the page tests: installs them as root, else names the command. */
try {
  ensureSystem(['chromium', 'fonts'], (line) => process.stderr.write(`${line}\n`));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
