import { createHash } from 'node:crypto';
import type { EventNode } from '#shared/model/node.ts';
import { jsonOf, startTwin, type Twin, type TwinCall, type TwinReply } from '../kit/server.ts';
import { scansOf, type TrackSource, wallClock } from '../kit/tracks.ts';

export interface FourPxTwinOptions {
  readonly appKey: string;
  readonly appSecret: string;
  readonly tracks: TrackSource;
  readonly now: () => number;
}

const LINKS: Readonly<Partial<Record<EventNode, string>>> = {
  INFO_RECEIVED: 'FPX_L_RPIF',
  PICKED_UP: 'FPX_C_SPLS',
  ORIGIN_HUB_IN: 'FPX_C_AAF',
  ORIGIN_HUB_OUT: 'FPX_C_ADFF',
  LINEHAUL_DEPARTED: 'FPX_M_DFOA',
  LINEHAUL_ARRIVED: 'FPX_M_ATA',
  IMPORT_CUSTOMS: 'FPX_M_CRSD',
  IMPORT_CLEARED: 'FPX_I_RCUK',
  DEST_HUB_IN: 'FPX_D_AOPC',
  OUT_FOR_DELIVERY: 'FPX_D_SD',
  DELIVERY_FAILED: 'FPX_D_FD',
  DELIVERED: 'FPX_S_OK',
};

/** 4PX' open platform on loopback: MD5 over sorted parameters, body and secret. */
export function startFourPx(options: FourPxTwinOptions): Promise<Twin> {
  const answer = (call: TwinCall): TwinReply => {
    if (call.path !== '/router/api/service') return { status: 404, body: {} };
    const sorted = [...call.query.entries()]
      .filter(([key]) => !['access_token', 'language', 'sign'].includes(key))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => key + value)
      .join('');
    const sign = createHash('md5')
      .update(sorted + call.body + options.appSecret)
      .digest('hex');
    if (call.query.get('app_key') !== options.appKey) return refused('app_key_invalid');
    if (call.query.get('sign') !== sign) return refused('sign_error');
    const number = (jsonOf(call.body) as { deliveryOrderNo?: string } | null)?.deliveryOrderNo ?? '';
    const scans = scansOf(options.tracks.find(number, options.now()));
    if (!scans) return refused('order_not_exist');
    const trackingList = scans.toReversed().map((scan) => ({
      businessLinkCode: LINKS[scan.node] ?? 'FPX_M_XX',
      occurDatetime: wallClock(scan.zone, scan.at),
      occurLocation: scan.city,
      trackingContent: scan.text,
    }));
    return {
      body: { result: '1', msg: 'success', errors: [], data: { deliveryOrderNo: number, trackingList } },
    };
  };
  return startTwin({ perSecond: 20, now: options.now, answer });
}

function refused(code: string): TwinReply {
  return { body: { result: '0', msg: code, errors: [{ error_code: code, error_msg: code }], data: null } };
}
