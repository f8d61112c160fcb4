import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { asInstant, HOUR } from '#shared/time.ts';
import { type CallFacts, createShopeeClient } from '../../../../main/engine/sources/shopee/client.ts';
import type { Auth } from '../../../../main/engine/sources/shopee/sign.ts';
import { sign } from '../../../../main/engine/sources/shopee/sign.ts';

const KEY = 'shpk00000000000000000000000000000000';
const NOW = Date.UTC(2026, 10, 24, 8);
const SHOP: Auth = { kind: 'shop', id: '42', token: 'secret-token' };

let server: Server | null = null;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
  server = null;
});

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

/** A client against a real server on this machine; the client's clock is ours. */
async function against(listener: RequestListener, options: { clock?: number; timeoutMs?: number } = {}) {
  server = createServer(listener);
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  const heard: CallFacts[] = [];
  const client = createShopeeClient({
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    partner: { id: '7', key: KEY },
    fetch: (url, init) => fetch(url, init),
    clock: { now: () => asInstant(options.clock ?? NOW) },
    timeoutMs: options.timeoutMs ?? 5_000,
    heard: (facts) => void heard.push(facts),
  });
  return { client, heard };
}

const reply =
  (status: number, type: string, body: string | Buffer): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type, date: new Date(NOW).toUTCString() });
    response.end(body);
  };
const ok = JSON.stringify({
  error: '',
  message: '',
  request_id: 'r1',
  response: { order_list: [], more: false },
});
const list = { time_range_field: 'update_time', time_from: 1, time_to: 2, page_size: 100, cursor: '' };

