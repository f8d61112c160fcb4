import { calendarFor } from '../../main/engine/eta/calendars/calendar.ts';
import { dayOf } from '../../main/engine/eta/calendars/days.ts';
import { parseWeek } from '../../main/engine/eta/calendars/week.ts';
import { daysBetween } from '../../main/engine/eta/calendars/workdays.ts';
import { dateText, oneFile, readTable } from './lib/dateRows.ts';
import type { EvalTask } from './lib/task.ts';

/** Our count for a row, or null when the row cannot be read. */
function count(row: Readonly<Record<string, string>>): number | null {
  const [from, to] = [dayOf(dateText(row['from'])), dayOf(dateText(row['to']))];
  const week = row['week'] || 'mon-fri';
  if (from === null || to === null || !parseWeek(week)) return null;
  const own = (row['holidays'] ?? '')
    .split(/[;,|\s]+/)
    .map(dateText)
    .filter(Boolean);
  return daysBetween(calendarFor(null, { week, own }), from, to).working;
}

/**
 * Working days after `from` (day zero, never counted) up to and including `to`, on a working week with the row's own
 * holidays; negative when `to` lies before `from`. A row that cannot be read counts as wrong.
 */
export const task: EvalTask = {
  usage: 'FILE.csv (from,to,week,holidays,expected)',
  run: async (args) => {
    const rows = readTable(oneFile(args), ['from', 'to', 'expected']);
    const judged = rows.map((row) => ({
      from: row['from'],
      to: row['to'],
      week: row['week'],
      expected: row['expected'] === '' ? Number.NaN : Number(row['expected']),
      said: count(row),
    }));
    const wrong = judged.filter(({ expected, said }) => said !== expected);
    return {
      rows: judged.length,
      wrong: wrong.length,
      unreadable: judged.filter(({ said, expected }) => said === null || Number.isNaN(expected)).length,
      firstWrong: wrong.slice(0, 20),
    };
  },
};
