import { createHash } from 'node:crypto';
import type { TwinPush } from '../kit/push.ts';
import { jsonOf, startTwin, type Twin, type TwinCall, type TwinReply } from '../kit/server.ts';
import { scansOf, type TrackSource, wallClock } from '../kit/tracks.ts';

export interface Kuaidi100TwinOptions {
  readonly customer: string;
  readonly key: string;
  readonly salt: string;
  readonly tracks: TrackSource;
  readonly now: () => number;
  /** Questions that are paid. */
  readonly quota: number;
}
export interface Kuaidi100Twin extends Twin {
  pushOf(number: string, com: string, status?: 'polling' | 'shutdown' | 'abort'): TwinPush;
}

/** A number asked about again within this time is locked. */
const LOCK = 30 * 60_000;

/** Kuaidi100 on loopback: one number of one company, MD5 in capitals, and the subscription's push. */
export async function startKuaidi100(options: Kuaidi100TwinOptions): Promise<Kuaidi100Twin> {
  const { now, tracks } = options;
  const asked = new Map<string, number>();
  let left = options.quota;
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex').toUpperCase();
  const resultOf = (number: string, com: string): object | null => {
    const scans = scansOf(tracks.find(number, now()));
    if (!scans) return null;
    const data = scans.toReversed().map((scan) => ({
      time: wallClock('Asia/Shanghai', scan.at),
      ftime: wallClock('Asia/Shanghai', scan.at),
      context: scan.text,
      status: '在途',
      statusCode: scan.node === 'DELIVERED' ? '3' : '1002',
      areaName: scan.city,
      areaCode: '',
      location: '',
    }));
    const state = scans.at(-1)?.node === 'DELIVERED' ? '3' : '0';
    return { message: 'ok', state, status: '200', ischeck: state === '3' ? '1' : '0', com, nu: number, data };
  };
  const answer = (call: TwinCall): TwinReply => {
    const form = new URLSearchParams(call.body);
    const param = form.get('param') ?? '';
    const { com, num } = (jsonOf(param) ?? {}) as { com?: string; num?: string };
    if (form.get('customer') !== options.customer) return refused('400');
    if (form.get('sign') !== md5(param + options.key + options.customer)) return refused('503');
    if (com === undefined || num === undefined) return refused('400');
    if (left <= 0) return refused('601');
    if ((asked.get(num) ?? 0) > now() - LOCK) return refused('408');
    left -= 1;
    asked.set(num, now());
    const found = resultOf(num, com);
    return found ? { body: found } : refused('500');
  };
  const twin = await startTwin({ perSecond: 5, now, answer });
  return {
    ...twin,
    pushOf: (number, com, status = 'polling') => {
      const param = JSON.stringify({ status, message: '', lastResult: resultOf(number, com) });
      const body = new URLSearchParams({ param, sign: md5(param + options.salt) }).toString();
      return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body };
    },
  };
}

function refused(returnCode: string): TwinReply {
  return { body: { result: false, returnCode, message: `Error ${returnCode}` } };
}
