import { mix } from '../simulate/random.ts';

/** A value that goes onto the wire. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** Marks a text as the digits of a number; no text of the world has this character. */
const MARK = '\u0001';

/** A 64-bit whole number in decimal digits: `written` puts it onto the wire as a bare JSON number, with every digit. */
export const int64 = (digits: string): string => MARK + digits + MARK;

/** JSON with the 64-bit numbers bare. Marked texts and one replacement keep the fast way through JSON.stringify open. */
export function written(fields: Fields): string {
  const text = JSON.stringify(fields);
  return text.includes('\\u0001') ? text.replaceAll(/"\\u0001(-?\d+)\\u0001"/g, '$1') : text;
}

export type Fields = { readonly [key: string]: Json | undefined };

export type Reply =
  | { readonly kind: 'json'; readonly status: number; readonly fields: Fields }
  | { readonly kind: 'file'; readonly type: string; readonly name: string; readonly bytes: Buffer }
  | { readonly kind: 'text'; readonly status: number; readonly type: string; readonly text: string };

/** Success with a `response` object, as most calls answer. */
export const wrapped = (response: Fields, extra: Fields = {}): Reply => ({
  kind: 'json',
  status: 200,
  fields: { error: '', message: '', response, ...extra },
});

/** Success with its fields at the top, as the calls of section 6.1 answer. */
export const flat = (fields: Fields): Reply => ({
  kind: 'json',
  status: 200,
  fields: { error: '', message: '', ...fields },
});

/** A refusal. It leaves with HTTP 200 unless a status is known. */
export const refuse = (error: string, message: string, extra: Fields = {}, status = 200): Reply => ({
  kind: 'json',
  status,
  fields: { error, message, ...extra },
});

export const file = (type: string, name: string, bytes: Buffer): Reply => ({
  kind: 'file',
  type,
  name,
  bytes,
});

const hex = (value: number, length: number): string =>
  value.toString(16).padStart(8, '0').padEnd(length, '0').slice(0, length);

/** Request ids look like real ones: 32 hex digits, or three groups joined by colons. */
export function requestId(count: number): string {
  const [a, b, c, d] = [mix(count, 1), mix(count, 2), mix(count, 3), mix(count, 4)];
  const long = hex(a, 8) + hex(b, 8) + hex(c, 8) + hex(d, 8);
  return count % 3 === 0 ? `${long}:${hex(b, 8)}${hex(d, 8)}:${hex(c, 8)}${hex(a, 8)}` : long;
}

/** Seconds since 1970, as the API counts. */
export const seconds = (at: number): number => Math.floor(at / 1000);

/** Money: hundredths to the float that the API sends. */
export const money = (hundredths: number): number => hundredths / 100;
