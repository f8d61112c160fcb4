import { parseArgs } from 'node:util';
import { asInstant } from '#shared/time.ts';
import { dayOf, instantOf } from './simulate/calendar.ts';
import { SELLER_OFFSET } from './simulate/markets.ts';
import { createWorld } from './simulate/world.ts';
import { isFault } from './shopee/faults/kinds.ts';
import { parseFaults } from './shopee/faults/presets.ts';
import { startShopeeSandbox, type ShopeeSandbox } from './shopee/start.ts';
import { createSky } from './weather/sky.ts';
import { startOpenMeteo } from './weather/twin.ts';

export const USAGE = `npm run sandbox -- [--port N] [--seed 7] [--days 30] [--orders 2200] [--faults none|all|NAME[=share],…]
                  [--slows-down] [--push URL] [--json]
Starts a loopback Shopee over an invented world whose present is day --days, prints the credentials, stops on Ctrl-C.`;

const OPTIONS = {
  port: { type: 'string', default: '0' },
  seed: { type: 'string', default: '7' },
  days: { type: 'string', default: '30' },
  orders: { type: 'string', default: '2200' },
  faults: { type: 'string', default: 'none' },
  'slows-down': { type: 'boolean', default: false },
  push: { type: 'string', default: '' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Days for which orders go on coming after the present, so that a sandbox left running stays alive. */
const AHEAD = 14;

const whole = (text: string, least: number, most: number): number | null =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;

export interface Running {
  readonly sandbox: ShopeeSandbox;
  /** What to print: prose, or one line of JSON. */
  readonly text: string;
  close(): Promise<void>;
}

/** Starts what the arguments ask for; null when they are not understood. The clock is the given one, moved by control. */
export async function runSandbox(args: readonly string[], realNow: () => number): Promise<Running | null> {
  const values = optionsOf(args);
  if (!values || values.help) return null;
  const [port, seed] = [whole(values.port, 0, 65_535), whole(values.seed, 0, 2 ** 31)];
  const [days, orders] = [whole(values.days, 1, 365), whole(values.orders, 1, 1_000_000)];
  if (port === null || seed === null || days === null || orders === null) return null;
  let offset = 0;
  const now = (): number => realNow() + offset;
  const start = instantOf(dayOf(now(), SELLER_OFFSET) - days, 0, SELLER_OFFSET);
  const rules = parseFaults(values.faults, start, isFault);
  if (!rules) return null;
  const span = days + AHEAD;
  const world = createWorld({
    seed,
    days: span,
    orders: Math.round((orders * span) / days),
    start,
    slowsDown: values['slows-down'],
  });
  const sandbox = await startShopeeSandbox({
    world,
    clock: { now: () => asInstant(now()) },
    port,
    faults: rules,
    callbackUrl: values.push,
    setClock(at) {
      offset = at - realNow();
    },
  });
  const weather = await startOpenMeteo({ sky: createSky(seed), now });
  const facts = { ...sandbox.credentials, weather: weather.url, world: { seed, start, days, orders } };
  // Pushes go out once a second, where somebody listens.
  const pumping = setInterval(() => void sandbox.pusher.pump(), 1000);
  return {
    sandbox,
    text: values.json ? JSON.stringify(facts) : prose(sandbox, weather.url, days),
    async close() {
      clearInterval(pumping);
      await weather.close();
      await sandbox.close();
    },
  };
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values;
  } catch {
    return null;
  }
}

function prose({ credentials }: ShopeeSandbox, weather: string, days: number): string {
  const shops = credentials.shops.map((shop) => `  ${shop.market}  ${shop.shopId}  ${shop.name}`).join('\n');
  return `A sandbox Shopee is listening. Nothing in it is real.
host          ${credentials.host}
authorise at  ${credentials.authPage}
partner id    ${credentials.partnerId}
partner key   ${credentials.partnerKey}
main account  ${credentials.mainAccountId} (merchant ${credentials.merchantId})
shops
${shops}
weather       ${weather} (as Open-Meteo; enter it in the settings)
control       ${credentials.host}/_sandbox/ (counters, truth, orders, faults, clock, shop, silence, push)
Today is day ${days} of the world. Ctrl-C stops it.`;
}
