import { beforeEach, describe, expect, test } from 'vitest';
import { asInstant } from '#shared/time.ts';
import type { EngineProcess } from '../../../main/shell/engineProcess.ts';
import { createSupervisor, type KeyAnswer, type Supervisor } from '../../../main/shell/supervisor.ts';

/** An engine process that does what the test says. */
class FakeEngine implements EngineProcess {
  readonly pid = 1;
  readonly posted: { kind: string }[] = [];
  killed = false;
  hear: (message: unknown) => void = () => {};
  readonly exits: ((code: number | null) => void)[] = [];
  exit(code: number | null): void {
    for (const listener of this.exits) listener(code);
  }
  post(message: unknown): void {
    this.posted.push(message as { kind: string });
  }
  onMessage(listener: (message: unknown) => void): void {
    this.hear = listener;
  }
  onExit(listener: (code: number | null) => void): void {
    this.exits.push(listener);
  }
  kill(): void {
    this.killed = true;
    this.exit(null);
  }
}

let now: number;
let timers: { at: number; fn: () => void }[];
let engines: FakeEngine[];
let states: string[];
let keyAnswer: KeyAnswer;
let supervisor: Supervisor;

/** Lets time pass, running what falls due in order. */
function pass(ms: number): void {
  const until = now + ms;
  for (;;) {
    timers.sort((a, b) => a.at - b.at);
    const next = timers[0];
    if (!next || next.at > until) break;
    timers.shift();
    now = next.at;
    next.fn();
  }
  now = until;
}
const latest = (): FakeEngine => engines.at(-1) ?? new FakeEngine();
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
async function bringUp(): Promise<void> {
  latest().hear({ kind: 'hello', node: '24' });
  await breathe();
  latest().hear({ kind: 'ready', openMs: 1 });
}

