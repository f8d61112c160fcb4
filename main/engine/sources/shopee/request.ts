import type { Endpoint } from './endpoints/define.ts';
import { writeLossless } from './json.ts';
import { type Auth, type Partner, signedQuery } from './sign.ts';

export interface WireRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** The first page is asked for with an empty cursor; everything else that is empty is left out. */
const KEPT_EMPTY: ReadonlySet<string> = new Set(['cursor']);

const isGiven = ([name, value]: [string, unknown]): boolean =>
  value !== undefined && value !== null && (value !== '' || KEPT_EMPTY.has(name));

function queryOf(entries: readonly [string, unknown][], lists: Endpoint['lists']): string[][] {
  return entries.flatMap(([name, value]) => {
    if (!Array.isArray(value)) return [[name, String(value)]];
    if (lists?.[name] === 'repeat') return value.map((each) => [name, String(each)]);
    return value.length === 0 ? [] : [[name, value.join(',')]];
  });
}

/**
 * The request of one call: common parameters always in the address, the call's own in the address (GET) or the body
 * (POST). The address holds the token: it is never logged.
 */
export function buildRequest(
  base: string,
  partner: Partner,
  endpoint: Endpoint,
  params: object,
  auth: Auth,
  timestamp: number,
): WireRequest {
  const given = (Object.entries(params) as [string, unknown][]).filter(isGiven);
  const query = new URLSearchParams(signedQuery(partner, endpoint.path, timestamp, auth));
  const post = endpoint.method === 'POST';
  if (!post)
    for (const [name, value] of queryOf(given, endpoint.lists)) query.append(name ?? '', value ?? '');
  return {
    url: `${base}${endpoint.path}?${query.toString()}`,
    method: endpoint.method,
    headers: post
      ? { accept: 'application/json', 'content-type': 'application/json' }
      : { accept: 'application/json' },
    body: post ? writeLossless(Object.fromEntries(given)) : null,
  };
}
