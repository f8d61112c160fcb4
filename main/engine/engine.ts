import type { Result } from '#shared/result.ts';
import type { SendTopic } from './api/topics.ts';
import type { CarrierNetwork } from './carrierJoin.ts';
import type { Clock, Logger, Timers } from './ports.ts';
import type { Shops } from './shops.ts';
import type { Transport } from './sources/shopee/transport.ts';
import type { BackupFile } from './store/types.ts';
import type { CarrierAsker } from './sync/carriers/ask.ts';
import type { WeatherNetwork } from './weather.ts';
import type { ShopSync, ShopSyncLimits } from './sync/shopee/shopSync.ts';

/** Everything the engine is given from outside. */
export interface EngineOptions {
  /** The data folder; the store is `seamark.db` in it, backups are in `backups/`. */
  readonly home: string;
  /** 64 hexadecimal digits. */
  readonly key: string;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
  readonly send: SendTopic;
  /** Where the reading thread begins (`reader.ts`); without it files are read on the engine's own thread. */
  readonly reader?: URL;
  /** Where the upkeep thread begins (`upkeep.ts`); without it backups are made on the engine's own thread. */
  readonly upkeep?: URL;
  /** How Shopee is reached; without it by this process's own `fetch`. */
  readonly fetch?: Transport;
  readonly carriers?: CarrierNetwork;
  readonly weather?: WeatherNetwork;
  /** Whoever holds the clock calls `advance`; without it timers do. */
  readonly driven?: boolean;
  /** Other limits of the sync than a product has: for benchmarks and tests. */
  readonly limits?: ShopSyncLimits;
}

export type WorldEvent = 'suspend' | 'resume' | 'offline' | 'online';

export interface Engine {
  readonly openMs: number;
  /** Connected shops, for what is built on them. */
  readonly shops: Shops;
  readonly sync: ShopSync;
  /** Asks tracking services; for the schedule that decides whom and when. */
  readonly carriers: CarrierAsker;
  /** What is known, in an order that does not depend on how it was learnt (store/views/canonical.ts). */
  known(): Iterable<{ readonly table: string; readonly row: unknown }>;
  /** How long after they happened scans came in, sorted, in milliseconds. */
  delays(since: number): number[];
  /** For a `driven` engine: the clock's round where it is due, and a step of the sync; answers when to come again. */
  advance(): Promise<number>;
  dispatch(name: unknown, input: unknown): Promise<Result<unknown>>;
  world(event: WorldEvent): void;
  /** Goes on with interrupted imports, projects what is behind, starts the clock's rounds. */
  begin(): Promise<void>;
  /** Settles when no import runs and every projection is up to date. */
  settled(): Promise<void>;
  /** Settles when every estimate is up to date. */
  arrived(): Promise<unknown>;
  /** Marks every parcel for a new projection and makes it; answers how many parcels. */
  rebuild(): Promise<number>;
  backupNow(): Promise<Result<BackupFile>>;
  /** In a `hurry` a backup under way is `abandoned` and made at the next start: whoever hurries ends the process then. */
  close(hurry?: boolean): Promise<'done' | 'abandoned'>;
}
