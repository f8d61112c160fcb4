import { createHmac } from 'node:crypto';
import type { EventNode } from '#shared/model/node.ts';
import { jsonOf, startTwin, type Twin, type TwinCall, type TwinReply } from '../kit/server.ts';
import { scansOf, type TrackSource, wallClock } from '../kit/tracks.ts';

export interface YunExpressTwinOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly sourceKey: string;
  readonly tracks: TrackSource;
  readonly now: () => number;
}

const NODES: Readonly<Partial<Record<EventNode, string>>> = {
  INFO_RECEIVED: 'ORDER_CREATION',
  ORIGIN_HUB_IN: 'FIRST_MILE_ARRIVE',
  DELIVERED: 'DELIVERED',
};
const URI = '/v1/track-service/info/get';

/** YunExpress' new gateway on loopback: a token for two hours, a signature over date, method and path. */
export function startYunExpress(options: YunExpressTwinOptions): Promise<Twin> {
  const { now, tracks } = options;
  let token = '';
  const answer = (call: TwinCall): TwinReply => {
    if (call.path === '/openapi/oauth2/token') {
      const body = jsonOf(call.body) as Record<string, string> | null;
      const right = (['appId', 'appSecret', 'sourceKey'] as const).every(
        (key) => body?.[key] === options[key],
      );
      if (!right) return { status: 401, body: { success: false, code: '401' } };
      token = `yun-${now()}`;
      return { body: { accessToken: token, expiresIn: 7_200 } };
    }
    if (call.path !== URI) return { status: 404, body: {} };
    const date = call.headers['date'] ?? '';
    const string = `date=${date}&method=${call.method}&uri=${call.path}`;
    const sign = createHmac('sha256', options.appSecret).update(string).digest('base64');
    if (call.headers['token'] !== token || call.headers['sign'] !== sign) {
      return { status: 401, body: { success: false, code: '401' } };
    }
    const scans = scansOf(tracks.find(call.query.get('order_number') ?? '', now()));
    if (!scans) return { body: { success: true, result: { package_status: 'N', track_events: [] } } };
    const events = scans.toReversed().map((scan) => ({
      process_time: wallClock(scan.zone, scan.at),
      process_utc_time: new Date(scan.at).toISOString().slice(0, 19).replace('T', ' '),
      process_content: scan.text,
      process_country: scan.country,
      process_province: null,
      process_city: scan.city,
      process_location: scan.city,
      track_node_code: NODES[scan.node] ?? 'IN_TRANSIT',
      track_node_description: '',
      labels: [],
    }));
    const package_status = events[0]?.track_node_code === 'DELIVERED' ? 'D' : 'T';
    return { body: { success: true, code: '200', result: { package_status, track_events: events } } };
  };
  return startTwin({ perSecond: 20, now, answer });
}
