import { createHmac } from 'node:crypto';
import type { TwinPush } from '../kit/push.ts';
import { jsonOf, startTwin, type Twin, type TwinCall, type TwinReply } from '../kit/server.ts';
import { offsetName, type TrackSource, wallClock } from '../kit/tracks.ts';
import { COURIERS, SUBTAG } from './words.ts';

export interface AfterShipTwinOptions {
  readonly apiKey: string;
  readonly webhookSecret: string;
  readonly tracks: TrackSource;
  readonly now: () => number;
  /** Trackings that may still be created. */
  readonly quota: number;
}
export interface AfterShipTwin extends Twin {
  readonly quota: { left: number };
  /** A second tracking of the same number under another courier, as a wrong guess leaves it behind. */
  addWrong(number: string, slug: string): void;
  /** The newest checkpoint's subtag from now on, for words that nobody knows yet. */
  subtag(word: string | null): void;
  pushOf(number: string): TwinPush;
}

interface Kept {
  readonly id: string;
  readonly tracking_number: string;
  readonly slug: string;
  title: string;
  active: boolean;
  retracked: boolean;
  readonly empty: boolean;
}

/** Calls a second by endpoint; five for the others. */
const RATES: Readonly<Record<string, number>> = {
  create: 20,
  list: 6,
  detect: 3,
};
/** How many trackings a page of the list has; small, so that pages are met. */
const PAGE = 30;

