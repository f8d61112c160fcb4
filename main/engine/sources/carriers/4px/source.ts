import { z } from 'zod';
import { CARRIER_SOURCE_FACTS } from '#shared/model/carrierSource.ts';
import { jsonOf } from '../../push/json.ts';
import { answerWith } from '../kit/answer.ts';
import { createDriftReader, text, wanted } from '../kit/drift.ts';
import { askInParts, type PartAnswer, plainNumber } from '../kit/each.ts';
import { createGate } from '../kit/gate.ts';
import { type ClientDeps, createCaller } from '../kit/http.ts';
import { probeByNumber } from '../kit/probe.ts';
import type { SourceScan } from '../kit/rows.ts';
import { fourpxSign } from '../kit/signatures.ts';
import { type Asked, type CarrierSource, faultOf, type SourceFault } from '../kit/types.ts';

export interface FourPxCredentials {
  readonly appKey: string;
  readonly appSecret: string;
}

const METHOD = 'tr.order.tracking.get';
const eventSchema = z.object({
  occurDatetime: wanted(text),
  occurLocation: text,
  trackingContent: wanted(text),
  businessLinkCode: text,
});
const dataSchema = z.looseObject({ trackingList: z.array(z.unknown()).nullish() });
const answerSchema = z.looseObject({
  result: text,
  msg: text,
  errors: z.array(z.looseObject({ error_code: text, errorCode: text })).nullish(),
  data: z.unknown().optional(),
});

/** 4PX open platform: one signed question for each number. Its test host has no tracking, so nothing can be tried there. */
export function createFourPx(credentials: FourPxCredentials, deps: ClientDeps): CarrierSource {
  const caller = createCaller('4px', deps, createGate(CARRIER_SOURCE_FACTS['4px'].perSecond, deps));

  const track = async (item: Asked, signal: AbortSignal): Promise<PartAnswer> => {
    const body = JSON.stringify({ deliveryOrderNo: item.number });
    const query = {
      app_key: credentials.appKey,
      format: 'json',
      method: METHOD,
      timestamp: String(deps.clock.now()),
      v: '1.0.0',
    };
    const sign = fourpxSign(query, body, credentials.appSecret);
    const answer = await caller(
      {
        call: METHOD,
        method: 'POST',
        path: `/router/api/service?${new URLSearchParams({ ...query, sign }).toString()}`,
        headers: { 'content-type': 'application/json' },
        body,
        numbers: 1,
        judge: bodyFault,
      },
      signal,
    );
    if (!answer.ok) return answer.fault;
    const reader = createDriftReader('4px', METHOD, deps.onDrift);
    const whole = reader.read(answerSchema, answer.body);
    // Some answers hold the data as JSON text.
    const data = typeof whole?.data === 'string' ? jsonOf(whole.data) : whole?.data;
    const list = reader.read(dataSchema, data ?? {}, 'data')?.trackingList;
    const scans = reader.each(eventSchema, list, 'trackingList').map((event): SourceScan => ({
      carrier: '4px',
      code: event.businessLinkCode,
      scheme: null,
      status: null,
      text: event.trackingContent ?? null,
      lang: null,
      place: event.occurLocation,
      rawTime: event.occurDatetime ?? null,
    }));
    return [answerWith(scans, item, { now: deps.clock.now(), newestFirst: true })];
  };

  return {
    id: '4px',
    ask: (items, signal) =>
      askInParts(items, {
        size: 1,
        refuse: plainNumber,
        signal,
        ask: ([item]) => (item ? track(item, signal) : Promise.resolve([])),
      }),
    test: probeByNumber('4PX0000000000000CN', ['caller', 'not-found'], track),
  };
}

/** `result` is "1" for success. What the error codes mean is not public; a wrong signature and a wrong key say so in words. */
function bodyFault(body: unknown): SourceFault | null {
  const read = answerSchema.safeParse(body);
  if (!read.success || read.data.result === '1') return null;
  const first = read.data.errors?.[0];
  const code = first?.error_code ?? first?.errorCode ?? 'refused';
  const said = `${code} ${read.data.msg ?? ''}`;
  return faultOf(/sign|app_?key|auth|签名|权限/i.test(said) ? 'auth' : 'caller', code.slice(0, 40));
}
