import type { Forecast, WeatherCell } from '#shared/model/weather.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { createDriftReader } from '../carriers/kit/drift.ts';
import { createGate } from '../carriers/kit/gate.ts';
import { type ClientDeps, createCaller } from '../carriers/kit/http.ts';
import { faultOf, type SourceFault } from '../carriers/kit/types.ts';
import { forecastOf, isAbout } from './map.ts';
import { DAILY, errorSchema, locationSchema } from './schema.ts';

/** What came: forecasts of squares that were answered well, and the fault that ended the question, or null. */
export interface WeatherAnswer {
  readonly forecasts: readonly Forecast[];
  readonly fault: SourceFault | null;
  /** Squares that were asked for: each costs as much as a call of its own. */
  readonly asked: number;
}

export interface WeatherSource {
  /** Asks for the coming days of each square; never throws. */
  ask(cells: readonly WeatherCell[], signal: AbortSignal): Promise<WeatherAnswer>;
}

/** Squares in one call: the address stays below a thousand characters. */
const BATCH = 50;
/** Days ahead; more than seven cost more, and say little about storms. */
const FORECAST_DAYS = 7;
/** Open-Meteo answers one call of an address after another. */
const PER_SECOND = 1;

/** What Open-Meteo says about too many calls, with the time after which its count begins anew. */
const LIMITS: readonly (readonly [RegExp, number])[] = [
  [/^minutely/i, MINUTE],
  [/^hourly/i, HOUR],
  [/^daily/i, DAY],
];

function judge(body: unknown, status: number, now: number): SourceFault | null {
  const read = errorSchema.safeParse(body);
  if (!read.success) return null;
  const reason = read.data.reason ?? '';
  if (status === 429) {
    const period = LIMITS.find(([said]) => said.test(reason))?.[1] ?? MINUTE;
    // Counts begin anew with the minute, hour or day of UTC.
    return faultOf('rate', 'limit', period - (now % period) + 1_000);
  }
  if (status === 401 || /api key/i.test(reason)) return faultOf('auth', 'key');
  return status >= 500 ? null : faultOf('caller', 'refused');
}

/** A client of Open-Meteo's forecasts. `key`: of a paid plan, or null. */
export function createOpenMeteo(key: string | null, deps: ClientDeps<'open-meteo'>): WeatherSource {
  const caller = createCaller('open-meteo', deps, createGate(PER_SECOND, deps));

  const part = async (
    cells: readonly WeatherCell[],
    signal: AbortSignal,
  ): Promise<{ forecasts: Forecast[]; fault: SourceFault | null }> => {
    const query = [
      `latitude=${cells.map(({ lat }) => lat.toFixed(1)).join(',')}`,
      `longitude=${cells.map(({ lon }) => lon.toFixed(1)).join(',')}`,
      `daily=${DAILY.join(',')}`,
      'timezone=auto',
      `forecast_days=${FORECAST_DAYS}`,
      'wind_speed_unit=kmh',
      'precipitation_unit=mm',
      ...(key === null ? [] : [`apikey=${encodeURIComponent(key)}`]),
    ];
    const answer = await caller(
      {
        call: 'forecast',
        method: 'GET',
        path: `/v1/forecast?${query.join('&')}`,
        headers: {},
        numbers: cells.length,
        judge: (body, status) => judge(body, status, deps.clock.now()),
      },
      signal,
    );
    if (!answer.ok) return { forecasts: [], fault: answer.fault };
    const reader = createDriftReader('open-meteo', 'forecast', deps.onDrift);
    // One square is answered by itself, several as a list in the order of the question.
    const list: readonly unknown[] = Array.isArray(answer.body) ? answer.body : [answer.body];
    const forecasts = list.flatMap((each, index): Forecast[] => {
      const location = reader.read(locationSchema, each, Array.isArray(answer.body) ? '[]' : '');
      const cell = location && cells[location.location_id ?? index];
      if (!location || !cell || !isAbout(location, cell)) return [];
      const forecast = forecastOf(location, cell);
      return forecast ? [forecast] : [];
    });
    return { forecasts, fault: forecasts.length === 0 ? faultOf('transient', 'no-forecast') : null };
  };

  return {
    ask: async (cells, signal) => {
      const forecasts: Forecast[] = [];
      let asked = 0;
      for (let from = 0; from < cells.length; from += BATCH) {
        const some = cells.slice(from, from + BATCH);
        const got = await part(some, signal);
        asked += some.length;
        forecasts.push(...got.forecasts);
        if (got.fault) return { forecasts, fault: got.fault, asked };
      }
      return { forecasts, fault: null, asked };
    },
  };
}
