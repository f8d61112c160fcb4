import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A program and its arguments, up to the data folder. */
export interface Contestant {
  readonly executable: string;
  readonly args: readonly string[];
}

/** One opening of a window: milliseconds from the start of the process, and memory in MiB once it has come to rest. */
export interface Opening {
  readonly paintMs: number;
  readonly memoryMiB: number;
}

/** Long enough for the helper processes to be there and for the first garbage to be collected. */
const REST_MS = 2_500;
const LATEST_MS = 30_000;

/** Proportional set size of every process in the group, in MiB; shared pages count once, divided among their users. */
function memoryOf(group: number): number {
  let kib = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // The fields after the name in brackets: state, parent, group.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
      if (Number(fields?.[2]) !== group) continue;
      const rollup = readFileSync(`/proc/${name}/smaps_rollup`, 'utf8');
      kib += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    } catch {
      // The process has ended meanwhile.
    }
  }
  return kib / 1_024;
}

function painted(child: ChildProcess): Promise<void> {
  return new Promise((done, refuse) => {
    let said = '';
    const late = setTimeout(() => refuse(new Error(`No paint was told:\n${said.slice(-2_000)}`)), LATEST_MS);
    child.stderr?.on('data', (data: Buffer) => {
      said += data.toString();
      if (!said.includes('"event":"page.ready"')) return;
      clearTimeout(late);
      done();
    });
    child.once('error', refuse);
  });
}

/** Opens the window once, waits for the paint that the page tells of, measures, and closes. */
export async function openOnce({ executable, args }: Contestant, home: string): Promise<Opening> {
  const start = performance.now();
  const child = spawn(executable, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, SEAMARK_HOME: home, SEAMARK_LOG: 'stderr' },
  });
  const exit = new Promise((done) => child.once('exit', done));
  try {
    await painted(child);
    const paintMs = performance.now() - start;
    await pause(REST_MS);
    const memoryMiB = memoryOf(child.pid ?? 0);
    child.kill('SIGTERM');
    await Promise.race([exit, pause(15_000, undefined, { ref: false })]);
    return { paintMs, memoryMiB };
  } finally {
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      process.kill(-child.pid, 'SIGKILL');
    }
  }
}
