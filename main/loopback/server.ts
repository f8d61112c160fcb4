import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { calls, isCallName } from '#shared/contract/index.ts';
import { fail, type Result } from '#shared/result.ts';
import { createEngine, type Engine, type EngineOptions } from '../engine/index.ts';
import type { Clock, Logger } from '../engine/ports.ts';
import { silentLog, systemClock, systemTimers } from '../engine/system.ts';
import { createBrowserShell } from './browserShell.ts';
import { servePage } from './page.ts';

export interface LoopbackOptions {
  readonly home: string;
  readonly key: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** The built page, or null when a development server in front serves it. */
  readonly pageDir: string | null;
  readonly clock?: Clock;
  /** How tracking services are reached, where it is not at their own addresses. */
  readonly carriers?: NonNullable<EngineOptions['carriers']>;
  /** How forecasts are reached, where it is not at Open-Meteo's own address. */
  readonly weather?: NonNullable<EngineOptions['weather']>;
  readonly log?: Logger;
}

export interface Loopback {
  readonly url: string;
  readonly engine: Engine;
  close(): Promise<void>;
}

const BODY_MAX = 1_000_000;

/**
 * The engine for a plain browser, on loopback only, for development and page tests: the same engine, the same page,
 * HTTP in place of Electron's messages. A cookie that only a page served from here gets keeps other sites out.
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const log = options.log ?? silentLog;
  const token = randomBytes(24).toString('hex');
  const listeners = new Set<ServerResponse>();
  const send = (topic: string, revision: number, payload: unknown): void => {
    const line = `data: ${JSON.stringify({ topic, revision, payload })}\n\n`;
    for (const listener of listeners) listener.write(line);
  };
  const uploads = join(options.home, 'uploads');
  await mkdir(uploads, { recursive: true });
  const clock = options.clock ?? systemClock;
  const made = createEngine({
    home: options.home,
    key: options.key,
    clock,
    timers: systemTimers,
    log,
    send,
    reader: new URL('../engine/reader.ts', import.meta.url),
    ...(options.carriers === undefined ? {} : { carriers: options.carriers }),
    ...(options.weather === undefined ? {} : { weather: options.weather }),
  });
  if (!made.ok) throw new Error(`The store did not open: ${made.failure.code}`);
  const { engine } = made;
  const shell = createBrowserShell({ home: options.home, send });

  const answer = async (name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isCallName(name)) return fail('unknown-channel');
    return calls[name].host === 'shell' ? shell(name, input) : engine.dispatch(name, input);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  // A page that is slow for a while comes back on the connection it has: longer than browsers keep one.
  server.keepAliveTimeout = 120_000;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!url.pathname.startsWith('/bridge/')) {
      response.setHeader('set-cookie', `seamark=${token}; HttpOnly; SameSite=Strict; Path=/`);
      await servePage(options.pageDir, url.pathname, response);
      return;
    }
    if (url.pathname === '/bridge/hello') {
      response.setHeader('set-cookie', `seamark=${token}; HttpOnly; SameSite=Strict; Path=/`);
      response.writeHead(204).end();
      return;
    }
    if (!(request.headers.cookie ?? '').includes(`seamark=${token}`)) {
      response.writeHead(403).end();
      return;
    }
    if (url.pathname === '/bridge/topics') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': open\n\n');
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
      return;
    }
    if (request.method === 'POST' && url.pathname === '/bridge/upload') {
      const folder = join(uploads, randomBytes(6).toString('hex'));
      await mkdir(folder, { recursive: true });
      const path = join(folder, basename(url.searchParams.get('name') ?? 'file') || 'file');
      await pipeline(request, createWriteStream(path));
      json(response, { path });
      return;
    }
    if (request.method === 'POST' && url.pathname === '/bridge/call') {
      const body = await readBody(request);
      if (body === null) {
        json(response, fail('bad-input'));
        return;
      }
      json(response, await answer(body.name, body.input));
      return;
    }
    response.writeHead(404).end();
  };

  await new Promise<void>((done, broken) => {
    server.once('error', broken);
    server.listen(options.port, '127.0.0.1', done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  await engine.begin();
  return {
    url: `http://127.0.0.1:${port}`,
    engine,
    close: async () => {
      for (const listener of listeners) listener.end();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await engine.close();
    },
  };
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

async function readBody(request: IncomingMessage): Promise<{ name: unknown; input: unknown } | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > BODY_MAX) return null;
    parts.push(part as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return null;
  }
}
