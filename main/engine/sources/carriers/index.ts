import type { CarrierSourceId, PushSourceId } from '#shared/model/carrierSource.ts';
import type { PushScheme } from '../push/types.ts';
import { createFourPx } from './4px/source.ts';
import { track17Scheme } from './17track/push.ts';
import { createTrack17 } from './17track/source.ts';
import { aftershipScheme } from './aftership/push.ts';
import { createAfterShip } from './aftership/source.ts';
import { jtScheme } from './jt/push.ts';
import { createJt } from './jt/source.ts';
import type { ClientDeps } from './kit/http.ts';
import type { CarrierSource } from './kit/types.ts';
import { kuaidi100Scheme } from './kuaidi100/push.ts';
import { createKuaidi100 } from './kuaidi100/source.ts';
import { ninjavanScheme } from './ninjavan/push.ts';
import { createNinjaVan } from './ninjavan/source.ts';
import { createSf } from './sf/source.ts';
import { createYunExpress } from './yunexpress/source.ts';

export type Credentials = Readonly<Record<string, string>>;
type Maker = (value: (key: string) => string, deps: ClientDeps) => CarrierSource;

const MAKERS: Readonly<Record<CarrierSourceId, Maker>> = {
  '17track': (of, deps) => createTrack17({ apiKey: of('apiKey') }, deps),
  aftership: (of, deps) => createAfterShip({ apiKey: of('apiKey') }, deps),
  kuaidi100: (of, deps) => createKuaidi100({ customer: of('customer'), key: of('key') }, deps),
  ninjavan: (of, deps) =>
    createNinjaVan(
      { country: of('country'), clientId: of('clientId'), clientSecret: of('clientSecret') },
      deps,
    ),
  yunexpress: (of, deps) =>
    createYunExpress({ appId: of('appId'), appSecret: of('appSecret'), sourceKey: of('sourceKey') }, deps),
  '4px': (of, deps) => createFourPx({ appKey: of('appKey'), appSecret: of('appSecret') }, deps),
  jt: (of, deps) =>
    createJt({ country: of('country'), apiAccount: of('apiAccount'), privateKey: of('privateKey') }, deps),
  sf: (of, deps) => createSf({ partnerId: of('partnerId'), checkword: of('checkword') }, deps),
};

/** Hosts of J&T's open platform, one for each country (CA 3.3). */
const JT_HOSTS: Readonly<Record<string, string>> = {
  my: 'https://openapi.jtexpress.my',
  th: 'https://openapi.jtexpress.co.th',
  vn: 'https://ylopenapi.jtexpress.vn',
  mx: 'https://openapi.jtjms-mx.com',
  cn: 'https://openapi.jtexpress.com.cn',
};
const HOSTS: Readonly<Record<Exclude<CarrierSourceId, 'jt'>, string>> = {
  '17track': 'https://api.17track.net/track/v2.4',
  aftership: 'https://api.aftership.com/tracking/2026-07',
  kuaidi100: 'https://poll.kuaidi100.com',
  ninjavan: 'https://api.ninjavan.co',
  yunexpress: 'https://openapi.yunexpress.cn',
  '4px': 'https://open.4px.com',
  sf: 'https://bspgw.sf-express.com',
};

/** Where a service lives, for this account. */
export function hostOf(source: CarrierSourceId, credentials: Credentials): string {
  return source === 'jt' ? (JT_HOSTS[credentials['country'] ?? ''] ?? '') : HOSTS[source];
}

/** A source with the user's credentials. */
export function createCarrierSource(
  source: CarrierSourceId,
  credentials: Credentials,
  deps: ClientDeps,
): CarrierSource {
  return MAKERS[source]((key) => credentials[key] ?? '', deps);
}

/** The scheme by which a carrier source's pushes are checked; null where the secret for it is missing, or none is documented. */
export function createPushScheme(
  source: Exclude<PushSourceId, 'shopee'>,
  credentials: Credentials,
): PushScheme | null {
  const { apiKey, webhookSecret, salt, country, clientSecret, privateKey } = credentials;
  switch (source) {
    case '17track':
      return apiKey ? track17Scheme(apiKey) : null;
    case 'aftership':
      return webhookSecret ? aftershipScheme(webhookSecret) : null;
    case 'kuaidi100':
      return salt ? kuaidi100Scheme(salt) : null;
    case 'ninjavan':
      return country && clientSecret ? ninjavanScheme({ country, clientSecret }) : null;
    case 'jt':
      return country && privateKey ? jtScheme({ country, privateKey }) : null;
  }
}
