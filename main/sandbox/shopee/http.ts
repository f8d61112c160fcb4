import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestId, type Reply, written } from './reply.ts';

/** Reads a request's body up to a limit; null when it is longer. */
export async function bodyOf(request: IncomingMessage, limit = 2_000_000): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The bytes and headers of a reply. `at` is the server's clock, which goes into the Date header. */
export function encode(
  reply: Reply,
  count: number,
  at: number,
): { status: number; headers: Record<string, string>; bytes: Buffer } {
  const headers: Record<string, string> = { Date: new Date(at).toUTCString() };
  if (reply.kind === 'file') {
    headers['Content-Type'] = reply.type;
    headers['Content-Disposition'] = `attachment; filename="${reply.name}"`;
    headers['Content-Length'] = String(reply.bytes.length);
    return { status: 200, headers, bytes: reply.bytes };
  }
  if (reply.kind === 'text') {
    const text = Buffer.from(reply.text);
    headers['Content-Type'] = reply.type;
    headers['Content-Length'] = String(text.length);
    return { status: reply.status, headers, bytes: text };
  }
  const bytes = Buffer.from(written({ ...reply.fields, request_id: requestId(count) }));
  headers['Content-Type'] = 'application/json; charset=utf-8';
  headers['Content-Length'] = String(bytes.length);
  return { status: reply.status, headers, bytes };
}

export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  more: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': String(Buffer.byteLength(text)),
    ...more,
  });
  response.end(text);
}
