import { CARRIER_SOURCE_FACTS } from '#shared/model/carrierSource.ts';
import { answerWith } from '../kit/answer.ts';
import { createDriftReader } from '../kit/drift.ts';
import { askInParts, plainNumber } from '../kit/each.ts';
import { createGate } from '../kit/gate.ts';
import { type ClientDeps, createCaller } from '../kit/http.ts';
import { probeByToken } from '../kit/probe.ts';
import { createToken, tokenQuestion } from '../kit/token.ts';
import { type CarrierSource, faultOf } from '../kit/types.ts';
import { scanOf } from './map.ts';
import { eventSchema, listSchema, tokenSchema } from './schema.ts';

export interface NinjaVanCredentials {
  readonly country: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Ninja Van, one country's account: OAuth client credentials, then one question for each number. */
export function createNinjaVan(credentials: NinjaVanCredentials, deps: ClientDeps): CarrierSource {
  const { country } = credentials;
  const caller = createCaller('ninjavan', deps, createGate(CARRIER_SOURCE_FACTS.ninjavan.perSecond, deps));
  const token = createToken(async (signal) => {
    const question = tokenQuestion(`/${country}/2.0/oauth/access_token`, {
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      grant_type: 'client_credentials',
    });
    const answer = await caller(question, signal);
    if (!answer.ok) return answer;
    const read = createDriftReader('ninjavan', 'token', deps.onDrift).read(tokenSchema, answer.body);
    return read
      ? { ok: true, token: read.access_token, lastsMs: (read.expires_in ?? 3_600) * 1000 }
      : { ok: false, fault: faultOf('transient', 'shape') };
  }, deps.clock);

  return {
    id: 'ninjavan',
    ask: (items, signal) =>
      askInParts(items, {
        size: 1,
        refuse: plainNumber,
        signal,
        ask: async ([item]) => {
          if (!item) return [];
          for (const again of [true, false]) {
            const access = await token.get(signal);
            if (!access.ok) return access.fault;
            const answer = await caller(
              {
                call: 'tracking-events',
                method: 'GET',
                path: `/${country}/1.0/orders/tracking-events/${encodeURIComponent(item.number)}`,
                headers: { authorization: `Bearer ${access.token}` },
                numbers: 1,
              },
              signal,
            );
            if (!answer.ok && answer.fault.kind === 'auth' && again) {
              token.drop();
              continue;
            }
            if (!answer.ok) return answer.fault;
            const reader = createDriftReader('ninjavan', 'tracking-events', deps.onDrift);
            const events = reader.each(eventSchema, reader.read(listSchema, answer.body), 'events');
            const scans = events.map((event) => scanOf(event, country));
            return [answerWith(scans, item, { now: deps.clock.now(), newestFirst: false })];
          }
          return faultOf('auth', 'token');
        },
      }),
    test: probeByToken(token),
  };
}