/** AfterShip 2026-07 on loopback, with its headers of rate. */
export async function startAfterShip(options: AfterShipTwinOptions): Promise<AfterShipTwin> {
  const { now, tracks } = options;
  const book = new Map<string, Kept>();
  const quota = { left: options.quota };
  const used = new Map<string, number[]>();
  let odd: string | null = null;
  let nextId = 1;

  const add = (number: string, slug: string, empty: boolean): Kept => {
    const id = `t${String(nextId++).padStart(24, '0')}`;
    const kept: Kept = {
      id,
      tracking_number: number,
      slug,
      title: number,
      active: true,
      retracked: false,
      empty,
    };
    book.set(id, kept);
    return kept;
  };
  const view = (kept: Kept): Record<string, unknown> => {
    const track = kept.empty ? null : tracks.find(kept.tracking_number, now());
    const checkpoints = (track?.carriers ?? []).flatMap(({ slug, scans }) =>
      scans.map((scan) => {
        const subtag = SUBTAG[scan.node] ?? 'InTransit_001';
        const wall = wallClock(scan.zone, scan.at).replace(' ', 'T');
        return {
          slug: COURIERS.find((each) => each.ours === slug)?.slug ?? slug,
          tag: subtag.split('_')[0],
          subtag,
          subtag_message: 'Message of the subtag',
          message: scan.text,
          // The first carrier sends no offset, which is the usual case.
          checkpoint_time: scan.country === 'CN' ? wall : `${wall}${offsetName(scan.zone, scan.at)}`,
          location: scan.city,
          country_iso3: scan.country === 'CN' ? 'CHN' : 'MYS',
          state: null,
          city: scan.city,
          zip: null,
          raw_tag: scan.code,
          created_at: new Date(scan.at).toISOString(),
        };
      }),
    );
    const last = checkpoints.at(-1);
    if (last && odd !== null) last.subtag = odd;
    return {
      id: kept.id,
      tracking_number: kept.tracking_number,
      slug: kept.slug,
      title: kept.title,
      active: kept.active,
      tag: last?.tag ?? 'Pending',
      subtag: last?.subtag ?? 'Pending_001',
      checkpoints,
      courier_estimated_delivery_date: null,
    };
  };

  const list = (query: URLSearchParams): TwinReply => {
    const wantedNumbers = new Set((query.get('tracking_numbers') ?? '').split(',').filter(Boolean));
    const all = [...book.values()].filter(
      (kept) => wantedNumbers.size === 0 || wantedNumbers.has(kept.tracking_number),
    );
    const start = Number(query.get('cursor') ?? 0);
    const more = start + PAGE < all.length;
    return ok({
      pagination: {
        total: all.length,
        next_cursor: more ? String(start + PAGE) : '',
        has_next_page: more,
      },
      trackings: all.slice(start, start + PAGE).map(view),
    });
  };
  const create = (body: unknown): TwinReply => {
    const { tracking_number: number, slug } = (body ?? {}) as { tracking_number?: string; slug?: string };
    if (typeof number !== 'string' || number === '') return meta(4007, 400);
    if (number.length < 4) return meta(4005, 400);
    const found = COURIERS.find((each) => each.shape.test(number));
    const courier = slug ?? found?.slug;
    if (courier === undefined) return meta(4012, 400);
    if (slug !== undefined && !COURIERS.some((each) => each.slug === slug)) return meta(4010, 400);
    if ([...book.values()].some((kept) => kept.tracking_number === number && kept.slug === courier)) {
      return meta(4003, 400);
    }
    if (quota.left <= 0) return meta(402, 402);
    quota.left -= 1;
    return ok(view(add(number, courier, false)), 201);
  };
  const detect = (body: unknown): TwinReply => {
    const number = (body as { tracking_number?: string } | null)?.tracking_number ?? '';
    const couriers = COURIERS.filter((each) => each.shape.test(number)).map(({ slug, name }) => ({
      slug,
      name,
    }));
    return ok({ total: couriers.length, couriers });
  };
  const single = (call: TwinCall, id: string, verb: string | undefined): TwinReply => {
    const kept = book.get(id);
    if (!kept) return meta(4004, 404);
    if (verb === 'retrack') {
      if (kept.active || kept.retracked) return meta(4016, 400);
      Object.assign(kept, { active: true, retracked: true });
      return ok(view(kept));
    }
    if (verb === 'mark-as-completed') kept.active = false;
    if (call.method === 'PUT')
      kept.title = (jsonOf(call.body) as { title?: string } | null)?.title ?? kept.title;
    if (call.method === 'DELETE') book.delete(id);
    return ok(view(kept));
  };

  const answer = (call: TwinCall): TwinReply => {
    const [, id, verb] = /\/trackings(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(call.path) ?? [];
    const isDetect = call.path.endsWith('/couriers/detect');
    const isCouriers = call.path.endsWith('/couriers');
    const plain = call.method === 'POST' ? 'create' : 'list';
    const endpoint = isDetect ? 'detect' : isCouriers ? 'couriers' : id ? (verb ?? call.method) : plain;
    const rate = RATES[endpoint] ?? 5;
    const second = Math.floor(now() / 1000);
    const moments = (used.get(endpoint) ?? []).filter((at) => at > now() - 1000);
    used.set(endpoint, [...moments, now()]);
    const headers = {
      'x-ratelimit-limit': String(rate),
      'x-ratelimit-remaining': String(Math.max(0, rate - moments.length - 1)),
      'x-ratelimit-reset': String(second + 1),
    };
    if (call.headers['as-api-key'] !== options.apiKey) return { ...meta(401, 401), headers };
    if (moments.length >= rate) return { ...meta(429, 429), headers };
    if (isDetect) return { ...detect(jsonOf(call.body)), headers };
    if (isCouriers) {
      const couriers = COURIERS.map(({ slug, name }) => ({ slug, name }));
      return { ...ok({ total: couriers.length, couriers }), headers };
    }
    if (id) return { ...single(call, id, verb), headers };
    return { ...(call.method === 'POST' ? create(jsonOf(call.body)) : list(call.query)), headers };
  };

  const twin = await startTwin({ perSecond: 1_000, now, answer });
  return {
    ...twin,
    quota,
    addWrong: (number, slug) => void add(number, slug, true),
    subtag: (word) => {
      odd = word;
    },
    pushOf: (number) => {
      const kept = [...book.values()].find((each) => each.tracking_number === number && !each.empty);
      const body = JSON.stringify({
        event: 'tracking_update',
        event_id: `e-${number}`,
        is_tracking_first_tag: false,
        msg: view(kept ?? add(number, 'yunexpress', false)),
        ts: Math.floor(now() / 1000),
      });
      const signature = createHmac('sha256', options.webhookSecret).update(body).digest('base64');
      return { headers: { 'content-type': 'application/json', 'aftership-hmac-sha256': signature }, body };
    },
  };
}

function ok(data: unknown, code = 200): TwinReply {
  return { status: code, body: { meta: { code }, data } };
}
function meta(code: number, status: number): TwinReply {
  return { status, body: { meta: { code, type: 'Error', message: `Error ${code}` }, data: {} } };
}
