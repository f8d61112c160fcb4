import type { DriftReader } from '../kit/drift.ts';
import { slugOfName } from '../kit/names.ts';
import {
  isoInstant,
  isoZone,
  makeRows,
  namedZone,
  placeOf,
  type RowContext,
  type SourceScan,
} from '../kit/rows.ts';
import { digest } from '../kit/sign.ts';
import type { Asked, NumberAnswer } from '../kit/types.ts';
import { eventSchema, providerSchema, type Track17Event, trackInfoSchema } from './schema.ts';

/** The service's carrier keys that are published where we looked (CA 2.2), by our slug. */
const CARRIER_KEYS: Readonly<Record<string, number>> = {
  'china-post': 3011,
  ups: 100002,
  fedex: 100003,
  sf: 100012,
  best: 101194,
  kex: 101405,
};
const BY_KEY: ReadonlyMap<string, string> = new Map(
  Object.entries(CARRIER_KEYS).map(([slug, key]) => [String(key), slug]),
);

/** The sub-status that a key stage stands for, where an event carries only the stage. */
const STAGE_STATUS: Readonly<Record<string, string>> = {
  InfoReceived: 'InfoReceived',
  PickedUp: 'InTransit_PickedUp',
  Departure: 'InTransit_Departure',
  Arrival: 'InTransit_Arrival',
  AvailableForPickup: 'AvailableForPickup_Other',
  OutForDelivery: 'OutForDelivery_Other',
  Delivered: 'Delivered_Other',
  Returning: 'Exception_Returning',
  Returned: 'Exception_Returned',
};

/**
 * One number's `track_info` as an answer. Up to two providers, first and last carrier, are read and their lists merged;
 * the hashes that the service gives make the change test, its own absence is made good by a digest of the events.
 */
export function mapTrackInfo(
  info: unknown,
  asked: Pick<Asked, 'number' | 'market' | 'orderNo' | 'orderTime' | 'hash'>,
  deps: { now: number; reader: DriftReader },
): NumberAnswer {
  const { number, market, orderNo, orderTime } = asked;
  const { reader, now } = deps;
  const read = reader.read(trackInfoSchema, info ?? {}, 'track_info');
  const providers = reader.each(providerSchema, read?.tracking?.providers, 'track_info.tracking.providers');
  const hash = digest(
    'md5',
    'hex',
    ...providers.map(
      (each) => `${each.provider?.key ?? ''} ${each.events_hash ?? JSON.stringify(each.events)}\n`,
    ),
  );
  if (asked.hash === hash) return { kind: 'unchanged', number, hash };
  const context: RowContext = { number, now, market, orderNo, orderTime, newestFirst: true };
  const made = providers.map((each) => {
    const carrier =
      BY_KEY.get(each.provider?.key ?? '') ?? slugOfName(each.provider?.name ?? each.provider?.alias);
    const events = reader.each(eventSchema, each.events, 'events');
    return makeRows(
      events.map((event) => scanOf(event, carrier, each.provider_lang)),
      context,
    );
  });
  const date = read?.time_metrics?.estimated_delivery_date;
  const from = isoInstant(date?.from);
  const to = isoInstant(date?.to);
  const syncs = providers.map((each) => each.latest_sync_status).filter(Boolean);
  return {
    kind: 'scans',
    number,
    rows: made.flatMap((each) => each.rows),
    refused: made.reduce((sum, each) => sum + each.refused, 0),
    hash,
    carrierAnswered: syncs.length === 0 ? null : syncs.every((status) => status === 'Success'),
    promised: from === null && to === null ? null : { from, to, by: date?.source ?? '17TRACK' },
  };
}

function scanOf(event: Track17Event, carrier: string, lang: string | null): SourceScan {
  const raw = event.time_raw;
  const written = [raw?.date, raw?.time, raw?.timezone].filter(Boolean).join(' ');
  const address = event.address;
  return {
    carrier,
    code: null,
    scheme: '17track',
    status: event.sub_status ?? STAGE_STATUS[event.stage ?? ''] ?? event.stage ?? null,
    text: event.description ?? null,
    lang: lang === null || lang === '' ? null : lang,
    place: event.location ?? placeOf(address?.city, address?.state, address?.country),
    rawTime: written === '' ? (event.time_iso ?? event.time_utc ?? null) : written,
    utc: isoInstant(event.time_utc) ?? isoInstant(event.time_iso),
    // A zone that the carrier sent is in time_raw; an offset in time_iso without it is the service's own placing.
    zone: namedZone(raw?.timezone, 'offset') ?? isoZone(event.time_iso, 'source'),
  };
}

/** How a carrier's key is told for one of our slugs; null leaves the finding to the service. */
export function carrierKey(slug: string | null): number | null {
  return slug === null ? null : (CARRIER_KEYS[slug] ?? null);
}
