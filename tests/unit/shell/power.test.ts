import { expect, test } from 'vitest';
import type { PowerMonitor } from 'electron';
import { watchWorld, type World } from '../../../main/shell/power.ts';

/** A machine whose sleep, network and timers the test moves by hand. */
function machine() {
  const listeners = new Map<string, () => void>();
  const timers = new Set<() => void>();
  const told: World[] = [];
  let online = true;
  const on = ((event: string, listener: () => void) => {
    listeners.set(event, listener);
    return undefined;
  }) as unknown as PowerMonitor['on'];
  const stop = watchWorld({
    power: { on },
    isOnline: () => online,
    timers: {
      after: (_ms, fn) => {
        timers.add(fn);
        return () => void timers.delete(fn);
      },
    },
    tell: (event) => told.push(event),
  });
  return {
    told,
    stop,
    timers,
    emit: (event: 'suspend' | 'resume') => listeners.get(event)?.(),
    network: (up: boolean) => void (online = up),
    /** Runs what is due now, not what that sets up. */
    tick: () => {
      const due = [...timers];
      timers.clear();
      for (const fn of due) fn();
    },
  };
}

test('tells the engine of sleep and of waking', () => {
  const world = machine();
  world.emit('suspend');
  world.emit('resume');
  expect(world.told).toEqual(['suspend', 'resume']);
});

test('tells of the network once when it goes and once when it comes back', () => {
  const world = machine();
  world.tick();
  world.network(false);
  world.tick();
  world.tick();
  world.network(true);
  world.tick();
  world.tick();
  expect(world.told).toEqual(['offline', 'online']);
});

test('looks at the network at once after waking, and never with two timers', () => {
  const world = machine();
  world.network(false);
  world.emit('resume');
  world.emit('resume');
  expect(world.told).toEqual(['resume', 'offline', 'resume']);
  expect(world.timers.size).toBe(1);
});

test('is silent after the end', () => {
  const world = machine();
  world.stop();
  world.network(false);
  world.tick();
  expect(world.timers.size).toBe(0);
  expect(world.told).toEqual([]);
});
