import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectOwner, saveApp, stopApp, stopOwner } from '../../../main/engine/store/aggregates/shops.ts';
import {
  grantToken,
  leaseToken,
  markAsked,
  releaseToken,
  renewToken,
} from '../../../main/engine/store/aggregates/tokens.ts';
import { MIGRATIONS } from '../../../main/engine/store/migrations/index.ts';
import { shopRows, stopOf } from '../../../main/engine/store/views/shops.ts';
import { tokenOf } from '../../../main/engine/store/views/tokens.ts';
import { countOf, fill, tempStore } from '../../fakes/store.ts';

let temp: ReturnType<typeof tempStore>;
beforeEach(() => void (temp = tempStore()));
afterEach(() => temp.remove());

const APP = { place: 'live-sg', customHost: '', partnerId: '7', key: 'k' };
const pair = (n: number) => ({ accessToken: `a${n}`, refreshToken: `r${n}`, expiresAt: 1_000 });

test('a store of the version before takes the tables in and keeps its rows', () => {
  const old = temp.open({ migrations: MIGRATIONS.filter(({ id }) => id < 1010) });
  fill(old, 7);
  old.close();
  const store = temp.open();
  expect(countOf(store)).toBe(7);
  expect(shopRows(store.reader, 0)).toEqual([]);
  store.close();
});

test('an app has one row for each place and partner, and a new key takes away what had stopped it', () => {
  const store = temp.open();
  const id = saveApp(store.writer, APP, 1);
  stopApp(store.writer, id, { reason: 'key-expired', code: 'c', address: null, at: 2 });
  expect(saveApp(store.writer, { ...APP, key: 'next' }, 3)).toBe(id);
  expect(saveApp(store.writer, { ...APP, place: 'sandbox' }, 3)).not.toBe(id);
  const owner = { appId: id, kind: 'shop', no: '42' } as const;
  connectOwner(store.writer, owner, 4);
  expect(stopOf(store.reader, owner)).toBeNull();
  stopOwner(store.writer, owner, { reason: 'banned', code: 'shop_banned', at: 5 });
  stopApp(store.writer, id, { reason: 'address-undeclared', code: 'c', address: '203.0.113.9', at: 6 });
  expect(stopOf(store.reader, owner)).toBe('address-undeclared');
  stopApp(store.writer, id, null);
  expect(stopOf(store.reader, owner)).toBe('banned');
  expect(shopRows(store.reader, 7)).toMatchObject([{ state: 'banned', click: 'ask-shopee', lastErrorAt: 5 }]);
  store.close();
});

test('a lease is one holder’s until it ends, and a renewed pair replaces its own generation only', () => {
  const store = temp.open();
  const { writer, reader } = store;
  const owner = { appId: saveApp(writer, APP, 1), kind: 'shop', no: '42' } as const;
  grantToken(writer, owner, pair(1), true, 1);
  expect(leaseToken(writer, owner, 'one', 10, 20)).toBe(true);
  expect(leaseToken(writer, owner, 'two', 19, 30)).toBe(false);
  expect(leaseToken(writer, owner, 'one', 19, 25)).toBe(true);
  expect(leaseToken(writer, owner, 'two', 25, 30)).toBe(true);
  markAsked(writer, owner, 26);
  markAsked(writer, owner, 27);
  expect(tokenOf(reader, owner)).toMatchObject({ askedAt: 26, leaseHolder: 'two', shared: true });
  releaseToken(writer, owner, 'one', true);
  expect(tokenOf(reader, owner)).toMatchObject({ askedAt: 26, leaseHolder: 'two' });
  expect(renewToken(writer, owner, 2, pair(9), 28)).toBe(false);
  expect(renewToken(writer, owner, 1, pair(2), 28)).toBe(true);
  expect(tokenOf(reader, owner)).toMatchObject({
    accessToken: 'a2',
    generation: 2,
    shared: false,
    askedAt: null,
    leaseHolder: null,
  });
  grantToken(writer, owner, pair(3), false, 29);
  expect(renewToken(writer, owner, 2, pair(4), 30)).toBe(false);
  expect(tokenOf(reader, owner)).toMatchObject({ accessToken: 'a3', generation: 3 });
  store.close();
});
