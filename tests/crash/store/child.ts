import { asInstant } from '#shared/time.ts';
import { setImmediate as breathe } from 'node:timers/promises';
import { silentLog, systemClock, systemTimers } from '../../../main/engine/system.ts';
import { MIGRATIONS } from '../../../main/engine/store/migrations/index.ts';
import { openStore } from '../../../main/engine/store/open.ts';
import { createUpkeep } from '../../../main/engine/store/upkeep.ts';

/** Opens the store named by its arguments (path, key, as-nobody or not) and writes until it is killed; says each committed row. */
const [path = '', key = '', mode = ''] = process.argv.slice(2);
if (mode === 'nobody') {
  // Root may write anywhere; the driver must be loaded before the rights go.
  openStore({
    path: '/dev/null/x',
    key,
    backupFolder: '',
    clock: { now: () => asInstant(0) },
    log: silentLog,
  });
  const { default: Database } = await import('better-sqlite3-multiple-ciphers');
  new Database(':memory:').close();
  if (process.getuid?.() === 0) process.setuid?.(65_534);
}
/** Two long steps, so that a kill falls into one of them. */
const long = [9990, 9991].map((id) => ({
  id,
  name: `long-${id}`,
  sql: `CREATE TABLE long_${id}(n INTEGER) STRICT;
    INSERT INTO long_${id} WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 60000) SELECT n FROM c;`,
}));
if (mode === 'migrate') process.stdout.write('begins\n');
const opened = openStore({
  ...(mode === 'migrate' ? { migrations: [...MIGRATIONS, ...long] } : {}),
  path,
  key,
  backupFolder: `${path}.backups`,
  clock: { now: () => asInstant(0) },
  log: silentLog,
});
process.stdout.write(`${opened.ok ? 'open' : opened.failure.code}\n`);
if (opened.ok && (mode === 'write' || mode === 'tended')) {
  const { writer, reader } = opened.store;
  if (mode === 'tended') {
    // A log that is long after a few commits, so that a kill falls into a copy; a backup that is made again and again.
    const upkeep = createUpkeep({
      ...{ store: opened.store, log: silentLog, timers: systemTimers, clock: { now: systemClock.now } },
      file: { path, key, backupFolder: `${path}.backups` },
      thread: new URL('../../../main/engine/upkeep.ts', import.meta.url),
      sizes: { long: 8, little: 0 },
    });
    const backUp = (): unknown => upkeep.backup().then(() => setTimeout(backUp, 100));
    setTimeout(backUp, 100);
  }
  let next = (reader.get<{ n: number }>('SELECT ifnull(max(at), -1) AS n FROM audit')?.n ?? -1) + 1;
  for (;;) {
    writer.transaction(next % 3 === 0 ? 'batch' : 'command', () => {
      for (let each = 0; each < 2; each += 1) {
        writer.run('INSERT INTO audit(at, what, subject) VALUES (?, ?, ?)', next, 'crash', String(each));
      }
    });
    process.stdout.write(`${next}\n`);
    next += 1;
    if (mode === 'tended') await breathe();
  }
}
if (opened.ok && mode === 'hold') setInterval(() => {}, 60_000);
