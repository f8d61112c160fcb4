import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionId, CaseId } from '#shared/model/ids.ts';
import type { QueueView } from '#shared/contract/queue.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { dumpStore } from '../../fakes/dump.ts';
import { openWorld, START, type World } from '../../fakes/engine.ts';
import {
  csvOf,
  delivered,
  failed,
  type FileScan,
  held,
  numberOf,
  returning,
  underway,
} from '../../fakes/files.ts';

let world: World;
beforeEach(async () => void (world = await openWorld()));
afterEach(() => world.remove());

let files = 0;
const take = (scans: readonly FileScan[]) => world.take(world.file(`f${++files}.csv`, csvOf(scans)));
const queue = async (view: QueueView = 'waiting') =>
  (await world.get('queue.page', { view, kind: null, market: null, text: '', limit: 500, cursor: null }))
    .rows;
const ids = async (view: QueueView = 'waiting'): Promise<CaseId[]> =>
  (await queue(view)).map((row) => row.id);
const stateOf = async (caseId: CaseId) => (await world.get('queue.case', { caseId })).row.state;

describe('cases', () => {
  it('open with the scans that show the trouble, and clear by the scan that ends it', async () => {
    await take([...failed(numberOf(1), 20), ...held(numberOf(2), 40), ...returning(numberOf(3), 10)]);
    const rows = await queue();
    expect(rows.map((row) => row.kind).sort()).toEqual(['customs-hold', 'delivery-failed', 'return-started']);
    const caseId = rows.find((row) => row.kind === 'delivery-failed')?.id as CaseId;
    const opened = await world.get('queue.case', { caseId });
    expect(opened.evidence.map((event) => event.code)).toEqual(['F650']);
    expect(opened.log.map((line) => line.what)).toEqual(['opened']);

    await take([{ number: numberOf(1), code: 'F980', ago: 2 }]);
    const after = await world.get('queue.case', { caseId });
    expect(after.row.state).toBe('cleared');
    expect(after.clearedBy?.code).toBe('F980');
    expect(after.log.map((line) => line.what)).toEqual(['opened', 'cleared']);
    expect((await world.get('app.status', {})).clearedToday).toBe(1);
    expect(await ids()).toHaveLength(2);
  });

  it('open for silence when working days have passed, and wake when their time is up', async () => {
    await take(underway(numberOf(1), 2));
    expect(await queue()).toEqual([]);
    await world.pass(7 * DAY);
    const [row] = await queue();
    expect(row).toMatchObject({ kind: 'silence', state: 'open' });
    const caseId = row?.id as CaseId;
    await world.get('cases.snooze', { caseIds: [caseId], until: world.clock.at + 2 * HOUR });
    await world.pass(HOUR);
    expect(await stateOf(caseId)).toBe('snoozed');
    await world.pass(HOUR);
    expect(await stateOf(caseId)).toBe('open');
    expect((await world.get('queue.case', { caseId })).log.map((line) => line.what)).toEqual([
      'opened',
      'snoozed',
      'woke',
    ]);
  });

  it('wake when more of the same happens, and stay dismissed whatever is imported again', async () => {
    await take([...failed(numberOf(1), 20), ...failed(numberOf(2), 20)]);
    const [first, second] = (await queue()).toSorted((a, b) => a.number.localeCompare(b.number));
    const asleep = first?.id as CaseId;
    const gone = second?.id as CaseId;
    await world.get('cases.snooze', { caseIds: [asleep], until: START + 3 * DAY });
    await world.get('cases.dismiss', { caseIds: [gone], reason: 'handled-elsewhere', note: '' });
    await take([
      { number: numberOf(1), code: 'F650', ago: 3 },
      { number: numberOf(2), code: '', ago: 3, text: 'Words that no table has' },
    ]);
    expect(await stateOf(asleep)).toBe('open');
    expect(await stateOf(gone)).toBe('dismissed');
    await world.engine.rebuild();
    expect(await stateOf(gone)).toBe('dismissed');
    expect((await world.get('queue.case', { caseId: gone })).dismissReason).toBe('handled-elsewhere');
  });

  it('are the same after everything is made anew, and so is every journey to the byte', async () => {
    await take([
      ...failed(numberOf(1), 20),
      ...held(numberOf(2), 40),
      ...returning(numberOf(3), 10),
      ...delivered(numberOf(4), 9),
      ...underway(numberOf(5), 300),
    ]);
    await world.get('cases.accept', { caseIds: (await ids()).slice(0, 2) });
    const before = dumpStore(world.home);
    expect(await world.engine.rebuild()).toBe(5);
    expect(dumpStore(world.home)).toEqual(before);
    await world.restart();
    expect(await world.engine.rebuild()).toBe(5);
    expect(dumpStore(world.home)).toEqual(before);
  });
});