beforeEach(() => {
  now = 1_000_000;
  timers = [];
  engines = [];
  states = [];
  keyAnswer = { ok: true, key: 'a'.repeat(64) };
  supervisor = createSupervisor({
    spawn: () => {
      const engine = new FakeEngine();
      engines.push(engine);
      return engine;
    },
    key: () => Promise.resolve(keyAnswer),
    home: '/home',
    lang: () => 'en',
    clock: { now: () => asInstant(now) },
    timers: {
      after: (ms, fn) => {
        const timer = { at: now + ms, fn };
        timers.push(timer);
        return () => void (timers = timers.filter((other) => other !== timer));
      },
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    onHealth: (health) => states.push(health.state),
    onTopic: () => {},
  });
  supervisor.start();
});

describe('the engine process', () => {
  test('gets the key after hello and is ready after that; calls are matched to their answers', async () => {
    await bringUp();
    expect(latest().posted).toEqual([{ kind: 'start', home: '/home', key: 'a'.repeat(64), lang: 'en' }]);
    const one = supervisor.call('app.status', {});
    const two = supervisor.call('app.backups', {});
    latest().hear({ kind: 'answer', id: 2, result: { ok: true, value: 'two' } });
    latest().hear({ kind: 'answer', id: 1, result: { ok: true, value: 'one' } });
    expect([await one, await two]).toEqual([
      { ok: true, value: 'one' },
      { ok: true, value: 'two' },
    ]);
  });

  test('dies: pending calls are answered, it comes back with growing pauses, and stops after five', async () => {
    for (const pause of [500, 1000, 2000, 4000, 8000]) {
      await bringUp();
      const pending = supervisor.call('app.status', {});
      latest().exit(1);
      expect(await pending).toEqual({ ok: false, error: { code: 'engine-restarted' } });
      expect(await supervisor.call('app.status', {})).toEqual({
        ok: false,
        error: { code: 'engine-starting' },
      });
      const count = engines.length;
      pass(pause - 1);
      expect(engines).toHaveLength(count);
      pass(1);
      expect(engines).toHaveLength(count + 1);
    }
    await bringUp();
    latest().exit(1);
    expect(supervisor.health()).toMatchObject({ state: 'stopped', restarts: 5 });
    expect(await supervisor.call('app.status', {})).toEqual({ ok: false, error: { code: 'engine-stopped' } });
    supervisor.retry();
    expect(supervisor.health()).toMatchObject({ state: 'starting', restarts: 0 });
  });

  test('restarts older than ten minutes no longer count', async () => {
    await bringUp();
    latest().exit(1);
    pass(500);
    await bringUp();
    pass(10 * 60_000);
    latest().exit(1);
    expect(supervisor.health()).toMatchObject({ state: 'restarting', restarts: 1, nextAttemptAt: now + 500 });
  });

  test('that never says hello, or never gets ready, is killed and counts as dead', async () => {
    pass(15_000);
    expect(engines[0]?.killed).toBe(true);
    pass(500);
    latest().hear({ kind: 'hello', node: '24' });
    await breathe();
    pass(120_000);
    expect(engines[1]?.killed).toBe(true);
    expect(supervisor.health().state).toBe('restarting');
  });

  test('without a key is a named failure, and retry asks again', async () => {
    keyAnswer = { ok: false, failure: { code: 'no-keychain', detail: {} } };
    latest().hear({ kind: 'hello', node: '24' });
    await breathe();
    expect(supervisor.health()).toMatchObject({ state: 'failed', failure: { code: 'no-keychain' } });
    keyAnswer = { ok: true, key: 'b'.repeat(64) };
    supervisor.retry();
    await bringUp();
    expect(supervisor.health()).toMatchObject({ state: 'ready', failure: null });
  });

  test('recovers a corrupt store only when told to', async () => {
    const failed = { kind: 'start-failed', failure: { code: 'corrupt', detail: {} } };
    latest().hear({ kind: 'hello', node: '24' });
    await breathe();
    latest().hear(failed);
    expect(supervisor.health().failure?.code).toBe('corrupt');
    supervisor.recover('restore-backup');
    latest().hear({ kind: 'hello', node: '24' });
    await breathe();
    latest().hear(failed);
    expect(latest().posted.at(-1)).toEqual({ kind: 'recover', action: 'restore-backup' });
    latest().hear({ kind: 'ready', openMs: 1 });
    expect(supervisor.health().state).toBe('ready');
  });

  test('closes by handshake; silence ends after ten seconds by force', async () => {
    await bringUp();
    const pending = supervisor.call('app.status', {});
    const closing = supervisor.close();
    expect(latest().posted.at(-1)).toEqual({ kind: 'close' });
    pass(10_000);
    expect(await closing).toBe('forced');
    expect(await pending).toEqual({ ok: false, error: { code: 'shutting-down' } });
    expect(latest().killed).toBe(true);
  });

  test('that answers closed ends the shell in peace, without a restart', async () => {
    await bringUp();
    const closing = supervisor.close();
    latest().hear({ kind: 'closed' });
    latest().exit(0);
    expect(await closing).toBe('closed');
    pass(60_000);
    expect(engines).toHaveLength(1);
  });

  test('moves to another folder and back: the one before closes in peace, and its end restarts nothing', async () => {
    await bringUp();
    const [own] = engines;
    const pending = supervisor.call('app.status', {});
    let left = false;
    const moved = supervisor.moveTo('/sample').then(() => (left = true));
    expect(await pending).toEqual({ ok: false, error: { code: 'engine-restarted' } });
    expect(own?.posted.at(-1)).toEqual({ kind: 'close' });
    await bringUp();
    expect(engines).toHaveLength(2);
    expect(latest().posted).toEqual([{ kind: 'start', home: '/sample', key: 'a'.repeat(64), lang: 'en' }]);
    expect(left).toBe(false);

    own?.exit(0);
    await moved;
    expect(own?.killed).toBe(false);
    expect(supervisor.health()).toMatchObject({ state: 'ready', restarts: 0 });

    // A crash there comes back there; only the way back leads home.
    latest().exit(1);
    pass(500);
    await bringUp();
    expect(latest().posted[0]).toMatchObject({ home: '/sample' });
    void supervisor.moveTo(null);
    await bringUp();
    expect(latest().posted[0]).toMatchObject({ home: '/home' });
  });

  test('that does not close when it is left is killed after ten seconds', async () => {
    await bringUp();
    const [own] = engines;
    const moved = supervisor.moveTo('/sample');
    await bringUp();
    pass(9_999);
    expect(own?.killed).toBe(false);
    pass(1);
    expect(own?.killed).toBe(true);
    await moved;
    expect(supervisor.health().state).toBe('ready');
  });
});
