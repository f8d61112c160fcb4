import { DAY, asInstant } from '#shared/time.ts';
import { startShopeeSandbox } from './shopee/start.ts';
import { createWorld } from './simulate/world.ts';

/**
 * Where the sandbox's own process begins when the console explores the sample shop: a world that is thirty days old now
 * and lives on for thirty more, served on a free loopback port. It tells its parent where, and goes when the parent goes.
 */
interface ParentPort {
  postMessage(message: unknown): void;
}
const PAST = 30;
const DAYS = 60;
const ORDERS = 4_000;
const SEED = 7;

const parent = (process as unknown as { parentPort?: ParentPort }).parentPort;
const start = Math.floor(Date.now() / DAY - PAST) * DAY;
const sandbox = await startShopeeSandbox({
  world: createWorld({ seed: SEED, orders: ORDERS, days: DAYS, start }),
  clock: { now: () => asInstant(Date.now()) },
});
const message = { kind: 'sandbox', ...sandbox.credentials };
if (parent) parent.postMessage(message);
else process.send?.(message);
process.once('disconnect', () => process.exit(0));
