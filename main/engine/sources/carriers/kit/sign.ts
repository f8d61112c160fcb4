import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

type Bytes = string | Uint8Array;
type Algorithm = 'md5' | 'sha256';
type Form = 'hex' | 'base64';

/** A digest over bytes or UTF-8 text. MD5 is what these services ask for; it protects nothing else here. */
export function digest(algorithm: Algorithm, form: Form, ...parts: readonly Bytes[]): string {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest(form);
}

/** HMAC-SHA256 with the key as UTF-8 text. */
export function hmac(key: string, form: Form, ...parts: readonly Bytes[]): string {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return mac.digest(form);
}

/** Compares a signature with the expected one in a time that does not depend on where they differ. */
export function sameSignature(given: string | null | undefined, expected: string): boolean {
  if (given === null || given === undefined) return false;
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
