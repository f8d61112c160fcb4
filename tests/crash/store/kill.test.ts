import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFile } from '../../../main/engine/store/file.ts';
import { appliedMigrations } from '../../../main/engine/store/migrate.ts';
import { openStore } from '../../../main/engine/store/open.ts';
import { countOf, fill, tempStore } from '../../fakes/store.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
let temp: ReturnType<typeof tempStore>;
beforeEach(() => void (temp = tempStore()));
afterEach(() => {
  chmodSync(temp.folder, 0o755);
  temp.remove();
});

/** Starts the child; `lines` grows with what it says; `said(n)` waits for n lines. */
function start(mode: string) {
  const child = spawn(process.execPath, [CHILD, temp.options.path, temp.options.key, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (part: Buffer) => void (text += part.toString()));
  const ended = once(child, 'close');
  const lines = () => text.split('\n').slice(0, -1);
  const said = async (n: number) => {
    while (lines().length < n) await Promise.race([once(child.stdout, 'data'), ended]);
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { lines, said, kill, ended };
}

test.each([
  ['of a writer', 'write', 30, 90],
  ['of a writer whose log a thread copies back beside it, and whose backups it makes', 'tended', 12, 600],
])(
  'many kills %s: no committed row is lost, none doubled or torn, and the next start just works',
  async (_of, mode, kills, upTo) => {
    let last = -1;
    for (let round = 0; round < kills; round += 1) {
      const child = start(mode);
      await child.said(2 + (Math.round(round * 0.41 * upTo) % upTo));
      await child.kill();
      last = Number(child.lines().at(-1));
      const store = temp.open();
      const rows = store.reader.all<{ at: number; n: number }>(
        'SELECT at, count(*) AS n FROM audit GROUP BY at ORDER BY at',
      );
      expect(rows.length).toBeGreaterThan(last);
      expect(rows).toEqual(rows.map((_row, at) => ({ at, n: 2 })));
      expect(store.integrity()).toEqual([]);
      store.close();
    }
    expect(last).toBeGreaterThan(30);
  },
);

test('a kill during a migration leaves whole steps only, and the next start finishes', async () => {
  const before = temp.open();
  fill(before, 7);
  before.close();
  for (let round = 0; round < 8; round += 1) {
    const child = start('migrate');
    await child.said(1);
    await new Promise((resolve) => setTimeout(resolve, round * 15));
    await child.kill();
    const db = openFile(temp.options.path, temp.options.key, { readonly: false });
    const steps = appliedMigrations(db).filter((id) => id >= 9990);
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'long%' ORDER BY name").all();
    expect(tables).toEqual(steps.map((id) => ({ name: `long_${id}` })));
    for (const id of steps) {
      expect(db.prepare(`SELECT count(*) AS n FROM long_${id}`).get()).toEqual({ n: 60_000 });
    }
    expect(db.prepare('SELECT count(*) AS n FROM audit').get()).toEqual({ n: 7 });
    db.close();
  }
  const last = start('migrate');
  await last.ended;
  expect(last.lines()).toEqual(['begins', 'open']);
  expect(openStore(temp.options)).toMatchObject({ ok: false, failure: { code: 'newer-version' } });
});

test('a second process is told, and a killed holder leaves nothing to clean up', async () => {
  const holder = start('hold');
  await holder.said(1);
  expect(holder.lines()).toEqual(['open']);
  expect(openStore(temp.options)).toMatchObject({ ok: false, failure: { code: 'in-use' } });
  await holder.kill();
  const store = temp.open();
  expect(countOf(store)).toBe(0);
  store.close();
});

test('a folder that may not be written is named as such', async () => {
  temp.open().close();
  chmodSync(temp.folder, 0o555);
  const child = start('nobody');
  await child.ended;
  expect(child.lines()).toEqual(['read-only']);
});
