import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { statusOf } from '../../../main/sandbox/simulate/state.ts';
import { createWorld } from '../../../main/sandbox/simulate/world.ts';
import { ENGINE_HEAP, ENGINE_MEMORY } from '../../../main/shell/engineProcess.ts';
import type { SandboxCredentials } from '../../../main/sandbox/shopee/start.ts';
import { ceiling } from './ceiling.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const SANDBOX = fileURLToPath(new URL('../../../scripts/sandbox.ts', import.meta.url));
const KEY = '0123456789abcdef'.repeat(4);
const DAYS = 30;
/** As `main/sandbox/run.ts` lets a world go on behind its present. */
const AHEAD = 14;

/** What a first load with kills came to. */
export interface LoadOutcome {
  readonly orders: number;
  /** Placed before the load began, and not there afterwards. */
  readonly missing: number;
  readonly doubled: number;
  readonly kills: number;
  readonly seconds: number;
  readonly ordersPerSecond: number;
  /** What the same sandbox gives to a client that reads every order and keeps nothing, and ours as a share of it. */
  readonly ceiling: number;
  readonly share: number;
  /** Of the loading process, the largest that was seen. */
  readonly memoryMiB: number;
}

type Told = { kind: 'progress'; orders: number; done: boolean; rss: number } | { kind: 'end'; sns: string[] };

/** A sandbox in a process of its own, with the facts that it prints. */
export async function sandboxProcess(orders: number): Promise<{
  process: ChildProcess;
  credentials: SandboxCredentials;
  world: { seed: number; start: number };
}> {
  const child = spawn(
    process.execPath,
    [SANDBOX, '--orders', String(orders), '--days', String(DAYS), '--json'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const facts = JSON.parse(line) as SandboxCredentials & { world: { seed: number; start: number } };
  return { process: child, credentials: facts, world: facts.world };
}

/**
 * A first load of so many orders over nine shops, the process killed so many times after `patience` gave a number of
 * milliseconds; compared with the world that the sandbox shows. `program`: the loading process, from source unless given.
 */
export async function loadWithKills(
  orders: number,
  kills: number,
  patience: () => number,
  program = CHILD,
): Promise<LoadOutcome> {
  const home = mkdtempSync(join(tmpdir(), 'seamark-load-'));
  const sandbox = await sandboxProcess(orders);
  let [left, rss, seconds] = [kills, 0, 0];
  let began = Date.now();
  let sns: string[] | null = null;
  let most = 0;
  try {
    // Asked first with an app's own grant; the load connects by itself afterwards.
    most = (await ceiling(sandbox.credentials)).ordersPerSecond;
    began = Date.now();
    while (sns === null) {
      const child = fork(program, [home, KEY, JSON.stringify(sandbox.credentials)], {
        // As the product starts its engine.
        execArgv: [...ENGINE_HEAP],
        env: { ...process.env, ...ENGINE_MEMORY },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      const started = performance.now();
      const ended = once(child, 'exit');
      child.on('message', (told: Told) => {
        if (told.kind === 'progress') rss = Math.max(rss, told.rss);
        else {
          sns = told.sns;
          child.disconnect();
        }
      });
      if (left > 0) {
        await Promise.race([wait(patience()), ended]);
        if (sns === null) child.kill('SIGKILL');
        left -= 1;
      }
      await ended;
      seconds += (performance.now() - started) / 1_000;
    }
  } finally {
    sandbox.process.kill('SIGTERM');
    rmSync(home, { recursive: true, force: true });
  }
  const there = new Set<string>(sns);
  const { seed, start } = sandbox.world;
  const span = DAYS + AHEAD;
  const world = createWorld({ seed, start, days: span, orders: Math.round((orders * span) / DAYS) });
  let missing = 0;
  for (const shop of world.shops) {
    const placed = world.placedUntil(shop.index, began);
    for (let index = 0; index < placed; index += 1) {
      const order = world.order(shop.index, index);
      if (statusOf(order, began) !== null && !there.has(order.sn)) missing += 1;
    }
  }
  return {
    orders: there.size,
    missing,
    doubled: (sns as string[]).length - there.size,
    kills: kills - left,
    seconds: Math.round(seconds * 10) / 10,
    ordersPerSecond: Math.round(there.size / seconds),
    ceiling: most,
    share: Math.round((there.size / seconds / most) * 1_000) / 1_000,
    memoryMiB: Math.round(rss / 2 ** 20),
  };
}
