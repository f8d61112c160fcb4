import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLossless, writeLossless } from '../../../../../main/engine/sources/shopee/json.ts';

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** Writes JSON in which bigints are integers. */
const withBig = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'bigint'
      ? (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(each.toString())
      : each,
  );
/** What must come out: digits as text beyond 2^53, everything else as JSON.parse gives it. */
const expected = (value: unknown): unknown => {
  if (typeof value === 'bigint') return value > SAFE || value < -SAFE ? value.toString() : Number(value);
  if (Array.isArray(value)) return value.map(expected);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, expected(each)]));
  }
  return value;
};

const document = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.bigInt(-(2n ** 63n), 2n ** 64n - 1n),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
    fc.stringMatching(/^[:,[] ?\d{16,20}$/),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie('value'), { maxKeys: 4 }),
  ),
}));

describe('lossless JSON', () => {
  it('keeps the digits of every integer, in any document', () => {
    fc.assert(
      fc.property(document.value, (value) => {
        expect(parseLossless(withBig(value))).toEqual(expected(value));
      }),
      { numRuns: 500 },
    );
  });

  it('reads the examples of the platform', () => {
    const text =
      '{"reference_id":764539404640322244,"promotion_group_id": 1051400341536827267,"item_id":2100}';
    expect(parseLossless(text)).toEqual({
      reference_id: '764539404640322244',
      promotion_group_id: '1051400341536827267',
      item_id: 2100,
    });
  });

  it('leaves floats, long texts of digits and safe integers alone', () => {
    const text = '{"a":0.1234567890123456789,"b":"12345678901234567890","c":9007199254740991,"d":1e20}';
    expect(parseLossless(text)).toEqual(JSON.parse(text));
  });

  it('refuses half a body as JSON.parse does', () => {
    expect(() => parseLossless('{"error":"","response":{"order_list":[{"order_sn":"2')).toThrow(SyntaxError);
    expect(() => parseLossless('{"id":764539404640322244')).toThrow(SyntaxError);
  });

  it('writes ids as integers and nothing else', () => {
    const body = { shop_id: '9223372036854775807', code: '1234', item_id_list: ['1', '02'], branch_id: '7' };
    expect(writeLossless(body)).toBe(
      '{"shop_id":9223372036854775807,"code":"1234","item_id_list":[1,2],"branch_id":"7"}',
    );
  });
});
