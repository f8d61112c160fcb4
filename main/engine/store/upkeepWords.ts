import type { Result } from '#shared/result.ts';
import type { LogFacts } from '../ports.ts';
import type { BackupFile } from './types.ts';

/** What the upkeep thread is given when it begins. */
export interface UpkeepFile {
  readonly path: string;
  /** 64 hexadecimal digits. */
  readonly key: string;
  readonly backupFolder: string;
}

/** What it is asked for, one at a time: the log copied back as far as it goes, or a backup made at an instant. */
export type UpkeepOrder = { readonly do: 'copy-back' } | { readonly do: 'backup'; readonly at: number };

/** What it says: lines for the log, and at the end of each order what came of it. */
export type UpkeepWord =
  | { readonly log: 'info' | 'warn' | 'error'; readonly event: string; readonly facts: LogFacts }
  | { readonly copied: boolean }
  | { readonly backup: Result<BackupFile> };
