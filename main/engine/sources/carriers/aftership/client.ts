import type { z } from 'zod';
import { createDriftReader, type DriftReader } from '../kit/drift.ts';
import { createGate, type Gate } from '../kit/gate.ts';
import { type ClientDeps, createCaller } from '../kit/http.ts';
import { faultOf, type SourceFault } from '../kit/types.ts';
import { metaFault } from './errors.ts';
import {
  courierSchema,
  couriersSchema,
  envelopeSchema,
  listSchema,
  type Tracking,
  trackingSchema,
} from './schema.ts';

export type One<T> =
  | { readonly ok: true; readonly value: T; readonly reader: DriftReader }
  | { readonly ok: false; readonly fault: SourceFault };
export type Courier = z.output<typeof courierSchema>;

export interface NewTracking {
  readonly tracking_number: string;
  readonly slug?: string;
  readonly order_id?: string;
  readonly language?: string;
}
export interface TrackingChange {
  readonly title?: string;
  readonly order_id?: string;
}

/** AfterShip Tracking, dated version 2026-07. Limits are per endpoint (CA 2.3), so each has a gate of its own. */
export interface AfterShipClient {
  create(tracking: NewTracking, signal: AbortSignal): Promise<One<Tracking>>;
  /** Up to fifty numbers in one question; `cursor` from the page before. */
  list(
    numbers: readonly string[],
    cursor: string | null,
    signal: AbortSignal,
  ): Promise<One<{ trackings: Tracking[]; next: string | null }>>;
  get(id: string, signal: AbortSignal): Promise<One<Tracking>>;
  update(id: string, change: TrackingChange, signal: AbortSignal): Promise<One<Tracking>>;
  remove(id: string, signal: AbortSignal): Promise<One<Tracking>>;
  retrack(id: string, signal: AbortSignal): Promise<One<Tracking>>;
  complete(
    id: string,
    reason: 'DELIVERED' | 'LOST' | 'RETURNED_TO_SENDER',
    signal: AbortSignal,
  ): Promise<One<Tracking>>;
  couriers(signal: AbortSignal): Promise<One<Courier[]>>;
  detect(number: string, signal: AbortSignal): Promise<One<Courier[]>>;
}

type Endpoint =
  | 'create'
  | 'list'
  | 'get'
  | 'update'
  | 'delete'
  | 'retrack'
  | 'complete'
  | 'couriers'
  | 'detect';
/** Calls a second by endpoint, since 2024-07. */
const RATES: Readonly<Record<Endpoint, number>> = {
  create: 20,
  list: 6,
  get: 5,
  update: 5,
  delete: 5,
  retrack: 5,
  complete: 5,
  couriers: 5,
  detect: 3,
};

/** The client: each call once, nothing repeated by itself; the executor decides about retries. */
export function createAfterShipClient(apiKey: string, deps: ClientDeps): AfterShipClient {
  const callers = Object.fromEntries(
    Object.entries(RATES).map(([name, rate]): [string, ReturnType<typeof createCaller>] => {
      const gate: Gate = createGate(rate, deps);
      return [name, createCaller('aftership', deps, gate)];
    }),
  ) as Readonly<Record<Endpoint, ReturnType<typeof createCaller>>>;

  const call = async (
    endpoint: Endpoint,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: unknown,
    numbers: number,
    signal: AbortSignal,
  ): Promise<One<unknown>> => {
    const answer = await callers[endpoint](
      {
        call: endpoint,
        method,
        path,
        headers: { 'as-api-key': apiKey, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        numbers,
        judge: (reply, _status, headers) => {
          const envelope = envelopeSchema.safeParse(reply);
          return envelope.success ? metaFault(envelope.data.meta.code, headers, deps.clock.now()) : null;
        },
      },
      signal,
    );
    if (!answer.ok) return answer;
    const reader = createDriftReader('aftership', endpoint, deps.onDrift);
    const envelope = reader.read(envelopeSchema, answer.body);
    return envelope
      ? { ok: true, value: envelope.data, reader }
      : { ok: false, fault: faultOf('transient', 'shape') };
  };
  const tracking = (answer: One<unknown>): One<Tracking> => {
    if (!answer.ok) return answer;
    const value = answer.reader.read(trackingSchema, answer.value, 'data');
    return value ? { ...answer, value } : { ok: false, fault: faultOf('transient', 'shape') };
  };
  const couriers = (answer: One<unknown>): One<Courier[]> => {
    if (!answer.ok) return answer;
    const found = answer.reader.read(couriersSchema, answer.value, 'data');
    return { ...answer, value: answer.reader.each(courierSchema, found?.couriers, 'data.couriers') };
  };
  const at = (id: string): string => `/trackings/${encodeURIComponent(id)}`;

  return {
    create: async (item, signal) => tracking(await call('create', 'POST', '/trackings', item, 1, signal)),
    list: async (numbers, cursor, signal) => {
      const query = new URLSearchParams({ tracking_numbers: numbers.join(','), limit: '200' });
      if (cursor !== null) query.set('cursor', cursor);
      const answer = await call(
        'list',
        'GET',
        `/trackings?${query.toString()}`,
        undefined,
        numbers.length,
        signal,
      );
      if (!answer.ok) return answer;
      const { reader } = answer;
      const found = reader.read(listSchema, answer.value, 'data');
      const page = found?.pagination;
      return {
        ...answer,
        value: {
          trackings: reader.each(trackingSchema, found?.trackings, 'data.trackings'),
          next: page?.has_next_page && page.next_cursor ? page.next_cursor : null,
        },
      };
    },
    get: async (id, signal) => tracking(await call('get', 'GET', at(id), undefined, 1, signal)),
    update: async (id, change, signal) => tracking(await call('update', 'PUT', at(id), change, 1, signal)),
    remove: async (id, signal) => tracking(await call('delete', 'DELETE', at(id), undefined, 1, signal)),
    retrack: async (id, signal) =>
      tracking(await call('retrack', 'POST', `${at(id)}/retrack`, undefined, 1, signal)),
    complete: async (id, reason, signal) =>
      tracking(await call('complete', 'POST', `${at(id)}/mark-as-completed`, { reason }, 1, signal)),
    couriers: async (signal) => couriers(await call('couriers', 'GET', '/couriers', undefined, 0, signal)),
    detect: async (number, signal) =>
      couriers(await call('detect', 'POST', '/couriers/detect', { tracking_number: number }, 1, signal)),
  };
}
