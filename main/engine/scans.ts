import type { ScanWords } from '#shared/model/event.ts';
import type { ScanRow } from '#shared/model/import.ts';
import type { Clock } from './ports.ts';
import { createIntake, type IntakeCount } from './store/aggregates/intake.ts';
import { sourceOf } from './store/aggregates/parcels.ts';
import type { Writer } from './store/types.ts';

/** Where scans come from that nobody imported: a Shopee shop by its number, or a carrier or tracking service by its slug. */
export interface ScanSource {
  readonly kind: 'shopee' | 'carrier';
  readonly name: string;
}

export interface ScanJournal {
  /**
   * Stores what a source answered, in one transaction (or in the caller's). Scans that are there already, from this or
   * another source, change nothing; parcels that got something new are marked for projection.
   */
  take(source: ScanSource, rows: readonly ScanRow[]): IntakeCount;
  /** To be called after a transaction around `take` was rolled back. */
  forget(): void;
}

/** The journal's entrance for API sources; files come in through `journal.ts`. */
export function createScanJournal(deps: {
  writer: Writer;
  clock: Clock;
  nodeOf: (words: ScanWords) => string;
}): ScanJournal {
  const { writer, clock } = deps;
  const intake = createIntake(writer, deps.nodeOf);
  const ids = new Map<string, number>();

  const forget = (): void => {
    intake.forget();
    ids.clear();
  };
  return {
    take: ({ kind, name }, rows) => {
      try {
        return writer.transaction('batch', () => {
          const key = `${kind} ${name}`;
          const sourceId = ids.get(key) ?? sourceOf(writer, kind, name);
          ids.set(key, sourceId);
          intake.begin();
          return intake.add(rows, { sourceId, kind }, clock.now());
        });
      } catch (error) {
        forget();
        throw error;
      }
    },
    forget,
  };
}
