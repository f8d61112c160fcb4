import type { StartFailure } from '#shared/contract/faults.ts';
import type { EngineHealth } from '#shared/contract/shell.ts';
import { type FromEngine, fromEngineSchema, type ToEngine } from '#shared/contract/wire.ts';
import { fail, type Result } from '#shared/result.ts';
import type { Clock, Logger, Timers } from '../engine/ports.ts';
import type { EngineProcess } from './engineProcess.ts';
import { createPending } from './pending.ts';
import { decideRestart, recent } from './restartPolicy.ts';

/** How long the process may take to say hello, to open its store, and to close. */
export const LIMITS = { hello: 15_000, ready: 120_000, close: 10_000 } as const;

export type KeyAnswer =
  | { readonly ok: true; readonly key: string }
  | { readonly ok: false; readonly failure: StartFailure };

/** What the supervisor itself knows of the engine's health. */
export type ProcessHealth = Omit<EngineHealth, 'sample'>;

export interface SupervisorDeps {
  readonly spawn: () => EngineProcess;
  /** The store's key, from the keychain; asked at every start and kept nowhere else. */
  readonly key: () => Promise<KeyAnswer>;
  readonly home: string;
  readonly lang: () => string;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
  readonly onHealth: (health: ProcessHealth) => void;
  readonly onTopic: (topic: string, revision: number, payload: unknown) => void;
}

export interface Supervisor {
  health(): ProcessHealth;
  start(): void;
  call(name: string, input: unknown): Promise<Result<unknown>>;
  world(event: Extract<ToEngine, { kind: 'world' }>['event']): void;
  /** Starts anew after a failure or a stop; the count of restarts begins again. */
  retry(): void;
  /** Recovery of a store that could not be opened. Without a process that knows the key it is a plain retry. */
  recover(action: 'restore-backup' | 'start-empty'): void;
  /**
   * Starts anew over another data folder; null is the person's own again. Settles when the process that held the folder
   * before is gone: until then its files are in use.
   */
  moveTo(folder: string | null): Promise<void>;
  /** The handshake of the end: settles when the engine has answered `closed`, died, or 10 s have passed. */
  close(): Promise<'closed' | 'forced'>;
  pid(): number | undefined;
}

