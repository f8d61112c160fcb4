import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isLate, laneOutcomes, promiseOutcomes, startOf } from './lib/eta/baselines.ts';
import { measure, type Outcome } from './lib/eta/measures.ts';
import { daysOf, readShipments } from './lib/eta/rows.ts';
import { MOMENTS, walk, type From, type Said } from './lib/eta/walk.ts';
import { UsageError, type EvalTask } from './lib/task.ts';

const HEADER = 'id,from,p50,lo80,hi80,lo90,hi90,p_late';

function dumpOf(said: readonly Said[]): string {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = said.map(({ row, from, p50, lo80, hi80, lo90, hi90, pLate }) =>
    [
      cell(row.id),
      from,
      ...[p50, lo80, hi80, lo90, hi90].map((days) => days.toFixed(4)),
      pLate === null ? '' : pLate.toFixed(5),
    ].join(','),
  );
  return `${[HEADER, ...lines].join('\n')}\n`;
}

function outcomeOf(said: Said): Outcome {
  const { row, from, p50, lo80, hi80, lo90, hi90, pLate } = said;
  const start = startOf(row, from) ?? Number.NaN;
  return { actual: row.deliveredAt - start, p50, lo80, hi80, lo90, hi90, pLate, late: isLate(row) };
}

/**
 * Arrival estimates on a table of shipments. Rows delivered before the cut are the past; the rows ordered after it are
 * walked in the order of time, and what is said at an order or a hand-over knows only what had happened by then.
 */
export const task: EvalTask = {
  usage: 'FILE.csv --cut ISO [--dump OUT.csv]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { cut: { type: 'string' }, dump: { type: 'string' } },
    });
    const [file, ...rest] = positionals;
    const cut = daysOf(values.cut);
    if (file === undefined || rest.length > 0) throw new UsageError('One file, please.');
    if (cut === null) throw new UsageError('--cut wants a date or an instant, such as 2018-04-14.');
    const { rows, dropped } = readShipments(file);
    const { said } = walk(rows, cut);
    if (values.dump !== undefined) writeFileSync(values.dump, dumpOf(said));
    const walked = rows.filter((row) => row.orderedAt >= cut);
    const at = (from: From): Record<string, unknown> => ({
      model: measure(said.filter((item) => item.from === from).map(outcomeOf)),
      promise: measure(promiseOutcomes(walked, from)),
      laneFixed: measure(laneOutcomes(rows, walked, from, cut, true)),
      lane60Days: measure(laneOutcomes(rows, walked, from, cut, false)),
    });
    return {
      rows: rows.length,
      dropped,
      past: rows.filter((row) => row.deliveredAt < cut).length,
      walked: walked.length,
      ...Object.fromEntries(MOMENTS.map((from) => [from, at(from)])),
    };
  },
};
