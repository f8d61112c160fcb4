import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { TABLES } from '../../../main/engine/eta/calendars/table/index.ts';
import { tableLines } from '../../../scripts/holidays.ts';

type Row = Parameters<typeof tableLines>[0][number];
const folder = fileURLToPath(new URL('../../../../shared/data/holidays/', import.meta.url));
const rows = (name: string): Row[] =>
  parse<Row>(readFileSync(folder + name, 'utf8'), { columns: true, skip_empty_lines: true });
const row = (subdivision: string, date: string, name: string, category = 'public'): Row => ({
  country: 'XX',
  subdivision,
  date,
  category,
  name,
});

describe('the lines of a holiday table', () => {
  it('say where a day holds, in the shorter way', () => {
    const made = tableLines(
      [
        row('', '2025-01-01', 'New Year'),
        row('A', '2025-01-01', 'New Year'),
        row('B', '2025-01-01', 'New Year'),
        row('', '2025-02-01', 'Not in B'),
        row('A', '2025-02-01', 'Not in B'),
        row('B', '2025-03-01', 'Only B'),
        row('A', '2025-04-01', 'Eid (estimated)'),
        row('A', '2025-05-01', 'Office day', 'government'),
        row('A', '2025-06-01', 'Ordinary', 'workday'),
        row('A', '2028-01-01', 'Too late'),
      ],
      ['2025-02-08', '2019-01-05'],
    );
    expect(made).toEqual([
      '2025-01-01|p||New Year',
      '2025-02-01|p|-B|Not in B',
      '2025-02-08|w||',
      '2025-03-01|p|+B|Only B',
      '2025-04-01|t|+A|Eid',
      '2025-05-01|o|+A|Office day',
    ]);
  });
});

if (existsSync(folder)) {
  describe('the tables in the project', () => {
    it.each(Object.entries(TABLES))('%s is what the script makes of the open data', (country, text) => {
      const mine = rows('vacanza_2024_2027.csv').filter((one) => one.country === country);
      const worked = rows('vacanza_weekend_workdays.csv').filter((one) => one.country === country);
      expect(mine.length).toBeGreaterThan(20);
      expect(
        tableLines(
          mine,
          worked.map(({ date }) => date),
        ),
      ).toEqual(text.trim().split('\n'));
    });
  });
} else {
  it('has no open data to compare with here', () => expect(existsSync(folder)).toBe(false));
}
