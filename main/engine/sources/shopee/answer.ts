import { bareCode, classify, type Verdict } from './errors.ts';
import { parseLossless } from './json.ts';

/** What came over the wire, before anything is made of it. */
export interface WireAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface ShopeeFile {
  readonly kind: 'pdf' | 'zip' | 'html' | 'other';
  readonly bytes: Uint8Array;
}

export type Understood =
  | {
      readonly kind: 'answer';
      readonly payload: unknown;
      readonly requestId: string | null;
      readonly warnings: number;
      /** By the platform's own rule: HTTP 200, no error, no message ("success" is one of its own). */
      readonly clean: boolean;
    }
  | { readonly kind: 'file'; readonly file: ShopeeFile }
  | {
      readonly kind: 'failure';
      readonly verdict: Verdict;
      readonly code: string;
      readonly said: string;
      readonly requestId: string | null;
    };

const decoder = new TextDecoder();
/** The documents print a dash, some answers a blank, where the wire has nothing. */
const said = (value: unknown): string => {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '-' ? '' : text;
};

/** What a body is by its first bytes; content types are not to be relied on. */
export function sniffBody(bytes: Uint8Array): 'json' | ShopeeFile['kind'] | 'empty' {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
  while (at < bytes.length && (bytes[at] ?? 0) <= 0x20) at += 1;
  if (at === bytes.length) return 'empty';
  const head = String.fromCharCode(...bytes.subarray(at, at + 4));
  if (head.startsWith('{') || head.startsWith('[')) return 'json';
  if (head === '%PDF') return 'pdf';
  if (head.startsWith('PK')) return 'zip';
  return head.startsWith('<') ? 'html' : 'other';
}

/**
 * Makes sense of an answer: envelope with or without `response`, files, error pages, half bodies. `wrapped` and
 * `file` are those of the endpoint. Never throws.
 */
export function understand(answer: WireAnswer, wrapped: boolean, file: boolean): Understood {
  const kind = sniffBody(answer.bytes);
  if (file && kind !== 'json' && kind !== 'empty' && answer.status === 200) {
    return { kind: 'file', file: { kind, bytes: answer.bytes } };
  }
  if (kind !== 'json') return notJson(answer, kind);
  let body: unknown;
  try {
    body = parseLossless(decoder.decode(answer.bytes));
  } catch {
    return failure({ class: 'transient', reason: 'half-body' }, 'half-body', '', null);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return failure({ class: 'transient', reason: 'not-json' }, 'not-an-envelope', '', null);
  }
  const envelope = body as Record<string, unknown>;
  const code = said(envelope['error']);
  const message = said(envelope['message']) || said(envelope['msg']);
  const requestId = typeof envelope['request_id'] === 'string' ? envelope['request_id'] : null;
  // A code of its own makes an error; so does a status that is none of success.
  if (code !== '' || answer.status >= 400 || (message !== '' && isBare(envelope))) {
    const name = code || `http-${answer.status}`;
    return failure(classify(answer.status, code, message), bareCode(name), message, requestId);
  }
  const warning = envelope['warning'];
  return {
    kind: 'answer',
    payload: wrapped ? (envelope['response'] ?? {}) : envelope,
    requestId,
    warnings: Array.isArray(warning) ? warning.length : said(warning) === '' ? 0 : 1,
    clean: answer.status === 200 && (message === '' || message === 'success'),
  };
}

/** Seen: no error code, no response, only a message that nothing is linked. */
function isBare(envelope: Record<string, unknown>): boolean {
  const others = Object.keys(envelope).filter(
    (key) => !['error', 'message', 'msg', 'request_id'].includes(key),
  );
  return others.length === 0 && envelope['error'] === undefined;
}

function notJson(answer: WireAnswer, kind: string): Understood {
  const words = kind === 'other' ? decoder.decode(answer.bytes.subarray(0, 200)) : '';
  // Seen for a POST on a call that is a GET: a text, with a status of the server's.
  if (/block by gateway/i.test(words)) {
    return failure({ class: 'caller', reason: 'no-such-call' }, 'gateway-block', '', null);
  }
  const code = `http-${answer.status}`;
  if (answer.status === 429 || answer.status === 491) {
    return failure(classify(answer.status, '', ''), code, '', null);
  }
  // A page with a good status is somebody else's (a hotel's login, a proxy): it passes.
  const passes = answer.status >= 500 || answer.status < 400;
  return failure({ class: passes ? 'transient' : 'caller', reason: 'not-json' }, code, '', null);
}

const failure = (verdict: Verdict, code: string, message: string, requestId: string | null): Understood => ({
  kind: 'failure',
  verdict,
  code,
  said: message.slice(0, 300),
  requestId,
});

/** The address that `source_ip_undeclared` names, for the person to declare it; null where it names none. */
export function undeclaredAddress(message: string): string | null {
  return /\(([0-9a-f.:]{3,45})\)/i.exec(message)?.[1] ?? null;
}
