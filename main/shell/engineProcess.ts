import { type ChildProcess, fork } from 'node:child_process';
import type { UtilityProcess } from 'electron';

/** One running engine process, whichever way it was started. */
export interface EngineProcess {
  readonly pid: number | undefined;
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Once, when the process is gone: its exit code, null when it was killed or could not be started. */
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

export type EngineHostKind = 'utility' | 'child';

/**
 * The database driver needs Node-API 10. Electron 45 has it; the Electron 33 of development does not, and there the
 * same entry runs under the project's own Node 24 as a child process.
 */
export function hostKind(napi: string | undefined): EngineHostKind {
  return Number(napi ?? 0) >= 10 ? 'utility' : 'child';
}

/**
 * How V8 keeps the engine's heap. Young objects get 4 MiB a half in place of 16 to 32, because a first load makes much
 * that dies at once; what lives (about 110 MiB with 100,000 orders, the places among them) is collected at 320 MiB at
 * the latest. With V8's own choice the same load took 590 MiB of memory, with these under 400 (`bench -- sync`).
 */
export const ENGINE_HEAP: readonly string[] = ['--max-semi-space-size=4', '--max-old-space-size=320'];

/**
 * One arena for what is allocated outside of that heap: glibc keeps one for each thread that ever asked, and hands little of
 * them back (26 MiB at 40,000 orders). Other systems' allocators do not know the word.
 */
export const ENGINE_MEMORY: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '1' };

/** The engine as Electron's utility process. */
export function utilityEngine(
  forkUtility: (entry: string) => UtilityProcess,
  entry: string,
  onLog: (chunk: string) => void,
): EngineProcess {
  const child = forkUtility(entry);
  child.stderr?.on('data', (data: Buffer) => onLog(data.toString()));
  return {
    get pid() {
      return child.pid;
    },
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', (code) => listener(code)),
    kill: () => void child.kill(),
  };
}

/** The engine as a child of Node 24, with structured clones as messages. */
export function childEngine(node: string, entry: string, onLog: (chunk: string) => void): EngineProcess {
  // The child is plain Node: what Electron or a debugger put into the environment is not meant for it.
  const { ELECTRON_RUN_AS_NODE: _run, NODE_OPTIONS: _options, ...env } = process.env;
  const child: ChildProcess = fork(entry, [], {
    execPath: node,
    execArgv: [...ENGINE_HEAP],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...env, ...ENGINE_MEMORY },
  });
  child.stderr?.on('data', (data: Buffer) => onLog(data.toString()));
  return {
    get pid() {
      return child.pid;
    },
    post: (message) => {
      // A channel that is just breaking tells so by `exit`; the send itself has nothing to add.
      if (child.connected) child.send(message as object, () => {});
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      let told = false;
      const once = (code: number | null): void => {
        if (told) return;
        told = true;
        listener(code);
      };
      child.once('exit', once);
      child.once('error', () => once(null));
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
