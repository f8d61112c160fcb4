import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseId } from '#shared/model/ids.ts';
import { openWorld, type World } from '../../fakes/engine.ts';
import { csvOf, failed, numberOf } from '../../fakes/files.ts';

let world: World;
let caseId: CaseId;
beforeEach(async () => {
  world = await openWorld();
  await world.take(world.file('a.csv', csvOf(failed(numberOf(1), 20, 'TW'))));
  const page = { view: 'waiting', kind: null, market: null, text: '', limit: 9, cursor: null } as const;
  caseId = (await world.get('queue.page', page)).rows[0]?.id as CaseId;
});
afterEach(() => world.remove());

it('a draft is composed once per language, edited, put back, copied, discarded and recovered', async () => {
  const made = await world.get('drafts.create', { caseId, lang: 'en' });
  expect(made).toMatchObject({ state: 'proposed', origin: 'auto-drafted', relevant: true, copiedAt: null });
  expect(made.text).toContain(numberOf(1));
  expect((await world.get('drafts.create', { caseId, lang: 'en' })).id).toBe(made.id);
  const other = await world.get('drafts.create', { caseId, lang: 'zh-Hant' });
  expect(other.text).not.toBe(made.text);
  expect((await world.get('queue.case', { caseId })).drafts).toEqual([made.id, other.id]);

  const one = { draftId: made.id };
  const mine = `${made.text} See you soon.`;
  expect(await world.get('drafts.edit', { ...one, text: mine })).toMatchObject({
    state: 'edited',
    origin: 'edited',
    text: mine,
  });
  expect((await world.get('drafts.create', { caseId, lang: 'en' })).text).toBe(mine);
  expect(await world.get('drafts.restore', one)).toMatchObject({ state: 'proposed', text: made.text });
  await world.get('drafts.edit', { ...one, text: mine });
  expect(await world.get('drafts.copied', one)).toMatchObject({ state: 'copied', copiedAt: world.clock.at });
  expect(await world.get('drafts.discard', one)).toMatchObject({ state: 'discarded' });
  expect(await world.ask('drafts.edit', { ...one, text: 'x' })).toMatchObject({
    error: { code: 'wrong-state' },
  });
  expect(await world.ask('drafts.copied', one)).toMatchObject({ error: { code: 'wrong-state' } });
  const shown = await world.get('drafts.page', { state: null, limit: 10, cursor: null });
  expect(shown.rows.map((draft) => draft.id)).toEqual([other.id]);
  expect(shown.total).toBe(1);
  expect(await world.get('drafts.recover', one)).toMatchObject({
    state: 'edited',
    text: mine,
    origin: 'edited',
  });
  expect(await world.ask('drafts.recover', one)).toMatchObject({ error: { code: 'wrong-state' } });
  await world.restart();
  expect(await world.get('drafts.get', one)).toMatchObject({ state: 'edited', text: mine });
});

it('a draft says that it is no longer so once its case has cleared', async () => {
  const { id } = await world.get('drafts.create', { caseId, lang: 'en' });
  await world.take(world.file('b.csv', csvOf([{ number: numberOf(1), code: 'F980', ago: 1 }])));
  expect((await world.get('drafts.get', { draftId: id })).relevant).toBe(false);
});

it('what is not there is named', async () => {
  expect(await world.ask('drafts.create', { caseId: 77, lang: 'en' })).toMatchObject({
    error: { code: 'not-found' },
  });
  for (const name of [
    'drafts.get',
    'drafts.restore',
    'drafts.copied',
    'drafts.discard',
    'drafts.recover',
  ] as const) {
    expect(await world.ask(name, { draftId: 77 })).toMatchObject({ error: { code: 'not-found' } });
  }
});
