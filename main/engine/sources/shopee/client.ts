import type { Clock } from '../../ports.ts';
import { type ShopeeFile, understand, undeclaredAddress } from './answer.ts';
import { createServerClock } from './clock.ts';
import { type AnswerFor, type EndpointName, endpointOf, type ParamsFor } from './endpoints/index.ts';
import {
  actionOf,
  type ErrorAction,
  type ErrorClass,
  type ErrorReason,
  nextQuotaDay,
  retryAfterMs,
  type Verdict,
} from './errors.ts';
import { buildRequest } from './request.ts';
import type { Auth, Partner } from './sign.ts';
import { receive, type Transport } from './transport.ts';

/** One attempt as the statistics see it: no parameters, no token, no personal data. */
export interface CallFacts {
  readonly endpoint: EndpointName;
  /** When it was sent, epoch ms by our clock. */
  readonly at: number;
  /** Null where no answer came. */
  readonly httpStatus: number | null;
  readonly ms: number;
  readonly bytes: number;
  readonly class: 'ok' | ErrorClass;
  readonly requestId: string | null;
  /** Whether the platform counts it into the share of successful calls of the day. */
  readonly counts: boolean;
  /** Whether it is a success by the platform's own rule. */
  readonly clean: boolean;
  /** Partial failures that a successful answer names. */
  readonly warnings: number;
  /** Fields that are not declared, or not as declared: paths, never values; at most 20. */
  readonly drift: readonly string[];
}

export interface ShopeeFault {
  readonly class: ErrorClass;
  readonly action: ErrorAction;
  readonly reason: ErrorReason;
  /** The code of the wire without `common.`, or `http-502` and the like. */
  readonly code: string;
  /** The platform's words, which may name an order: for a person's eyes, never for a log. */
  readonly said: string;
  /** How long to wait, where the answer tells. */
  readonly retryAfterMs: number | null;
  /** For a used-up quota: when it begins anew, epoch ms. */
  readonly untilAt: number | null;
  /** For an undeclared address: which. */
  readonly address: string | null;
}

export type ShopeeAnswer<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** The answer as sent, digits kept, for the journal. */
      readonly raw: unknown;
      /** For calls that answer a file. */
      readonly file: ShopeeFile | null;
      readonly facts: CallFacts;
    }
  | { readonly ok: false; readonly fault: ShopeeFault; readonly facts: CallFacts };

export interface ShopeeClient {
  /**
   * Makes one call. Answers failures as data and never throws. Retries by itself in one case only: a refused
   * timestamp after which the answer's `Date` header corrected our clock.
   */
  call<N extends EndpointName>(
    name: N,
    params: ParamsFor<N>,
    auth: Auth,
    options?: { readonly signal?: AbortSignal; readonly timeoutMs?: number },
  ): Promise<ShopeeAnswer<AnswerFor<N>>>;
  /** How far the server's clock is ahead of ours, in milliseconds. */
  clockOffset(): number;
}

export interface ShopeeClientOptions {
  /** Scheme and host without a slash at the end, from `hosts.ts`. */
  readonly base: string;
  readonly partner: Partner;
  readonly fetch: Transport;
  readonly clock: Clock;
  /** For one whole answer, its body included. */
  readonly timeoutMs?: number;
  /** Hears of every attempt, the repeated one included. */
  readonly heard?: (facts: CallFacts) => void;
}

const TIMEOUT_MS = 30_000;
const DRIFT_MAX = 20;

