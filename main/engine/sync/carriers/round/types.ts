import type { CarrierSourceId } from '#shared/model/carrierSource.ts';
import type { EventNode } from '#shared/model/node.ts';

/** A scan as far as it bears on the schedule. Instant in ms. */
export interface SeenScan {
  readonly at: number;
  readonly node: EventNode;
}

/** A service that is on. `country`: two letters where its account is one country's. */
export interface AskedSource {
  readonly id: CarrierSourceId;
  readonly country: string | null;
}

/** What the journal tells of a number that a source could be asked about. Instants in ms. */
export interface OpenNumber {
  readonly number: string;
  readonly carrier: string;
  readonly market: string | null;
  /** The parcel's own number, and not that of a further leg of it. */
  readonly main: boolean;
  readonly createdAt: number;
  /** Its newest scan, or null. */
  readonly lastScanAt: number | null;
  readonly ended: boolean;
  readonly openCase: boolean;
  /** The nearest end of a clock among its open cases. */
  readonly deadlineAt: number | null;
  /** A connected shop is asked about it at Shopee. */
  readonly shopee: boolean;
}

/** What is kept from one start to the next. `dueAt` null: not any more, unless a scan comes from elsewhere. */
export interface KeptDue {
  readonly number: string;
  readonly node: EventNode;
  readonly scanAt: number;
  readonly askedAt: number | null;
  readonly dueAt: number | null;
}

/** One number that is followed at one source. */
export interface Followed extends KeptDue {
  readonly carrier: string;
  readonly lane: string;
  readonly market: string | null;
  readonly ended: boolean;
  readonly openCase: boolean;
  readonly deadlineAt: number | null;
  readonly shopee: boolean;
}

/** What the round needs of the store. `keep` is one transaction. */
export interface RoundBook {
  /** Services that are on, in a fixed order. */
  sources(): AskedSource[];
  restUntil(source: CarrierSourceId): number | null;
  /** A stretch of what is open, after a mark that the stretch before ended with; `next` null: that was all. */
  open(after: number, now: number): { numbers: OpenNumber[]; next: number | null };
  /** One parcel's numbers, whatever became of it. */
  numbersOf(parcelId: number): OpenNumber[];
  kept(source: CarrierSourceId): KeptDue[];
  mind(source: CarrierSourceId): string | null;
  /** Scans of a number that are newer than an instant and not later than `now`, oldest first. */
  scansAfter(number: string, after: number, now: number): SeenScan[];
  /** `mind` null: as it was kept last. */
  keep(
    source: CarrierSourceId,
    rows: readonly KeptDue[],
    mind: string | null,
    asked: number,
    now: number,
  ): void;
  /** Numbers or questions charged from a UTC day on, and those asked. Days since 1970. */
  counted(source: CarrierSourceId, what: 'charged' | 'asked', fromDay: number): number;
  /** What may be charged in a calendar month (UTC). */
  monthly(source: CarrierSourceId): number;
}
