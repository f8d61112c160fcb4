import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PushSourceId } from '../../../shared/model/carrierSource.ts';
import { aftershipScheme } from '../../../main/engine/sources/carriers/aftership/push.ts';
import { createAfterShip } from '../../../main/engine/sources/carriers/aftership/source.ts';
import { shopeePush, track17Push } from '../../../main/engine/sources/carriers/kit/signatures.ts';
import { track17Scheme } from '../../../main/engine/sources/carriers/17track/push.ts';
import { createTrack17 } from '../../../main/engine/sources/carriers/17track/source.ts';
import {
  createPushReceiver,
  PUSH_BYTES_MAX,
  type PushReceiver,
} from '../../../main/engine/sources/push/receiver.ts';
import { shopeeScheme } from '../../../main/engine/sources/push/shopee.ts';
import type { PushContent, PushScheme } from '../../../main/engine/sources/push/types.ts';
import { startAfterShip } from '../../../main/sandbox/carriers/aftership/twin.ts';
import { start17track } from '../../../main/sandbox/carriers/17track/twin.ts';
import { sendPush } from '../../../main/sandbox/carriers/kit/push.ts';
import { seededTracks } from '../../../main/sandbox/carriers/kit/tracks.ts';
import { silentLog, systemTimers } from '../../../main/engine/system.ts';
import { asked, clientWorld, never, NOW } from '../../fakes/carriers.ts';

const BASE = 'https://tunnel.example';
let receiver: PushReceiver;
let schemes: Partial<Record<PushSourceId, PushScheme>>;
let taken: PushContent[];
let counts: Record<string, number>;
let remembered: Set<string>;
let time: number;
let take: (contents: readonly PushContent[]) => void | Promise<void>;
let url: (source: string) => string;
beforeEach(async () => {
  [taken, counts, remembered, time] = [[], {}, new Set(), NOW];
  take = (contents) => void taken.push(...contents);
  schemes = {
    '17track': track17Scheme('KEY-17'),
    aftership: aftershipScheme('WH-1'),
    shopee: shopeeScheme(['OTHER', 'PK']),
  };
  receiver = createPushReceiver(
    {
      schemeOf: (source) => schemes[source] ?? null,
      publicBase: () => BASE,
      context: { factsOf: () => ({ market: 'MY', orderNo: null, orderTime: null }), onDrift: () => {} },
      seen: (source, hash) => remembered.has(`${source} ${hash}`),
      take: async (source, hash, contents) => {
        await take(contents);
        remembered.add(`${source} ${hash}`);
      },
      count: (source, outcome) => {
        counts[`${source} ${outcome}`] = (counts[`${source} ${outcome}`] ?? 0) + 1;
      },
    },
    { clock: { now: () => time as never }, timers: systemTimers, log: silentLog },
  );
  const started = await receiver.start(0);
  const port = started.ok ? started.value.port : 0;
  url = (source) => `http://127.0.0.1:${port}/push/${source}`;
});
afterEach(() => receiver.stop());

describe('17TRACK and AfterShip push what a question would bring', () => {
  test('17TRACK: the pushed rows are the asked rows', async () => {
    const world = clientWorld('');
    const twin = await start17track({
      apiKey: 'KEY-17',
      tracks: seededTracks({ seed: 7, start: NOW }),
      now: () => NOW,
      quota: 9,
      perSecond: 99,
    });
    const number = 'RA100000000CN';
    const answer = await createTrack17({ apiKey: 'KEY-17' }, { ...world, baseUrl: twin.url }).ask(
      [asked(number)],
      never,
    );
    expect(await sendPush(url('17track'), twin.pushOf(number))).toEqual({ status: 200, text: 'success' });
    const [mine] = answer.answers;
    expect(taken).toEqual([
      mine?.kind === 'scans' && { kind: 'scans', number, rows: mine.rows, hash: mine.hash },
    ]);
    expect(await sendPush(url('17track'), twin.pushOf(number, 'TRACKING_STOPPED'))).toMatchObject({
      status: 200,
    });
    expect(taken[1]).toEqual({ kind: 'stopped', number });
    await twin.close();
  });

  test('AfterShip: the same', async () => {
    const twin = await startAfterShip({
      apiKey: 'A',
      webhookSecret: 'WH-1',
      tracks: seededTracks({ seed: 3, start: NOW }),
      now: () => NOW,
      quota: 9,
    });
    const number = 'YT2632100000000000';
    const answer = await createAfterShip({ apiKey: 'A' }, clientWorld(twin.url)).ask([asked(number)], never);
    expect(await sendPush(url('aftership'), twin.pushOf(number))).toEqual({ status: 200, text: '' });
    const [mine] = answer.answers;
    expect(taken).toEqual([
      mine?.kind === 'scans' && { kind: 'scans', number, rows: mine.rows, hash: mine.hash },
    ]);
    await twin.close();
  });
});

