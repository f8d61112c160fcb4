import { DAY, asInstant } from '#shared/time.ts';
import { startShopeeSandbox } from './shopee/start.ts';
import { createWorld } from './simulate/world.ts';
import { createSky } from './weather/sky.ts';
import { startOpenMeteo } from './weather/twin.ts';

/**
 * Where the sandbox's own process begins when the console explores the sample shop: a world that is thirty days old now
 * and lives on for thirty more, served on a free loopback port, and its weather on another. It tells its parent where, and goes when the parent goes.
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
const day = Math.floor(Date.now() / DAY);
/** What there is to see in any month, wherever the seed's own storms are. */
const storms = [
  {
    ...{ lat: 22.6, lon: 114, from: day + 1, days: 2 },
    weather: { code: 65, precipitation: 170, snow: 0, gust: 136 },
  },
  {
    ...{ lat: 14.6, lon: 121, from: day + 2, days: 1 },
    weather: { code: 82, precipitation: 120, snow: 0, gust: 80 },
  },
];
const weather = await startOpenMeteo({ sky: createSky(SEED, storms), now: () => Date.now() });
const message = { kind: 'sandbox', ...sandbox.credentials, weather: weather.url };
if (parent) parent.postMessage(message);
else process.send?.(message);
process.once('disconnect', () => process.exit(0));
