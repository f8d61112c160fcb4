import { accessSync, constants, mkdirSync } from 'node:fs';

/** Whether the data folder can be used; it is made if it is not there. The answer is null, or why not. */
export function prepareHome(home: string): 'read-only' | 'disk-full' | null {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    accessSync(home, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'disk-full' : 'read-only';
  }
}
