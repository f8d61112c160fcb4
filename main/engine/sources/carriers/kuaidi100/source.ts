import { CARRIER_SOURCE_FACTS, type SourceFaultKind } from '#shared/model/carrierSource.ts';
import { answerWith } from '../kit/answer.ts';
import { createDriftReader } from '../kit/drift.ts';
import { askInParts, type PartAnswer, plainNumber } from '../kit/each.ts';
import { createGate } from '../kit/gate.ts';
import { type ClientDeps, createCaller } from '../kit/http.ts';
import { baseSlug } from '../kit/names.ts';
import { probeByNumber } from '../kit/probe.ts';
import { kuaidi100Query } from '../kit/signatures.ts';
import { type Asked, type CarrierSource, codeFault, faultOf } from '../kit/types.ts';
import { COMPANIES, lineSchema, resultSchema, scanOf } from './map.ts';

export interface Kuaidi100Credentials {
  readonly customer: string;
  readonly key: string;
}

/** Return codes as the service publishes them. */
const KINDS: Readonly<Record<string, SourceFaultKind>> = {
  '400': 'caller',
  '408': 'caller', // this company wants the phone's last digits
  '500': 'no-info-yet',
  '501': 'transient',
  '502': 'transient',
  '503': 'auth', // signature
  '601': 'quota',
};

/** Kuaidi100's question: one number of one company. Asked again within half an hour it may lock the number. */
export function createKuaidi100(credentials: Kuaidi100Credentials, deps: ClientDeps): CarrierSource {
  const caller = createCaller('kuaidi100', deps, createGate(CARRIER_SOURCE_FACTS.kuaidi100.perSecond, deps));

  const query = async (item: Asked, company: string, signal: AbortSignal): Promise<PartAnswer> => {
    const param = JSON.stringify({
      com: company,
      num: item.number,
      ...(item.phoneTail === null ? {} : { phone: item.phoneTail }),
      resultv2: '4',
    });
    const { customer, key } = credentials;
    const answer = await caller(
      {
        call: 'query',
        method: 'POST',
        path: '/poll/query.do',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ customer, sign: kuaidi100Query(param, key, customer), param }).toString(),
        numbers: 1,
        judge: (body) => codeFault(resultSchema.safeParse(body).data?.returnCode, '200', KINDS),
      },
      signal,
    );
    if (!answer.ok) return answer.fault;
    const reader = createDriftReader('kuaidi100', 'query', deps.onDrift);
    const read = reader.read(resultSchema, answer.body);
    if (read && read.nu !== null && read.nu !== item.number) return faultOf('transient', 'other-number');
    const scans = reader
      .each(lineSchema, read?.data, 'data')
      .map((line) => scanOf(line, read?.com ?? company));
    return [answerWith(scans, item, { now: deps.clock.now(), newestFirst: true })];
  };

  return {
    id: 'kuaidi100',
    ask: (items, signal) =>
      askInParts(items, {
        size: 1,
        refuse: (item) =>
          plainNumber(item) ?? (companyOf(item) === null ? faultOf('caller', 'carrier-needed') : null),
        signal,
        ask: async ([item]) => {
          const company = item ? companyOf(item) : null;
          return item && company !== null ? query(item, company, signal) : [];
        },
      }),
    // Every question costs, this one too.
    test: probeByNumber('000000000000', ['caller', 'no-info-yet'], (item, signal) =>
      query(item, 'yunda', signal),
    ),
  };
}

function companyOf(item: Asked): string | null {
  return COMPANIES[baseSlug(item.carrier ?? '')] ?? null;
}
