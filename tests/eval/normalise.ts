import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { JourneyEvent } from '../../shared/model/journey.ts';
import { type EventNode, isNode, NODE_FACTS } from '../../shared/model/node.ts';
import { readJsonLines, share } from './lib/jsonLines.ts';
import { readRows, type ScanRow, scanRowSchema } from './lib/scanRows.ts';
import { type EvalTask, UsageError } from './lib/task.ts';

/** Ends that a person acts on: to say one of them wrongly, or not to say it, is a terminal error. */
const ENDS: ReadonlySet<string> = new Set(['DELIVERED', 'RETURNED', 'LOST', 'CANCELLED']);

interface Judged {
  readonly row: ScanRow;
  readonly said: JourneyEvent;
}

const accepts = ({ label, also_ok }: ScanRow, node: string): boolean =>
  node === label || also_ok.includes(node);
const acceptsCoarsely = (row: ScanRow, node: string): boolean =>
  accepts(row, node) || row.coarse_ok.includes(node);
/** NOTE and UNKNOWN are stages of their own. */
const stageOf = (node: string): string =>
  isNode(node as EventNode) ? (NODE_FACTS[node as keyof typeof NODE_FACTS]?.stage ?? node) : node;

/**
 * Figures of some rows. `exact`: the label or `also_ok`. `coarse`: `coarse_ok` too. `stage`: the stage of the said node is
 * that of the label, of an `also_ok` or of a `coarse_ok`. `reason`: of the rows whose label has a reason, those with the
 * same one; `reasonAll`: of all rows, those with the same reason or none as the label. `terminalErrors`: an end of
 * `ENDS` said though no accepted node is that end, or not said though the label is one and no accepted node is said.
 */
function figures(judged: readonly Judged[]): Record<string, number | null> {
  const count = (test: (one: Judged) => boolean): number => judged.filter(test).length;
  const reasoned = judged.filter(({ row }) => row.reason);
  return {
    n: judged.length,
    exact: share(
      count(({ row, said }) => accepts(row, said.node)),
      judged.length,
    ),
    coarse: share(
      count(({ row, said }) => acceptsCoarsely(row, said.node)),
      judged.length,
    ),
    stage: share(count(sameStage), judged.length),
    reasonN: reasoned.length,
    reason: share(reasoned.filter(sameReason).length, reasoned.length),
    reasonAll: share(count(sameReason), judged.length),
    unknown: count(({ said }) => said.node === 'UNKNOWN'),
    terminalErrors: count(terminalError),
  };
}

function sameStage({ row, said }: Judged): boolean {
  const stage = stageOf(said.node);
  return [row.label, ...row.also_ok, ...row.coarse_ok].some((node) => stageOf(node) === stage);
}

function sameReason({ row, said }: Judged): boolean {
  return (row.reason ?? null) === said.reason;
}

function terminalError({ row, said }: Judged): boolean {
  if (acceptsCoarsely(row, said.node)) return false;
  return ENDS.has(said.node) || ENDS.has(row.label);
}

function by(
  judged: readonly Judged[],
  key: (row: ScanRow) => string,
): Record<string, Record<string, number | null>> {
  const names = [...new Set(judged.map(({ row }) => key(row)))].toSorted();
  return Object.fromEntries(
    names.map((name) => [name, figures(judged.filter(({ row }) => key(row) === name))]),
  );
}

/** Labelled scans against what the normaliser says of them: the very code that the engine runs. */
export const task: EvalTask = {
  usage: 'FILE.jsonl [--no-trail] [--dump OUT.jsonl] [--json]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'no-trail': { type: 'boolean', default: false }, dump: { type: 'string' } },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new UsageError('One file of labelled scans, please.');
    const rows = readJsonLines(path, scanRowSchema);
    const said = readRows(rows, !values['no-trail']);
    const judged = rows.map((row, index): Judged => ({ row, said: said[index] as JourneyEvent }));
    if (values.dump !== undefined) writeFileSync(values.dump, judged.map(dumped).join(''));
    return {
      file: path,
      trail: !values['no-trail'],
      ...figures(judged),
      certain: figures(judged.filter(({ row }) => !row.uncertain)),
      confident: figures(judged.filter(({ said: one }) => one.confidence === 'high')),
      means: means(judged),
      byLanguage: by(judged, (row) => row.lang ?? 'none'),
      byCarrier: by(judged, (row) => row.carrier),
    };
  },
};

function means(judged: readonly Judged[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { said } of judged) counts[said.means] = (counts[said.means] ?? 0) + 1;
  return counts;
}

function dumped({ row, said }: Judged, index: number): string {
  const { node, reason, confidence, means: by, direction } = said;
  return `${JSON.stringify({ id: row.id ?? index, node, reason, confidence, means: by, direction })}\n`;
}
