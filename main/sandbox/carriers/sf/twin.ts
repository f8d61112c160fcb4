import { createHash } from 'node:crypto';
import type { EventNode } from '#shared/model/node.ts';
import { jsonOf, startTwin, type Twin, type TwinCall, type TwinReply } from '../kit/server.ts';
import { scansOf, type TrackSource, wallClock } from '../kit/tracks.ts';

export interface SfTwinOptions {
  readonly partnerId: string;
  readonly checkword: string;
  readonly tracks: TrackSource;
  readonly now: () => number;
  /** Numbers of other accounts, with the digits that open them. */
  readonly foreign?: Readonly<Record<string, string>>;
}

const OPS: Readonly<Partial<Record<EventNode, string>>> = {
  PICKED_UP: '50',
  ORIGIN_HUB_IN: '31',
  DEST_HUB_IN: '31',
  OUT_FOR_DELIVERY: '44',
  DELIVERED: '80',
  RETURN_STARTED: '99',
};

/** SF's partner gateway on loopback. It takes the form apart by hand, so that the digest is over what was sent. */
export function startSf(options: SfTwinOptions): Promise<Twin> {
  const { now, tracks } = options;
  const routesOf = (number: string): object[] =>
    (scansOf(tracks.find(number, now())) ?? []).map((scan) => ({
      acceptTime: wallClock('Asia/Shanghai', scan.at),
      acceptAddress: scan.city,
      remark: scan.text,
      opCode: OPS[scan.node] ?? '30',
      firstStatusCode: '1',
      firstStatusName: '运送中',
      secondaryStatusCode: '101',
      secondaryStatusName: '已揽收',
    }));
  const answer = (call: TwinCall): TwinReply => {
    const raw = Object.fromEntries(
      call.body.split('&').map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1)];
      }),
    );
    const read = (key: string): string => decodeURIComponent((raw[key] ?? '').replaceAll('+', '%20'));
    if (read('partnerID') !== options.partnerId) return result('A1004');
    if (read('serviceCode') !== 'EXP_RECE_SEARCH_ROUTES') return result('A1001');
    // The message is signed in the encoded form in which it came.
    const encoded = `${raw['msgData']}${javaEncoded(read('timestamp') + options.checkword)}`;
    const digest = createHash('md5').update(encoded).digest('base64');
    if (read('msgDigest') !== digest) return result('A1006');
    const data = jsonOf(read('msgData')) as { trackingNumber?: string[]; checkPhoneNo?: string } | null;
    const numbers = data?.trackingNumber ?? [];
    if (numbers.length > 10) return result('A1000', { success: false, errorCode: '20011' });
    const open = (number: string): boolean => {
      const digits = options.foreign?.[number];
      return digits === undefined || digits === data?.checkPhoneNo;
    };
    const routeResps = numbers.map((mailNo) => ({ mailNo, routes: open(mailNo) ? routesOf(mailNo) : [] }));
    return result('A1000', { success: true, errorCode: 'S0000', msgData: { routeResps } });
  };
  return startTwin({ perSecond: 30, now, answer });
}

function result(code: string, data?: object): TwinReply {
  return {
    body: {
      apiErrorMsg: '',
      apiResponseID: '1',
      apiResultCode: code,
      apiResultData: data === undefined ? null : JSON.stringify(data),
    },
  };
}

/** As Java's form encoder writes it, byte by byte. */
function javaEncoded(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      if (/[A-Za-z0-9.*_-]/.test(char)) return char;
      return char === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
