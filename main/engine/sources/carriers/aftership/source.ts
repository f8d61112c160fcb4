import { CARRIER_SOURCE_FACTS } from '#shared/model/carrierSource.ts';
import { collect, type Collector, parts } from '../kit/collect.ts';
import { askable, refuseUnless } from '../kit/each.ts';
import type { ClientDeps } from '../kit/http.ts';
import { baseSlug, slugOfName } from '../kit/names.ts';
import { type Asked, type CarrierSource, faultOf, type SourceFault } from '../kit/types.ts';
import { type AfterShipClient, createAfterShipClient } from './client.ts';
import { EXISTS } from './errors.ts';
import { mapTracking } from './map.ts';
import type { Tracking } from './schema.ts';

const BATCH = CARRIER_SOURCE_FACTS.aftership.batch;
/** Pages of one question, at most: fifty numbers with a few couriers each need two. */
const PAGES_MAX = 10;
const badNumber = refuseUnless(/^[0-9A-Z-]{4,100}$/i);

/** These end a question: what comes after them would meet the same. */
const ends = (fault: SourceFault): boolean =>
  fault.kind === 'auth' || fault.kind === 'rate' || fault.kind === 'transient';

/**
 * AfterShip as a source. Numbers are read fifty at a time; those that are missing there are created one by one, with the
 * courier that the service finds for our carrier. Creating is what it charges for; when the plan is used up, the rest is
 * told `quota` and reading goes on.
 */
export function createAfterShip(credentials: { apiKey: string }, deps: ClientDeps): CarrierSource {
  const client = createAfterShipClient(credentials.apiKey, deps);
  return {
    id: 'aftership',
    ask: async (items, signal) => {
      const into = collect(items);
      const state = { noQuota: null as SourceFault | null };
      for (const part of parts(askable(items, into, badNumber), BATCH)) {
        if (into.stopped || signal.aborted) break;
        await readAll(client, part, into, deps, signal);
        for (const item of part) {
          if (into.stopped || signal.aborted) break;
          if (!into.has(item.number)) await create(client, item, into, state, deps, signal);
        }
      }
      if (signal.aborted) into.stop(faultOf('transient', 'aborted'));
      return into.done();
    },
    test: async (signal) => {
      const answer = await client.couriers(signal);
      return { fault: answer.ok ? null : answer.fault, allowance: null };
    },
  };
}

async function readAll(
  client: AfterShipClient,
  items: readonly Asked[],
  into: Collector,
  deps: ClientDeps,
  signal: AbortSignal,
): Promise<void> {
  const byNumber = new Map(items.map((item) => [item.number.toUpperCase(), item]));
  const found = new Map<string, { trackings: Tracking[] }>();
  let reader = null;
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = await client.list(
      [...byNumber.values()].map((item) => item.number),
      cursor,
      signal,
    );
    if (!answer.ok) return into.stop(answer.fault);
    reader ??= answer.reader;
    for (const each of answer.value.trackings) {
      const key = each.tracking_number.toUpperCase();
      const group = found.get(key) ?? { trackings: [] };
      group.trackings.push(each);
      found.set(key, group);
    }
    cursor = answer.value.next;
    if (cursor === null) break;
  }
  if (!reader) return;
  for (const [key, { trackings }] of found) {
    const item = byNumber.get(key);
    if (!item) continue;
    const chosen = choose(trackings, item);
    if (!chosen) continue;
    into.registered(item.number);
    into.put(answerOf(chosen, item, deps, reader));
  }
}

/**
 * One number may be tracked under several couriers (a wrong guess, a re-used number): ours wins where we know it, else the
 * one with the most checkpoints. The others are another parcel's.
 */
function choose(trackings: readonly Tracking[], item: Asked): Tracking | undefined {
  const mine =
    item.carrier === null
      ? []
      : trackings.filter((each) => baseSlug(slugOfName(each.slug)) === baseSlug(item.carrier ?? ''));
  const pool = mine.length > 0 ? mine : trackings;
  return pool.toSorted(
    (a, b) =>
      (b.checkpoints?.length ?? 0) - (a.checkpoints?.length ?? 0) || ((a.id ?? '') < (b.id ?? '') ? -1 : 1),
  )[0];
}

function answerOf(
  tracking: Tracking,
  item: Asked,
  deps: ClientDeps,
  reader: Parameters<typeof mapTracking>[2]['reader'],
) {
  const mapped = mapTracking(tracking, item, { now: deps.clock.now(), reader });
  return mapped.kind === 'scans' && mapped.rows.length === 0 && mapped.refused === 0
    ? {
        kind: 'fault' as const,
        number: item.number,
        fault: faultOf('no-info-yet', tracking.tag ?? 'Pending'),
      }
    : mapped;
}

async function create(
  client: AfterShipClient,
  item: Asked,
  into: Collector,
  state: { noQuota: SourceFault | null },
  deps: ClientDeps,
  signal: AbortSignal,
): Promise<void> {
  if (state.noQuota) return into.fault(item.number, state.noQuota);
  const detected = item.carrier === null ? null : await client.detect(item.number, signal);
  if (detected && !detected.ok && ends(detected.fault)) return into.stop(detected.fault);
  const slug = detected?.ok
    ? detected.value.find((each) => baseSlug(slugOfName(each.slug)) === baseSlug(item.carrier ?? ''))?.slug
    : undefined;
  const answer = await client.create(
    {
      tracking_number: item.number,
      ...(slug === undefined ? {} : { slug }),
      ...(item.orderNo === null ? {} : { order_id: item.orderNo }),
    },
    signal,
  );
  if (answer.ok) {
    into.registered(item.number);
    into.charged(item.number);
    return into.put(answerOf(answer.value, item, deps, answer.reader));
  }
  const { fault } = answer;
  // It is there after all (made by another system meanwhile): the next question reads it.
  if (fault.code === EXISTS) {
    into.registered(item.number);
    return into.fault(item.number, faultOf('no-info-yet', EXISTS));
  }
  if (fault.kind === 'quota') state.noQuota = fault;
  if (ends(fault)) into.stop(fault);
  else into.fault(item.number, fault);
}
