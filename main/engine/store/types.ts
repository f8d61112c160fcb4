/** What can be bound to a statement. Booleans are stored as 0 and 1 by the caller. */
export type Param = string | number | null | Uint8Array;

/**
 * The reading half of the store. A view takes a `Reader` and so cannot write, which the compiler checks.
 * Statements are prepared once per SQL text and kept. `sql` is always a constant of the calling file.
 */
export interface Reader {
  get<R>(sql: string, ...params: readonly Param[]): R | undefined;
  all<R>(sql: string, ...params: readonly Param[]): R[];
  /** Rows as lists in the order of the columns: where thousands are read at a time, names would be a quarter of it. */
  lists<R extends readonly unknown[]>(sql: string, ...params: readonly Param[]): R[];
}

/** The writing half: one per process, used by aggregates and migrations only. */
export interface Writer extends Reader {
  run(sql: string, ...params: readonly Param[]): { changes: number; lastId: number };
  /**
   * Runs `work` in one transaction; a throw rolls everything back and passes on. Nested calls join the outer one.
   * `durability`: `command` survives power loss (synchronous=FULL); `batch` survives a killed process and may lose
   * the newest batches on power loss, never tearing one (NORMAL in WAL), for work that can be repeated.
   */
  transaction<T>(durability: 'command' | 'batch', work: () => T): T;
}

/** One stored statement that took long: which (a short name made from the SQL), and how many milliseconds. */
export interface SlowQuery {
  readonly sql: string;
  readonly ms: number;
}

export interface BackupFile {
  readonly name: string;
  readonly path: string;
  readonly at: number;
  readonly bytes: number;
}

/** An open store. Made by `openStore`, closed exactly once. */
export interface Store {
  readonly path: string;
  /** Number of the newest migration that is applied. */
  readonly schema: number;
  readonly reader: Reader;
  readonly writer: Writer;
  /** `others`: somebody else reads the file and is not waited for; the log is copied back as far as that lets. */
  close(others?: boolean): void;
}
export type * from './records.ts';
