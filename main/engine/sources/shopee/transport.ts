import type { WireAnswer } from './answer.ts';
import type { Verdict } from './errors.ts';
import type { WireRequest } from './request.ts';

/** The part of `fetch` that is used; the global one in the product (it keeps connections open), any other in tests. */
export type Transport = (
  url: string,
  init: {
    method: string;
    headers: Readonly<Record<string, string>>;
    body: string | null;
    redirect: 'manual';
    signal: AbortSignal;
  },
) => Promise<Response>;

/** Larger than any page or label sheet; a body beyond it is given up. */
const BODY_MAX = 64 * 1024 * 1024;

export type Received =
  | (WireAnswer & { readonly ok: true; readonly date: string | null; readonly retryAfter: string | null })
  | { readonly ok: false; readonly verdict: Verdict; readonly status: number | null };

/**
 * Sends a request and takes in the whole answer within the time. Redirects are not followed: they would carry the
 * token to another host. Never throws; what fails is named.
 */
export async function receive(
  transport: Transport,
  request: WireRequest,
  limits: { readonly signal: AbortSignal | undefined; readonly timeoutMs: number },
): Promise<Received> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), limits.timeoutMs);
  const signals = limits.signal === undefined ? [timeout.signal] : [timeout.signal, limits.signal];
  let status: number | null = null;
  const failed = (errorClass: Verdict['class'], reason: Verdict['reason']): Received => ({
    ok: false,
    verdict: { class: errorClass, reason },
    status,
  });
  try {
    const { url, method, headers, body } = request;
    const signal = AbortSignal.any(signals);
    signal.throwIfAborted();
    const response = await transport(url, { method, headers, body, redirect: 'manual', signal });
    status = response.status;
    if (Number(response.headers.get('content-length') ?? 0) > BODY_MAX) {
      await response.body?.cancel();
      return failed('caller', 'rejected');
    }
    return {
      ok: true,
      status,
      contentType: response.headers.get('content-type') ?? '',
      bytes: new Uint8Array(await response.arrayBuffer()),
      date: response.headers.get('date'),
      retryAfter: response.headers.get('retry-after'),
    };
  } catch {
    if (limits.signal?.aborted === true) return failed('aborted', 'aborted');
    if (timeout.signal.aborted) return failed('transient', 'timeout');
    // With a status, the connection ended in the middle of the body.
    return failed('transient', status === null ? 'network' : 'half-body');
  } finally {
    clearTimeout(timer);
  }
}
