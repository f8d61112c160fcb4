import type { EngineStatus } from '#shared/contract/app.ts';
import type { Arrival, Moved } from '#shared/contract/arrivals.ts';
import type { Scoreboard, ScoreboardInput } from '#shared/contract/insights.ts';
import type { CallArgs, CallOutput, EngineCallName, TopicName } from '#shared/contract/index.ts';
import type { CalendarPlace, HolidayYear } from '#shared/model/calendar.ts';
import type { EventView } from '#shared/model/event.ts';
import type { OwnRule } from '#shared/model/ownRule.ts';
import type { ShopRow } from '#shared/model/shop.ts';
import type { Outlook, Overview, Route } from '#shared/model/route.ts';
import type { WeatherView } from '#shared/contract/weather.ts';
import type { Result } from '#shared/result.ts';
import type { CalendarCommands } from '../commands/calendar.ts';
import type { CarrierSchedule } from '#shared/contract/carriers.ts';
import type { CarrierCommands } from '../commands/carriers.ts';
import type { CarrierPorts } from './carrierPorts.ts';
import type { CaseCommands } from '../commands/cases.ts';
import type { DraftCommands } from '../commands/drafts.ts';
import type { Connecting } from '#shared/contract/shops.ts';
import type { ShopCommands } from '../commands/shops.ts';
import type { WeatherCommands } from '../commands/weather.ts';
import type { Imports } from '../sync/imports.ts';
import type { ShopSync } from '../sync/shopee/shopSync.ts';
import type { LabOptions, LabRun, LabSourceReport, LabWait } from '#shared/contract/lab.ts';
import type { HealthSourceId, SourceHealth } from '#shared/contract/health.ts';
import type { BackupFile, Reader } from '../store/types.ts';

/** Apps, shops and the authorisation under way; made by the composition root. */
interface ShopDeps {
  readonly commands: ShopCommands;
  connecting(): Connecting | null;
  begin(order: CallArgs<'shops.connect.begin'>): Promise<Connecting>;
  paste(address: string): Promise<Connecting>;
  cancel(): Connecting;
  leaveUrl(shop: ShopRow): string;
}

/** The lab; made by the composition root. */
interface LabDeps {
  start(options: LabOptions): Result<LabRun>;
  runs(): LabRun[];
  waits(): LabWait[];
  report(runId: number): { run: LabRun; sources: LabSourceReport[] } | null;
  cancel(runId: number): Promise<Result<LabRun>>;
  export(runId: number, path: string, format: 'csv' | 'json'): Promise<number>;
}

/** What the handlers work with; the composition root fills it. */
export interface ApiDeps {
  readonly reader: Reader;
  readonly caseCommands: CaseCommands;
  readonly carrierCommands: CarrierCommands;
  readonly carriers: CarrierPorts;
  readonly carrierSchedule: () => CarrierSchedule[];
  /** Has a parcel's numbers asked about at their tracking services; answers how many have one. */
  readonly askServices: (parcelId: number) => number;
  readonly draftCommands: DraftCommands;
  readonly calendarCommands: CalendarCommands;
  /** The holiday tables: their first and last date, and what a year of them holds. */
  readonly calendarTable: {
    readonly first: string;
    readonly last: string;
    readonly holidays: (place: CalendarPlace, year: number, state: string | null) => HolidayYear;
  };
  readonly weather: { view(): WeatherView; readonly set: WeatherCommands['set'] };
  readonly imports: Imports;
  readonly shops: ShopDeps;
  readonly sync: ShopSync;
  readonly health: { sources(asked: readonly HealthSourceId[]): SourceHealth[] };
  readonly lab: LabDeps;
  readonly status: () => EngineStatus;
  readonly revision: (topic: TopicName) => number;
  /** Events of one parcel with their meaning in its trail, in the order of the ids. */
  readonly eventViews: (parcelId: number, ids: readonly number[]) => EventView[];
  readonly arrival: (parcelId: number) => Arrival | null;
  readonly moved: (limit: number) => Moved;
  readonly scoreboard: (input: ScoreboardInput) => Omit<Scoreboard, 'learning'>;
  /** How much of the history is learnt, while it is (`engine/arrivals.ts`). */
  readonly learning: () => number | null;
  /** Maps and lanes: null for a parcel that is not there. */
  readonly route: (parcelId: number) => Promise<Route | null>;
  readonly outlook: (parcelId: number) => Outlook | null;
  readonly overview: (market: string | null) => Promise<Overview>;
  readonly backups: () => BackupFile[];
  readonly backupNow: () => Promise<Result<BackupFile>>;
  /** Writes the refused rows of an import to a file; answers how many. */
  readonly exportRefused: (importId: number, path: string, lang: 'en' | 'zh-CN') => Promise<number>;
  /** The user's own rules for words that nothing else understands. */
  readonly rules: {
    list(): OwnRule[];
    map(rule: CallArgs<'sources.mapText'>): CallOutput<'sources.mapText'>;
    mapScan(rule: CallArgs<'sources.mapScan'>): CallOutput<'sources.mapScan'>;
    unmap(ruleId: number): CallOutput<'sources.unmapText'>;
    around(words: CallArgs<'sources.around'>): CallOutput<'sources.around'>;
  };
  /** Writes the rules to a file; answers how many. */
  readonly exportRules: (path: string) => Promise<number>;
}

/** The handlers of the calls whose names begin with one of the prefixes: all of them, no others. */
export type FeatureHandlers<P extends string> = {
  readonly [N in Extract<EngineCallName, `${P}${string}`>]: (
    args: CallArgs<N>,
  ) => CallOutput<N> | Promise<CallOutput<N>>;
};