describe('Shopee', () => {
  const bodyOf = (at: number): string =>
    JSON.stringify({
      data: { ordersn: '220810QSK8S7BX' },
      shop_id: 727,
      code: 3,
      timestamp: Math.floor(at / 1000),
    });
  const push = (body: string, path = '/push/shopee') => ({
    headers: { authorization: shopeePush(body, `${BASE}${path}`, 'PK') },
    body,
  });

  test('is a hint to fetch the order, answered with an empty body', async () => {
    expect(await sendPush(url('shopee'), push(bodyOf(NOW)))).toEqual({ status: 200, text: '' });
    expect(taken).toEqual([
      {
        kind: 'hint',
        code: '3',
        ids: { shopId: '727', orderNo: '220810QSK8S7BX' },
        status: null,
        changedAt: null,
      },
    ]);
  });

  test('signed for another address is refused; signed long ago is answered and not taken', async () => {
    expect((await sendPush(url('shopee'), push(bodyOf(NOW), '/other'))).status).toBe(401);
    expect((await sendPush(url('shopee'), push(bodyOf(NOW - 7 * 3_600_000)))).status).toBe(200);
    expect([taken, counts]).toEqual([[], { 'shopee bad-signature': 1, 'shopee stale': 1 }]);
  });
});

describe('what must not come in', () => {
  const good = { headers: { sign: '' }, body: '{"event":"TRACKING_STOPPED","data":{"number":"N12345"}}' };
  const signed = async (): Promise<typeof good> => {
    return { ...good, headers: { sign: track17Push(good.body, 'KEY-17') } };
  };

  test('a bad signature, none, and one over the same words written otherwise', async () => {
    const right = await signed();
    const spaced = { ...right, body: right.body.replace('":', '": ') };
    for (const push of [good, { ...good, headers: {} }, spaced]) {
      expect((await sendPush(url('17track'), push)).status).toBe(401);
    }
    expect([taken, counts['17track bad-signature']]).toEqual([[], 3]);
  });

  test('a replayed push is answered as received and changes nothing', async () => {
    const right = await signed();
    for (let n = 0; n < 3; n += 1) expect((await sendPush(url('17track'), right)).status).toBe(200);
    expect([taken.length, counts]).toEqual([1, { '17track taken': 1, '17track replayed': 2 }]);
  });

  test('a source that is off, an unknown path, another method', async () => {
    schemes = {};
    expect((await sendPush(url('17track'), await signed())).status).toBe(401);
    expect((await sendPush(url('nobody'), good)).status).toBe(404);
    expect((await sendPush(url('constructor'), good)).status).toBe(404);
    expect((await fetch(url('17track'))).status).toBe(404);
  });

  test('junk that is signed is answered, counted, and kept out', async () => {
    for (const body of ['', 'null', '[]', '<html>', '{"data":7}', '\ufeff{']) {
      expect(
        (await sendPush(url('17track'), { headers: { sign: track17Push(body, 'KEY-17') }, body })).status,
      ).toBe(200);
    }
    expect(taken.every((each) => each.kind === 'nothing')).toBe(true);
    expect(counts['17track unreadable']).toBe(6);
  });

  test('more bytes than a push has, told or untold', async () => {
    const told = await new Promise<number>((resolve) => {
      const asking = request(
        url('17track'),
        { method: 'POST', headers: { 'content-length': PUSH_BYTES_MAX + 1 } },
        (reply) => {
          resolve(reply.statusCode ?? 0);
          asking.destroy();
        },
      );
      asking.on('error', () => {});
      asking.write('x');
    });
    const untold = await new Promise<number>((resolve) => {
      const asking = request(url('17track'), { method: 'POST' }, (reply) => {
        resolve(reply.statusCode ?? 0);
        asking.destroy();
      });
      asking.on('error', () => {});
      const chunk = Buffer.alloc(1024 * 1024);
      for (let n = 0; n < 9; n += 1) asking.write(chunk);
    });
    expect([told, untold, counts['17track too-large']]).toEqual([413, 413, 2]);
  });
});

describe('our own trouble', () => {
  test('a push that could not be stored gets 500 and is taken when it comes again', async () => {
    const body = '{"event":"TRACKING_STOPPED","data":{"number":"N12345"}}';
    const push = { headers: { sign: track17Push(body, 'KEY-17') }, body };
    const works = take;
    take = () => {
      throw new Error('disk full');
    };
    expect((await sendPush(url('17track'), push)).status).toBe(500);
    take = works;
    expect((await sendPush(url('17track'), push)).status).toBe(200);
    expect([taken.length, counts]).toEqual([1, { '17track failed': 1, '17track taken': 1 }]);
  });

  test('storing that takes long does not keep the service waiting', async () => {
    const body = '{"event":"TRACKING_STOPPED","data":{"number":"N12345"}}';
    let finish: () => void = () => {};
    take = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    const reply = await sendPush(url('17track'), { headers: { sign: track17Push(body, 'KEY-17') }, body });
    expect([reply.status, counts]).toEqual([200, {}]);
    finish();
    await expect.poll(() => counts['17track taken']).toBe(1);
  });

  test('a port that is taken is told by name; it listens on loopback only', async () => {
    const other = createPushReceiver({} as never, {
      clock: { now: () => NOW as never },
      timers: systemTimers,
      log: silentLog,
    });
    expect(await other.start(receiver.port() ?? 0)).toMatchObject({
      ok: false,
      error: { code: 'port-taken' },
    });
    expect(other.port()).toBeNull();
    await receiver.stop();
    expect(receiver.port()).toBeNull();
  });
});
