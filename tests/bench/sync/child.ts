import type { CallOutput } from '../../../shared/contract/index.ts';
import { createEngine } from '../../../main/engine/index.ts';
import { silentLog, systemClock, systemTimers } from '../../../main/engine/system.ts';
import { connectAll, get } from '../../../main/headless/sample/connect.ts';
import type { SandboxCredentials } from '../../../main/sandbox/shopee/start.ts';

/**
 * A first load in a process of its own, so that it can be killed: connects the sandbox's shops the first time, goes on
 * afterwards, tells how far it is, and at the end which orders are there.
 */
const [home = '', key = '', credentials = '{}'] = process.argv.slice(2);
const TELL_MS = 150;
const EVERY = { text: '', shopId: null, market: null, status: null } as const;

const made = createEngine({
  home,
  key,
  clock: systemClock,
  timers: systemTimers,
  log: silentLog,
  send: () => {},
  // The platform's manners are measured elsewhere; here the machine is the limit.
  limits: { rate: 100_000, budget: 100_000_000, together: 16, perShop: 6, firstLoadDays: 31 },
});
if (!made.ok) throw new Error(`The store did not open: ${made.failure.code}`);
const { engine } = made;
await engine.begin();
const { shops } = await get(engine, 'shops.list', {});
if (shops.length === 0) await connectAll(engine, JSON.parse(credentials) as SandboxCredentials);

const timer = setInterval(() => {
  void get(engine, 'sync.health', {}).then(async (health) => {
    const loads = health.shops.map((shop) => shop.load);
    const done = loads.length > 0 && loads.every((load) => load?.done === true);
    process.send?.({
      kind: 'progress',
      orders: health.shops.reduce((sum, shop) => sum + shop.orders, 0),
      done,
      rss: process.memoryUsage.rss(),
    });
    if (!done) return;
    clearInterval(timer);
    // Page by page, as a screen asks: all rows of so large a store at once would be measured as the load's memory.
    const sns: string[] = [];
    let cursor: string | null = null;
    do {
      const page: CallOutput<'orders.page'> = await get(engine, 'orders.page', {
        ...EVERY,
        limit: 500,
        cursor,
      });
      for (const { orderSn } of page.rows) sns.push(orderSn);
      cursor = page.nextCursor;
    } while (cursor !== null);
    process.send?.({ kind: 'end', sns });
    // The one who asked hangs up once all of it has come: a long list does not outlive an early exit.
    await engine.close();
  });
}, TELL_MS);
