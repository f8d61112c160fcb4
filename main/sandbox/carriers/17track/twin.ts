import { createHash } from 'node:crypto';
import type { TwinPush } from '../kit/push.ts';
import { jsonOf, startTwin, type Twin, type TwinCall, type TwinReply } from '../kit/server.ts';
import type { TrackSource } from '../kit/tracks.ts';
import { type Telling, trackInfo } from './info.ts';

export interface Track17TwinOptions {
  readonly apiKey: string;
  readonly tracks: TrackSource;
  readonly now: () => number;
  /** Numbers that may still be registered. */
  readonly quota: number;
  readonly perSecond?: number;
}
export interface Track17Twin extends Twin {
  /** How one number's list is told from now on. */
  tell(number: string, telling: Partial<Telling>): void;
  readonly quota: { left: number };
  /** The push for a number, signed with the account's key. */
  pushOf(number: string, event?: 'TRACKING_UPDATED' | 'TRACKING_STOPPED'): TwinPush;
}

interface Registered {
  carrier: number;
  stopped: boolean;
  retracked: boolean;
  changes: number;
  registeredAt: number;
  tag: string | null;
}
interface Item {
  readonly number?: unknown;
  readonly carrier?: number;
  readonly carrier_new?: number;
  readonly items?: { tag?: string };
  readonly tag?: string;
}

const DAY = 86_400_000;
/** After so long without a registered answer the service stops by itself. */
const STOPS_AFTER = 30 * DAY;
const BATCH = 40;
const CHANGES_MAX = 5;
const PLAIN: Telling = { hide: 0, rewrite: false, twice: false };

