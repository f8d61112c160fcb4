import type { PowerMonitor } from 'electron';
import type { Timers } from '../engine/ports.ts';

export type World = 'suspend' | 'resume' | 'offline' | 'online';
const LOOK_EVERY = 5_000;

/** Tells the engine of sleep, waking, and the network going and coming. */
export function watchWorld(deps: {
  readonly power: Pick<PowerMonitor, 'on'>;
  readonly isOnline: () => boolean;
  readonly timers: Timers;
  readonly tell: (event: World) => void;
}): () => void {
  let online = true;
  let stopped = false;
  let cancel = (): void => {};
  const look = (): void => {
    cancel();
    const now = deps.isOnline();
    if (now !== online) deps.tell(now ? 'online' : 'offline');
    online = now;
    // Electron has no event for the network in the main process, only the question.
    if (!stopped) cancel = deps.timers.after(LOOK_EVERY, look);
  };
  deps.power.on('suspend', () => deps.tell('suspend'));
  deps.power.on('resume', () => {
    deps.tell('resume');
    look();
  });
  look();
  return () => {
    stopped = true;
    cancel();
  };
}
