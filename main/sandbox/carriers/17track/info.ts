import { createHash } from 'node:crypto';
import { offsetName, type Track, type TrackScan, wallClock } from '../kit/tracks.ts';
import { PROVIDERS, SUB_STATUS } from './words.ts';

/** How a list is told otherwise than it happened. */
export interface Telling {
  /** Events left out from the newest on: a list that shrinks between two answers. */
  readonly hide: number;
  /** Texts written anew: a list that is rewritten between two answers. */
  readonly rewrite: boolean;
  /** A repeat of each event, as two systems of one carrier send it. */
  readonly twice: boolean;
}

/** The `track_info` of one number in the form of v2.4: newest event first, up to two providers. */
export function trackInfo(track: Track, telling: Telling, now: number): Record<string, unknown> {
  const providers = track.carriers.map(({ slug, scans }, index) => {
    const kept = index === track.carriers.length - 1 ? scans.slice(0, scans.length - telling.hide) : scans;
    const list = kept.toReversed().flatMap((scan) => {
      const event = eventOf(scan, telling.rewrite);
      return telling.twice ? [event, event] : [event];
    });
    const [key, name] = PROVIDERS[slug] ?? [199999, slug];
    return {
      provider: { key, name, alias: name, tel: null, homepage: 'https://example.org', country: '' },
      provider_lang: null,
      service_type: null,
      latest_sync_status: 'Success',
      latest_sync_time: new Date(now).toISOString(),
      events_hash: md5(JSON.stringify(list)),
      events: list,
    };
  });
  const newest = providers.at(-1)?.events[0] ?? null;
  const sub = newest?.sub_status ?? 'NotFound_Other';
  return {
    shipping_info: {
      shipper_address: { country: 'CN', state: null, city: null, postal_code: null },
      recipient_address: { country: 'MY', state: null, city: null, postal_code: null },
    },
    latest_status: { status: sub.split('_')[0], sub_status: sub, sub_status_descr: null },
    latest_event: newest,
    time_metrics: {
      days_after_order: 1,
      days_of_transit: 1,
      days_of_transit_done: 0,
      days_after_last_update: 0,
      estimated_delivery_date: { source: null, from: null, to: null },
    },
    milestone: [],
    misc_info: {},
    tracking: { providers_hash: md5(providers.map((each) => each.events_hash).join()), providers },
  };
}

function eventOf(scan: TrackScan, rewrite: boolean) {
  const [date, time] = wallClock(scan.zone, scan.at).split(' ');
  // Chinese lines send no zone: the service places them and says so only in time_iso.
  const silent = scan.country === 'CN';
  return {
    time_iso: `${date}T${time}${offsetName(scan.zone, scan.at)}`,
    time_utc: new Date(scan.at).toISOString().replace('.000', ''),
    time_raw: { date, time, timezone: silent ? null : offsetName(scan.zone, scan.at) },
    description: rewrite ? `${scan.text} (updated)` : scan.text,
    location: scan.city,
    stage: null,
    sub_status: SUB_STATUS[scan.node] ?? 'InTransit_Other',
    address: { country: scan.country, state: null, city: scan.city, street: null, postal_code: null },
  };
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
