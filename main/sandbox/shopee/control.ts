import { z } from 'zod';
import { census, ordersBy } from './census.ts';
import type { Desk } from './desk.ts';
import { type FaultRule, isFault } from './faults/kinds.ts';
import type { FaultState } from './faults/injector.ts';
import { parseFaults } from './faults/presets.ts';
import type { Pusher } from './push/send.ts';
import type { World } from '../simulate/world.ts';

/** What is needed to be steered from outside: the sandbox's own knobs, which no platform has. */
export interface Controlled {
  readonly world: World;
  readonly desk: Desk;
  readonly faults: FaultState;
  readonly pusher: Pusher;
  now(): number;
  counters(): object;
  /** Sets the clock, where it can be set. */
  setClock?(now: number): void;
  /** Cuts every connection and answers nothing for so many milliseconds of real time; for good when null. */
  silence(ms: number | null): void;
}

const ruleSchema = z.object({
  fault: z.string().refine(isFault),
  share: z.number().min(0).max(1).optional(),
  times: z.number().int().positive().optional(),
  path: z.string().optional(),
  shopId: z.number().int().optional(),
  from: z.number().optional(),
  until: z.number().optional(),
  value: z.union([z.number(), z.string()]).optional(),
  relents: z.boolean().optional(),
});
const faultsSchema = z.object({ preset: z.string().optional(), rules: z.array(ruleSchema).optional() });
const clockSchema = z.union([z.object({ now: z.number() }), z.object({ advance: z.number() })]);
const shopSchema = z.object({
  shopId: z.number().int(),
  linked: z.boolean().optional(),
  banned: z.boolean().optional(),
  /** End of the authorisation, milliseconds. */
  until: z.number().optional(),
  expireTokens: z.boolean().optional(),
});
const silenceSchema = z.object({ ms: z.number().nonnegative().nullable() });
const pushSchema = z.object({ callbackUrl: z.string().optional() });

type Answer = { readonly status: number; readonly body: unknown };
const done = (body: unknown): Answer => ({ status: 200, body });
const bad = (what: string): Answer => ({ status: 400, body: { error: what } });

/** Reads a body by its schema and goes on with it. */
function read<T>(schema: z.ZodType<T>, text: string, then: (value: T) => Answer): Answer {
  let value: unknown;
  try {
    value = JSON.parse(text === '' ? '{}' : text);
  } catch {
    return bad('the body is no JSON');
  }
  const parsed = schema.safeParse(value);
  return parsed.success
    ? then(parsed.data)
    : bad(parsed.error.issues.map((issue) => issue.path.join('.')).join(', '));
}

function setFaults(world: Controlled, { preset, rules }: z.infer<typeof faultsSchema>): Answer {
  const named = preset === undefined ? [] : parseFaults(preset, world.world.config.start, isFault);
  if (!named) return bad('no such preset or fault');
  world.faults.set([...named, ...((rules ?? []) as FaultRule[])]);
  return done({ rules: world.faults.rules });
}

function setShop({ desk }: Controlled, change: z.infer<typeof shopSchema>): Answer {
  const holder = `shop:${change.shopId}`;
  const grant = desk.tokens.grants.get(holder);
  if (!grant) return bad('the shop has authorised nobody');
  grant.linked = change.linked ?? grant.linked;
  grant.banned = change.banned ?? grant.banned;
  grant.until = change.until ?? grant.until;
  if (change.expireTokens) desk.tokens.expire(holder);
  return done(grant);
}

async function pumped(of: Controlled): Promise<Answer> {
  const attempted = await of.pusher.pump();
  return done({ attempted, ...of.desk.push.counters });
}

/** The answer to a request below `/_sandbox/`: GET counters, truth, orders?shop=ID, faults, clock; POST faults, clock, shop, silence, push. */
export async function control(of: Controlled, method: string, url: URL, body: string): Promise<Answer> {
  switch (`${method} ${url.pathname.slice('/_sandbox/'.length)}`) {
    case 'GET counters':
      return done(of.counters());
    case 'GET truth':
      return done(census(of.world, of.now()));
    case 'GET orders': {
      const shop = url.searchParams.get('shop');
      return done([...ordersBy(of.world, of.now(), shop === null ? undefined : Number(shop))]);
    }
    case 'GET faults':
      return done({ rules: of.faults.rules });
    case 'GET clock':
      return done({ now: of.now() });
    case 'POST faults':
      return read(faultsSchema, body, (value) => setFaults(of, value));
    case 'POST clock':
      return read(clockSchema, body, (value) => {
        if (!of.setClock) return bad('this clock cannot be set');
        of.setClock('now' in value ? value.now : of.now() + value.advance);
        return done({ now: of.now() });
      });
    case 'POST shop':
      return read(shopSchema, body, (value) => setShop(of, value));
    case 'POST silence':
      return read(silenceSchema, body, ({ ms }) => {
        of.silence(ms);
        return done({ ms });
      });
    case 'POST push': {
      const answer = read(pushSchema, body, (value) => {
        if (value.callbackUrl !== undefined) of.desk.push.callbackUrl = value.callbackUrl;
        return done({});
      });
      return answer.status === 200 ? pumped(of) : answer;
    }
    default:
      return { status: 404, body: { error: 'no such control' } };
  }
}