/** A thin client for one app at one host. Signs, sends, reads; when to call is decided elsewhere. */
export function createShopeeClient(options: ShopeeClientOptions): ShopeeClient {
  const { partner, clock } = options;
  const serverClock = createServerClock(clock);

  const attempt = async (
    name: EndpointName,
    params: object,
    auth: Auth,
    more: { signal?: AbortSignal | undefined; timeoutMs?: number | undefined },
  ): Promise<{ answer: ShopeeAnswer<unknown>; corrected: boolean }> => {
    const endpoint = endpointOf(name);
    const sentAt = clock.now();
    const request = buildRequest(options.base, partner, endpoint, params, auth, serverClock.seconds());
    const got = await receive(options.fetch, request, {
      signal: more.signal,
      timeoutMs: more.timeoutMs ?? options.timeoutMs ?? TIMEOUT_MS,
    });
    const gotAt = clock.now();
    const drift = new Set<string>();
    const base = { endpoint: name, at: sentAt, ms: Math.max(0, gotAt - sentAt), drift: [] as string[] };
    const counts = auth.kind !== 'public';
    const failed = (
      verdict: Verdict,
      code: string,
      said: string,
      seen: { status: number | null; bytes: number; requestId: string | null; retryAfter: string | null },
    ): ShopeeAnswer<unknown> => ({
      ok: false,
      fault: {
        class: verdict.class,
        action: actionOf(verdict.class),
        reason: verdict.reason,
        code,
        said,
        retryAfterMs: retryAfterMs(seen.retryAfter, gotAt + serverClock.offset()),
        untilAt:
          verdict.class === 'quota'
            ? nextQuotaDay(gotAt + serverClock.offset()) - serverClock.offset()
            : null,
        address: verdict.reason === 'address-undeclared' ? undeclaredAddress(said) : null,
      },
      facts: {
        ...base,
        httpStatus: seen.status,
        bytes: seen.bytes,
        class: verdict.class,
        requestId: seen.requestId,
        counts: counts && seen.status !== null,
        clean: false,
        warnings: 0,
      },
    });
    if (!got.ok) {
      const seen = { status: got.status, bytes: 0, requestId: null, retryAfter: null };
      return { answer: failed(got.verdict, got.verdict.reason, '', seen), corrected: false };
    }
    const corrected = serverClock.learn(got.date, sentAt, gotAt);
    const understood = understand(got, endpoint.wrapped, endpoint.file === true);
    const seen = {
      status: got.status,
      bytes: got.bytes.length,
      requestId: understood.kind === 'file' ? null : understood.requestId,
      retryAfter: got.retryAfter,
    };
    if (understood.kind === 'failure') {
      return { answer: failed(understood.verdict, understood.code, understood.said, seen), corrected };
    }
    const note = (path: string, what: string): void => {
      if (drift.size < DRIFT_MAX) drift.add(`${what}:${path}`);
    };
    const payload = understood.kind === 'answer' ? understood.payload : {};
    const own = endpoint.wrapped ? payload : withoutEnvelope(payload);
    const value = endpoint.answer(own, { note }, '') ?? endpoint.answer({}, { note }, '');
    return {
      corrected,
      answer: {
        ok: true,
        value,
        raw: own,
        file: understood.kind === 'file' ? understood.file : null,
        facts: {
          ...base,
          drift: [...drift],
          httpStatus: seen.status,
          bytes: seen.bytes,
          class: 'ok',
          requestId: seen.requestId,
          counts,
          clean: understood.kind === 'file' || understood.clean,
          warnings: understood.kind === 'file' ? 0 : understood.warnings,
        },
      },
    };
  };

  return {
    clockOffset: () => serverClock.offset(),
    call: async (name, params, auth, more = {}) => {
      const first = await attempt(name, params, auth, more);
      options.heard?.(first.answer.facts);
      let { answer } = first;
      if (!answer.ok && answer.fault.class === 'clock' && first.corrected) {
        ({ answer } = await attempt(name, params, auth, more));
        options.heard?.(answer.facts);
      }
      return answer as never;
    },
  };
}

const ENVELOPE: ReadonlySet<string> = new Set(['error', 'message', 'msg', 'request_id', 'warning']);

/** Where there is no `response`, the answer stands beside the words of the envelope. */
function withoutEnvelope(payload: unknown): unknown {
  return Object.fromEntries(Object.entries(payload as object).filter(([key]) => !ENVELOPE.has(key)));
}
