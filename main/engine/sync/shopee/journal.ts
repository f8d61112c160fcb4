import type { ScanRow } from '#shared/model/import.ts';
import type { GapReason, LoadProgress } from '#shared/model/sync.ts';
import type {
  CallRecord,
  FirstMilePackage,
  FirstMileRecord,
  LateRecord,
  MetricRecord,
  NumberRecord,
  OrderRecord,
  PackageRow,
  PenaltyRecord,
  RatingRecord,
  ReturnRecord,
  ReviewRecord,
  TaskRow,
  WindowRow,
} from '../../store/types.ts';
import type { MannersStart } from '../manners/index.ts';
import type { SyncShop } from './gate.ts';
import type { Span } from './windows.ts';

/** What the sync has on record of a shop. */
export interface ShopRecord {
  readonly ordersTo: number | null;
  readonly returnsTo: number | null;
  readonly loadSince: number | null;
  readonly loadPaused: boolean;
  readonly stoppedAt: number | null;
  readonly lastSuccessAt: number | null;
}

/** What is due of a shop, a few of each kind, most urgent first. */
export interface Due {
  readonly windows: readonly WindowRow[];
  readonly details: readonly { id: number; orderSn: string; max: number; misses: number }[];
  readonly numbers: readonly PackageRow[];
  readonly tracking: readonly PackageRow[];
  readonly tasks: readonly TaskRow[];
  /** When a kind of which nothing is due now comes next; null: none does. */
  readonly later: number | null;
}

/** An answer as it came, to be kept. */
export interface RawAnswer {
  readonly endpoint: string;
  readonly subject: string;
  readonly raw: unknown;
}

/** What a tracking answer held (`readTracking`). */
export interface TrackingRecord {
  readonly rows: readonly ScanRow[];
  readonly movedAt: number | null;
  readonly returnNumber: string | null;
  readonly returnCarrier: string;
}

/** Where a window stands after a page. */
export interface WindowStand {
  readonly cursor: string;
  readonly seen: readonly string[];
  readonly pages: number;
  readonly rows: number;
  readonly empties: number;
  readonly tries: number;
  readonly dueAt: number;
}

export interface TaskStand {
  readonly dueAt: number | null;
  readonly cursor: string;
  readonly pages: number;
  readonly tries: number;
  readonly doneAt: number | null;
}

/**
 * The sync's view of the store. `batch` is one transaction, all calls that write belong into one; a kill between two of
 * them loses nothing, because what a page brought and the cursor after it are written together.
 */
export interface SyncJournal {
  batch(work: () => void): void;

  shop(shop: SyncShop): ShopRecord;
  due(shop: SyncShop, now: number, loading: boolean, limit: number): Due;
  openWindows(shopId: number, resource: WindowRow['resource']): number;

  stop(shopId: number, at: number | null): void;
  succeeded(shopId: number, at: number): void;
  note(shopId: number, note: string, at: number): void;

  /** Puts the windows up to `head` on record, with the gap that they fill where there is one. */
  follow(
    shopId: number,
    resource: WindowRow['resource'],
    plan: { kind: 'follow' | 'gap'; windows: readonly Span[]; gap: Span | null },
    reason: string,
    now: number,
  ): void;
  /** Puts the windows of a load back to `since` on record, without what was loaded before. Answers how many. */
  load(shopId: number, since: number, now: number): number;
  pauseLoad(shopId: number, paused: boolean): void;
  /** Makes a task unless it is there; brings it forward when it is due later. */
  want(shopId: number, resource: string, key: string, dueAt: number, wantedUntil: number | null): void;

  advance(id: number, stand: WindowStand): void;
  /** Ends a window; the gap that it fills is settled with it. One that could not be read and has no gap becomes one. */
  end(
    window: WindowRow,
    how: 'done' | Extract<GapReason, 'endless' | 'refused'>,
    note: string | null,
    rows: number,
    now: number,
  ): void;
  split(window: WindowRow, windows: readonly Span[], rows: number, now: number): void;
  task(task: TaskRow, stand: TaskStand): void;

  /** Orders that a list named. Answers how many are new or may have changed. */
  listed(
    shop: SyncShop,
    window: WindowRow,
    orders: readonly { orderSn: string; status: string | null }[],
    now: number,
  ): number;
  details(
    shop: SyncShop,
    asked: Due['details'],
    orders: readonly OrderRecord[],
    raw: RawAnswer,
    now: number,
  ): void;
  /** A call for details was refused because of one of its orders: asked again in smaller companies. */
  refusedDetails(asked: Due['details'], now: number): void;
  retryDetails(asked: Due['details'], dueAt: number): void;
  numbers(shop: SyncShop, asked: readonly PackageRow[], told: readonly NumberRecord[], now: number): void;
  tracking(shop: SyncShop, asked: PackageRow, told: TrackingRecord, raw: RawAnswer, now: number): void;
  trackingFailed(asked: PackageRow, gone: boolean, now: number): void;
  returns(shop: SyncShop, told: readonly ReturnRecord[], raw: RawAnswer, now: number): number;
  reviews(shop: SyncShop, told: readonly ReviewRecord[], now: number): number;
  performance(shop: SyncShop, rating: RatingRecord, metrics: readonly MetricRecord[], now: number): void;
  late(shop: SyncShop, told: readonly LateRecord[], now: number): void;
  lateDone(shop: SyncShop, since: number, now: number): void;
  penalties(shop: SyncShop, told: readonly PenaltyRecord[]): void;
  firstMiles(shop: SyncShop, told: readonly FirstMileRecord[], now: number): void;
  /** Answers how many of the number's packages the warehouse has not scanned yet. */
  firstMile(shop: SyncShop, number: string, told: readonly FirstMilePackage[]): number;

  calls(calls: readonly CallRecord[]): void;
  manners(app: string, now: number): Omit<MannersStart, 'now' | 'rateMax' | 'budget'>;
  keepManners(app: string, kept: { rate: number; pausedUntil: number | null; reason: string | null }): void;

  askNow(parcelId: number, at: number): number;
  askAll(shopId: number, at: number): void;
  figures(
    shopId: number,
    now: number,
  ):
    | {
        ordersTo: number | null;
        lastSuccessAt: number | null;
        note: string | null;
        calls: number;
        ok: number;
        orders: number;
        parcelsFollowed: number;
        openGaps: number;
        load: LoadProgress | null;
      }
    | undefined;
}
