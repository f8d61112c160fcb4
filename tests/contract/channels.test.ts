import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CallName, callNames, calls, type EngineCallName } from '#shared/contract/index.ts';
import { FAULT_CODES } from '#shared/contract/faults.ts';
import { topics, type TopicName } from '#shared/contract/topics.ts';
import type { CaseId } from '#shared/model/ids.ts';
import { engineHandlers } from '../../main/engine/api/index.ts';
import type { ApiDeps } from '../../main/engine/api/deps.ts';
import { dumpStore, rowsOf } from '../fakes/dump.ts';
import { openWorld, type World } from '../fakes/engine.ts';
import { csvOf, failed, held, numberOf, returning, underway } from '../fakes/files.ts';

const engineCalls = callNames.filter((name): name is EngineCallName => calls[name].host === 'engine');
const shellCalls = callNames.filter((name) => calls[name].host === 'shell');
const isCoded = (code: string): boolean => (FAULT_CODES as readonly string[]).includes(code);

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const scans = [
    ...failed(numberOf(1), 20),
    ...held(numberOf(2), 40, 'BR'),
    ...returning(numberOf(3), 10),
    ...underway(numberOf(4), 300),
    { number: numberOf(4), code: '', ago: 1, text: 'Words that no table has' },
    { number: '', code: 'F100', ago: 1 },
  ];
  await world.take(world.file('small.csv', csvOf(scans)));
  world.file('noise.csv', randomBytes(3_000));
});
afterAll(() => world.remove());

describe('every engine call', () => {
  it('has a handler, and every handler a call', () => {
    // The handlers are made without being run, so they need nothing.
    const handlers = Object.keys(engineHandlers({} as ApiDeps));
    expect(handlers.toSorted()).toEqual(engineCalls.toSorted());
    expect(engineCalls.length).toBeGreaterThan(20);
  });

  it('is refused by name where it is unknown or the shell answers it', async () => {
    const strange = [
      '',
      'app',
      'app.status ',
      '__proto__',
      'constructor',
      'toString',
      null,
      7,
      {},
      ...shellCalls,
    ];
    for (const name of strange) {
      expect(await world.engine.dispatch(name, {})).toEqual({
        ok: false,
        error: { code: 'unknown-channel' },
      });
    }
    expect(shellCalls.length).toBeGreaterThan(5);
  });
});

/** Paths that no test may write to by accident. */
const junkPath = (home: string) =>
  fc.constantFrom(
    home,
    join(home, 'missing', 'x.csv'),
    join(home, 'noise.csv'),
    `${home}\u0000.csv`,
    join(home, 'n'.repeat(300)),
    '/dev/null/x',
    '\ud800',
  );
const some = fc.oneof(
  fc.anything(),
  fc.integer({ min: -2, max: 6 }),
  fc.double(),
  fc.string({ maxLength: 300 }),
  fc.constantFrom(null, '', '0.0', '1.2.3', '9'.repeat(200), 'NaN.NaN', '-1', '%', '\u0000', 'waiting', 'en'),
  fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 4 }),
);

/** Objects with the keys of the schema and junk, or nearly right values, in them. */
function nearly(name: CallName, home: string): fc.Arbitrary<unknown> {
  const schema: unknown = calls[name].input;
  const keys = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const plausible: Record<string, fc.Arbitrary<unknown>> = {
    limit: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 500 }) }, some),
    cursor: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, some),
    view: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('waiting', 'mine', 'cleared') }, some),
    kind: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, some),
    market: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, some),
    stage: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, some),
    state: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(null, 'all') }, some),
    text: fc.string({ maxLength: 120 }),
    path: junkPath(home),
    options: fc.constant({ zone: null, carrier: null, dateOrder: 'auto', sheet: null }),
    mapping: fc.oneof(fc.constant(null), fc.constant({}), fc.constant({ number: 999 }), some),
    digest: fc.string(),
    lang: fc.constantFrom('en', 'zh-CN'),
    // Ids of which none exists, so that nothing can be decided by accident.
    caseIds: fc.oneof(
      fc.array(fc.integer({ min: 500, max: 2 ** 40 }), { minLength: 1, maxLength: 3 }),
      fc.anything(),
    ),
    until: fc.oneof(fc.integer(), some),
  };
  const missing = fc.oneof(
    fc.integer({ min: 500, max: 2 ** 40 }),
    fc.anything().filter((value) => typeof value !== 'number'),
  );
  return fc.record(
    Object.fromEntries(keys.map((key) => [key, plausible[key] ?? (key.endsWith('Id') ? missing : some)])),
    keys.length > 0 ? { requiredKeys: keys.filter((_, n) => n % 3 !== 2) } : {},
  );
}

