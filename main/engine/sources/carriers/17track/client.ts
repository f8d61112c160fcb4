import type { z } from 'zod';
import { CARRIER_SOURCE_FACTS } from '#shared/model/carrierSource.ts';
import { createDriftReader, type DriftReader } from '../kit/drift.ts';
import { createGate } from '../kit/gate.ts';
import { type ClientDeps, createCaller } from '../kit/http.ts';
import { type Allowance, faultOf, type SourceFault } from '../kit/types.ts';
import { errorFault } from './errors.ts';
import {
  acceptedSchema,
  dataSchema,
  envelopeSchema,
  listedSchema,
  quotaSchema,
  rejectedSchema,
} from './schema.ts';

export const BATCH = CARRIER_SOURCE_FACTS['17track'].batch;

/** What the service is told about a number when it is registered. */
export interface Registration {
  readonly number: string;
  readonly carrier?: number;
  readonly order_no?: string;
  readonly order_time?: string;
  readonly tag?: string;
  readonly param?: string;
  readonly lang?: string;
}
export interface NumberRef {
  readonly number: string;
  readonly carrier?: number;
}
export interface CarrierChange extends NumberRef {
  readonly carrier_old?: number;
  readonly carrier_new?: number;
  readonly final_carrier_old?: number;
  readonly final_carrier_new?: number;
}
export interface InfoChange extends NumberRef {
  readonly items: { readonly tag?: string; readonly note?: string };
}

export type Accepted = z.output<typeof acceptedSchema>;
/** A batch's answer: some numbers were taken, others not and why; or the call as a whole failed. */
export type BatchAnswer =
  | {
      readonly ok: true;
      readonly accepted: readonly Accepted[];
      readonly rejected: readonly { number: string; code: number }[];
      readonly reader: DriftReader;
    }
  | { readonly ok: false; readonly fault: SourceFault };

export interface Track17Client {
  register(items: readonly Registration[], signal: AbortSignal): Promise<BatchAnswer>;
  trackInfo(items: readonly NumberRef[], signal: AbortSignal): Promise<BatchAnswer>;
  /** Asks the carrier at once; charged for each number (v2.4). */
  realTime(items: readonly NumberRef[], signal: AbortSignal): Promise<BatchAnswer>;
  /** At most five times for one number. */
  changeCarrier(items: readonly CarrierChange[], signal: AbortSignal): Promise<BatchAnswer>;
  changeInfo(items: readonly InfoChange[], signal: AbortSignal): Promise<BatchAnswer>;
  stop(items: readonly NumberRef[], signal: AbortSignal): Promise<BatchAnswer>;
  /** Once for one number. */
  retrack(items: readonly NumberRef[], signal: AbortSignal): Promise<BatchAnswer>;
  remove(items: readonly NumberRef[], signal: AbortSignal): Promise<BatchAnswer>;
  /** Asks for a push of what is known now. */
  push(items: readonly NumberRef[], signal: AbortSignal): Promise<BatchAnswer>;
  list(
    page: number,
    signal: AbortSignal,
  ): Promise<
    | { ok: true; numbers: readonly z.output<typeof listedSchema>[]; more: boolean }
    | { ok: false; fault: SourceFault }
  >;
  quota(signal: AbortSignal): Promise<{ ok: true; allowance: Allowance } | { ok: false; fault: SourceFault }>;
}

/** The service's v2.4 calls: POST with a bare array of at most 40, three calls a second. */
export function createTrack17Client(apiKey: string, deps: ClientDeps): Track17Client {
  const gate = createGate(CARRIER_SOURCE_FACTS['17track'].perSecond, deps);
  const caller = createCaller('17track', deps, gate);

  const post = async (call: string, body: unknown, numbers: number, signal: AbortSignal) => {
    const answer = await caller(
      {
        call,
        method: 'POST',
        path: `/${call}`,
        headers: { '17token': apiKey, 'content-type': 'application/json' },
        ...(body === null ? {} : { body: JSON.stringify(body) }),
        numbers,
        judge: (reply) => wholeFault(reply),
      },
      signal,
    );
    if (!answer.ok) return answer;
    const reader = createDriftReader('17track', call, deps.onDrift);
    const envelope = reader.read(envelopeSchema, answer.body);
    const data = reader.read(dataSchema, envelope?.data ?? {}, 'data');
    if (!envelope || !data) return { ok: false as const, fault: faultOf('transient', 'shape') };
    return { ok: true as const, envelope, data, reader };
  };

  const batch =
    (call: string) =>
    async (items: readonly NumberRef[], signal: AbortSignal): Promise<BatchAnswer> => {
      if (items.length > BATCH) return { ok: false, fault: errorFault(-18010014) };
      const answer = await post(call, items, items.length, signal);
      if (!answer.ok) return answer;
      const { data, reader } = answer;
      return {
        ok: true,
        reader,
        accepted: reader.each(acceptedSchema, data.accepted, 'accepted'),
        rejected: reader
          .each(rejectedSchema, data.rejected, 'rejected')
          .map((each) => ({ number: each.number, code: each.error.code })),
      };
    };

  return {
    register: batch('register'),
    trackInfo: batch('gettrackinfo'),
    realTime: batch('getRealTimeTrackInfo'),
    changeCarrier: batch('changecarrier'),
    changeInfo: batch('changeinfo'),
    stop: batch('stoptrack'),
    retrack: batch('retrack'),
    remove: batch('deletetrack'),
    push: batch('push'),
    list: async (page, signal) => {
      const answer = await post('gettracklist', { page_no: page }, 0, signal);
      if (!answer.ok) return answer;
      const numbers = answer.reader.each(listedSchema, answer.data.accepted, 'accepted');
      return { ok: true, numbers, more: answer.envelope.page?.has_next ?? false };
    },
    quota: async (signal) => {
      const answer = await post('getquota', null, 0, signal);
      if (!answer.ok) return answer;
      const read = answer.reader.read(quotaSchema, answer.data, 'data');
      return { ok: true, allowance: { total: read?.quota_total ?? null, left: read?.quota_remain ?? null } };
    },
  };
}

/** A fault of the whole call: in `code`, or as `data.errors` beside a code of 0. */
function wholeFault(body: unknown): SourceFault | null {
  const envelope = envelopeSchema.safeParse(body);
  if (!envelope.success) return null;
  const data = dataSchema.safeParse(envelope.data.data);
  const inside = data.success ? data.data.errors?.[0]?.code : undefined;
  const code = envelope.data.code === 0 ? inside : envelope.data.code;
  // The service's codes are negative; a gateway's 429 is judged by its status.
  return code === undefined || code >= 0 ? null : errorFault(code);
}