describe('decisions', () => {
  beforeEach(() => take([1, 2, 3].flatMap((n) => failed(numberOf(n), 20))));

  type Verb = (caseIds: CaseId[]) => Promise<{ actionId: ActionId | null; changed: number }>;
  const verbs: [string, Verb, string][] = [
    ['accept', (caseIds) => world.get('cases.accept', { caseIds }), 'accepted'],
    ['snooze', (caseIds) => world.get('cases.snooze', { caseIds, until: START + DAY }), 'snoozed'],
    [
      'dismiss',
      (caseIds) => world.get('cases.dismiss', { caseIds, reason: 'other', note: 'why' }),
      'dismissed',
    ],
  ];
  it.each(verbs)('%s in bulk is undone as a whole', async (_, verb, state) => {
    const all = await ids();
    const before = await queue();
    const done = await verb(all);
    expect(done.changed).toBe(3);
    expect(await Promise.all(all.map(stateOf))).toEqual([state, state, state]);
    const undone = await world.get('actions.undo', { actionId: done.actionId as ActionId });
    expect(undone).toEqual({ actionId: null, changed: 3, unchanged: [] });
    expect(await queue()).toEqual(before);
    expect(await world.ask('actions.undo', { actionId: done.actionId as ActionId })).toMatchObject({
      error: { code: 'nothing-to-undo' },
    });
  });

  it.each(verbs)('reopen after %s, undone, gives what was decided back', async (_, verb, state) => {
    const [caseId] = (await ids()) as [CaseId];
    await verb([caseId]);
    const decided = await world.get('queue.case', { caseId });
    const reopened = await world.get('cases.reopen', { caseIds: [caseId] });
    expect(await stateOf(caseId)).toBe('open');
    await world.get('actions.undo', { actionId: reopened.actionId as ActionId });
    const after = await world.get('queue.case', { caseId });
    expect(after.row).toMatchObject({ state, snoozedUntil: decided.row.snoozedUntil });
    expect(after.dismissReason).toBe(decided.dismissReason);
  });

  it('an undo leaves alone what has moved on, and says which', async () => {
    const all = await ids();
    const accepted = await world.get('cases.accept', { caseIds: all });
    await take([{ number: numberOf(1), code: 'F980', ago: 1 }]);
    const cleared = (await ids('cleared'))[0] as CaseId;
    const undone = await world.get('actions.undo', { actionId: accepted.actionId as ActionId });
    expect(undone).toEqual({
      actionId: null,
      changed: 2,
      unchanged: [{ caseId: cleared, code: 'wrong-state' }],
    });
    expect(await stateOf(cleared)).toBe('cleared');
  });

  it('say for each case why it did not change, and refuse a time that is no snooze', async () => {
    const [first, second] = (await ids()) as [CaseId, CaseId];
    await world.get('cases.accept', { caseIds: [first] });
    const answer = await world.get('cases.accept', { caseIds: [first, second, second, 999] });
    expect(answer).toMatchObject({
      changed: 1,
      unchanged: [
        { caseId: first, code: 'wrong-state' },
        { caseId: 999, code: 'not-found' },
      ],
    });
    for (const until of [START, START - 1, START + 100 * DAY]) {
      expect(await world.ask('cases.snooze', { caseIds: [second], until: until })).toMatchObject({
        error: { code: 'bad-input' },
      });
    }
    expect(await world.ask('actions.undo', { actionId: 999 })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('stand in the audit without the words of the person', async () => {
    await world.get('cases.dismiss', { caseIds: await ids(), reason: 'other', note: 'her dog ate it' });
    const audit = await world.get('app.audit', { limit: 10, cursor: null });
    expect(audit.rows[0]).toMatchObject({ what: 'cases.dismissed', subject: '3 cases' });
    expect(JSON.stringify(audit.rows)).not.toContain('dog');
    expect(JSON.stringify(world.log.lines)).not.toContain('dog');
  });
});

describe('the clock', () => {
  it('makes one round after a sleep, however long it was and however often the system says so', async () => {
    await take(underway(numberOf(1), 2));
    const rounds = (): number => [...world.timers].filter((timer) => timer.ms === MINUTE).length;
    world.engine.world('suspend');
    expect(rounds()).toBe(0);
    await world.pass(9 * DAY);
    expect(await queue()).toEqual([]);
    expect((await world.get('app.status', {})).paused).toBe(true);
    world.engine.world('resume');
    world.engine.world('resume');
    await world.engine.settled();
    await world.pass(0);
    expect(await queue()).toHaveLength(1);
    expect(rounds()).toBe(1);
    world.engine.world('resume');
    await world.engine.settled();
    expect(rounds()).toBe(1);
    expect((await world.get('app.status', {})).paused).toBe(false);
  });
});
