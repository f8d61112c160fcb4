import { asInstant, type Instant } from '#shared/time.ts';

/** Collects what an answer held beyond, or other than, what is declared: names only, never values. */
export interface Drift {
  note(path: string, what: 'unknown-field' | 'unreadable'): void;
}

/** Reads one value, whatever it is; what cannot be read is noted and becomes nothing. Never throws. */
export type Read<T> = (value: unknown, drift: Drift, path: string) => T;

type Fields = Readonly<Record<string, Read<unknown>>>;
export type ShapeOf<F> = { readonly [K in keyof F]: F[K] extends Read<infer T> ? T : never };
export type ValueOf<R> = R extends Read<infer T> ? T : never;

const absent = (value: unknown): boolean => value === undefined || value === null;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const scalar =
  <T>(take: (value: unknown) => T | undefined): Read<T | null> =>
  (value, drift, path) => {
    if (absent(value)) return null;
    const taken = take(value);
    if (taken !== undefined) return taken;
    // An empty text where a number is meant says "nothing", as an absent one does.
    if (value !== '') drift.note(path, 'unreadable');
    return null;
  };

const numberOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
};

/** A text; numbers and truth values are written out. Enumerations are texts too: the raw word is kept. */
export const text = scalar((value) =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined,
);

/** An identifier as digits or text, whether it was sent as a number or as a text. Nothing for an empty one. */
export const id = scalar((value) =>
  typeof value === 'number'
    ? Number.isInteger(value)
      ? BigInt(value).toString()
      : undefined
    : typeof value === 'string' && value !== ''
      ? value
      : undefined,
);

/** A number: counts, weights, codes, levels. */
export const number = scalar(numberOf);

/** An amount of money as a decimal text, never a float: `12.5`, `-3`. The currency travels beside it. */
export const money = scalar((value) => {
  const amount = numberOf(value);
  if (amount === undefined) return undefined;
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return value;
  const plain = String(amount);
  return plain.includes('e') ? amount.toFixed(8).replace(/\.?0+$/, '') : plain;
});

/** Yes or no; `1`, `"true"` and their likes count. */
export const flag = scalar((value) => {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === '1' || value === 'true') return true;
  if (value === 0 || value === '0' || value === 'false') return false;
  return undefined;
});

/**
 * A point in time. Shopee sends Unix seconds, in places milliseconds or nanoseconds: the size tells. Zero and below
 * mean "not yet".
 */
export const time: Read<Instant | null> = (value, drift, path) => {
  const sent = scalar(numberOf)(value, drift, path);
  if (sent === null || sent <= 0) return null;
  if (sent > 1e17) return asInstant(Math.floor(sent / 1e6));
  return asInstant(sent > 1e11 ? Math.floor(sent) : Math.round(sent * 1000));
};

/** Whatever was sent, untouched: for parts whose shape differs from call to call. */
export const anything: Read<unknown> = (value) => value ?? null;

/** A list; nothing sent is an empty list, a single value a list of one. Entries without a value are left out. */
export const list =
  <T>(entry: Read<T | null>): Read<readonly T[]> =>
  (value, drift, path) => {
    if (absent(value) || value === '') return [];
    const sent: readonly unknown[] = Array.isArray(value) ? value : [value];
    const inside = `${path}[]`;
    const taken: T[] = [];
    for (const each of sent) {
      const read = entry(each, drift, inside);
      if (read !== null) taken.push(read);
    }
    return taken;
  };

/** A list of texts. */
export const texts = list(text);
/** A list of identifiers. */
export const ids = list(id);

/**
 * An object with the given fields, under the names of the wire. Each field is always there, as a value or as nothing.
 * `aliases` names other spellings of a field that were published; a field that nobody declared is noted.
 */
export function shape<F extends Fields>(
  fields: F,
  aliases: { readonly [K in keyof F & string]?: string } | null = null,
): Read<ShapeOf<F> | null> {
  const entries = Object.entries(fields);
  const others = { ...aliases } as Readonly<Record<string, string>>;
  const known = new Set([...Object.keys(fields), ...Object.values(others)]);
  return (value, drift, path) => {
    if (absent(value)) return null;
    if (!isObject(value)) {
      if (value !== '' && !(Array.isArray(value) && value.length === 0)) drift.note(path, 'unreadable');
      return null;
    }
    const read: Record<string, unknown> = {};
    for (const [name, reader] of entries) {
      const other = others[name];
      const sent = value[name] ?? (other === undefined ? undefined : value[other]);
      read[name] = reader(sent, drift, path === '' ? name : `${path}.${name}`);
    }
    for (const name of Object.keys(value)) {
      if (!known.has(name)) drift.note(path === '' ? name : `${path}.${name}`, 'unknown-field');
    }
    return read as ShapeOf<F>;
  };
}