/** 17TRACK v2.4 on loopback. A number that ends in `Z` is one whose carrier it does not recognise. */
export async function start17track(options: Track17TwinOptions): Promise<Track17Twin> {
  const { now, tracks } = options;
  const book = new Map<string, Registered>();
  const tellings = new Map<string, Telling>();
  const quota = { left: options.quota };

  const infoOf = (number: string): Record<string, unknown> | null => {
    const track = tracks.find(number, now());
    return track && track.carriers.length > 0 ? trackInfo(track, tellings.get(number) ?? PLAIN, now()) : null;
  };
  const known = (number: string): Registered | null => {
    const found = book.get(number) ?? null;
    if (found && now() - found.registeredAt > STOPS_AFTER) found.stopped = true;
    return found;
  };

  /** What each call does with one number: the accepted item, or an error code. */
  const one: Readonly<Record<string, (number: string, item: Item) => object | number>> = {
    register: (number, item) => {
      if (book.has(number)) return -18019901;
      if (number.endsWith('Z')) return -18019903;
      if (quota.left <= 0) return -18019908;
      quota.left -= 1;
      const carrier = item.carrier ?? 190001;
      book.set(number, {
        carrier,
        stopped: false,
        retracked: false,
        changes: 0,
        registeredAt: now(),
        tag: item.tag ?? null,
      });
      return { origin: item.carrier === undefined ? 1 : 2, number, carrier };
    },
    gettrackinfo: (number) => {
      const found = known(number);
      if (!found) return -18019902;
      const info = infoOf(number);
      return info
        ? { number, carrier: found.carrier, tag: found.tag, param: null, track_info: info }
        : -18019909;
    },
    getRealTimeTrackInfo: (number) => {
      const info = infoOf(number);
      return info ? { number, carrier: 190001, track_info: info } : -18019909;
    },
    changecarrier: (number, item) => {
      const found = known(number);
      if (!found) return -18019805;
      if (found.stopped) return -18019806;
      if (item.carrier_new === undefined) return -18019804;
      if (item.carrier_new === found.carrier) return -18019803;
      if (found.changes >= CHANGES_MAX) return -18019807;
      found.changes += 1;
      found.carrier = item.carrier_new;
      return { number, carrier: found.carrier };
    },
    changeinfo: (number, item) => {
      const found = known(number);
      if (!found) return -18019902;
      found.tag = item.items?.tag ?? found.tag;
      return { number, carrier: found.carrier };
    },
    stoptrack: (number) => {
      const found = known(number);
      if (!found) return -18019902;
      if (found.stopped) return -18019906;
      found.stopped = true;
      return { number, carrier: found.carrier };
    },
    retrack: (number) => {
      const found = known(number);
      if (!found) return -18019902;
      if (!found.stopped) return -18019904;
      if (found.retracked) return -18019905;
      Object.assign(found, { stopped: false, retracked: true, registeredAt: now() });
      return { number, carrier: found.carrier };
    },
    deletetrack: (number) => {
      const found = known(number);
      return found && book.delete(number) ? { number, carrier: found.carrier } : -18019902;
    },
    push: (number) => {
      const found = known(number);
      return found ? { number, carrier: found.carrier } : -18019902;
    },
  };

  const answer = (call: TwinCall): TwinReply => {
    const name = call.path.replace(/^.*\//, '');
    if (call.method !== 'POST') return { status: 404, body: { code: 404 } };
    if (call.headers['17token'] !== options.apiKey) return fault(-18010002, 401);
    if (name === 'getquota') {
      return {
        body: {
          code: 0,
          data: {
            quota_total: options.quota,
            quota_used: options.quota - quota.left,
            quota_remain: quota.left,
            today_used: options.quota - quota.left,
            max_track_daily: 0,
          },
        },
      };
    }
    const body = jsonOf(call.body);
    if (name === 'gettracklist') return { body: listOf(body) };
    const act = Object.hasOwn(one, name) ? one[name] : undefined;
    if (!act) return { status: 404, body: { code: 404 } };
    if (!Array.isArray(body)) return fault(-18010013);
    if (body.length > BATCH) return fault(-18010014);
    const accepted: object[] = [];
    const rejected: object[] = [];
    for (const item of body as Item[]) {
      const number = typeof item.number === 'string' ? item.number : '';
      const done = /^[0-9A-Za-z-]{5,50}$/.test(number) ? act(number, item) : -18010012;
      if (typeof done === 'number') {
        rejected.push({ number, error: { code: done, message: `Error ${done}` } });
      } else accepted.push(done);
    }
    return { body: { code: 0, data: { accepted, rejected } } };
  };

  const listOf = (body: unknown): object => {
    const page = (body as { page_no?: number } | null)?.page_no ?? 1;
    const all = [...book.entries()];
    const shown = all.slice((page - 1) * BATCH, page * BATCH);
    return {
      code: 0,
      page: {
        data_total: all.length,
        page_total: Math.ceil(all.length / BATCH),
        page_no: page,
        page_size: BATCH,
        has_next: page * BATCH < all.length,
      },
      data: {
        accepted: shown.map(([number, each]) => ({
          number,
          carrier: each.carrier,
          tracking_status: each.stopped ? 'Stopped' : 'Tracking',
          register_time: new Date(each.registeredAt).toISOString(),
        })),
      },
    };
  };

  const twin = await startTwin({
    perSecond: options.perSecond ?? 3,
    now,
    answer,
    tooMany: () => ({ status: 429, body: { code: 429, data: {} } }),
  });
  return {
    ...twin,
    quota,
    tell: (number, telling) => void tellings.set(number, { ...PLAIN, ...telling }),
    pushOf: (number, event = 'TRACKING_UPDATED') => {
      const data = { number, carrier: book.get(number)?.carrier ?? 190001, tag: null, param: null };
      const body = JSON.stringify({
        event,
        data: event === 'TRACKING_UPDATED' ? { ...data, track_info: infoOf(number) } : data,
      });
      const sign = createHash('sha256').update(`${body}/${options.apiKey}`).digest('hex');
      return { headers: { 'content-type': 'application/json', sign }, body };
    },
  };
}

function fault(code: number, status = 200): TwinReply {
  return { status, body: { code, data: { errors: [{ code, message: `Error ${code}` }] } } };
}
