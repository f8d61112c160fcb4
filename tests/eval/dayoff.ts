import { isDayOff } from '../../main/engine/eta/calendars/index.ts';
import { dateText, oneFile, readTable } from './lib/dateRows.ts';
import type { EvalTask } from './lib/task.ts';

const YES: ReadonlySet<string> = new Set(['1', 'true', 'yes', 'y', 'off', '2']);
const NO: ReadonlySet<string> = new Set(['0', 'false', 'no', 'n', 'on', '']);

/** What a cell of `is_off` says; null when it says neither. */
function saysOff(cell: string | undefined): boolean | null {
  const word = (cell ?? '').toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

/**
 * Official calendars, one row a day, against ours: `is_off` is 1 or true on every day on which offices rest, ordinary
 * weekends included. A row that cannot be read counts as wrong and is told apart as `unreadable`.
 */
export const task: EvalTask = {
  usage: 'FILE.csv (market,date,is_off, optionally state)',
  run: async (args) => {
    const rows = readTable(oneFile(args), ['market', 'date', 'is_off']);
    const judged = rows.map((row) => {
      const market = (row['market'] ?? '').toUpperCase();
      const date = dateText(row['date']);
      const expected = saysOff(row['is_off']);
      const said = isDayOff(market, date, { state: row['state'] || null });
      return { market, date, expected, said };
    });
    const wrong = judged.filter(({ expected, said }) => expected === null || said?.off !== expected);
    const markets = [...new Set(judged.map(({ market }) => market))].toSorted();
    return {
      rows: judged.length,
      wrong: wrong.length,
      unreadable: judged.filter(({ expected, said }) => expected === null || said === null).length,
      notInTable: judged.filter(({ said }) => said !== null && !said.known).length,
      byMarket: Object.fromEntries(
        markets.map((market) => [
          market,
          {
            rows: judged.filter((row) => row.market === market).length,
            wrong: wrong.filter((row) => row.market === market).length,
          },
        ]),
      ),
      firstWrong: wrong
        .slice(0, 20)
        .map(({ market, date, expected, said }) => ({ market, date, expected, said: said?.off ?? null })),
    };
  },
};
