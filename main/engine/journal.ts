import type { ScanWords } from '#shared/model/event.ts';
import { DAY } from '#shared/time.ts';
import type { Clock } from './ports.ts';
import { audit } from './store/aggregates/audit.ts';
import {
  advanceImport,
  beginImport,
  countScans,
  emptyImport,
  markCancelling,
  setImportState,
  withdrawEvents,
} from './store/aggregates/imports.ts';
import { createIntake } from './store/aggregates/intake.ts';
import type { Writer } from './store/types.ts';
import { importById, importDoubts, importedParcels, unfinishedImports } from './store/views/imports.ts';
import type { ImportJournal } from './sync/imports.ts';

/** Events taken back in one transaction: a few milliseconds, so that commands wait for nobody. */
const WITHDRAW_STEP = 2_000;
/** Personal data is kept at most this long (Shopee's data rule; design section 3, point 6). */
export const PURGE_AFTER = 90 * DAY;

/** The import's view of the store: the only place where its reads and writes are put together. */
export function createImportJournal(deps: {
  writer: Writer;
  clock: Clock;
  nodeOf: (words: ScanWords) => string;
  /** Called after each committed change of the journal. */
  changed: () => void;
}): ImportJournal {
  const { writer, clock } = deps;
  const intake = createIntake(writer, deps.nodeOf);

  /** A rolled-back batch takes ids with it that the intake may remember. */
  const safely = <T>(work: () => T): T => {
    try {
      return writer.transaction('batch', work);
    } catch (error) {
      intake.forget();
      throw error;
    }
  };

  return {
    begin: (start) => {
      const at = clock.now();
      intake.begin();
      return writer.transaction('command', () => {
        const id = beginImport(writer, { ...start, ...start.preview, at });
        audit(writer, at, 'imports.start', `import ${id}`);
        return id;
      });
    },
    take: (id, batch) => {
      const at = clock.now();
      safely(() => {
        const count = intake.add(batch.rows, { importId: id }, at);
        intake.refuse(batch.refused, id, at + PURGE_AFTER);
        advanceImport(writer, id, {
          line: batch.lastLine,
          bytes: batch.bytesRead,
          rows: batch.rows.length + batch.refused.length,
          refused: batch.refused.length,
          ...count,
        });
      });
    },
    projecting: (id) => writer.transaction('batch', () => setImportState(writer, id, 'projecting', {})),
    finish: (id, parcelNotes) => {
      const run = importById(writer, id);
      const doubts = importDoubts(writer, id);
      const parcels = new Set([...intake.touched, ...importedParcels(writer, id)]);
      intake.begin();
      const counts: [string, number][] = [
        ['number-reused', parcelNotes.get('number-reused') ?? 0],
        ['two-carriers', parcelNotes.get('two-carriers') ?? 0],
        ['zone-assumed', doubts.zones],
        ['time-missing', doubts.times],
        ['unknown-scans', run?.unknown ?? 0],
      ];
      const notes = counts.filter(([, count]) => count > 0).map(([note, count]) => ({ note, count }));
      const at = clock.now();
      writer.transaction('command', () => {
        countScans(writer, id);
        setImportState(writer, id, 'done', { at, parcels: parcels.size, notes });
        audit(writer, at, 'imports.done', `import ${id}`, { rows: run?.rows ?? 0 });
      });
      deps.changed();
    },
    end: (id, state, fault) => {
      const at = clock.now();
      writer.transaction('command', () => {
        if (state === 'interrupted') countScans(writer, id);
        else emptyImport(writer, id);
        setImportState(writer, id, state, { at, fault });
        audit(writer, at, `imports.${state}`, `import ${id}`, fault ? { code: fault.code } : {});
      });
      deps.changed();
    },
    markCancelling: (id) => writer.transaction('command', () => markCancelling(writer, id)),
    withdraw: (id) => {
      const gone = writer.transaction('batch', () => withdrawEvents(writer, id, WITHDRAW_STEP));
      intake.forget();
      return gone;
    },
    run: (id) => importById(writer, id),
    unfinished: () => unfinishedImports(writer),
  };
}
