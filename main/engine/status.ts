import type { EngineStatus } from '#shared/contract/app.ts';
import { stateOf, statusFigures } from './store/views/status.ts';
import type { Store } from './store/types.ts';

type Now = Pick<EngineStatus, 'importRunning' | 'online' | 'paused' | 'now'>;

/** What the status line shows: figures of the store, and what runs now. */
export function engineStatus(store: Pick<Store, 'reader' | 'schema'>, now: Now): EngineStatus {
  return {
    ...(statusFigures(store.reader, now.now) as Omit<EngineStatus, 'schema' | 'lastBackupAt' | keyof Now>),
    schema: store.schema,
    lastBackupAt: numberOf(stateOf(store.reader, 'backup.at')) as EngineStatus['lastBackupAt'],
    ...now,
  };
}

/** A small fact of the engine that is a number. */
export function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text);
}