describe('the client over HTTP', () => {
  it('makes a call that the server can verify, and tells what it cost', async () => {
    const { client, heard } = await against((request, response) => {
      const url = new URL(request.url ?? '', 'http://host');
      const stamp = url.searchParams.get('timestamp');
      const good = sign(KEY, `7${url.pathname}${stamp}secret-token42`) === url.searchParams.get('sign');
      response.setHeader('date', new Date(NOW).toUTCString());
      response.end(good ? ok : '{"error":"error_sign","message":"Wrong sign."}');
    });
    const answer = await client.call('order.get_order_list', list, SHOP);
    expect(answer.ok).toBe(true);
    expect(heard).toEqual([
      {
        endpoint: 'order.get_order_list',
        at: NOW,
        httpStatus: 200,
        ms: 0,
        bytes: ok.length,
        class: 'ok',
        requestId: 'r1',
        counts: true,
        clean: true,
        warnings: 0,
        drift: [],
      },
    ]);
    expect(JSON.stringify(heard)).not.toContain('secret-token');
  });

  it('heals a clock that is two hours off: one refused call, then none', async () => {
    for (const clock of [NOW - 2 * HOUR, NOW + 2 * HOUR]) {
      const { client, heard } = await against(
        (request, response) => {
          const stamp = Number(new URL(request.url ?? '', 'http://host').searchParams.get('timestamp'));
          response.setHeader('date', new Date(NOW).toUTCString());
          const good = Math.abs(stamp - NOW / 1000) <= 300;
          response.end(
            good ? ok : '{"error":"error_param","message":"Timestamp is expired.","request_id":"x"}',
          );
        },
        { clock },
      );
      expect((await client.call('order.get_order_list', list, SHOP)).ok).toBe(true);
      expect((await client.call('order.get_order_list', list, SHOP)).ok).toBe(true);
      expect(heard.map((facts) => facts.class)).toEqual(['clock', 'ok', 'ok']);
      expect(Math.abs(client.clockOffset() - (NOW - clock))).toBeLessThan(1_000);
      server?.closeAllConnections();
      server?.close();
    }
  });

  it('does not repeat a refused timestamp that it cannot correct', async () => {
    let calls = 0;
    const { client } = await against((_request, response) => {
      calls += 1;
      response.setHeader('date', new Date(NOW).toUTCString());
      response.end('{"error":"error_param","message":"Timestamp is expired."}');
    });
    const answer = await client.call('order.get_order_list', list, SHOP);
    expect(answer).toMatchObject({ ok: false, fault: { class: 'clock', action: 'fix-clock' } });
    expect(calls).toBe(1);
  });

  it.each([
    [502, 'text/html', '<html><h1>502 Bad Gateway</h1></html>', 'transient', 'not-json'],
    [200, 'text/html', '<!doctype html>Log in to the hotel network', 'transient', 'not-json'],
    [
      200,
      'application/json',
      '{"error":"","response":{"order_list":[{"order_sn":"2',
      'transient',
      'half-body',
    ],
    [200, 'application/json', '', 'transient', 'not-json'],
    [404, 'text/html', '<html>Not here</html>', 'caller', 'not-json'],
    [500, 'text/plain', 'block by gateway due to invalid cid', 'caller', 'no-such-call'],
    [
      429,
      'application/json',
      '{"error":"error_rate_limit","message":"Too many requests."}',
      'throttled',
      'too-many',
    ],
    [429, 'text/html', '<html>Slow down</html>', 'throttled', 'too-many'],
    [403, 'application/json', '{"error":"invalid_acceess_token","message":"x"}', 'token', 'token-invalid'],
    [491, 'application/json', '{}', 'permission', 'no-permission'],
    [503, 'application/json', '{"error":"","message":""}', 'transient', 'server'],
    [302, 'text/html', '', 'transient', 'not-json'],
    [200, 'application/json', '[]', 'transient', 'not-json'],
  ])('%i %s %s', async (status, type, body, errorClass, reason) => {
    const { client, heard } = await against(reply(status, type, body));
    const answer = await client.call('order.get_order_list', list, SHOP);
    expect(answer).toMatchObject({ ok: false, fault: { class: errorClass, reason } });
    expect(heard[0]).toMatchObject({ httpStatus: status, class: errorClass, counts: true, clean: false });
  });

  it('does not follow a redirect with the token', async () => {
    const seen: string[] = [];
    const { client } = await against((request, response) => {
      seen.push(request.url ?? '');
      response.writeHead(302, { location: '/elsewhere' });
      response.end();
    });
    expect((await client.call('order.get_order_list', list, SHOP)).ok).toBe(false);
    expect(seen).toHaveLength(1);
  });

  it('takes a connection that ends in the body for a half body', async () => {
    const { client } = await against((_request, response) => {
      response.writeHead(200, { 'content-length': '5000' });
      response.write('{"error":""');
      setTimeout(() => response.destroy(), 20);
    });
    const answer = await client.call('order.get_order_list', list, SHOP);
    expect(answer).toMatchObject({ ok: false, fault: { reason: 'half-body', action: 'retry-reads' } });
  });

  it('gives up a server that says nothing, and one that stops in the middle', async () => {
    const silent = await against(() => {}, { timeoutMs: 80 });
    expect(await silent.client.call('order.get_order_list', list, SHOP)).toMatchObject({
      ok: false,
      fault: { class: 'transient', reason: 'timeout' },
      facts: { httpStatus: null, counts: false },
    });
    server?.closeAllConnections();
    server?.close();
    const stuck = await against((_request, response) => void response.write('{"error":'), {
      // Long enough for the head of the answer on a busy machine.
      timeoutMs: 1_500,
    });
    expect(await stuck.client.call('order.get_order_list', list, SHOP)).toMatchObject({
      ok: false,
      fault: { reason: 'timeout' },
      facts: { httpStatus: 200 },
    });
  });

  it('stops at once when it is told to, before and in the middle of a call', async () => {
    let calls = 0;
    const stop = new AbortController();
    const { client } = await against(() => {
      calls += 1;
      stop.abort();
    });
    const running = client.call('order.get_order_list', list, SHOP, { signal: stop.signal });
    expect(await running).toMatchObject({ ok: false, fault: { class: 'aborted', action: 'none' } });
    const after = await client.call('order.get_order_list', list, SHOP, { signal: stop.signal });
    expect(after).toMatchObject({ ok: false, fault: { class: 'aborted' } });
    expect(calls).toBe(1);
  });

  it('says that nobody is there', async () => {
    const { client } = await against(() => {});
    server?.close();
    server?.closeAllConnections();
    expect(await client.call('order.get_order_list', list, SHOP)).toMatchObject({
      ok: false,
      fault: { class: 'transient', reason: 'network', code: 'network' },
    });
  });

  it.each([
    ['pdf', '%PDF-1.7 label'],
    ['zip', 'PK\u0003\u0004 labels'],
    ['html', '<html>label</html>'],
  ])('hands out a label as %s, byte for byte', async (kind, body) => {
    const { client } = await against(reply(200, 'application/octet-stream', body));
    const answer = await client.call('logistics.download_shipping_document', { order_list: [] }, SHOP);
    if (!answer.ok) throw new Error(answer.fault.code);
    expect(answer.file?.kind).toBe(kind);
    expect(Buffer.from(answer.file?.bytes ?? []).toString()).toBe(body);
  });

  it('takes an error in place of a label for an error, and a bad gateway for what it is', async () => {
    const refused = '{"error":"logistics.package_can_not_print","message":"Not now","request_id":"r"}';
    const first = await against(reply(200, 'application/json', refused));
    expect(
      await first.client.call('logistics.download_shipping_document', { order_list: [] }, SHOP),
    ).toMatchObject({ ok: false, fault: { class: 'caller', code: 'logistics.package_can_not_print' } });
    server?.closeAllConnections();
    server?.close();
    const second = await against(reply(502, 'text/html', '<html>502</html>'));
    expect(
      await second.client.call('logistics.download_shipping_document', { order_list: [] }, SHOP),
    ).toMatchObject({ ok: false, fault: { class: 'transient' } });
  });

  it('reads answers without a wrapper, and keeps every digit', async () => {
    const first = await against(
      reply(
        200,
        'application/json',
        '{"shop_name":"A","region":"SG","merchant_id":764539404640322244,"error":""}',
      ),
    );
    const info = await first.client.call('shop.get_shop_info', {}, SHOP);
    if (!info.ok) throw new Error(info.fault.code);
    expect(info.value).toMatchObject({ shop_name: 'A', region: 'SG', merchant_id: '764539404640322244' });
    expect(info.raw).toEqual({ shop_name: 'A', region: 'SG', merchant_id: '764539404640322244' });
  });

  it('names the address that is not declared, and the time of the next quota', async () => {
    const undeclared =
      '{"error":"source_ip_undeclared","message":"Request Source IP (203.0.113.9) is undeclared."}';
    const first = await against(reply(200, 'application/json', undeclared));
    expect(await first.client.call('order.get_order_list', list, SHOP)).toMatchObject({
      fault: { action: 'stop-app', reason: 'address-undeclared', address: '203.0.113.9' },
    });
    server?.closeAllConnections();
    server?.close();
    const quota =
      '{"error":"error_limit","message":"daily API call limit, please try again after 00: 00 (UTC+08:00)"}';
    const second = await against(reply(200, 'application/json', quota));
    expect(await second.client.call('order.get_order_list', list, SHOP)).toMatchObject({
      fault: { action: 'wait-for-quota', untilAt: Date.UTC(2026, 10, 24, 16) },
    });
  });

  it('posts a body in JSON', async () => {
    let got = '';
    const { client } = await against((request, response) => {
      void bodyOf(request).then((body) => {
        got = `${request.headers['content-type']} ${body}`;
        response.end('{"error":"","message":"","response":{"success_list":[],"fail_list":[]}}');
      });
    });
    const params = { package_list: [{ package_number: 'P1' }] };
    expect((await client.call('logistics.get_mass_tracking_number', params, SHOP)).ok).toBe(true);
    expect(got).toBe('application/json {"package_list":[{"package_number":"P1"}]}');
  });
});
