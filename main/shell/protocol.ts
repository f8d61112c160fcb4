import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { CONTENT_POLICY, contentType } from '#shared/page.ts';
import { isOwn, SCHEME } from './origin.ts';

/** How the scheme is registered before the app is ready. */
export const PRIVILEGES = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** The file that an address means, or null when it is not ours or leaves the folder. A path without extension is a
 * route of the page. */
export function fileFor(root: string, address: string): string | null {
  if (!isOwn(address)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const base = resolve(root);
  const file = resolve(base, `.${extname(path) === '' ? '/index.html' : path}`);
  const dotted = path.split('/').some((part) => part === '..' || part.startsWith('.'));
  return file.startsWith(base + sep) && !dotted ? file : null;
}

/** Answers the requests of the page from one folder. */
export function servePage(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const headers = { 'content-security-policy': CONTENT_POLICY, 'x-content-type-options': 'nosniff' };
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response(null, { status: 405, headers });
    const file = fileFor(root, request.url);
    if (file === null) return new Response(null, { status: 403, headers });
    try {
      const body = new Uint8Array(await readFile(file));
      const type = contentType(extname(file));
      return new Response(body, { status: 200, headers: { ...headers, 'content-type': type } });
    } catch {
      return new Response(null, { status: 404, headers });
    }
  };
}
