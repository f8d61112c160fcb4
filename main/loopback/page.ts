import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { CONTENT_POLICY, contentType } from '#shared/page.ts';

/** Serves one file of the built page; a path without an extension is a route of the page and gets index.html. */
export async function servePage(dir: string | null, path: string, response: ServerResponse): Promise<void> {
  if (dir === null) {
    response.writeHead(404).end();
    return;
  }
  const root = resolve(dir);
  const wanted = extname(path) === '' ? '/index.html' : path;
  const file = resolve(join(root, decodeURIComponent(wanted)));
  if (!file.startsWith(root + sep)) {
    response.writeHead(403).end();
    return;
  }
  try {
    const body = await readFile(file);
    response.writeHead(200, {
      'content-type': contentType(extname(file)),
      'content-security-policy': CONTENT_POLICY,
      'x-content-type-options': 'nosniff',
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}
