import { expect, test } from 'vitest';
import { jtScheme } from '../../../main/engine/sources/carriers/jt/push.ts';
import { createJt } from '../../../main/engine/sources/carriers/jt/source.ts';
import { kuaidi100Scheme } from '../../../main/engine/sources/carriers/kuaidi100/push.ts';
import { createKuaidi100 } from '../../../main/engine/sources/carriers/kuaidi100/source.ts';
import { ninjavanScheme } from '../../../main/engine/sources/carriers/ninjavan/push.ts';
import { createNinjaVan } from '../../../main/engine/sources/carriers/ninjavan/source.ts';
import type { PushContext, PushScheme, RawPush } from '../../../main/engine/sources/push/types.ts';
import type { AskAnswer } from '../../../main/engine/sources/carriers/kit/types.ts';
import { startJt } from '../../../main/sandbox/carriers/jt/twin.ts';
import { startKuaidi100 } from '../../../main/sandbox/carriers/kuaidi100/twin.ts';
import type { TwinPush } from '../../../main/sandbox/carriers/kit/push.ts';
import { seededTracks } from '../../../main/sandbox/carriers/kit/tracks.ts';
import { startNinjaVan } from '../../../main/sandbox/carriers/ninjavan/twin.ts';
import { asked, clientWorld, never, NOW } from '../../fakes/carriers.ts';

const tracks = seededTracks({ seed: 5, start: NOW - 10 * 86_400_000 });
const now = (): number => NOW;
const context: PushContext = {
  now: NOW,
  factsOf: () => ({ market: 'MY', orderNo: null, orderTime: null }),
  onDrift: () => {},
};
const raw = (push: TwinPush): RawPush => ({
  bytes: Buffer.from(push.body),
  text: push.body,
  header: (name) => push.headers[name] ?? null,
  publicUrl: '',
});
/** The scans without their place in a list: a push has no list. */
const scansOf = (rows: readonly object[]): unknown[] => rows.map((row) => ({ ...row, seq: null, line: 0 }));
const asking = (answer: AskAnswer): unknown[] =>
  answer.answers[0]?.kind === 'scans' ? scansOf(answer.answers[0].rows) : [];
const pushed = (scheme: PushScheme, push: TwinPush): unknown[] => {
  expect(scheme.verify(raw(push))).toBe(true);
  expect(scheme.verify(raw({ ...push, body: `${push.body} ` }))).toBe(false);
  return scheme.read(raw(push), context).flatMap((each) => (each.kind === 'scans' ? scansOf(each.rows) : []));
};

test('Ninja Van: one event, the same as in the list', async () => {
  const twin = await startNinjaVan({ country: 'my', clientId: 'i', clientSecret: 's', tracks, now });
  const source = createNinjaVan({ country: 'my', clientId: 'i', clientSecret: 's' }, clientWorld(twin.url));
  const list = asking(await source.ask([asked('NLMYAP0000001')], never));
  const push = twin.pushOf('NLMYAP0000001');
  expect(push && pushed(ninjavanScheme({ country: 'my', clientSecret: 's' }), push)).toEqual(list.slice(-1));
  await twin.close();
});

test('J&T: the list', async () => {
  const twin = await startJt({ apiAccount: 'a', privateKey: 'p', tracks, now });
  const source = createJt({ country: 'my', apiAccount: 'a', privateKey: 'p' }, clientWorld(twin.url));
  const list = asking(await source.ask([asked('JT1234567890')], never));
  const scheme = jtScheme({ country: 'my', privateKey: 'p' });
  expect(list.length).toBeGreaterThan(3);
  expect(pushed(scheme, { ...twin.pushOf('JT1234567890') })).toEqual(list);
  await twin.close();
});

test('Kuaidi100: the list, and the end of the subscription', async () => {
  const twin = await startKuaidi100({ customer: 'c', key: 'k', salt: 's', tracks, now, quota: 5 });
  const source = createKuaidi100({ customer: 'c', key: 'k' }, clientWorld(twin.url));
  const list = asking(await source.ask([asked('3950055201640', { carrier: 'yunda' })], never));
  const scheme = kuaidi100Scheme('s');
  expect(list.length).toBeGreaterThan(3);
  expect(pushed(scheme, twin.pushOf('3950055201640', 'yunda'))).toEqual(list);
  const ended = scheme.read(raw(twin.pushOf('3950055201640', 'yunda', 'abort')), context);
  expect(ended.map((each) => each.kind)).toEqual(['scans', 'stopped']);
  expect(JSON.parse(scheme.reply.body)).toMatchObject({ result: true, returnCode: '200' });
  await twin.close();
});
