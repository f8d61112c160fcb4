import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRedirect } from '../../../../../main/engine/sources/shopee/connect/redirect.ts';
import { pairOf } from '../../../../../main/engine/sources/shopee/tokens/pair.ts';

const CODE = '7867624d4e76616648544f6e52625557';

/** What addresses are made of, in any order, and what is no part of any. */
const piece = fc.oneof(
  fc.constantFrom('http://', '//', '/connect/', '?', '&', '=', '#', '%', '%ff', ':', '@', '[', '\u0000', ' '),
  fc.constantFrom('code=', 'shop_id=', 'main_account_id=', 'state=', 's1', '127.0.0.1', CODE, '42'),
  fc.string({ maxLength: 4 }),
);

describe('the address of a redirect', () => {
  it.each([
    [`http://127.0.0.1:5/connect/s1?code=${CODE}&shop_id=54804`, 'shop', '54804'],
    [`http://127.0.0.1:5/connect/s1?code=${CODE}&main_account_id=10208&state=s1`, 'main', '10208'],
    [`https://seller.example/x?a=b&shop_id=1&code=${CODE}`, 'shop', '1'],
    [`code=${CODE}&shop_id=54804`, 'shop', '54804'],
    [`\n ?code=${CODE}&main_account_id=3 `, 'main', '3'],
  ])('%s', (address, kind, id) => {
    expect(readRedirect(address, 's1')).toEqual({ ok: true, value: { code: CODE, account: { kind, id } } });
  });

  it.each([
    ['', 'connect-no-code'],
    ['https://seller.example/', 'connect-no-code'],
    [`?code=${CODE}`, 'connect-no-code'],
    [`?code=${CODE}&shop_id=abc`, 'connect-no-code'],
    ['?code=<script>&shop_id=1', 'connect-no-code'],
    [`http://127.0.0.1:5/connect/other?code=${CODE}&shop_id=1`, 'connect-wrong-state'],
    [`?code=${CODE}&shop_id=1&state=other`, 'connect-wrong-state'],
    [`?code=${CODE}&shop_id=1&state=`, 'connect-wrong-state'],
  ])('%s is refused: %s', (address, code) => {
    expect(readRedirect(address, 's1')).toMatchObject({ ok: false, error: { code } });
  });

  it('may be anything at all without a throw', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = readRedirect(pieces.join(''), 's1');
        expect(read.ok || read.error.code.startsWith('connect-')).toBe(true);
      }),
    );
  });
});

describe('a pair', () => {
  const both = { access_token: 'a', refresh_token: 'r' };
  it('ends after the seconds, or at the point in time that one published answer has', () => {
    expect(pairOf({ ...both, expire_in: 14_400 }, 1_000)?.expiresAt).toBe(1_000 + 14_400_000);
    expect(pairOf({ ...both, expire_in: 1_767_001_812 }, 1_000)?.expiresAt).toBe(1_767_001_812_000);
    expect(pairOf({ ...both, expire_in: null }, 1_000)?.expiresAt).toBe(1_000 + 3 * 3_600_000);
  });

  it('is none where a half is missing', () => {
    expect(pairOf({ access_token: 'a', refresh_token: null, expire_in: 1 }, 0)).toBeNull();
    expect(pairOf({ access_token: '', refresh_token: 'r', expire_in: 1 }, 0)).toBeNull();
  });
});
