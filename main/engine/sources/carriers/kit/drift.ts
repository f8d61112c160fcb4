import { z } from 'zod';
import type { DriftKind } from '#shared/model/carrierSource.ts';
import type { DriftNote } from './types.ts';

/** A field whose words we know: another one is taken and noted. */
export function words(known: readonly string[]): z.ZodType<string | null | undefined> {
  return z.string().nullish().meta({ words: known });
}

/** A field that we count on: its absence is taken and noted. */
export function wanted<S extends z.ZodType>(schema: S): z.ZodOptional<z.ZodNullable<S>> {
  return schema.nullish().meta({ wanted: true });
}

/** Text that some send as a number. */
export const text = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : String(value)));

/** A field that is there or not and is not looked into here. */
export const anything = z.unknown().optional();

/** The parts of a schema that are looked at. */
interface Inner {
  readonly def: {
    readonly type: string;
    readonly innerType?: z.ZodType;
    readonly element?: z.ZodType;
    readonly in?: z.ZodType;
    readonly shape?: Readonly<Record<string, z.ZodType>>;
    /** There for a loose object: one of which we read a part by intention. */
    readonly catchall?: z.ZodType;
  };
}

/** Reads answers with a schema that forgives, and notes each difference once. */
export interface DriftReader {
  /** The value in the schema's form, or null (and a note) when it cannot be one. */
  read<S extends z.ZodType>(schema: S, value: unknown, path?: string): z.output<S> | null;
  /** Each item by itself, so that one odd item does not cost the others. */
  each<S extends z.ZodType>(schema: S, values: unknown, path: string): z.output<S>[];
}

/** Notes of one call are told once each. */
export function createDriftReader<S extends string>(
  source: S,
  call: string,
  onDrift: (note: DriftNote<S>) => void,
): DriftReader {
  const told = new Set<string>();
  const tell = (kind: DriftKind, path: string, value: unknown): void => {
    const sample = kind === 'new-value' ? wordSample(value) : redact(value);
    const key = `${kind} ${path} ${kind === 'new-value' ? sample : ''}`;
    if (told.has(key) || told.size >= 200) return;
    told.add(key);
    onDrift({ source, call, kind, path, sample });
  };
  const look = (schema: z.ZodType, value: unknown, path: string): void => {
    const { def } = schema as unknown as Inner;
    const meta = schema.meta() as { words?: readonly string[]; wanted?: boolean } | undefined;
    if (value === undefined || value === null) {
      if (meta?.wanted && value === undefined) tell('missing-field', path, value);
      return;
    }
    if (meta?.words && typeof value === 'string' && value !== '' && !meta.words.includes(value)) {
      tell('new-value', path, value);
    }
    const inner = def.innerType ?? def.in;
    if (inner) return look(inner, value, path);
    if (def.element && Array.isArray(value)) {
      for (const item of value) look(def.element, item, `${path}[]`);
    }
    if (def.shape && typeof value === 'object' && !Array.isArray(value)) {
      const at = path === '' ? '' : `${path}.`;
      const held = value as Readonly<Record<string, unknown>>;
      for (const [key, part] of Object.entries(def.shape)) {
        look(part, Object.hasOwn(held, key) ? held[key] : undefined, `${at}${key}`);
      }
      for (const key of def.catchall ? [] : Object.keys(held)) {
        if (!Object.hasOwn(def.shape, key)) tell('new-field', `${at}${safeKey(key)}`, held[key]);
      }
    }
  };
  const read: DriftReader['read'] = (schema, value, path = '') => {
    const parsed = schema.safeParse(value);
    if (parsed.success) {
      look(schema, value, path);
      return parsed.data;
    }
    for (const issue of parsed.error.issues.slice(0, 3)) {
      const at = issue.path.map((part) => (typeof part === 'number' ? '[]' : String(part))).join('.');
      tell('wrong-type', [path, at].filter(Boolean).join('.'), value);
    }
    return null;
  };
  return {
    read,
    each: (schema, values, path) => {
      if (values === undefined || values === null) return [];
      if (!Array.isArray(values)) {
        tell('wrong-type', path, values);
        return [];
      }
      return values.flatMap((value) => {
        const item = read(schema, value, `${path}[]`);
        return item === null ? [] : [item];
      });
    },
  };
}

/** A key may be data (a number as a key): only what looks like a field's name is written down. */
function safeKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]{0,39}$/.test(key) ? key : redact(key);
}

/** A code word is told as it is; anything that could be a sentence is redacted. */
function wordSample(value: unknown): string {
  const word = String(value);
  return /^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(word) ? word : redact(word);
}

/** The form without the content: letters become `a`, digits `9`, other scripts `x`; at most 40 characters. */
export function redact(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value !== 'object' || value === null) {
    return String(value)
      .slice(0, 40)
      .replace(/[A-Za-z]/g, 'a')
      .replace(/\d/g, '9')
      .replace(/[^\x20-\x7e]/gu, 'x');
  }
  return Array.isArray(value)
    ? `[${value.length}]`
    : `{${Object.keys(value).map(safeKey).join(',').slice(0, 200)}}`;
}
