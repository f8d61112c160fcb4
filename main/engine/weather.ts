import type { WeatherView } from '#shared/contract/weather.ts';
import { cellOf, type WeatherCell, WEATHER_COUNTS_MS, type WeatherSettings } from '#shared/model/weather.ts';
import type { Fault } from '#shared/result.ts';
import { asInstant, DAY } from '#shared/time.ts';
import { createWeatherCommands, type WeatherCommands } from './commands/weather.ts';
import { createDrive } from './drive.ts';
import type { WayWeather } from './eta/weather/hazards.ts';
import type { Places } from './journey/places/index.ts';
import type { Clock, Logger, Timers } from './ports.ts';
import { SOURCE_FAULTS_TOLD } from './sourceFaults.ts';
import type { HttpFetch } from './sources/carriers/kit/http.ts';
import { createOpenMeteo } from './sources/weather/client.ts';
import { ownAddress, weatherHost } from './sources/weather/hosts.ts';
import { setState } from './store/aggregates/audit.ts';
import { forgetForecasts, keepForecast, marketDue, placeDue, warnedDue } from './store/aggregates/weather.ts';
import type { Reader, Writer } from './store/types.ts';
import { stateOf } from './store/views/status.ts';
import { forecasts } from './store/views/weather.ts';
import { createWeatherRound } from './sync/weather/round.ts';
import { NOTHING_ASKED, type RoundMemory, type WeatherBook } from './sync/weather/types.ts';
import { systemFetch } from './system.ts';
import { createWeatherPlaces, UNDER_WAY, type WeatherPlaces } from './weatherPlaces.ts';
import { NO_TABLE, type WeatherParcel, weatherTable } from './weatherTable.ts';

/** How Open-Meteo is reached; without it by this process's own `fetch`, at its own address. */
export interface WeatherNetwork {
  readonly fetch?: HttpFetch;
  readonly host?: string;
}

/** Weather, off until a person turns it on. */
export interface Weather {
  readonly set: WeatherCommands['set'];
  view(): WeatherView;
  /** What lies on a parcel's way; null where nobody wants to know, or nothing that counts is known. */
  way(parcel: WeatherParcel): WayWeather | null;
  /** Why nothing may be asked now; null: it may. */
  hold(why: string | null): void;
  kick(): void;
  advance(): Promise<number | null>;
  close(): Promise<void>;
}

const MEMORY = 'weather.round';
/** Forecasts of places that nobody asks about any more are forgotten after this. */
const KEPT = 3 * DAY;

