import { createHmac } from 'node:crypto';
import type { EventNode } from '#shared/model/node.ts';
import type { TwinPush } from '../kit/push.ts';
import { jsonOf, startTwin, type Twin, type TwinCall, type TwinReply } from '../kit/server.ts';
import { scansOf, type TrackScan, type TrackSource } from '../kit/tracks.ts';

export interface NinjaVanTwinOptions {
  readonly country: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tracks: TrackSource;
  readonly now: () => number;
}
export interface NinjaVanTwin extends Twin {
  /** Makes all tokens invalid, as a change of the secret does. */
  expireTokens(): void;
  /** The push of a number's newest event. */
  pushOf(number: string): TwinPush | null;
}

/** Status words of version 1, by what happened. */
const STATUS: Readonly<Partial<Record<EventNode, string>>> = {
  INFO_RECEIVED: 'Pending Pickup',
  PICKED_UP: 'Successful Pickup',
  ORIGIN_HUB_IN: 'Arrived at Origin Hub',
  LINEHAUL_DEPARTED: 'Cross Border Transit',
  LINEHAUL_ARRIVED: 'Cross Border Transit',
  IMPORT_CUSTOMS: 'Cross Border Transit',
  IMPORT_CLEARED: 'Customs Cleared',
  IMPORT_HELD: 'Customs Held',
  DEST_HUB_IN: 'Arrived at Sorting Hub',
  OUT_FOR_DELIVERY: 'On Vehicle for Delivery',
  DELIVERY_FAILED: 'Pending Reschedule',
  DELIVERED: 'Successful Delivery',
  RETURN_STARTED: 'Return to Sender Triggered',
  RETURNED: 'Returned to Sender',
};

/** Ninja Van of one country on loopback: OAuth tokens for an hour, one number in a question, oldest event first. */
export async function startNinjaVan(options: NinjaVanTwinOptions): Promise<NinjaVanTwin> {
  const { country, now, tracks } = options;
  const tokens = new Map<string, number>();
  let made = 0;

  const eventOf = (number: string, scan: TrackScan): object => ({
    tracking_id: number,
    timestamp: new Date(scan.at).toISOString(),
    status: STATUS[scan.node] ?? 'On Hold',
    comments: scan.text,
    is_parcel_on_rts_leg: scan.node === 'RETURN_IN_TRANSIT' || scan.node === 'RETURNED',
    ...(scan.node === 'ORIGIN_HUB_IN'
      ? {
          arrived_at_origin_hub_information: {
            country: scan.country,
            city: scan.city,
            hub: `${scan.city} Hub`,
          },
        }
      : {}),
  });
  const answer = (call: TwinCall): TwinReply => {
    if (call.path === `/${country}/2.0/oauth/access_token`) {
      const body = jsonOf(call.body) as { client_id?: string; client_secret?: string } | null;
      const right = body?.client_id === options.clientId && body.client_secret === options.clientSecret;
      if (!right) return { status: 401, body: { error: 'unauthorized' } };
      made += 1;
      tokens.set(`token-${made}`, now() + 3_600_000);
      return { body: { access_token: `token-${made}`, expires_in: 3_600, token_type: 'bearer' } };
    }
    const until = tokens.get((call.headers.authorization ?? '').replace('Bearer ', '')) ?? 0;
    if (until <= now()) return { status: 401, body: { error: 'token' } };
    const number = new RegExp(`^/${country}/1\\.0/orders/tracking-events/([^/]+)$`).exec(call.path)?.[1];
    if (number === undefined) return { status: 404, body: {} };
    const scans = scansOf(tracks.find(decodeURIComponent(number), now()));
    if (!scans) return { status: 404, body: { error: { code: 'not-found' } } };
    return { body: { tracking_id: number, events: scans.map((scan) => eventOf(number, scan)) } };
  };

  const twin = await startTwin({ perSecond: 20, now, answer });
  return {
    ...twin,
    expireTokens: () => tokens.clear(),
    pushOf: (number) => {
      const scan = scansOf(tracks.find(number, now()))?.at(-1);
      if (!scan) return null;
      const body = JSON.stringify(eventOf(number, scan));
      const signature = createHmac('sha256', options.clientSecret).update(body).digest('base64');
      return { headers: { 'content-type': 'application/json', 'x-ninjavan-hmac-sha256': signature }, body };
    },
  };
}
