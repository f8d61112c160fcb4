import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PUSH_SOURCES, type PushSourceId } from '#shared/model/carrierSource.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { HOUR } from '#shared/time.ts';
import type { Clock, Logger, Timers } from '../../ports.ts';
import type { PushContent, PushContext, PushOutcome, PushScheme, RawPush } from './types.ts';

/** Ten thousand events fit; more is not a push. */
export const PUSH_BYTES_MAX = 8 * 1024 * 1024;
/** Shopee repeats for three and a half hours; what was signed longer ago is played back by somebody. */
export const REPLAY_WINDOW = 6 * HOUR;
/** The strictest service waits three seconds, Shopee's chat two. */
export const ANSWER_WITHIN = 1_500;

/** What the receiver needs of the rest. */
export interface PushHouse {
  /** The scheme of a source with the user's secret in it; null where the source is off or has no secret. */
  schemeOf(source: PushSourceId): PushScheme | null;
  /** The address under which the user's tunnel reaches this receiver, without a slash at its end; null if not told. */
  publicBase(): string | null;
  readonly context: Omit<PushContext, 'now'>;
  /** Whether a push with this fingerprint was taken before. */
  seen(source: PushSourceId, hash: string): boolean;
  /** Stores what a push says together with its fingerprint, all or nothing. A throw makes the service send it again. */
  take(source: PushSourceId, hash: string, contents: readonly PushContent[]): void | Promise<void>;
  count(source: PushSourceId, outcome: PushOutcome): void;
}

export interface PushReceiver {
  /** Listens on loopback; the port that was asked for, or a free one for 0. */
  start(port: number): Promise<Result<{ port: number }>>;
  stop(): Promise<void>;
  /** The port while it listens. */
  port(): number | null;
}

/** `/push/17track`: what the user's tunnel must lead to. */
export function pushPath(source: PushSourceId): string {
  return `/push/${source}`;
}

/**
 * Receives pushes on loopback, behind the user's own tunnel. The signature is checked over the raw bytes before anything is
 * read; a bad one gets 401 and is counted. What was taken before is answered as received and changes nothing. The answer
 * goes out when the push is stored, or after a moment if storing takes longer; trouble of our own gets 500, so that the
 * service sends it again.
 */
export function createPushReceiver(
  house: PushHouse,
  deps: { clock: Clock; timers: Timers; log: Logger },
): PushReceiver {
  let server: Server | null = null;

  const receive = async (source: PushSourceId, push: RawPush): Promise<[PushOutcome, PushScheme | null]> => {
    const scheme = house.schemeOf(source);
    if (!scheme || !scheme.verify(push)) return ['bad-signature', null];
    const now = deps.clock.now();
    const hash = createHash('sha256').update(push.bytes).digest('hex');
    if (house.seen(source, hash)) return ['replayed', scheme];
    const sentAt = scheme.sentAt(push);
    if (sentAt !== null && sentAt < now - REPLAY_WINDOW) return ['stale', scheme];
    const contents = scheme.read(push, { ...house.context, now });
    await house.take(source, hash, contents);
    const read = contents.some((each) => each.kind !== 'nothing' || each.why !== 'unreadable');
    return [read ? 'taken' : 'unreadable', scheme];
  };

  const answer = async (source: PushSourceId, push: RawPush, response: ServerResponse): Promise<void> => {
    let scheme: PushScheme | null = null;
    let outcome: PushOutcome;
    const cancel = deps.timers.after(ANSWER_WITHIN, () => {
      const late = house.schemeOf(source);
      if (late && !response.headersSent) send(response, late.reply.status, late.reply.type, late.reply.body);
    });
    try {
      [outcome, scheme] = await receive(source, push);
    } catch (error) {
      outcome = 'failed';
      deps.log.error('push.failed', { source, name: error instanceof Error ? error.name : 'unknown' });
    }
    cancel();
    house.count(source, outcome);
    if (response.headersSent) return;
    if (outcome === 'bad-signature') send(response, 401, 'text/plain', '');
    else if (!scheme) send(response, 500, 'text/plain', '');
    else send(response, scheme.reply.status, scheme.reply.type, scheme.reply.body);
  };

  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const source = PUSH_SOURCES.find((each) => pushPath(each) === path.replace(/\/$/, ''));
    if (!source || request.method !== 'POST') return send(response, 404, 'text/plain', '');
    const chunks: Buffer[] = [];
    let size = 0;
    const tooLarge = (): void => {
      if (response.headersSent) return;
      house.count(source, 'too-large');
      response.setHeader('connection', 'close');
      send(response, 413, 'text/plain', '');
      request.removeAllListeners('data');
      request.resume();
    };
    if (Number(request.headers['content-length'] ?? 0) > PUSH_BYTES_MAX) return tooLarge();
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > PUSH_BYTES_MAX) tooLarge();
      else chunks.push(chunk);
    });
    request.on('end', () => {
      if (response.headersSent) return;
      const bytes = Buffer.concat(chunks);
      const push: RawPush = {
        bytes,
        text: bytes.toString('utf8'),
        header: (name) => {
          const value = request.headers[name];
          return typeof value === 'string' ? value : null;
        },
        publicUrl: `${house.publicBase() ?? ''}${pushPath(source)}`,
      };
      void answer(source, push, response);
    });
  };

  return {
    start: (port) =>
      new Promise((resolve) => {
        if (server) return resolve(fail('wrong-state'));
        const made = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, onRequest);
        made.on('error', (error: Error & { code?: string }) => {
          deps.log.warn('push.listen', { code: error.code ?? 'unknown' });
          if (server === made) server = null;
          resolve(fail('port-taken', { port }));
        });
        // Loopback only: who may come in from outside is the tunnel's matter, and the user's.
        made.listen(port, '127.0.0.1', () => {
          made.unref();
          resolve(ok({ port: (made.address() as AddressInfo).port }));
        });
        server = made;
      }),
    stop: () =>
      new Promise((resolve) => {
        const closing = server;
        server = null;
        if (!closing) return resolve();
        closing.closeAllConnections();
        closing.close(() => resolve());
      }),
    port: () => (server?.listening ? (server.address() as AddressInfo).port : null),
  };
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
