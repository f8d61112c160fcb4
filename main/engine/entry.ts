import { serve } from './host.ts';
import { processLog, systemClock, systemTimers } from './system.ts';

/**
 * Where the engine process begins, as Electron's utility process or as a Node child: the same messages either way.
 */
interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}
const port = (process as unknown as { parentPort?: ParentPort }).parentPort;
/** Built, a thread's entry lies beside this one; from source it is the file itself. */
const threadAt = (name: string): URL =>
  new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

serve({
  clock: systemClock,
  timers: systemTimers,
  log: processLog('engine'),
  node: process.versions.node,
  send: (message) => {
    if (port) port.postMessage(message);
    else process.send?.(message);
  },
  listen: (listener) => {
    if (port) port.on('message', (message) => listener(message.data));
    else process.on('message', listener);
  },
  // A child whose parent is gone has nobody to work for.
  onOrphaned: (listener) => process.once('disconnect', listener),
  exit: (code) => process.exit(code),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  reader: threadAt('reader'),
  upkeep: threadAt('upkeep'),
});
