import type { World } from '../simulate/world.ts';
import { type Call, Refusal } from './call.ts';
import type { Desk } from './desk.ts';
import { GATE } from './errors.ts';
import { type Gate, type Knock, pass } from './gate.ts';
import { refuse, type Reply } from './reply.ts';

export interface Office {
  readonly world: World;
  readonly desk: Desk;
  readonly gate: Gate;
}

const parsed = (bytes: Buffer): Record<string, unknown> | null => {
  if (bytes.length === 0) return {};
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
};

/** The answer to one API call, without any fault of the network. */
export function answer(office: Office, knock: Knock, bytes: Buffer): Reply {
  const passed = pass(office.gate, knock);
  if ('reply' in passed) return passed.reply;
  const { endpoint, holder } = passed;
  if (endpoint.method !== knock.method) {
    // Seen live: the gateway answers in its own words.
    return knock.method === 'POST'
      ? { kind: 'text', status: 500, type: 'text/plain', text: 'block by gateway due to invalid cid' }
      : GATE.unknownPath();
  }
  const body = knock.method === 'POST' ? parsed(bytes) : {};
  if (!body) return refuse('error_param', 'parse body failed');
  const shop =
    holder?.kind === 'shop'
      ? office.world.shops.find((one) => one.shopId === holder.id)
      : office.world.shops[0];
  if (!shop) return GATE.shopUnlinked();
  // The API knows whole seconds; what is done through it happens at one.
  const now = Math.floor(knock.now / 1000) * 1000;
  const call: Call = {
    world: office.world,
    desk: office.desk,
    now,
    query: knock.query,
    body,
    shop,
  };
  try {
    return endpoint.answer(call);
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    throw error;
  }
}
