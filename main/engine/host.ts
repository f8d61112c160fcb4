import { join } from 'node:path';
import { type FromEngine, toEngineSchema } from '#shared/contract/wire.ts';
import { fail } from '#shared/result.ts';
import type { StartFailure } from '#shared/contract/faults.ts';
import { createEngine, type Engine } from './index.ts';
import type { Clock, Logger, Timers } from './ports.ts';
import { restoreNewestBackup, startEmpty } from './store/recover.ts';

/** What the process around the engine must provide. */
export interface HostDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
  readonly node: string;
  readonly send: (message: FromEngine) => void;
  readonly listen: (listener: (message: unknown) => void) => void;
  readonly onOrphaned: (listener: () => void) => void;
  readonly exit: (code: number) => void;
  /** Ends the process though a thread of it is inside a call that cannot be stopped. */
  readonly kill: () => void;
  /** Where the reading thread begins. */
  readonly reader: URL;
  /** Where the upkeep thread begins. */
  readonly upkeep: URL;
}

/**
 * Speaks the wire protocol with the shell (`shared/contract/wire.ts`): hello, then start (or recover and start),
 * then calls, and at the end close → closed → exit.
 */
export function serve(deps: HostDeps): void {
  const { log, send } = deps;
  let engine: Engine | null = null;
  let place: { home: string; key: string } | null = null;

  const start = (home: string, key: string): void => {
    place = { home, key };
    const made = createEngine({
      home,
      key,
      clock: deps.clock,
      timers: deps.timers,
      log,
      reader: deps.reader,
      upkeep: deps.upkeep,
      send: (topic, revision, payload) => send({ kind: 'topic', topic, revision, payload }),
    });
    if (!made.ok) {
      log.error('engine.start-failed', { code: made.failure.code });
      send({ kind: 'start-failed', failure: made.failure });
      return;
    }
    engine = made.engine;
    send({ kind: 'ready', openMs: engine.openMs });
    engine.begin().catch((error: unknown) => {
      log.error('engine.begin', { error: error instanceof Error ? error.name : typeof error });
    });
  };

  const recover = (action: 'restore-backup' | 'start-empty'): void => {
    if (!place || engine) return;
    const options = {
      path: join(place.home, 'seamark.db'),
      backupFolder: join(place.home, 'backups'),
      key: place.key,
      clock: deps.clock,
      log,
    };
    const done = action === 'restore-backup' ? restoreNewestBackup(options) : startEmpty(options);
    if (!done.ok) {
      send({ kind: 'start-failed', failure: done.failure satisfies StartFailure });
      return;
    }
    send({ kind: 'recovered', note: done.note });
    start(place.home, place.key);
  };

  const close = async (): Promise<void> => {
    let left: 'done' | 'abandoned' | undefined;
    try {
      left = await engine?.close(true);
    } catch (error) {
      log.error('engine.close', { error: error instanceof Error ? error.name : typeof error });
    }
    engine = null;
    send({ kind: 'closed' });
    // The message must leave the process before the process ends.
    setTimeout(() => (left === 'abandoned' ? deps.kill() : deps.exit(0)), 50);
  };

  deps.onOrphaned(() => void close());
  deps.listen((raw) => {
    const parsed = toEngineSchema.safeParse(raw);
    if (!parsed.success) {
      log.warn('engine.bad-message', { code: parsed.error.issues[0]?.code ?? '' });
      return;
    }
    const message = parsed.data;
    switch (message.kind) {
      case 'start':
        start(message.home, message.key);
        return;
      case 'recover':
        recover(message.action);
        return;
      case 'world':
        engine?.world(message.event);
        return;
      case 'close':
        void close();
        return;
      case 'call': {
        const { id } = message;
        const answer = engine
          ? engine.dispatch(message.name, message.input)
          : Promise.resolve(fail('engine-starting'));
        void answer.then((result) => send({ kind: 'answer', id, result }));
      }
    }
  });
  send({ kind: 'hello', node: deps.node });
}
