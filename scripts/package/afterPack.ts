import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { fuseConfig } from './fuses.ts';

/** electron-builder's hook: sets the fuses of the packaged binary before it is signed. */
async function afterPack(context: AfterPackContext): Promise<void> {
  const platform = context.electronPlatformName;
  const name = context.packager.appInfo.productFilename;
  // On Linux the name is set in electron-builder.yml (`linux.executableName`).
  const executable = { darwin: `${name}.app`, win32: `${name}.exe` }[platform] ?? 'seamark';
  await flipFuses(join(context.appOutDir, executable), fuseConfig(platform));
}
// electron-builder takes the hook from the default export.
export default afterPack;
