import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call as it came in. */
export interface TwinCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** The raw bytes as text: signatures are over these. */
  readonly body: string;
}
export interface TwinReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON unless it is text. */
  readonly body: unknown;
}

/** Troubles that a test or a demonstration can order. Each counts down with every call that it spoils. */
export type Trouble =
  | 'error-page' // 200 with HTML
  | 'empty' // 200 with nothing
  | 'cut' // JSON that ends in the middle
  | 'server-error' // 503
  | 'silence' // no answer until the caller gives up
  | 'rate' // 429 with Retry-After
  | 'redirect';

export interface Twin {
  readonly url: string;
  /** The next `count` calls (whose path contains `path`) get this trouble instead of an answer. */
  order(trouble: Trouble, count?: number, path?: string): void;
  /** Calls so far, newest last. */
  readonly calls: readonly TwinCall[];
  close(): Promise<void>;
}

export interface TwinOptions {
  /** Calls within one second of the clock beyond which 429 is answered. */
  readonly perSecond: number;
  readonly now: () => number;
  readonly answer: (call: TwinCall) => TwinReply;
  /** What a call beyond the rate gets. */
  readonly tooMany?: () => TwinReply;
}

const HTML = '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>';

/** Starts a twin on loopback, on a free port. */
export async function startTwin(options: TwinOptions): Promise<Twin> {
  const calls: TwinCall[] = [];
  const troubles: { trouble: Trouble; left: number; path: string }[] = [];
  const moments: number[] = [];

  const tooMany = (): boolean => {
    const now = options.now();
    while ((moments[0] ?? now) <= now - 1000) moments.shift();
    moments.push(now);
    return moments.length > options.perSecond;
  };
  const send = (response: ServerResponse, reply: TwinReply): void => {
    const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    response.writeHead(reply.status ?? 200, {
      'content-type': typeof reply.body === 'string' ? 'text/html' : 'application/json',
      ...reply.headers,
    });
    response.end(text);
  };
  const spoil = (trouble: Trouble, response: ServerResponse, call: TwinCall): void => {
    if (trouble === 'silence') return;
    if (trouble === 'error-page') return send(response, { body: HTML });
    if (trouble === 'empty') return send(response, { body: '' });
    if (trouble === 'server-error') return send(response, { status: 503, body: HTML });
    if (trouble === 'rate') {
      return send(response, { status: 429, headers: { 'retry-after': '2' }, body: { code: 429 } });
    }
    if (trouble === 'redirect') {
      return send(response, { status: 302, headers: { location: 'http://127.0.0.1:9/' }, body: '' });
    }
    const whole = JSON.stringify(options.answer(call).body);
    send(response, { body: whole.slice(0, Math.floor(whole.length / 2)) });
  };

  // Services keep connections longer than Node's five seconds; a busy machine would meet a closing one.
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const call: TwinCall = {
        method: request.method ?? 'GET',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      calls.push(call);
      const ordered = troubles.find((each) => each.left > 0 && call.path.includes(each.path));
      if (ordered) {
        ordered.left -= 1;
        spoil(ordered.trouble, response, call);
      } else if (tooMany()) {
        send(response, options.tooMany?.() ?? { status: 429, body: { code: 429 } });
      } else send(response, options.answer(call));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    order: (trouble, count = 1, path = '') => void troubles.push({ trouble, left: count, path }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Reads a JSON body; null when it is none. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}
