import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { journeysOf, rowsOf } from '../../fakes/dump.ts';
import { openWorld, type World } from '../../fakes/engine.ts';
import { csvOf, type FileScan, numberOf, underway } from '../../fakes/files.ts';

let world: World;
beforeEach(async () => void (world = await openWorld()));
afterEach(() => world.remove());

const odd = (n: number, text: string): FileScan[] => [
  ...underway(numberOf(n), 5, 'MY'),
  { number: numberOf(n), code: '', ago: 4, text },
];
const files: readonly FileScan[] = [
  ...odd(1, 'Zorbled by frumious 17'),
  ...odd(2, 'ZORBLED by frumious 99'),
  ...odd(3, 'Snarked by frumious 99'),
];
const page = { carrier: null, limit: 50, cursor: null };

it('reads all that says the same by a rule, takes it back, and exports it', async () => {
  await world.take(world.file('odd.csv', csvOf(files)));
  const before = journeysOf(world.home);
  const { rows } = await world.get('sources.unknown', page);
  expect(rows).toHaveLength(3);
  const row = rows.find(({ text }) => text.endsWith('17'));
  const { carrier = null, code = null, text = '' } = row ?? {};
  const rule = { carrier, code, text, node: 'DELIVERED', reason: null } as const;
  const done = await world.get('sources.mapText', rule);
  expect(done).toMatchObject({ scans: 2, parcels: 2 });
  const left = (await world.get('sources.unknown', page)).rows;
  expect(left.map((each) => each.text)).toEqual(['Snarked by frumious 99']);
  await world.engine.settled();
  const ruled = journeysOf(world.home);
  expect(ruled).not.toEqual(before);
  const parcels = await world.get('parcels.page', {
    ...{ text: '', stage: null, market: null, state: 'all', limit: 50, cursor: null },
  });
  expect(parcels.rows.filter((each) => each.node === 'DELIVERED')).toHaveLength(2);

  const path = join(world.home, 'rules.json');
  expect(await world.get('sources.exportRules', { path })).toEqual({ path, rows: 1 });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([rule]);
  expect((await world.get('sources.rules', {})).rules).toMatchObject([{ id: done.ruleId, text }]);

  // The same words that come after the rule are understood at once.
  await world.take(world.file('more.csv', csvOf(odd(4, 'Zorbled by frumious 4'))));
  expect((await world.get('sources.unknown', page)).rows).toHaveLength(1);

  expect(await world.get('sources.unmapText', { ruleId: done.ruleId })).toMatchObject({
    scans: 3,
    parcels: 3,
  });
  await world.engine.settled();
  expect((await world.get('sources.unknown', page)).rows).toHaveLength(4);
  expect(await world.ask('sources.unmapText', { ruleId: done.ruleId })).toMatchObject({
    error: { code: 'not-found' },
  });
  const audits = rowsOf(world.home, "SELECT what, detail FROM audit WHERE what LIKE 'sources.%' ORDER BY id");
  expect(audits).toHaveLength(2);
  expect(JSON.stringify(audits)).not.toMatch(/frumious/i);
});

it('is the same whether the rule or the scans came first, and undone leaves the journeys as they were', async () => {
  const rule = {
    carrier: null,
    code: null,
    text: 'zorbled by frumious',
    node: 'DELIVERED',
    reason: null,
  } as const;
  const other = await openWorld();
  await other.get('sources.mapText', rule);
  await other.take(other.file('odd.csv', csvOf(files)));
  await world.take(world.file('odd.csv', csvOf(files)));
  const before = journeysOf(world.home);
  const { ruleId } = await world.get('sources.mapText', rule);
  await world.engine.settled();
  expect(journeysOf(world.home)).toEqual(journeysOf(other.home));
  const ruled = journeysOf(world.home);
  await world.engine.rebuild();
  expect(journeysOf(world.home)).toEqual(ruled);
  await world.get('sources.unmapText', { ruleId });
  await world.engine.settled();
  expect(journeysOf(world.home)).toEqual(before);
  await other.remove();
});

it('tells what stands around words that nothing understands, and what they are like', async () => {
  const late: FileScan = { number: numberOf(1), code: '', ago: 1, text: 'Out for delivery' };
  await world.take(world.file('odd.csv', csvOf([...files, late])));
  const { rows } = await world.get('sources.unknown', page);
  const row = rows.find(({ text }) => text.endsWith('17'));
  const { carrier = null, code = null, text = '' } = row ?? {};
  const around = await world.get('sources.around', { carrier, code, text });
  expect(around.parcels.map(({ number }) => number).toSorted()).toEqual([numberOf(1), numberOf(2)]);
  expect(around.before.map(({ times }) => times)).toEqual([2]);
  expect(around.before[0]?.node).not.toBe('UNKNOWN');
  expect(around.after).toEqual([
    { node: null, times: 1 },
    { node: 'OUT_FOR_DELIVERY', times: 1 },
  ]);
  expect(around.alike).toBeNull();
  // A person's rule is understood, too: the next words that are like its own are told so.
  await world.get('sources.mapText', { carrier, code, text, node: 'EXCEPTION', reason: 'DAMAGED' });
  const like = await world.get('sources.around', { carrier, code, text: 'Snorbled by frumious 17' });
  expect(like).toMatchObject({ parcels: [], before: [], after: [] });
  expect(like.alike).toMatchObject({ node: 'EXCEPTION', reason: 'DAMAGED' });
});

it('reads a scan that was understood wrongly as the user says, by its own words and not by those that are shown', async () => {
  // The name of a person is not shown, and still a part of what the rule compares.
  const text = 'Delivered - signed by: Maria Santos';
  const scans = [1, 2].flatMap((n): FileScan[] => [
    ...underway(numberOf(n), 5, 'MY'),
    { number: numberOf(n), code: '', ago: 2, text },
  ]);
  await world.take(world.file('wrong.csv', csvOf(scans)));
  const detail = async () =>
    (await world.get('parcels.detail', { parcelId: 1 })).events.findLast(({ code }) => !code);
  const before = await detail();
  expect(before?.text).not.toContain('Maria');
  expect(before?.meaning).toMatchObject({ node: 'DELIVERED' });
  const eventId = before?.id ?? (0 as never);
  const around = await world.get('sources.around', { eventId });
  expect(around.parcels).toHaveLength(2);
  // The same words are no help against themselves.
  expect(around.alike?.text).not.toBe(before?.text);

  const rule = { eventId, node: 'READY_FOR_PICKUP', reason: null } as const;
  const done = await world.get('sources.mapScan', rule);
  expect(done).toMatchObject({ scans: 1, parcels: 2 });
  await world.engine.settled();
  expect((await detail())?.meaning).toMatchObject({ node: 'READY_FOR_PICKUP', means: 'own' });
  expect((await world.get('sources.rules', {})).rules).toMatchObject([{ text, node: 'READY_FOR_PICKUP' }]);
  await world.get('sources.unmapText', { ruleId: done.ruleId });
  await world.engine.settled();
  expect((await detail())?.meaning).toEqual(before?.meaning);
  expect(await world.ask('sources.mapScan', { ...rule, eventId: 99_999 })).toMatchObject({
    error: { code: 'not-found' },
  });
});
