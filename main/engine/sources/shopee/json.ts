/** Fifteen digits are always safe, sixteen may be beyond 2^53. A number stands at the start or after one of these. */
const LONG_INTEGER = /(?:^|[:[,])\s*-?\d{16,}/;
const INTEGER = /^-?\d+$/;

type Reviver = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown;

/** An integer that a double cannot hold becomes the digits that were sent. */
const keepDigits: Reviver = (_key, value, context) =>
  typeof value === 'number' &&
  !Number.isSafeInteger(value) &&
  context.source !== undefined &&
  INTEGER.test(context.source)
    ? context.source
    : value;

/**
 * Parses JSON without losing a digit: integers beyond 2^53 come out as strings (Shopee sends 64-bit ids as numbers).
 * The slow way, with a reviver, is taken only for texts that hold a number of 16 or more digits. Throws what
 * `JSON.parse` throws.
 */
export function parseLossless(text: string): unknown {
  if (!LONG_INTEGER.test(text)) return JSON.parse(text);
  return (JSON.parse as (text: string, reviver: Reviver) => unknown)(text, keepDigits);
}

/** Names of parameters that Shopee wants as JSON integers, although they are kept as digits here. */
const INTEGER_PARAM = /(^|_)id(_list)?$|^last_message_id$/;
const TEXT_IDS: ReadonlySet<string> = new Set([
  'binding_id',
  'binding_id_list',
  'branch_id',
  'last_read_message_id',
  'pickup_time_id',
  'warehouse_id',
]);

interface RawJson {
  rawJSON(text: string): unknown;
}

/** Writes a body so that ids kept as digits become integers again, each digit kept. */
export function writeLossless(body: object): string {
  const raw = JSON as unknown as RawJson;
  const asInteger = (value: unknown): unknown =>
    typeof value === 'string' && INTEGER.test(value) ? raw.rawJSON(BigInt(value).toString()) : value;
  return JSON.stringify(body, (key: string, value: unknown) => {
    if (!INTEGER_PARAM.test(key) || TEXT_IDS.has(key)) return value;
    return Array.isArray(value) ? value.map(asInteger) : asInteger(value);
  });
}
