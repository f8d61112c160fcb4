import type { CarrierSourceId } from '#shared/model/carrierSource.ts';
import type { Clock, Timers } from '../../../ports.ts';
import type { Gate } from './gate.ts';
import { type CallFacts, type DriftNote, faultOf, type SourceFault } from './types.ts';

export interface HttpReply {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}
/** The network as a port: the platform's `fetch` fits. */
export type HttpFetch = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string;
    signal: AbortSignal;
    redirect: 'error';
  },
) => Promise<HttpReply>;

/** What every client is given. */
export interface ClientDeps<S extends string = CarrierSourceId> {
  readonly fetch: HttpFetch;
  readonly clock: Clock;
  readonly timers: Timers;
  /** Without a slash at its end. Tests and the sandbox put a loopback address here. */
  readonly baseUrl: string;
  readonly onCall: (facts: CallFacts<S>) => void;
  readonly onDrift: (note: DriftNote<S>) => void;
  /** Milliseconds for one call; the service's silence beyond it is a transient fault. */
  readonly timeoutMs?: number;
}

export interface HttpQuestion {
  readonly call: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query, beginning with a slash. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  /** How many numbers it asks about, for statistics. */
  readonly numbers: number;
  /** The service's own faults, in the body or by status; null leaves it to the status alone. */
  readonly judge?: (body: unknown, status: number, headers: HttpReply['headers']) => SourceFault | null;
}
export type HttpAnswer =
  | { readonly ok: true; readonly body: unknown; readonly headers: HttpReply['headers'] }
  | { readonly ok: false; readonly fault: SourceFault; readonly body: unknown };

/** A question that is not answered for so long is given up, in milliseconds. */
export const TIMEOUT_MS = 20_000;
/** Ten thousand events of a service that is wordy; more is not an answer. */
const BODY_MAX = 32 * 1024 * 1024;

/**
 * One way to ask over HTTP: waits at the gate, obeys the time-out and the caller's abort, reads JSON, tells an error page
 * that came with 200, and reports the facts of every call. Never throws.
 */
export function createCaller<S extends string>(
  source: S,
  deps: ClientDeps<S>,
  gate: Gate,
): (question: HttpQuestion, signal: AbortSignal) => Promise<HttpAnswer> {
  const { clock, timers } = deps;

  const fetchText = async (
    question: HttpQuestion,
    signal: AbortSignal,
  ): Promise<{ reply: HttpReply; text: string } | SourceFault> => {
    const late = new AbortController();
    const cancel = timers.after(deps.timeoutMs ?? TIMEOUT_MS, () => late.abort());
    try {
      const reply = await deps.fetch(`${deps.baseUrl}${question.path}`, {
        method: question.method,
        headers: { accept: 'application/json', ...question.headers },
        ...(question.body === undefined ? {} : { body: question.body }),
        signal: AbortSignal.any([signal, late.signal]),
        // A service that suddenly sends us elsewhere is not the service whose key we hold.
        redirect: 'error',
      });
      if (Number(reply.headers.get('content-length') ?? 0) > BODY_MAX) {
        late.abort();
        return faultOf('transient', 'too-large');
      }
      const text = await reply.text();
      return text.length > BODY_MAX ? faultOf('transient', 'too-large') : { reply, text };
    } catch {
      if (signal.aborted) return faultOf('transient', 'aborted');
      return faultOf('transient', late.signal.aborted ? 'timeout' : 'network');
    } finally {
      cancel();
    }
  };

  return async (question, signal) => {
    await gate(signal);
    if (signal.aborted) return { ok: false, fault: faultOf('transient', 'aborted'), body: null };
    const at = clock.now();
    const got = await fetchText(question, signal);
    const answer = 'kind' in got ? { ok: false as const, fault: got, body: null } : judge(question, got, at);
    deps.onCall({
      source,
      call: question.call,
      at,
      ms: Math.max(0, clock.now() - at),
      status: 'kind' in got ? null : got.reply.status,
      outcome: answer.ok ? 'ok' : answer.fault.kind,
      code: answer.ok ? null : answer.fault.code,
      numbers: question.numbers,
      bytes: 'kind' in got ? 0 : got.text.length,
    });
    return answer;
  };
}

function judge(question: HttpQuestion, got: { reply: HttpReply; text: string }, now: number): HttpAnswer {
  const { status, headers } = got.reply;
  const read = readJson(got.text);
  const body = read.ok ? read.value : null;
  const byStatus = statusFault(status, retryAfter(headers.get('retry-after'), now));
  const own = read.ok ? (question.judge?.(body, status, headers) ?? null) : null;
  // Too fast and out of order are said by the status, whatever a gateway puts into the body beside it.
  const plain = status === 429 || status >= 500;
  if (own && (!plain || own.kind === byStatus?.kind)) {
    const retryAfterMs = own.retryAfterMs ?? byStatus?.retryAfterMs ?? null;
    return { ok: false, fault: { ...own, retryAfterMs }, body };
  }
  if (byStatus) return { ok: false, fault: byStatus, body };
  // A gateway's or a maintenance page that came with 200, a cut answer, a captcha: nothing of it is tracking.
  return read.ok ? { ok: true, body, headers } : { ok: false, fault: faultOf('transient', read.why), body };
}

function readJson(text: string): { ok: true; value: unknown } | { ok: false; why: string } {
  const bare = text.replace(/^\uFEFF/, '').trim();
  if (bare === '') return { ok: false, why: 'empty' };
  if (bare.startsWith('<')) return { ok: false, why: 'error-page' };
  try {
    return { ok: true, value: JSON.parse(bare) as unknown };
  } catch {
    return { ok: false, why: 'not-json' };
  }
}

/** What a status says where the body says nothing better; null for success. */
export function statusFault(status: number, retryAfterMs: number | null): SourceFault | null {
  if (status >= 200 && status < 300) return null;
  const code = `http-${status}`;
  if (status === 401 || status === 403) return faultOf('auth', code);
  if (status === 402) return faultOf('quota', code, retryAfterMs);
  if (status === 429) return faultOf('rate', code, retryAfterMs);
  if (status === 404 || status === 410) return faultOf('not-found', code);
  if (status >= 500 || status === 408 || status < 400) return faultOf('transient', code, retryAfterMs);
  return faultOf('caller', code);
}

/** `Retry-After` in milliseconds: seconds, or a date. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  if (/^\d{1,7}(\.\d+)?$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
