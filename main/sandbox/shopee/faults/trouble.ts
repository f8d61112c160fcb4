import { GATE } from '../errors.ts';
import { refuse, type Reply } from '../reply.ts';
import type { FaultKind } from './kinds.ts';

/** Faults in front of the platform: no answer of it, a late one, or half of one. */
export const NETWORK: ReadonlySet<FaultKind> = new Set(['502', 'cut-before', 'cut-after', 'half-body']);
export const SLOW: ReadonlySet<FaultKind> = new Set(['slow']);
/** Faults that change who may do what, before the call is looked at. */
export const STATE: ReadonlySet<FaultKind> = new Set(['token-expires', 'revoked', 'banned']);

const auth = (message: string): Reply => refuse('error_auth', message);

/** What the gateway answers when one of these is on. `error_auth` has one code for very different things. */
const ANSWERS: Partial<Record<FaultKind, () => Reply>> = {
  rate: GATE.rate,
  quota: GATE.quota,
  address: () => GATE.address('203.0.113.7'),
  'key-expired': GATE.keyExpired,
  server: () => refuse('error_server', 'Something wrong. Please try later.'),
  network: () => refuse('error_network', 'Inner http call failed'),
  inner: () => refuse('error_inner', 'Inner error, please try later.'),
  'auth-no-permission': () => auth('No permission to current api.'),
  'auth-partner': () => auth('Invalid partner_id or shopid.'),
  'auth-deleted': () => auth("The App is deleted, and you'll be unable to make any API call."),
  'auth-system': () => auth('System error, please try again later.'),
  'auth-token': () => auth('Invalid access_token.'),
};
export const REFUSALS: ReadonlySet<FaultKind> = new Set(Object.keys(ANSWERS) as FaultKind[]);
export const refusalOf = (fault: FaultKind): Reply | null => ANSWERS[fault]?.() ?? null;

export const BAD_GATEWAY =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n';
