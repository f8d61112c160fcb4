/** How the page's files are handed out, the same by the app's own protocol and by the loopback for a browser. */

/** The content policy, sent with every answer: only what comes with the page, no evaluated code, no frames. */
export const CONTENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** The content type of a file by its extension with the dot; bytes without a meaning for any other. */
export function contentType(extension: string): string {
  return TYPES[extension] ?? 'application/octet-stream';
}
