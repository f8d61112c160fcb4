import { type Fault, ok, type Result } from '#shared/result.ts';
import type { Logger } from './ports.ts';
import { setState } from './store/aggregates/audit.ts';
import type { BackupFile, Writer } from './store/types.ts';
import type { Upkeep } from './store/upkeep.ts';

/** Backups that a person or the clock asks for. */
export interface Backups {
  /** Makes one, and notes when that was. */
  now(): Promise<Result<BackupFile>>;
  /** The same in the background; a failure is in the log, and the newest backup stays old on the screen. */
  soon(): void;
}

/** Joins the making of backups with the note of when the newest was made. */
export function createBackups(deps: {
  upkeep: Upkeep;
  writer: Writer;
  log: Logger;
  faultOf: (error: unknown) => Fault | null;
  changed: () => void;
}): Backups {
  const { upkeep, writer, log, faultOf } = deps;
  const now = async (): Promise<Result<BackupFile>> => {
    const made = await upkeep.backup();
    if (!made.ok) return made;
    writer.transaction('command', () => setState(writer, 'backup.at', String(made.value.at)));
    deps.changed();
    return ok(made.value);
  };
  return {
    now,
    soon: () =>
      void now().catch((error: unknown) =>
        log.error('store.backup-failed', { code: faultOf(error)?.code ?? 'internal' }),
      ),
  };
}
