import { z } from 'zod';
import { CARRIER_SOURCE_FACTS, type SourceFaultKind } from '#shared/model/carrierSource.ts';
import { answerWith } from '../kit/answer.ts';
import { createDriftReader, text } from '../kit/drift.ts';
import { askInParts, type PartAnswer, plainNumber } from '../kit/each.ts';
import { createGate } from '../kit/gate.ts';
import { type ClientDeps, createCaller } from '../kit/http.ts';
import { probeByNumber } from '../kit/probe.ts';
import { jtDigest } from '../kit/signatures.ts';
import { type Asked, type CarrierSource, codeFault } from '../kit/types.ts';
import { scanOf, scanSchema, traceSchema } from './map.ts';

export interface JtCredentials {
  readonly country: string;
  readonly apiAccount: string;
  readonly privateKey: string;
}

const answerSchema = z.looseObject({ code: text, msg: text, data: z.unknown().optional() });
/** The open platform's codes (CA 3.3); 1 is success. */
const KINDS: Readonly<Record<string, SourceFaultKind>> = {
  '145003010': 'auth',
  '145003030': 'auth',
  '145003050': 'caller',
  '145003502': 'rate',
  '999002000': 'no-info-yet',
};

/** J&T open platform of one country: up to thirty numbers in a question, digest over the business content. */
export function createJt(credentials: JtCredentials, deps: ClientDeps): CarrierSource {
  const facts = CARRIER_SOURCE_FACTS.jt;
  const caller = createCaller('jt', deps, createGate(facts.perSecond, deps));

  const trace = async (part: readonly Asked[], signal: AbortSignal): Promise<PartAnswer> => {
    const bizContent = JSON.stringify({ billCodes: part.map((item) => item.number).join(',') });
    const answer = await caller(
      {
        call: 'trace',
        method: 'POST',
        path: '/webopenplatformapi/api/logistics/trace',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          apiAccount: credentials.apiAccount,
          timestamp: String(deps.clock.now()),
          digest: jtDigest(bizContent, credentials.privateKey),
        },
        body: new URLSearchParams({ bizContent }).toString(),
        numbers: part.length,
        judge: (body) => codeFault(answerSchema.safeParse(body).data?.code, '1', KINDS),
      },
      signal,
    );
    if (!answer.ok) return answer.fault;
    const reader = createDriftReader('jt', 'trace', deps.onDrift);
    const traces = reader.each(traceSchema, reader.read(answerSchema, answer.body)?.data, 'data');
    return traces.flatMap((each) => {
      const item = part.find((one) => one.number.toUpperCase() === each.billCode.toUpperCase());
      if (!item) return [];
      const scans = reader
        .each(scanSchema, each.details, 'details')
        .map((scan) => scanOf(scan, credentials.country));
      return [answerWith(scans, item, { now: deps.clock.now(), newestFirst: true })];
    });
  };

  return {
    id: 'jt',
    ask: (items, signal) =>
      askInParts(items, {
        size: facts.batch,
        refuse: plainNumber,
        signal,
        ask: (part) => trace(part, signal),
      }),
    test: probeByNumber('JT0000000000', ['caller', 'no-info-yet'], (item, signal) => trace([item], signal)),
  };
}
