import type { ShopFacts } from '../simulate/types.ts';
import type { World } from '../simulate/world.ts';
import type { Desk } from './desk.ts';
import { missing, wrong } from './errors.ts';
import type { Fields, Json, Reply } from './reply.ts';

/** One call that passed the gate. Instants in milliseconds. */
export interface Call {
  readonly world: World;
  readonly desk: Desk;
  readonly now: number;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** The shop that signed; for calls of other kinds the first shop, which they do not look at. */
  readonly shop: ShopFacts;
}

export interface Endpoint {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly kind: 'public' | 'shop' | 'merchant';
  answer(call: Call): Reply;
}

export const get = (path: string, answer: Endpoint['answer'], kind: Endpoint['kind'] = 'shop'): Endpoint => ({
  path: `/api/v2/${path}`,
  method: 'GET',
  kind,
  answer,
});
export const post = (
  path: string,
  answer: Endpoint['answer'],
  kind: Endpoint['kind'] = 'shop',
): Endpoint => ({
  path: `/api/v2/${path}`,
  method: 'POST',
  kind,
  answer,
});

/** Thrown by the readers below; the server answers with the reply. */
export class Refusal extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super('refused');
    this.reply = reply;
  }
}

/** Text of a parameter, from the query or the body; "" when absent. */
export function textIn(call: Call, name: string): string {
  const given = call.query.get(name) ?? call.body[name];
  if (typeof given === 'string') return given;
  return typeof given === 'number' || typeof given === 'boolean' ? String(given) : '';
}

export function neededText(call: Call, name: string): string {
  const text = textIn(call, name);
  if (text === '') throw new Refusal(missing(name));
  return text;
}

/** Whole number of a parameter, `otherwise` when absent; refused when it is none or outside the limits. */
export function wholeIn(
  call: Call,
  name: string,
  limits: { min: number; max: number; otherwise?: number },
): number {
  const text = textIn(call, name);
  if (text === '') {
    if (limits.otherwise === undefined) throw new Refusal(missing(name));
    return limits.otherwise;
  }
  const value = Number(text);
  if (!Number.isInteger(value)) throw new Refusal(wrong(`${name} must be an integer.`));
  if (value > limits.max) throw new Refusal(wrong(`${name} must be ${limits.max} or less.`));
  if (value < limits.min) throw new Refusal(wrong(`${name} must be ${limits.min} or greater.`));
  return value;
}

/** A comma-joined list of 1 to `most` values. */
export function listIn(call: Call, name: string, most: number): string[] {
  const values = neededText(call, name)
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  if (values.length === 0) throw new Refusal(missing(name));
  if (values.length > most) throw new Refusal(wrong(`${name} must contain ${most} or less items.`));
  return values;
}

/** Objects of a list in the body, 1 to `most`. */
export function objectsIn(call: Call, name: string, most: number): Record<string, unknown>[] {
  const given = call.body[name];
  if (!Array.isArray(given) || given.length === 0) throw new Refusal(missing(name));
  if (given.length > most) throw new Refusal(wrong(`${name} must contain ${most} or less items.`));
  return given.filter(
    (entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null,
  );
}

export const textOfField = (object: Record<string, unknown>, name: string): string => {
  const value = object[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Takes the fields that were asked for out of those that come only when asked for. */
export function asked(call: Call, fields: Readonly<Record<string, () => Json>>): Fields {
  const names = textIn(call, 'response_optional_fields').split(',');
  const taken: Record<string, Json> = {};
  for (const name of names) {
    const make = fields[name.trim()];
    if (make) taken[name.trim()] = make();
  }
  return taken;
}

/** Cursors are opaque: what they carry is packed so that nobody reads numbers into them. */
export const packCursor = (...parts: readonly number[]): string =>
  Buffer.from(parts.join(':')).toString('base64url');
export function unpackCursor(text: string, count: number): number[] | null {
  const parts = Buffer.from(text, 'base64url').toString().split(':').map(Number);
  return parts.length === count && parts.every((part) => Number.isFinite(part)) ? parts : null;
}

/** Pages by number from 1: the slice of a list and whether more follow. */
export function pageOf<T>(
  list: readonly T[],
  page: number,
  size: number,
): { part: readonly T[]; more: boolean } {
  const from = (Math.max(1, page) - 1) * size;
  return { part: list.slice(from, from + size), more: from + size < list.length };
}

/** A page by an opaque cursor that counts entries. */
export function cursorPage<T>(
  list: readonly T[],
  cursor: string,
  size: number,
): { part: readonly T[]; more: boolean; next: string } {
  const [from] = cursor === '' ? [0] : (unpackCursor(cursor, 1) ?? []);
  if (from === undefined) throw new Refusal(wrong('cursor is invalid.'));
  const more = from + size < list.length;
  return { part: list.slice(from, from + size), more, next: more ? packCursor(from + size) : '' };
}
