import type { Fields, Json } from '../reply.ts';

/** Changes values of an answer below `response` (or at the top of a flat one); ids and cursors stay as they are. */
const KEPT = new Set([
  'error',
  'message',
  'request_id',
  'next_cursor',
  'cursor',
  'more',
  'access_token',
  'refresh_token',
]);

type Step = (key: string, value: Json) => Json;

function walk(value: Json | undefined, step: Step, key = ''): Json {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map((entry: Json) => walk(entry, step, key));
  if (typeof value === 'object' && value !== null) {
    const changed: Record<string, Json> = {};
    for (const [name, inner] of Object.entries(value as { [key: string]: Json | undefined })) {
      if (inner === undefined) continue;
      changed[name] = KEPT.has(name) ? inner : walk(inner, step, name);
    }
    return step(key, changed);
  }
  return step(key, value);
}

const onFields = (fields: Fields, step: Step): Fields => walk(fields, step) as Fields;

/** Fields that nobody has documented, in every object. */
export const withExtraFields = (fields: Fields): Fields =>
  onFields(fields, (_, value) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) return value;
    const object = value as { readonly [key: string]: Json };
    return { ...object, sandbox_extra: { since: '2026-13', list: [1, null, 'x'] } };
  });

/** Numbers of identifiers, amounts and times as texts. */
export const withTextNumbers = (fields: Fields): Fields =>
  onFields(fields, (_, value) => (typeof value === 'number' ? String(value) : value));

const TIMES = /(_time|_date|timestamp)$/;
/** What is unset comes as null instead of "", [] or a time of 0, as some published samples have it. */
export const withEmptyNulls = (fields: Fields): Fields =>
  onFields(fields, (key, value) => {
    if (value === '') return null;
    return value === 0 && TIMES.test(key) ? null : value;
  });

/** Every optional single value null: only numbers that name things and the words that say a state stay. */
export const withAllNulls = (fields: Fields): Fields =>
  onFields(fields, (key, value) => {
    const leaf = typeof value !== 'object' || value === null;
    return leaf && !/(_sn|_id|_number|status|update_time|create_time)$/.test(key) ? null : value;
  });

/** Values of enumerations that nobody has heard of, in places of little import. */
export const withStrangeValues = (fields: Fields): Fields =>
  onFields(fields, (key, value) =>
    typeof value === 'string' &&
    ['fee_type', 'shop_fulfillment_flag', 'fulfillment_flag', 'validation_type'].includes(key)
      ? 'SANDBOX_NEW_VALUE'
      : value,
  );

/** The same in statuses: what a client must keep raw and call unknown. */
export const withStrangeStatuses = (fields: Fields): Fields =>
  onFields(fields, (key, value) =>
    typeof value === 'string' && key.endsWith('status') ? 'SANDBOX_NEW_STATUS' : value,
  );
