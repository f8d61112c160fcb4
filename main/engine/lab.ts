import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { LabEnd, LabOptions, LabRun, LabSourceReport } from '#shared/contract/lab.ts';
import type { CarrierSourceId } from '#shared/model/carrierSource.ts';
import { FaultError } from '#shared/result.ts';
import type { Clock, Logger, Timers } from './ports.ts';
import { csvCell } from './sources/files/refusedCsv.ts';
import { addLabCall, beginLab, endLabSource, finishLab, interruptLabs } from './store/aggregates/lab.ts';
import { storeFault } from './store/faults.ts';
import type { Writer } from './store/types.ts';
import { labCallsOf, labRun, labRuns, type StoredLabRun } from './store/views/lab.ts';
import { labReport } from './sync/lab/report.ts';
import { createLab, type Lab } from './sync/lab/run.ts';
import type { LabBook, LabCall, LabPort } from './sync/lab/types.ts';

export interface LabHouse extends Pick<Lab, 'start' | 'cancel' | 'waits' | 'idle' | 'stop'> {
  runs(): LabRun[];
  /** Null where there is no such run. */
  report(runId: number): { run: LabRun; sources: LabSourceReport[] } | null;
  /** Writes a run to a file; answers how many calls. */
  export(runId: number, path: string, format: 'csv' | 'json'): Promise<number>;
}

const COLUMNS = [
  ...['source', 'number', 'at', 'ms', 'requests', 'outcome', 'code', 'scans', 'fresh', 'charged', 'drift'],
  ...['changed', 'shrunk'],
] as const;

/** The lab over the store. Runs that a dead process left are marked so. */
export function createLabHouse(deps: {
  writer: Writer;
  clock: Clock;
  timers: Timers;
  log: Logger;
  port: LabPort;
  changed: () => void;
}): LabHouse {
  const { writer, clock, log } = deps;
  const batch = <T>(work: () => T): T => writer.transaction('batch', work);
  batch(() => interruptLabs(writer, clock.now()));
  const runOf = (id: number): LabRun | undefined => {
    const stored = labRun(writer, id);
    return stored && asRun(stored);
  };
  const book: LabBook = {
    begin: (options, planned) => batch(() => beginLab(writer, JSON.stringify(options), planned, clock.now())),
    add: (runId, call) =>
      batch(() =>
        addLabCall(writer, runId, { ...call, changed: call.changed ? 1 : 0, shrunk: call.shrunk ? 1 : 0 }),
      ),
    ended: (runId, source, end) => batch(() => endLabSource(writer, runId, source, end)),
    finish: (runId, state) => batch(() => finishLab(writer, runId, state, clock.now())),
    run: runOf,
  };
  const lab = createLab({
    port: deps.port,
    book,
    clock,
    timers: deps.timers,
    changed: deps.changed,
    failed: (error) => log.error('lab.run', { code: storeFault(error)?.code ?? 'internal' }),
  });
  const callsOf = (runId: number): LabCall[] =>
    labCallsOf(writer, runId).map(
      (call) => ({ ...call, changed: call.changed === 1, shrunk: call.shrunk === 1 }) as LabCall,
    );
  const report: LabHouse['report'] = (runId) => {
    const stored = labRun(writer, runId);
    if (!stored) return null;
    const run = asRun(stored);
    const ends = JSON.parse(stored.ends) as Partial<Record<CarrierSourceId, LabEnd>>;
    return { run, sources: labReport([...new Set(run.options.sources)], callsOf(runId), ends) };
  };

  return {
    ...lab,
    runs: () => labRuns(writer).map(asRun),
    report,
    export: async (runId, path, format) => {
      const told = report(runId);
      if (!told) throw new FaultError('not-found');
      const calls = callsOf(runId);
      const text =
        format === 'json'
          ? `${JSON.stringify({ ...told, calls }, null, 2)}\n`
          : `\uFEFF${[COLUMNS.join(','), ...calls.map(csvLine)].join('\r\n')}\r\n`;
      try {
        await writeFile(path, text);
      } catch {
        throw new FaultError('export-failed', { file: basename(path) });
      }
      return calls.length;
    },
  };
}

function csvLine(call: LabCall): string {
  const cells = { ...call, at: new Date(call.at).toISOString() } as Readonly<Record<string, unknown>>;
  return COLUMNS.map((name) => csvCell(String(cells[name] ?? ''))).join(',');
}

function asRun(stored: StoredLabRun): LabRun {
  const { ends: _ends, options, ...run } = stored;
  return { ...run, options: JSON.parse(options) as LabOptions } as LabRun;
}
