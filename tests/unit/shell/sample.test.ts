import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fail, ok, type Result } from '#shared/result.ts';
import type { EngineProcess } from '../../../main/shell/engineProcess.ts';
import { createSample, type Sample } from '../../../main/shell/sample.ts';
import type { ProcessHealth, Supervisor } from '../../../main/shell/supervisor.ts';

const READY = {
  kind: 'sandbox',
  partnerId: 2_000_001,
  partnerKey: 'k'.repeat(64),
  host: 'http://127.0.0.1:4321',
  weather: 'http://127.0.0.1:4322',
};
const BACK = 'https://seller.example/back?code=abcdef123456&main_account_id=7&state=s';

/** The sandbox's process: says what the test tells it to say. */
class FakeWorld implements EngineProcess {
  readonly pid = 2;
  killed = false;
  hear: (message: unknown) => void = () => {};
  exit: (code: number | null) => void = () => {};
  post(): void {}
  onMessage(listener: (message: unknown) => void): void {
    this.hear = listener;
  }
  onExit(listener: (code: number | null) => void): void {
    this.exit = listener;
  }
  kill(): void {
    this.killed = true;
    this.exit(null);
  }
}

let root: string;
let folder: string;
let worlds: FakeWorld[];
let moves: (string | null)[];
let calls: { name: string; input: unknown }[];
let fetched: string[];
let phases: string[];
let state: ProcessHealth['state'];
/** What the process that is left does not let go of yet. */
let letGo: () => void;
let changes: boolean[];
let sample: Sample;
/** What the sandbox says when it is started; null: it ends at once. */
let says: unknown;
let refuses: string | null;

const answers: Record<string, () => unknown> = {
  'shops.app.save': () => ({ app: { id: 5 }, checked: true }),
  'shops.connect.begin': () => ({ url: `${READY.host}/auth?partner_id=1&redirect_uri=x&state=s` }),
  'shops.connect.paste': () => ({}),
  'shops.list': () => ({ connecting: { phase: phases.shift() ?? 'done', shopIds: [1, 2, 3] } }),
  'sync.load': () => ({ windows: 2 }),
  'weather.set': () => ({}),
};

const engine = {
  health: (): ProcessHealth => ({ state, restarts: 0, nextAttemptAt: null, failure: null }),
  call: (name: string, input: unknown): Promise<Result<unknown>> => {
    calls.push({ name, input });
    return Promise.resolve(name === refuses ? fail('internal') : ok(answers[name]?.()));
  },
  moveTo: (to: string | null): Promise<void> => {
    moves.push(to);
    return to === null ? new Promise((done) => (letGo = done)) : Promise.resolve();
  },
} as unknown as Supervisor;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seamark-sample-'));
  folder = join(root, 'sample');
  [worlds, moves, calls, fetched, changes] = [[], [], [], [], []];
  phases = ['exchanging', 'exchanging', 'done'];
  state = 'ready';
  says = READY;
  refuses = null;
  letGo = () => {};
  sample = createSample({
    spawn: () => {
      const world = new FakeWorld();
      worlds.push(world);
      setImmediate(() => (says === null ? world.exit(1) : world.hear(says)));
      return world;
    },
    engine,
    folder,
    timers: {
      after: (_ms, fn) => {
        const timer = setImmediate(fn);
        return () => clearImmediate(timer);
      },
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    fetch: (url) => {
      fetched.push(url.href);
      return Promise.resolve({ headers: new Headers({ location: BACK }) });
    },
    changed: () => changes.push(sample.active()),
  });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the sample shop', () => {
  test('is a sandbox process, an empty store of its own, and shops connected as a person connects them', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'seamark.db'), 'from before');
    expect(await sample.begin()).toEqual(ok(null));
    expect(sample.active()).toBe(true);
    expect(changes).toEqual([true]);
    expect(moves).toEqual([folder]);
    expect(readdirSync(folder)).toEqual([]);
    expect(calls.filter(({ name }) => name !== 'shops.list')).toEqual([
      {
        name: 'shops.app.save',
        input: { place: 'custom', customHost: READY.host, partnerId: '2000001', key: READY.partnerKey },
      },
      {
        name: 'shops.connect.begin',
        input: { appId: 5, lang: 'en', redirect: 'https://seller.example/back' },
      },
      { name: 'shops.connect.paste', input: { address: BACK } },
      ...[1, 2, 3].map((shopId) => ({ name: 'sync.load', input: { shopId, days: 30 } })),
      { name: 'weather.set', input: { on: false, address: READY.weather, key: null } },
    ]);
    expect(new URL(fetched[0] ?? '').searchParams.get('account')).toBe('main');
    expect(fetched).toHaveLength(1);
  });

  test('is begun once: a second time changes nothing', async () => {
    await sample.begin();
    expect(await sample.begin()).toEqual(ok(null));
    expect(worlds).toHaveLength(1);
    expect(moves).toEqual([folder]);
  });

  test('leaves by ending the sandbox and going home; its data goes when nobody holds it any more', async () => {
    await sample.begin();
    const left = sample.leave();
    expect(worlds[0]?.killed).toBe(true);
    expect(moves).toEqual([folder, null]);
    expect(sample.active()).toBe(false);
    expect(changes).toEqual([true, false]);
    expect(existsSync(folder)).toBe(true);
    letGo();
    await left;
    expect(existsSync(folder)).toBe(false);
  });

  test('begun again at once waits until the one before is deleted', async () => {
    await sample.begin();
    void sample.leave();
    const again = sample.begin();
    expect(worlds).toHaveLength(1);
    letGo();
    expect(await again).toEqual(ok(null));
    expect(worlds).toHaveLength(2);
    expect(moves).toEqual([folder, null, folder]);
    expect(existsSync(folder)).toBe(true);
  });

  test.each([
    ['the sandbox ends at once', () => (says = null)],
    ['the engine does not come up over its folder', () => (state = 'failed')],
    ['a call is refused', () => (refuses = 'shops.connect.paste')],
    ['the authorisation fails', () => (phases = ['exchanging', 'failed'])],
    ['the sandbox says something else', () => (says = { kind: 'sandbox', host: 1 })],
  ])('goes home with a named fault when %s', async (_what, arrange) => {
    arrange();
    const begun = sample.begin();
    while (!moves.includes(null)) await new Promise((done) => setImmediate(done));
    letGo();
    expect(await begun).toEqual(fail('sample-failed'));
    expect(sample.active()).toBe(false);
    expect(worlds[0]?.killed).toBe(true);
    expect(existsSync(folder)).toBe(false);
  });

  test('ends its process with the app, and what a crash left is deleted at the next start', async () => {
    await sample.begin();
    sample.stop();
    expect(worlds[0]?.killed).toBe(true);
    sample.clean();
    expect(existsSync(folder)).toBe(false);
    sample.clean();
  });
});
