import { z } from 'zod';
import { CARRIER_SOURCE_FACTS } from '#shared/model/carrierSource.ts';
import { answerWith } from '../kit/answer.ts';
import { anything, createDriftReader, text, wanted, words } from '../kit/drift.ts';
import { askInParts, plainNumber } from '../kit/each.ts';
import { createGate } from '../kit/gate.ts';
import { type ClientDeps, createCaller } from '../kit/http.ts';
import { probeByToken } from '../kit/probe.ts';
import { isoInstant, placeOf, type SourceScan } from '../kit/rows.ts';
import { yunexpressSign } from '../kit/signatures.ts';
import { createToken, tokenQuestion } from '../kit/token.ts';
import { type CarrierSource, faultOf } from '../kit/types.ts';

export interface YunExpressCredentials {
  readonly appId: string;
  readonly appSecret: string;
  readonly sourceKey: string;
}

const tokenSchema = z.looseObject({ accessToken: z.string(), expiresIn: z.number().nullish() });
const eventSchema = z.object({
  process_time: wanted(text),
  process_utc_time: text,
  process_content: wanted(text),
  process_country: text,
  process_province: text,
  process_city: text,
  process_location: text,
  country: text,
  province: text,
  city: text,
  location: text,
  track_node_code: text,
  track_node_description: text,
  labels: anything,
});
type YunEvent = z.output<typeof eventSchema>;
/** The names of the list differ between documents: the first that is there is read. */
const resultSchema = z.looseObject({
  // N not found, F forecast, T transit, D delivered, E exception, R returned, C cancelled: our reading.
  package_status: words(['N', 'F', 'T', 'D', 'E', 'R', 'C']),
  track_events: z.array(z.unknown()).nullish(),
  order_track_details: z.array(z.unknown()).nullish(),
  events: z.array(z.unknown()).nullish(),
  last_mile_name: text,
});
const answerSchema = z.looseObject({
  success: z.boolean().nullish(),
  code: text,
  result: anything,
  data: anything,
});
const URI = '/v1/track-service/info/get';

/** YunExpress, new gateway: a token, then one signed question for each number. The event list's name is not verified. */
export function createYunExpress(credentials: YunExpressCredentials, deps: ClientDeps): CarrierSource {
  const caller = createCaller(
    'yunexpress',
    deps,
    createGate(CARRIER_SOURCE_FACTS.yunexpress.perSecond, deps),
  );
  const token = createToken(async (signal) => {
    const question = tokenQuestion('/openapi/oauth2/token', {
      grantType: 'client_credentials',
      ...credentials,
    });
    const answer = await caller(question, signal);
    if (!answer.ok) return answer;
    const read = createDriftReader('yunexpress', 'token', deps.onDrift).read(tokenSchema, answer.body);
    return read
      ? { ok: true, token: read.accessToken, lastsMs: (read.expiresIn ?? 3_600) * 1000 }
      : { ok: false, fault: faultOf('auth', 'no-token') };
  }, deps.clock);

  return {
    id: 'yunexpress',
    ask: (items, signal) =>
      askInParts(items, {
        size: 1,
        refuse: plainNumber,
        signal,
        ask: async ([item]) => {
          if (!item) return [];
          const access = await token.get(signal);
          if (!access.ok) return access.fault;
          const date = String(deps.clock.now());
          const answer = await caller(
            {
              call: 'track',
              method: 'GET',
              path: `${URI}?order_number=${encodeURIComponent(item.number)}`,
              headers: {
                token: access.token,
                date,
                sign: yunexpressSign({ date, method: 'GET', uri: URI }, credentials.appSecret),
              },
              numbers: 1,
            },
            signal,
          );
          if (!answer.ok) {
            if (answer.fault.kind === 'auth') token.drop();
            return answer.fault;
          }
          const reader = createDriftReader('yunexpress', 'track', deps.onDrift);
          const whole = reader.read(answerSchema, answer.body);
          const result = reader.read(resultSchema, whole?.result ?? whole?.data ?? {}, 'result');
          if (whole?.success === false) return faultOf('not-found', whole.code ?? 'no-success');
          if (result?.package_status === 'N') return faultOf('not-found', 'N');
          const list = result?.track_events ?? result?.order_track_details ?? result?.events;
          const scans = reader.each(eventSchema, list, 'events').map(scanOf);
          return [answerWith(scans, item, { now: deps.clock.now(), newestFirst: true })];
        },
      }),
    test: probeByToken(token),
  };
}

function scanOf(event: YunEvent): SourceScan {
  return {
    carrier: 'yunexpress',
    code: event.track_node_code,
    scheme: null,
    status: null,
    text: event.process_content ?? event.track_node_description,
    lang: null,
    place:
      event.process_location ??
      event.location ??
      placeOf(
        event.process_city ?? event.city,
        event.process_province ?? event.province,
        event.process_country ?? event.country,
      ),
    rawTime: event.process_time ?? event.process_utc_time,
    utc: utcOf(event.process_utc_time),
    zone: event.process_utc_time === null ? null : { name: '+00:00', reason: 'offset' },
  };
}

/** The UTC time comes with or without its Z; it is UTC by its name. */
function utcOf(written: string | null): number | null {
  if (written === null || written === '') return null;
  const iso = written.replace(' ', 'T');
  return isoInstant(iso) ?? isoInstant(`${iso}Z`);
}
