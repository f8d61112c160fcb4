import { closeSync, existsSync, openSync, statSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asInstant } from '#shared/time.ts';
import { createEngine } from '../../../main/engine/index.ts';
import { openWorld, START, type World } from '../../fakes/engine.ts';
import { csvOf, failed, numberOf } from '../../fakes/files.ts';
import { KEY, recordingLog } from '../../fakes/store.ts';

let world: World;
beforeEach(async () => void (world = await openWorld()));
afterEach(() => world.remove());

const PAGE = 4096;

it('a damaged page is a coded answer, and the next start says that the store is corrupt', async () => {
  const scans = Array.from({ length: 500 }, (_, n) => failed(numberOf(n), 20)).flat();
  await world.take(world.file('many.csv', csvOf(scans)));
  await world.engine.close();
  const path = join(world.home, 'seamark.db');
  const pages = Math.floor(statSync(path).size / PAGE);
  const file = openSync(path, 'r+');
  // The schema and the tables' first pages stay, so that the store opens.
  for (let page = 200; page < pages; page += 1) writeSync(file, randomBytes(PAGE), 0, PAGE, page * PAGE);
  closeSync(file);

  const open = () =>
    createEngine({
      home: world.home,
      key: KEY,
      clock: { now: () => asInstant(START) },
      timers: { after: () => () => {} },
      log: recordingLog(),
      send: () => {},
    });
  const made = open();
  if (!made.ok) throw new Error(`The damage showed too early: ${made.failure.code}`);
  const input = { stage: null, market: null, state: 'all', text: '', limit: 500, cursor: null };
  const answer = await made.engine.dispatch('parcels.page', input);
  expect(answer).toEqual({ ok: false, error: { code: 'store-corrupt' } });
  expect(existsSync(`${path}.suspect`)).toBe(true);
  await made.engine.close();
  expect(open()).toMatchObject({ ok: false, failure: { code: 'corrupt' } });
});
