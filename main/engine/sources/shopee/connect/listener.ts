import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody who waits for the browser on this machine. */
export interface Listener {
  /** Where Shopee is to send the browser. */
  readonly redirect: string;
  close(): void;
}

/** What the page says to the person who comes back. */
export interface BackPage {
  readonly lang: string;
  readonly title: string;
  readonly done: string;
  readonly wrong: string;
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

const html = (page: BackPage, words: string): string =>
  `<!doctype html><html lang="${escaped(page.lang)}"><meta charset="utf-8"><title>${escaped(page.title)}</title>` +
  `<h1>${escaped(page.title)}</h1><p>${escaped(words)}</p></html>`;

/**
 * Listens on a free port of 127.0.0.1 for the one path that ends in `state`. `came` gets the address and says whether
 * it was taken. Called by another name (a page that points its own name here) or on another path, it tells nothing.
 * Rejects where nothing may listen.
 */
export function listenForRedirect(
  state: string,
  page: BackPage,
  came: (address: string) => boolean,
): Promise<Listener> {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    const named = [`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host ?? '');
    if (request.method !== 'GET' || !named || url.pathname !== `/connect/${state}`) {
      response.writeHead(404, HEADERS).end();
      return;
    }
    const taken = came(url.href);
    response.writeHead(taken ? 200 : 400, HEADERS).end(html(page, taken ? page.done : page.wrong));
  });
  server.requestTimeout = 10_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      // It must not keep a process alive that wants to end.
      server.unref();
      resolve({ redirect: `http://127.0.0.1:${port}/connect/${state}`, close: () => void server.close() });
    });
  });
}
