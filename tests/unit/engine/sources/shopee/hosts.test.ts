import { describe, expect, it } from 'vitest';
import { SHOPEE_PLACES } from '#shared/model/shop.ts';
import { grantAddress, hostsOf, loopbackOrigin } from '../../../../../main/engine/sources/shopee/hosts.ts';

describe('hosts', () => {
  it('are over TLS, all but the sandbox on this machine', () => {
    for (const place of SHOPEE_PLACES.filter((each) => each !== 'custom')) {
      const { api, grant } = hostsOf(place, null);
      expect([api, grant].every((url) => url.startsWith('https://') && !url.endsWith('/'))).toBe(true);
      expect(new URL(api).hostname).toMatch(/\.(shopeemobile\.com|shopee\.(cn|com\.br|sg))$/);
    }
  });

  it('take an own one on this machine only', () => {
    expect(hostsOf('custom', 'http://127.0.0.1:4010').api).toBe('http://127.0.0.1:4010');
    expect(loopbackOrigin('http://localhost:80/')).toBe('http://localhost');
    for (const address of [
      'https://example.com',
      'http://127.0.0.1.example.com',
      'http://user@127.0.0.1:1',
      'http://127.0.0.1:1/path',
      'https://127.0.0.1:1',
      'http://10.0.0.1',
      'file:///etc',
      '',
    ]) {
      expect(loopbackOrigin(address)).toBeNull();
      expect(() => hostsOf('custom', address)).toThrow(TypeError);
    }
    expect(() => hostsOf('custom', null)).toThrow(TypeError);
  });

  it.each([
    ['live-sg', 'https://open.shopee.com/auth'],
    ['live-cn', 'https://open.shopee.cn/auth'],
    ['live-br', 'https://open.shopee.com.br/auth'],
    ['sandbox', 'https://open.sandbox.test-stable.shopee.com/auth'],
    ['sandbox-cn', 'https://open.sandbox.test-stable.shopee.cn/auth'],
    ['custom', 'http://127.0.0.1:9/auth'],
  ] as const)('%s sends the seller to %s', (place, page) => {
    const query = { partnerId: '7', redirect: 'http://127.0.0.1:5000/done?a=b', state: 's' };
    const url = new URL(grantAddress(place, 'http://127.0.0.1:9', query));
    expect(`${url.origin}${url.pathname}`).toBe(page);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      partner_id: '7',
      auth_type: 'seller',
      redirect_uri: 'http://127.0.0.1:5000/done?a=b',
      response_type: 'code',
      state: 's',
    });
  });
});
