import type { ClientDeps } from '../kit/http.ts';
import { collect, type Collector, parts } from '../kit/collect.ts';
import { askable, refuseUnless } from '../kit/each.ts';
import { type Asked, type CarrierSource, faultOf } from '../kit/types.ts';
import { BATCH, createTrack17Client, type Registration, type Track17Client } from './client.ts';
import { errorFault, meaningOfError } from './errors.ts';
import { carrierKey, mapTrackInfo } from './map.ts';

/** The service takes five to fifty letters or digits. */
const badNumber = refuseUnless(/^[0-9A-Z-]{5,50}$/i);

/**
 * 17TRACK as a source. A number that it does not know is registered first (which is what it charges for, once); a number
 * that it has lost is registered again and asked again; one that it had already counts as registered. When the allowance
 * runs out in the middle of a batch, what was taken is kept, the rest is told `quota`, and nothing more is registered, but
 * numbers that are known there are still asked: that costs nothing.
 */
export function createTrack17(credentials: { apiKey: string }, deps: ClientDeps): CarrierSource {
  const client = createTrack17Client(credentials.apiKey, deps);
  return {
    id: '17track',
    ask: async (items, signal) => {
      const into = collect(items);
      const state = { noQuota: false };
      for (const part of parts(askable(items, into, badNumber), BATCH)) {
        if (into.stopped || signal.aborted) break;
        const unknown = part.filter((item) => !item.registered);
        if (unknown.length > 0) await register(client, unknown, into, state, signal);
        const known = part.filter((item) => !into.has(item.number));
        if (known.length > 0 && !into.stopped) await askKnown(client, known, into, state, deps, signal);
      }
      if (signal.aborted) into.stop(faultOf('transient', 'aborted'));
      return into.done();
    },
    test: async (signal) => {
      const answer = await client.quota(signal);
      return answer.ok
        ? { fault: null, allowance: answer.allowance }
        : { fault: answer.fault, allowance: null };
    },
  };
}

async function register(
  client: Track17Client,
  items: readonly Asked[],
  into: Collector,
  state: { noQuota: boolean },
  signal: AbortSignal,
): Promise<void> {
  if (state.noQuota) {
    for (const item of items) into.fault(item.number, errorFault(-18019908));
    return;
  }
  const answer = await client.register(items.map(registration), signal);
  if (!answer.ok) {
    // No allowance for new numbers is no reason to leave the known ones.
    if (answer.fault.kind === 'quota') {
      state.noQuota = true;
      for (const item of items) into.fault(item.number, answer.fault);
    } else into.stop(answer.fault);
    return;
  }
  for (const { number } of answer.accepted) {
    into.registered(number);
    into.charged(number);
  }
  for (const { number, code } of answer.rejected) {
    const { action } = meaningOfError(code);
    if (action === 'as-success') into.registered(number);
    else {
      if (action === 'stop') state.noQuota = true;
      into.fault(number, errorFault(code));
    }
  }
}

async function askKnown(
  client: Track17Client,
  items: readonly Asked[],
  into: Collector,
  state: { noQuota: boolean },
  deps: ClientDeps,
  signal: AbortSignal,
): Promise<void> {
  const byNumber = new Map(items.map((item) => [item.number, item]));
  const once = async (some: readonly Asked[]): Promise<Asked[]> => {
    const answer = await client.trackInfo(
      some.map((item) => ({ number: item.number })),
      signal,
    );
    if (!answer.ok) {
      into.stop(answer.fault);
      return [];
    }
    const lost: Asked[] = [];
    for (const each of answer.accepted) {
      const item = byNumber.get(each.number);
      if (!item || into.has(each.number)) continue;
      const mapped = mapTrackInfo(each.track_info, item, { now: deps.clock.now(), reader: answer.reader });
      into.registered(each.number);
      into.put(
        mapped.kind === 'scans' && mapped.rows.length === 0 && mapped.refused === 0
          ? { kind: 'fault', number: each.number, fault: errorFault(-18019909) }
          : mapped,
      );
    }
    for (const { number, code } of answer.rejected) {
      const item = byNumber.get(number);
      if (item && meaningOfError(code).action === 'register') lost.push(item);
      else into.fault(number, errorFault(code));
    }
    return lost;
  };
  const lost = await once(items);
  if (lost.length === 0 || into.stopped) return;
  await register(client, lost, into, state, signal);
  const back = lost.filter((item) => !into.has(item.number));
  if (back.length === 0 || into.stopped) return;
  // Registered a moment ago and still not known: it is asked again another time, not in a circle.
  for (const item of await once(back)) into.fault(item.number, errorFault(-18019909));
}

function registration(item: Asked): Registration {
  const carrier = carrierKey(item.carrier);
  return {
    number: item.number,
    ...(carrier === null ? {} : { carrier }),
    ...(item.orderNo === null ? {} : { order_no: item.orderNo }),
    ...(item.orderTime === null ? {} : { order_time: new Date(item.orderTime).toISOString().slice(0, 10) }),
    ...(item.phoneTail === null ? {} : { param: item.phoneTail }),
  };
}