describe('junk on a channel', () => {
  it.each(engineCalls)('%s answers with a code or a valid value, and changes nothing', async (name) => {
    const before = dumpStore(world.home);
    const audits = rowsOf(world.home, 'SELECT * FROM audit');
    let refused = 0;
    const junk = fc.oneof(fc.anything(), nearly(name, world.home));
    await fc.assert(
      fc.asyncProperty(junk, async (input) => {
        const answer = await world.engine.dispatch(name, input);
        if (answer.ok) {
          expect(calls[name].output.safeParse(answer.value).success).toBe(true);
          return;
        }
        refused += 1;
        expect(isCoded(answer.error.code), answer.error.code).toBe(true);
        expect(answer.error.code).not.toBe('internal');
      }),
      { numRuns: name === 'app.backupNow' ? 10 : 120 },
    );
    expect(refused).toBeGreaterThan(0);
    await world.engine.settled();
    expect(dumpStore(world.home)).toEqual(before);
    expect(rowsOf(world.home, 'SELECT * FROM audit')).toEqual(audits);
    expect(world.log.lines.filter((line) => /call\.bug|bad-output/.test(line.event))).toEqual([]);
  });
});

describe('real answers', () => {
  it('fit their schemas on a store with data', async () => {
    const page = { limit: 50, cursor: null };
    const queue = { view: 'waiting', kind: null, market: null, text: '' } as const;
    const rows = (await world.get('queue.page', { ...queue, ...page })).rows;
    expect(rows.length).toBe(4);
    const caseIds: CaseId[] = rows.map((row) => row.id);
    const [first] = rows;
    const draft = await world.get('drafts.create', { caseId: first?.id as CaseId, lang: 'en' });
    const { imports } = await world.get('imports.list', {});
    const importId = imports[0]?.id;
    const path = join(world.home, 'small.csv');
    const options = { zone: null, carrier: null, dateOrder: 'auto', sheet: null };
    const preview = await world.get('imports.preview', {
      path,
      mapping: null,
      options: { ...options, dateOrder: 'auto' },
    });
    const { digest, mapping } = preview;
    const accepted = await world.get('cases.accept', { caseIds });
    const parcelId = first?.parcelId;
    const draftId = draft.id;
    const typed = {
      place: 'custom',
      customHost: 'http://127.0.0.1:9',
      partnerId: ' 7 ',
      key: 'shpk',
    } as const;
    const { app } = await world.get('shops.app.save', typed);
    const shopId = 1;
    const inputs: Record<EngineCallName, unknown> = {
      'app.status': {},
      'app.backupNow': {},
      'app.backups': {},
      'app.audit': page,
      'queue.page': { ...queue, view: 'mine', ...page },
      'queue.counts': {},
      'queue.case': { caseId: first?.id },
      'actions.undo': { actionId: accepted.actionId },
      'cases.accept': { caseIds },
      'cases.snooze': { caseIds, until: world.clock.at + 60_000 },
      'cases.dismiss': { caseIds, reason: 'other', note: 'n' },
      'cases.reopen': { caseIds },
      'parcels.page': { text: '', stage: null, market: null, state: 'all', ...page },
      'parcels.detail': { parcelId },
      'parcels.events': { parcelId, ...page },
      'parcels.route': { parcelId },
      'parcels.outlook': { parcelId },
      'parcels.moved': { limit: 5 },
      'parcels.overview': { market: null },
      'drafts.page': { state: null, ...page },
      'drafts.get': { draftId },
      'drafts.create': { caseId: first?.id, lang: 'zh-Hant' },
      'drafts.edit': { draftId, text: 'Words' },
      'drafts.restore': { draftId },
      'drafts.copied': { draftId },
      'drafts.discard': { draftId },
      'drafts.recover': { draftId },
      'imports.preview': { path, mapping: null, options },
      'imports.list': {},
      'imports.refused': { importId, ...page },
      'imports.exportRefused': { importId, path: join(world.home, 'refused.csv'), lang: 'zh-CN' },
      'imports.start': { path, digest, mapping, options },
      'imports.cancel': { importId },
      'sources.list': {},
      'sources.unknown': { carrier: null, ...page },
      'sources.around': { carrier: null, code: null, text: 'Word 9' },
      'sources.rules': {},
      'sources.mapText': { carrier: null, code: null, text: 'Word 9', node: 'DELIVERED', reason: null },
      'sources.mapScan': { eventId: 1, node: 'DELIVERED', reason: null },
      'sources.unmapText': { ruleId: 1 },
      'sources.exportRules': { path: join(world.home, 'rules.json') },
      'weather.get': {},
      // Off: no test asks the real service.
      'weather.set': { on: false, address: 'http://127.0.0.1:9', key: null },
      'calendar.get': {},
      'calendar.holidays': { place: 'MY', year: 2026, state: '10' },
      'calendar.set': {
        ownDaysOff: [{ from: '2026-12-24', to: '2026-12-26', name: 'Closed', place: 'CN' }],
        carrierWeeks: [{ carrier: 'spx', place: 'MY', days: ['mon', 'sat'] }],
        cutOffs: [{ carrier: 'spx', time: '16:30', zone: 'Asia/Shanghai' }],
      },
      'insights.scoreboard': { by: 'lane', moment: 'ordered', days: 28 },
      'shops.list': {},
      'shops.app.save': typed,
      'shops.connect.begin': { appId: app.id, lang: 'en', redirect: null },
      'shops.connect.paste': { address: 'http://127.0.0.1/connect/' },
      'shops.connect.cancel': {},
      'shops.pause': { shopId },
      'shops.resume': { shopId },
      'shops.disconnect': { shopId },
      'shops.app.remove': { appId: app.id },
      'orders.page': { text: 'ABC', shopId: null, market: null, status: null, ...page },
      'orders.detail': { orderId: 1 },
      'orders.counts': { shopId: null },
      'sync.health': {},
      'sync.gaps': { shopId: null, ...page },
      'sync.calls': { shopId: null },
      'sync.load': { shopId: null, days: 7 },
      'sync.pauseLoad': { shopId, paused: true },
      'sync.pause': { paused: false },
      'sync.askNow': { parcelId },
      'carriers.list': {},
      'carriers.schedule': {},
      'carriers.setMonthly': { source: '17track', allowed: 100 },
      'carriers.save': { source: '17track', credentials: { apiKey: 'K17-abcdef0123456789' } },
      'carriers.setEnabled': { source: '17track', enabled: true },
      'carriers.test': { source: 'sf' },
      'carriers.drift': page,
      'carriers.push': {},
      'carriers.setPush': { on: false, port: 0, publicBase: 'https://tunnel.example/a' },
      'carriers.forget': { source: '17track' },
      'parcels.carrierCandidates': { parcelId },
      'parcels.setCarrier': { parcelId, carrier: 'jt-my' },
      'health.sources': {},
      'lab.runs': {},
      'lab.start': { sources: ['sf'], numbers: ['SF1000000001'], calls: 3, perSecond: 1, mayCharge: 0 },
      'lab.report': { runId: 1 },
      'lab.cancel': { runId: 1 },
      'lab.export': { runId: 1, path: join(world.home, 'lab.csv'), format: 'csv' },
    };
    // No shop is connected here, and there is no order.
    const ended: Readonly<Record<string, string>> = {
      'imports.cancel': 'wrong-state',
      'shops.connect.paste': 'connect-no-code',
      'shops.pause': 'not-found',
      'shops.resume': 'not-found',
      'shops.disconnect': 'not-found',
      'orders.detail': 'not-found',
      'sync.load': 'not-found',
      'sync.pauseLoad': 'not-found',
      'carriers.test': 'not-found',
    };
    for (const [name, input] of Object.entries(inputs)) {
      const answer = await world.engine.dispatch(name, input);
      const code = ended[name];
      if (code !== undefined) {
        expect(answer).toMatchObject({ ok: false, error: { code } });
        continue;
      }
      expect(answer.ok, `${name}: ${JSON.stringify(answer)}`).toBe(true);
      expect(calls[name as CallName].output.safeParse(answer.ok ? answer.value : null).success, name).toBe(
        true,
      );
    }
    await world.engine.settled();
  });
});

describe('topics', () => {
  it('fit their schemas, and each revision is larger than the one before, also after a restart', async () => {
    await world.pass(100);
    await world.restart();
    await world.take(join(world.home, 'small.csv'));
    await world.pass(100);
    const seen = new Map<string, number>();
    for (const { topic, revision, payload } of world.sent) {
      expect(topics[topic as TopicName]?.host, topic).toBe('engine');
      expect(topics[topic as TopicName].payload.safeParse(payload).success, topic).toBe(true);
      expect(revision, topic).toBeGreaterThan(seen.get(topic) ?? 0);
      seen.set(topic, revision);
    }
    expect([...seen.keys()].toSorted()).toEqual([
      'drafts',
      'imports',
      'orders',
      'parcels',
      'queue',
      'shops',
      'sources',
      'status',
    ]);
    const { revision } = await world.get('queue.counts', {});
    expect(revision).toBe(seen.get('queue'));
  });
});
