import type { Forecast, WeatherCell, WeatherSettings } from '#shared/model/weather.ts';
import type { SourceFaultKind } from '#shared/model/carrierSource.ts';
import type { Breaker } from '../manners/breaker.ts';

/** What of the round outlives a restart. Plain JSON. */
export interface RoundMemory {
  /** The last answer that was good, ms; null before the first. */
  readonly okAt: number | null;
  /** What went wrong since, or null. */
  readonly fault: { readonly kind: SourceFaultKind; readonly code: string; readonly at: number } | null;
  readonly breaker: Breaker | null;
  /** Nothing is asked before, ms. */
  readonly restUntil: number;
  /** Squares asked for on a UTC day (days since 1970). */
  readonly day: number;
  readonly asked: number;
}

export const NOTHING_ASKED: RoundMemory = {
  ...{ okAt: null, fault: null, breaker: null, restUntil: 0, day: 0, asked: 0 },
};

/** What the round needs of the store. */
export interface WeatherBook {
  settings(): WeatherSettings;
  /** The squares on the ways of open parcels, the most needed first. */
  wanted(): Promise<readonly WeatherCell[]>;
  /** When each square that is known was asked for. */
  known(): ReadonlyMap<string, number>;
  memory(): RoundMemory;
  /** Keeps what one question brought, in one transaction. */
  keep(forecasts: readonly Forecast[], memory: RoundMemory, at: number): void;
  /** Warnings follow what is known and new enough now; answers when the next of them grows too old, or null. */
  settle(): number | null;
}
