import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process with that number runs. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Takes the lock folder, or tells who has it. A lock whose owner is dead is taken over. */
function tryLock(folder: string): number | null {
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    let owner = 0;
    try {
      owner = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    } catch {
      // Just made, its owner is about to write its number.
      return 0;
    }
    if (alive(owner)) return owner;
    rmSync(folder, { recursive: true, force: true });
    return 0;
  }
  writeFileSync(join(folder, 'pid'), String(process.pid));
  return null;
}

/** Runs `work` while holding `folder` as a lock, so that two starts at once do not unpack into each other. */
export async function withLock<T>(
  folder: string,
  say: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  mkdirSync(dirname(folder), { recursive: true });
  let told = false;
  for (let owner = tryLock(folder); owner !== null; owner = tryLock(folder)) {
    if (!told && owner > 0) say(`Waiting for process ${owner}, which is preparing the same thing ...`);
    told ||= owner > 0;
    await sleep(250);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
