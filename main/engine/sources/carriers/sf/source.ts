import { z } from 'zod';
import { CARRIER_SOURCE_FACTS, type SourceFaultKind } from '#shared/model/carrierSource.ts';
import { jsonOf } from '../../push/json.ts';
import { answerWith } from '../kit/answer.ts';
import { createDriftReader, text, wanted } from '../kit/drift.ts';
import { askInParts, type PartAnswer, plainNumber } from '../kit/each.ts';
import { createGate } from '../kit/gate.ts';
import { type ClientDeps, createCaller } from '../kit/http.ts';
import { probeByNumber } from '../kit/probe.ts';
import type { SourceScan } from '../kit/rows.ts';
import { digest } from '../kit/sign.ts';
import { javaFormEncode, sfDigest } from '../kit/signatures.ts';
import { type Asked, type CarrierSource, codeFault, faultOf } from '../kit/types.ts';

export interface SfCredentials {
  readonly partnerId: string;
  readonly checkword: string;
}

const SERVICE = 'EXP_RECE_SEARCH_ROUTES';
const answerSchema = z.looseObject({ apiResultCode: text, apiErrorMsg: text, apiResultData: text });
const dataSchema = z.looseObject({
  success: z.boolean().nullish(),
  errorCode: text,
  msgData: z.looseObject({ routeResps: z.array(z.unknown()).nullish() }).nullish(),
});
const respSchema = z.looseObject({ mailNo: z.string(), routes: z.array(z.unknown()).nullish() });
const routeSchema = z.object({
  acceptTime: wanted(text),
  acceptAddress: text,
  remark: text,
  opCode: wanted(text),
  firstStatusCode: text,
  firstStatusName: text,
  secondaryStatusCode: text,
  secondaryStatusName: text,
});
/** Codes of the gateway: A1000 is transport success. Others than these are taken for a wrong question. */
const KINDS: Readonly<Record<string, SourceFaultKind>> = {
  A1001: 'caller', // a field is missing
  A1002: 'rate', // too many at once
  A1003: 'auth', // address not allowed
  A1004: 'auth', // no right to the service
  A1005: 'rate',
  A1006: 'auth', // signature
  A1007: 'caller', // repeated request
  A1008: 'quota',
  A1009: 'caller',
  A1010: 'transient',
  A1099: 'transient',
};

/** SF's partner gateway: routes of up to ten numbers; those of other accounts want the last four digits of a phone. */
export function createSf(credentials: SfCredentials, deps: ClientDeps): CarrierSource {
  const facts = CARRIER_SOURCE_FACTS.sf;
  const caller = createCaller('sf', deps, createGate(facts.perSecond, deps));

  const routes = async (part: readonly Asked[], signal: AbortSignal): Promise<PartAnswer> => {
    const tail = part.find((item) => item.phoneTail !== null)?.phoneTail ?? null;
    const msgData = JSON.stringify({
      language: '0',
      trackingType: '1',
      trackingNumber: part.map((item) => item.number),
      methodType: '1',
      ...(tail === null ? {} : { checkPhoneNo: tail }),
    });
    const timestamp = String(deps.clock.now());
    // The form must be written as the digest was: the platform's own encoder writes other characters.
    const form = {
      partnerID: credentials.partnerId,
      requestID: digest('md5', 'hex', timestamp, msgData),
      serviceCode: SERVICE,
      timestamp,
      msgDigest: sfDigest(msgData, timestamp, credentials.checkword),
      msgData,
    };
    const answer = await caller(
      {
        call: SERVICE,
        method: 'POST',
        path: '/std/service',
        headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
        body: Object.entries(form)
          .map(([key, value]) => `${key}=${javaFormEncode(value)}`)
          .join('&'),
        numbers: part.length,
        judge: (body) => codeFault(answerSchema.safeParse(body).data?.apiResultCode, 'A1000', KINDS),
      },
      signal,
    );
    if (!answer.ok) return answer.fault;
    const reader = createDriftReader('sf', 'routes', deps.onDrift);
    const whole = reader.read(answerSchema, answer.body);
    // The payload is JSON inside JSON.
    const data = reader.read(dataSchema, jsonOf(whole?.apiResultData ?? '') ?? {}, 'apiResultData');
    if (data?.success === false) return faultOf('caller', data.errorCode ?? 'no-success');
    return reader.each(respSchema, data?.msgData?.routeResps, 'routeResps').flatMap((each) => {
      const item = part.find((one) => one.number === each.mailNo);
      if (!item) return [];
      const scans = reader.each(routeSchema, each.routes, 'routes').map((route): SourceScan => ({
        carrier: 'sf',
        code: route.opCode ?? null,
        scheme: null,
        status: route.secondaryStatusCode ?? route.firstStatusCode,
        text: route.remark,
        lang: 'zh-CN',
        place: route.acceptAddress,
        rawTime: route.acceptTime ?? null,
      }));
      return [answerWith(scans, item, { now: deps.clock.now(), newestFirst: false })];
    });
  };

  return {
    id: 'sf',
    ask: (items, signal) => {
      // A phone's digits go with a whole question: numbers of different buyers are asked apart.
      const groups = Map.groupBy(items, (item) => item.phoneTail ?? '');
      return askInParts(items, {
        size: groups.size > 1 ? 1 : facts.batch,
        refuse: plainNumber,
        signal,
        ask: (part) => routes(part, signal),
      });
    },
    test: probeByNumber('SF0000000000000', ['caller'], (item, signal) => routes([item], signal)),
  };
}