/** Starts, watches and restarts the engine process, and keeps the calls that wait for it. */
export function createSupervisor(deps: SupervisorDeps): Supervisor {
  const { clock, timers, log } = deps;
  let state: EngineHealth['state'] = 'starting';
  let failure: StartFailure | null = null;
  let nextAttemptAt: number | null = null;
  let restarts: readonly number[] = [];
  let engine: EngineProcess | null = null;
  let cancelTimer: () => void = () => {};
  let afterStart: 'restore-backup' | 'start-empty' | null = null;
  let closed: (how: 'closed' | 'forced') => void = () => {};
  let { home } = deps;
  const pending = createPending((id, name, input) => engine?.post({ kind: 'call', id, name, input }));

  const health = (): ProcessHealth => ({
    state,
    restarts: recent(restarts, clock.now()).length,
    nextAttemptAt,
    failure,
  });
  const become = (next: EngineHealth['state']): void => {
    state = next;
    deps.onHealth(health());
  };
  const limit = (ms: number, what: string): void => {
    cancelTimer();
    const watched = engine;
    cancelTimer = timers.after(ms, () => {
      log.error('engine.timeout', { what });
      watched?.kill();
    });
  };

  const spawn = (): void => {
    nextAttemptAt = null;
    failure = null;
    become('starting');
    const child = deps.spawn();
    engine = child;
    limit(LIMITS.hello, 'hello');
    child.onMessage((raw) => {
      const message = fromEngineSchema.safeParse(raw);
      if (engine !== child) return;
      if (message.success) hear(child, message.data);
      else log.warn('engine.bad-message', {});
    });
    child.onExit((code) => {
      if (engine === child) died(code);
    });
  };

  const hear = (child: EngineProcess, message: FromEngine): void => {
    switch (message.kind) {
      case 'hello':
        limit(LIMITS.ready, 'ready');
        void handKey(child);
        return;
      case 'ready':
        cancelTimer();
        log.info('engine.ready', { openMs: message.openMs });
        failure = null;
        become('ready');
        return;
      case 'start-failed':
        cancelTimer();
        if (afterStart !== null) {
          const action = afterStart;
          afterStart = null;
          child.post({ kind: 'recover', action } satisfies ToEngine);
          return;
        }
        fails(message.failure);
        return;
      case 'recovered':
        log.info('engine.recovered', {});
        return;
      case 'answer':
        pending.answer(message.id, message.result as Result<unknown>);
        return;
      case 'topic':
        deps.onTopic(message.topic, message.revision, message.payload);
        return;
      case 'closed':
        closed('closed');
    }
  };

  const handKey = async (child: EngineProcess): Promise<void> => {
    const answer = await deps.key();
    if (engine !== child || state === 'closing') return;
    if (answer.ok) {
      child.post({ kind: 'start', home, key: answer.key, lang: deps.lang() } satisfies ToEngine);
      return;
    }
    cancelTimer();
    afterStart = null;
    fails(answer.failure);
  };

  const fails = (why: StartFailure): void => {
    failure = why;
    log.error('engine.start-failed', { code: why.code });
    pending.failAll('engine-stopped');
    become('failed');
  };

  const died = (code: number | null): void => {
    engine = null;
    cancelTimer();
    if (state === 'closing') {
      closed('closed');
      return;
    }
    log.error('engine.exit', { code });
    pending.failAll('engine-restarted');
    // With a named failure on the screen the person acts; the process behind it is no longer needed.
    if (state === 'failed') return;
    const decision = decideRestart(restarts, clock.now());
    if (decision.kind === 'stop') {
      become('stopped');
      return;
    }
    restarts = [...recent(restarts, clock.now()), clock.now()];
    nextAttemptAt = clock.now() + decision.after;
    become('restarting');
    cancelTimer = timers.after(decision.after, spawn);
  };

  const renew = (): void => {
    const old = engine;
    engine = null;
    old?.kill();
    cancelTimer();
    restarts = [];
    spawn();
  };

  return {
    health,
    start: spawn,
    pid: () => engine?.pid,
    call(name, input) {
      if (state === 'ready') return pending.ask(name, input);
      if (state === 'closing') return Promise.resolve(fail('shutting-down'));
      const waits = state === 'starting' || state === 'restarting';
      return Promise.resolve(fail(waits ? 'engine-starting' : 'engine-stopped'));
    },
    world: (event) => engine?.post({ kind: 'world', event } satisfies ToEngine),
    retry: () => {
      if (state === 'failed' || state === 'stopped' || state === 'restarting') renew();
    },
    recover(action) {
      if (state !== 'failed') return;
      // A fresh process knows no key: it is started, fails in the same way, and is then told to recover.
      afterStart = action;
      renew();
    },
    moveTo(folder) {
      if (state === 'closing') return Promise.resolve();
      home = folder ?? deps.home;
      const old = engine;
      engine = null;
      pending.failAll('engine-restarted');
      renew();
      if (!old) return Promise.resolve();
      // It has time to end properly: nobody else opens the folder that it leaves.
      old.post({ kind: 'close' } satisfies ToEngine);
      return new Promise((gone) => {
        const cancel = timers.after(LIMITS.close, () => old.kill());
        old.onExit(() => {
          cancel();
          gone();
        });
      });
    },
    close() {
      if (!engine) {
        cancelTimer();
        become('closing');
        return Promise.resolve('closed');
      }
      become('closing');
      cancelTimer();
      return new Promise((resolve) => {
        const child = engine;
        const cancel = timers.after(LIMITS.close, () => closed('forced'));
        closed = (how) => {
          closed = () => {};
          cancel();
          pending.failAll('shutting-down');
          if (how === 'forced') {
            log.error('engine.close-timeout', {});
            child?.kill();
          }
          resolve(how);
        };
        child?.post({ kind: 'close' } satisfies ToEngine);
      });
    },
  };
}
