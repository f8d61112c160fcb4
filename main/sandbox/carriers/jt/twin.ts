import { createHash } from 'node:crypto';
import type { EventNode } from '#shared/model/node.ts';
import type { TwinPush } from '../kit/push.ts';
import { jsonOf, startTwin, type Twin, type TwinCall, type TwinReply } from '../kit/server.ts';
import { scansOf, type TrackSource, wallClock } from '../kit/tracks.ts';

export interface JtTwinOptions {
  readonly apiAccount: string;
  readonly privateKey: string;
  readonly tracks: TrackSource;
  readonly now: () => number;
}
export interface JtTwin extends Twin {
  pushOf(number: string): TwinPush;
}

/** The codes of live answers, with the names that stand beside them. */
const SCANS: Readonly<Partial<Record<EventNode, readonly [string, string]>>> = {
  PICKED_UP: ['10', '快件揽收'],
  ORIGIN_HUB_IN: ['92', '到件扫描'],
  DEST_HUB_IN: ['92', '到件扫描'],
  OUT_FOR_DELIVERY: ['94', '出仓扫描'],
  DELIVERED: ['100', '快件签收'],
  DELIVERY_FAILED: ['110', '问题件'],
};

/** J&T's open platform on loopback: digest over the business content, up to thirty numbers. */
export async function startJt(options: JtTwinOptions): Promise<JtTwin> {
  const { now, tracks } = options;
  const digestOf = (content: string): string =>
    createHash('md5')
      .update(content + options.privateKey)
      .digest('base64');
  const traceOf = (number: string): object => ({
    billCode: number,
    details: (scansOf(tracks.find(number, now())) ?? []).toReversed().map((scan) => {
      const [scanTypeCode, scanType] = SCANS[scan.node] ?? ['50', '发件扫描'];
      return {
        scanTime: wallClock(scan.zone, scan.at),
        desc: scan.text,
        scanTypeCode,
        scanType,
        scanNetworkName: `${scan.city} Hub`,
        scanNetworkCity: scan.city,
        staffName: 'A Courier',
        staffContact: '0123456789',
      };
    }),
  });
  const answer = (call: TwinCall): TwinReply => {
    const content = new URLSearchParams(call.body).get('bizContent') ?? '';
    if (call.headers['apiaccount'] !== options.apiAccount) return code('145003010');
    if (call.headers['digest'] !== digestOf(content)) return code('145003030');
    const list = ((jsonOf(content) as { billCodes?: string } | null)?.billCodes ?? '')
      .split(',')
      .filter(Boolean);
    if (list.length === 0) return code('145003050');
    if (list.length > 30) return code('145003502');
    const known = list.filter((number) => tracks.find(number, now()) !== null);
    if (known.length === 0) return code('999002000');
    return { body: { code: '1', msg: 'success', data: known.map(traceOf) } };
  };
  const twin = await startTwin({ perSecond: 5, now, answer });
  return {
    ...twin,
    pushOf: (number) => {
      const bizContent = JSON.stringify(traceOf(number));
      return {
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          apiaccount: options.apiAccount,
          timestamp: String(now()),
          digest: digestOf(bizContent),
        },
        body: new URLSearchParams({ bizContent }).toString(),
      };
    },
  };
}

function code(value: string): TwinReply {
  return { body: { code: value, msg: value, data: null } };
}
