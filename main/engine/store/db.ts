/// <reference path="./driver.d.ts" />
import type Database from 'better-sqlite3-multiple-ciphers';
import { Recent } from '#shared/recent.ts';
import type { Logger } from '../ports.ts';
import { storeFault } from './faults.ts';
import type { Param, Reader, SlowQuery, Writer } from './types.ts';

type Connection = Database.Database;
type Statement = Database.Statement;
type RunResult = Database.RunResult;

interface Prepared {
  readonly statement: Statement;
  /** Its values are `?1`, `?2`, …, some of them used more than once. */
  readonly numbered: boolean;
}

/** At least so many prepared statements are kept, and at most twice as many: more distinct texts come of SQL built from data. */
const STATEMENTS_KEPT = 250;
const SLOWEST_KEPT = 10;

export interface Connections {
  readonly reader: Reader;
  readonly writer: Writer;
  /** The slowest statements since the store was opened, slowest first. */
  slowest(): readonly SlowQuery[];
}

/** What every transaction brings up to date before it commits. */
export interface Renewal {
  due(reader: Reader): boolean;
  run(writer: Writer): void;
}

/**
 * Wraps a connection: statements prepared once per SQL text, nested transactions joined, durability switched per
 * transaction, and every statement over `slowMs` logged by its first words (never with its values). `onDamage` is
 * told when a statement meets a damaged page, `onCommit` after each transaction.
 */
export function connect(
  db: Connection,
  options: { log: Logger; slowMs: number; onDamage?: () => void; onCommit?: () => void; renew?: Renewal },
): Connections {
  const statements = new Recent<string, Prepared>(STATEMENTS_KEPT);
  const slow: SlowQuery[] = [];
  let full = true;
  let depth = 0;

  const prepared = (sql: string): Prepared => {
    const known = statements.get(sql);
    if (known) return known;
    const made = { statement: db.prepare(sql), numbered: /\?1\b/.test(sql) };
    return statements.set(sql, made);
  };
  /** The driver takes `?1`, `?2` by their names and plain `?` in their order. */
  const bound = ({ numbered }: Prepared, params: readonly Param[]): readonly unknown[] =>
    numbered ? [Object.fromEntries(params.map((value, at) => [String(at + 1), value]))] : params;
  const timed = <T>(
    sql: string,
    params: readonly Param[],
    work: (of: Statement, bound: readonly unknown[]) => T,
  ): T => {
    const start = performance.now();
    let value: T;
    try {
      const found = prepared(sql);
      value = work(found.statement, bound(found, params));
    } catch (error) {
      if (storeFault(error)?.code === 'store-corrupt') options.onDamage?.();
      throw error;
    }
    const ms = performance.now() - start;
    if (ms >= options.slowMs) {
      const name = shortName(sql);
      options.log.warn('store.slow', { sql: name, ms: Math.round(ms) });
      slow.push({ sql: name, ms });
      slow.sort((x, y) => y.ms - x.ms);
      slow.length = Math.min(slow.length, SLOWEST_KEPT);
    }
    return value;
  };

  // Made once: a statement costs two looks at the clock and one into the map beside its own work.
  const getOne = (of: Statement, values: readonly unknown[]): unknown => of.get(...values);
  const getAll = (of: Statement, values: readonly unknown[]): unknown[] => of.all(...values);
  const getLists = (of: Statement, values: readonly unknown[]): unknown[] => {
    of.raw(true);
    try {
      return of.all(...values);
    } finally {
      of.raw(false);
    }
  };
  const runOnce = (of: Statement, values: readonly unknown[]): RunResult => of.run(...values);

  const reader: Reader = {
    get: <R>(sql: string, ...params: readonly Param[]) => timed(sql, params, getOne) as R | undefined,
    all: <R>(sql: string, ...params: readonly Param[]) => timed(sql, params, getAll) as R[],
    lists: <R extends readonly unknown[]>(sql: string, ...params: readonly Param[]) =>
      timed(sql, params, getLists) as R[],
  };
  const writer: Writer = {
    ...reader,
    run: (sql, ...params) => {
      const done = timed(sql, params, runOnce);
      // A statement by itself is a transaction, too.
      if (depth === 0 && options.renew?.due(reader)) writer.transaction('batch', () => {});
      return { changes: done.changes, lastId: Number(done.lastInsertRowid) };
    },
    transaction: (durability, work) => {
      if (depth > 0) return work();
      const wantFull = durability === 'command';
      if (wantFull !== full) {
        db.pragma(`synchronous = ${wantFull ? 'FULL' : 'NORMAL'}`);
        full = wantFull;
      }
      depth += 1;
      try {
        prepared('BEGIN IMMEDIATE').statement.run();
        try {
          const value = work();
          // Its statements would run after the commit, outside of any transaction.
          if (value instanceof Promise) throw new TypeError('A transaction cannot wait.');
          if (options.renew?.due(reader)) options.renew.run(writer);
          timed('COMMIT', [], runOnce);
          options.onCommit?.();
          return value;
        } catch (error) {
          // A full disk may have rolled back already; a second ROLLBACK would hide the first error.
          if (db.inTransaction) prepared('ROLLBACK').statement.run();
          throw error;
        }
      } finally {
        depth -= 1;
      }
    },
  };
  return { reader, writer, slowest: () => slow };
}

/** The first words of a statement: enough to find it, without any value. */
export function shortName(sql: string): string {
  return sql.replace(/\s+/g, ' ').trim().slice(0, 60);
}
