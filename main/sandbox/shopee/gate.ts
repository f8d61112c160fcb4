import { mayCall, type SandboxApp } from './app.ts';
import type { Endpoint } from './call.ts';
import { GATE } from './errors.ts';
import type { Reply } from './reply.ts';
import { sameSign, signed } from './sign.ts';
import type { Tokens } from './tokens.ts';

/** Seconds by which a timestamp may be off, in both directions. */
const TOLERANCE = 300;

export interface Knock {
  readonly path: string;
  readonly method: string;
  readonly query: URLSearchParams;
  /** The world's present, milliseconds. */
  readonly now: number;
  /** What the server's clock shows: another time where it is set wrong. */
  readonly shown: number;
}

export interface Gate {
  readonly app: SandboxApp;
  readonly tokens: Tokens;
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  /** Shop and merchant ids that exist. */
  knows(kind: 'shop' | 'merchant', id: number): boolean;
  /** Faults that were switched on, between permission and path: quota, rate, address, key, server … */
  trouble(knock: Knock): Reply | null;
}

export type Passed =
  | { readonly reply: Reply }
  | { readonly endpoint: Endpoint; readonly holder: { kind: 'shop' | 'merchant'; id: number } | null };

const whole = (text: string | null): number | null =>
  text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;

/** The base string of the call's kind: what was concatenated to be signed. */
function baseOf(knock: Knock, partner: number, timestamp: string): string {
  const base = `${partner}${knock.path}${timestamp}`;
  const token = knock.query.get('access_token');
  const id = knock.query.get('shop_id') ?? knock.query.get('merchant_id');
  return token === null || id === null ? base : base + token + id;
}

/**
 * The checks of the platform's gateway in the order of its error table (the reference gives that order as likely, not as
 * documented): partner, time, sign, permission, quota, rate, address, path, token, link.
 */
export function pass(gate: Gate, knock: Knock): Passed {
  const { query } = knock;
  const partnerText = query.get('partner_id');
  if (partnerText === null) return { reply: GATE.noPartner() };
  const partner = whole(partnerText);
  if (partner === null) return { reply: GATE.badPartner() };
  if (partner !== gate.app.partnerId) return { reply: GATE.unknownPartner() };
  const timestamp = query.get('timestamp');
  if (timestamp === null) return { reply: GATE.noTimestamp() };
  const at = whole(timestamp);
  if (at === null) return { reply: GATE.badTimestamp() };
  if (Math.abs(at - knock.shown / 1000) > TOLERANCE) return { reply: GATE.expired() };
  const sign = query.get('sign');
  if (sign === null) return { reply: GATE.noSign() };
  if (!sameSign(sign, signed(gate.app.partnerKey, baseOf(knock, partner, timestamp)))) {
    return { reply: GATE.wrongSign() };
  }
  if (!mayCall(gate.app, knock.path)) return { reply: GATE.noPermission() };
  const trouble = gate.trouble(knock);
  if (trouble) return { reply: trouble };
  const endpoint = gate.endpoints.get(knock.path);
  if (!endpoint) return { reply: GATE.unknownPath() };
  if (endpoint.kind === 'public') return { endpoint, holder: null };
  return holderOf(gate, knock, endpoint);
}

function holderOf(gate: Gate, knock: Knock, endpoint: Endpoint): Passed {
  const kind = endpoint.kind === 'merchant' ? 'merchant' : 'shop';
  const token = knock.query.get('access_token');
  if (token === null || token === '') return { reply: GATE.noToken() };
  const id = whole(knock.query.get(`${kind}_id`));
  if (id === null) return { reply: kind === 'shop' ? GATE.noShop() : GATE.noMerchant() };
  const holder = `${kind}:${id}`;
  const grant = gate.tokens.grants.get(holder);
  if (!gate.knows(kind, id))
    return { reply: kind === 'shop' ? GATE.shopUnlinked() : GATE.merchantUnlinked() };
  if (grant?.banned) return { reply: GATE.banned() };
  if (grant && !grant.linked)
    return { reply: kind === 'shop' ? GATE.shopUnlinked() : GATE.merchantUnlinked() };
  if (grant && grant.until <= knock.now) {
    return { reply: kind === 'shop' ? GATE.shopExpired() : GATE.merchantExpired() };
  }
  if (!gate.tokens.opens(token, holder, knock.now)) return { reply: GATE.badToken() };
  if (!grant) return { reply: kind === 'shop' ? GATE.shopUnlinked() : GATE.merchantUnlinked() };
  return { endpoint, holder: { kind, id } };
}
