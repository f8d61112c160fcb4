import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY } from '#shared/time.ts';
import { createEngine, type Engine, type EngineOptions } from '../../../main/engine/index.ts';
import { shopeePush } from '../../../main/engine/sources/carriers/kit/signatures.ts';
import { heldClock, type HeldClock } from '../../../main/headless/sample/clock.ts';
import { connectAll, get } from '../../../main/headless/sample/connect.ts';
import { scanKey } from '../../../main/headless/sample/truth.ts';
import type { FaultRule } from '../../../main/sandbox/shopee/faults/kinds.ts';
import { startShopeeSandbox, type ShopeeSandbox } from '../../../main/sandbox/shopee/start.ts';
import { createWorld, type World } from '../../../main/sandbox/simulate/world.ts';
import { KEY, recordingLog } from '../../fakes/store.ts';

export const START = Date.UTC(2026, 9, 26);

export interface ShopWorldOptions {
  readonly orders?: number;
  readonly days?: number;
  readonly faults?: readonly FaultRule[];
  /** How far the sandbox's clock is ahead of the engine's, in milliseconds. */
  readonly ahead?: number;
  readonly fetch?: EngineOptions['fetch'];
  /** False: the shops are not connected yet. */
  readonly connected?: boolean;
}

/** A sandbox of nine shops and an engine that follows them, on one clock that the test holds. */
export interface ShopWorld {
  readonly held: HeldClock;
  readonly world: World;
  readonly sandbox: ShopeeSandbox;
  engine(): Engine;
  /** When the world stands still. */
  readonly end: number;
  /** Lets the engine work until `until`, as timers would. */
  pass(until: number): Promise<void>;
  /** Nothing goes wrong any more, and everything that can still change is asked. */
  catchUp(): Promise<void>;
  /** Turns the engine's receiver of pushes on and tells the sandbox its address; answers the address. */
  hear(): Promise<string>;
  /** Makes orders due at once by pushes that only name them. */
  askFor(orders: readonly string[]): Promise<void>;
  /** Ends the engine and begins another over the same store. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openShopWorld(options: ShopWorldOptions = {}): Promise<ShopWorld> {
  const { orders = 30, days = 2, faults = [], ahead = 0 } = options;
  const end = START + days * DAY;
  const home = mkdtempSync(join(tmpdir(), 'seamark-shops-'));
  const world = createWorld({ seed: 11, orders, days, start: START });
  const held = heldClock(START);
  const now = () => Math.min(held.clock.now() + ahead, end) as ReturnType<typeof held.clock.now>;
  const sandbox = await startShopeeSandbox({ world, clock: { now }, faults });
  const open = async (): Promise<Engine> => {
    const made = createEngine({
      ...{ home, key: KEY, clock: held.clock, timers: held.timers, log: recordingLog() },
      ...{ send: () => {}, driven: true },
      ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    });
    if (!made.ok) throw new Error(made.failure.code);
    await made.engine.begin();
    return made.engine;
  };
  let engine = await open();
  if (options.connected !== false) await connectAll(engine, sandbox.credentials);
  const hear = async (): Promise<string> => {
    const on = { on: true, port: 0, publicBase: null };
    const port = (await get(engine, 'carriers.setPush', on)).listening ?? 0;
    const publicBase = `http://127.0.0.1:${port}`;
    const { sources } = await get(engine, 'carriers.setPush', { on: true, port, publicBase });
    const url = sources.find(({ source }) => source === 'shopee')?.url ?? '';
    // What happened before is not pushed.
    await sandbox.pusher.pump();
    const body = JSON.stringify({ callbackUrl: url });
    await fetch(`${sandbox.url}/_sandbox/push`, { method: 'POST', body });
    return url;
  };
  return {
    ...{ held, world, sandbox, end },
    engine: () => engine,
    pass: async (until) => {
      while (held.clock.now() < until) held.moveTo(Math.min(until, await engine.advance()));
    },
    catchUp: async () => {
      sandbox.faults.set([]);
      engine.sync.catchUp();
      for (
        let next = await engine.advance();
        next - held.clock.now() <= 60_000;
        next = await engine.advance()
      ) {
        held.moveTo(next);
      }
    },
    hear,
    askFor: async (sns) => {
      const url = await hear();
      for (const ordersn of sns) {
        const shop_id = world.findOrder(ordersn)?.shop.shopId;
        const timestamp = Math.floor(held.clock.now() / 1_000);
        const body = JSON.stringify({ code: 3, shop_id, timestamp, data: { ordersn } });
        const authorization = shopeePush(body, url, sandbox.credentials.partnerKey);
        const { status } = await fetch(url, { method: 'POST', headers: { authorization }, body });
        if (status !== 200) throw new Error(`The push was answered ${status}.`);
      }
    },
    restart: async () => {
      await engine.close();
      engine = await open();
    },
    close: async () => {
      await engine.close();
      await sandbox.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Orders, numbers and scans as they are known, each by its own name; `all`: every line, to compare byte by byte. */
export function known(engine: Engine): { orders: string[]; numbers: string[]; scans: string[]; all: string } {
  const found = { orders: [] as string[], numbers: [] as string[], scans: [] as string[] };
  const lines: string[] = [];
  for (const { table, row } of engine.known()) {
    const one = row as Record<string, string | number | null>;
    if (table === 'order') found.orders.push(String(one['order_sn']));
    if (table === 'package' && one['number'] !== null) found.numbers.push(String(one['number']));
    if (table === 'event')
      found.scans.push(scanKey(String(one['parcel']), Number(one['instant']), String(one['text'])));
    if (table !== 'case' && table !== 'metric') lines.push(`${table} ${JSON.stringify(row)}`);
  }
  return { ...found, all: lines.join('\n') };
}