/** Joins the forecasts with places, store and estimates (docs/decisions/0108 and 0109). */
export function createWeather(deps: {
  writer: Writer;
  reader: Reader;
  clock: Clock;
  timers: Timers;
  log: Logger;
  network: WeatherNetwork | undefined;
  places: () => Promise<Places>;
  breathe: () => Promise<void>;
  byTimers: boolean;
  faultOf: (error: unknown) => Fault | null;
  /** The settings, or what is foreseen on the ways of parcels. */
  changed: () => void;
}): Weather {
  const { writer, reader, clock, timers, log, network } = deps;
  const collect = createWeatherPlaces({ reader, clock, places: deps.places, breathe: deps.breathe });
  let places: WeatherPlaces = { places: [], ahead: new Map() };
  let table = NO_TABLE;
  /** What estimates were last told; null: since the start nobody looked whether they were. */
  let told: string | null = null;
  /** The settings that the question under way was asked for. */
  let askedFor: WeatherSettings | null = null;
  let drift = 0;
  /** For whoever holds the clock: when the next step is due. */
  let dueAt = 0;

  const memory = (): RoundMemory => {
    const text = stateOf(reader, MEMORY);
    return text === null ? NOTHING_ASKED : (JSON.parse(text) as RoundMemory);
  };
  const settle = (): number | null => {
    const { on } = commands.settings();
    table = on ? weatherTable(places, forecasts(reader), clock.now()) : NO_TABLE;
    // Off from the start: nobody was ever told anything else.
    if (table.signature === told || (told === null && !on)) return table.expires;
    told = table.signature;
    const since = clock.now() - UNDER_WAY;
    writer.transaction('batch', () => {
      for (const id of table.placeIds) placeDue(writer, id);
      for (const market of table.markets) marketDue(writer, market, since);
      warnedDue(writer);
    });
    deps.changed();
    return table.expires;
  };
  const book: WeatherBook = {
    settings: () => commands.settings(),
    wanted: async () => {
      places = await collect();
      const cells = new Map<string, WeatherCell>();
      for (const { lat, lon } of places.places) {
        const cell = cellOf(lat, lon);
        cells.set(cell.key, cell);
      }
      return [...cells.values()];
    },
    known: () => new Map(forecasts(reader).map(({ forecast, fetchedAt }) => [forecast.cell, fetchedAt])),
    memory,
    keep: (brought, next, at) => {
      // Turned off or sent elsewhere meanwhile: nobody wants this answer.
      if (commands.settings() !== askedFor) return;
      writer.transaction('batch', () => {
        for (const forecast of brought) keepForecast(writer, forecast, at);
        forgetForecasts(writer, at - KEPT);
        setState(writer, MEMORY, JSON.stringify(next));
      });
      deps.changed();
    },
    settle,
  };
  const round = createWeatherRound({
    book,
    clock,
    source: () => {
      askedFor = commands.settings();
      const { address, key } = askedFor;
      return createOpenMeteo(key, {
        ...{ clock, timers, onCall: () => {} },
        fetch: network?.fetch ?? systemFetch,
        baseUrl: address ?? network?.host ?? weatherHost(askedFor),
        onDrift: ({ kind, path }) => {
          drift += 1;
          log.info('weather.drift', { kind, path });
        },
      });
    },
  });
  const drive = createDrive({
    ...{ clock, timers, log, faultOf: deps.faultOf, byTimers: deps.byTimers },
    sync: round,
    project: () => Promise.resolve(),
  });
  const commands = createWeatherCommands({
    ...{ writer, reader, clock, ownAddress },
    changing: (next, before) => {
      setState(writer, MEMORY, JSON.stringify(NOTHING_ASKED));
      if (!next.on || next.address !== before.address) forgetForecasts(writer, Number.MAX_SAFE_INTEGER);
      if (!next.on) warnedDue(writer);
    },
    changed: () => {
      settle();
      deps.changed();
      dueAt = 0;
      drive.kick();
    },
  });

  return {
    set: commands.set,
    view: () => {
      const settings = commands.settings();
      const { on, address, key } = settings;
      const now = clock.now();
      const kept = forecasts(reader).map(({ fetchedAt }) => fetchedAt);
      const asOf = kept.length === 0 ? null : Math.max(...kept);
      const { fault, day, asked } = memory();
      const offline = round.held() === 'offline';
      const known = asOf === null ? 'waiting' : now < asOf + WEATHER_COUNTS_MS ? 'fresh' : 'old';
      return {
        ...{ on, address, hasKey: key !== null, host: weatherHost(settings), offline, drift },
        state: on ? known : 'off',
        asOf: asOf === null ? null : asInstant(asOf),
        problem: on && fault !== null ? SOURCE_FAULTS_TOLD[fault.kind] : null,
        places: on ? places.places.length : 0,
        askedToday: day === Math.floor(now / DAY) ? asked : 0,
        warnings: table.warnings(now),
      };
    },
    way: (parcel) => table.way(parcel, clock.now()),
    hold: (why) => {
      round.hold(why);
      dueAt = 0;
      drive.kick();
    },
    kick: drive.kick,
    advance: async () => {
      if (clock.now() < dueAt) return dueAt;
      const next = await drive.advance();
      dueAt = next ?? 0;
      return next;
    },
    close: drive.close,
  };
}
