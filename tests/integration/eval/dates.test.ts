import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { task as dayoff } from '../../eval/dayoff.ts';
import { UsageError } from '../../eval/lib/task.ts';
import { task as workdays } from '../../eval/workdays.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seamark-eval-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(text: string): string {
  const path = join(folder, 'rows.csv');
  writeFileSync(path, text);
  return path;
}

test('dayoff counts wrong rows, and tells those that cannot be read and those outside the table', async () => {
  const path = file(
    '\u{feff}market,date,is_off\ncn,2025-10-01,1\nTW,2024-02-17,false\nCN,2025/10/08,0\nCN,2025-02-30,1\nSG,2028-01-01,true\n',
  );
  expect(await dayoff.run([path])).toMatchObject({
    rows: 5,
    wrong: 2,
    unreadable: 1,
    notInTable: 1,
    byMarket: { CN: { rows: 3, wrong: 2 }, SG: { rows: 1, wrong: 0 }, TW: { rows: 1, wrong: 0 } },
    firstWrong: [{ market: 'CN', date: '2025-10-08', said: true }, { date: '2025-02-30' }],
  });
});

test('workdays counts by the week and the holidays of the row', async () => {
  const path = file(
    [
      'from,to,week,holidays,expected',
      '2025-03-07,2025-03-10,mon-fri,,1',
      '2025-03-07,2025-03-10,mon-sat,,2',
      '2025-03-07,2025-03-10,daily,2025-03-08;2025-03-10,1',
      '2025-03-10,2025-03-10,mon-fri,,0',
      '2025-03-10,2025-03-07,mon-fri,,-1',
      '2025-03-07,2025-03-10,mon-fri,,2',
      '2025-03-07,2025-03-10,nix,,2',
    ].join('\n'),
  );
  expect(await workdays.run([path])).toMatchObject({ rows: 7, wrong: 2, unreadable: 1 });
});

test('a file without the columns, or no file, is a question of use', async () => {
  const path = file('a,b\n1,2\n');
  await expect(dayoff.run([path])).rejects.toThrow(UsageError);
  await expect(workdays.run([])).rejects.toThrow(UsageError);
});

test('a file without rows is no perfect score', async () => {
  for (const text of ['', 'market,date,is_off\n'])
    await expect(dayoff.run([file(text)])).rejects.toThrow(/no rows/);
  await expect(workdays.run([file('from,to,week,holidays,expected\n')])).rejects.toThrow(/no rows/);
});
