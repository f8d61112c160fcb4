import { WEATHER_FRESH_MS } from '#shared/model/weather.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import type { Clock } from '../../ports.ts';
import type { SourceFault } from '../../sources/carriers/kit/types.ts';
import type { WeatherSource } from '../../sources/weather/client.ts';
import { afterFailure, type Breaker } from '../manners/breaker.ts';
import type { RoundMemory, WeatherBook } from './types.ts';

/** How often parcels at new places are looked for. */
const LOOK = 30 * MINUTE;
/** What falls due within this is asked together. */
const GRAIN = 30 * MINUTE;
/** Squares for one day: a fifth of what the public address allows. */
const DAY_SQUARES = 2_000;
/** After any fault, nothing for at least this long. */
const LEAST_REST = 5 * MINUTE;

export interface WeatherRound {
  /** Asks what is due now; answers when to come again, or null while off or held. */
  step(): Promise<number | null>;
  /** Says why nothing may be asked now; null: it may. */
  hold(why: string | null): void;
  held(): string | null;
  stop(): void;
}

/** When Open-Meteo may be asked again after a fault, and what is remembered of it. */
export function restAfter(
  fault: Pick<SourceFault, 'kind' | 'retryAfterMs'>,
  before: Breaker | null,
  now: number,
): { breaker: Breaker; restUntil: number } {
  const why = fault.kind === 'auth' ? 'permission' : fault.kind === 'caller' ? 'caller' : 'transient';
  const breaker = afterFailure(before ?? undefined, why, now);
  const said = fault.retryAfterMs === null ? 0 : Math.min(DAY, fault.retryAfterMs);
  return { breaker, restUntil: Math.max(now + LEAST_REST, now + said, breaker.openUntil) };
}

/** Follows the weather on the ways of open parcels. */
export function createWeatherRound(deps: {
  book: WeatherBook;
  /** A client for what is set now. */
  source: () => WeatherSource;
  clock: Clock;
}): WeatherRound {
  const { book, clock } = deps;
  let held: string | null = null;
  let stopped = false;
  let abort = new AbortController();
  /** When squares were asked for last, answered or not: one without an answer waits an hour. */
  const tried = new Map<string, number>();

  const ask = async (memory: RoundMemory): Promise<number> => {
    const now = clock.now();
    if (now < memory.restUntil) return memory.restUntil;
    const known = book.known();
    const wanted = await book.wanted();
    const dueAt = (cell: string): number =>
      Math.max((known.get(cell) ?? -Infinity) + WEATHER_FRESH_MS, (tried.get(cell) ?? -Infinity) + HOUR);
    const due = wanted.filter(({ key }) => dueAt(key) <= now + GRAIN);
    const next = wanted.reduce((least, { key }) => Math.min(least, Math.max(now, dueAt(key))), now + LOOK);
    // What is nearly due waits for the first that is.
    if (due.length === 0 || next > now) return Math.max(next, now + MINUTE);
    const day = Math.floor(now / DAY);
    const used = memory.day === day ? memory.asked : 0;
    const some = due.slice(0, Math.max(0, DAY_SQUARES - used));
    if (some.length === 0) return (day + 1) * DAY;
    const { forecasts, fault, asked } = await deps.source().ask(some, abort.signal);
    if (abort.signal.aborted && forecasts.length === 0) return clock.now() + LEAST_REST;
    const at = clock.now();
    tried.clear();
    if (!fault) for (const { key } of some) tried.set(key, at);
    const after = fault ? restAfter(fault, memory.breaker, at) : { breaker: null, restUntil: 0 };
    const okAt = forecasts.length > 0 ? at : memory.okAt;
    const told = fault && { kind: fault.kind, code: fault.code, at };
    book.keep(forecasts, { okAt, fault: told, ...after, day, asked: used + asked }, at);
    return Math.max(after.restUntil, at + MINUTE);
  };

  return {
    step: async () => {
      if (stopped) return null;
      const on = book.settings().on;
      const next = on && held === null ? await ask(book.memory()) : null;
      const expires = book.settle();
      if (!on) return null;
      return Math.min(next ?? clock.now() + HOUR, expires ?? Infinity);
    },
    hold: (why) => {
      if (why !== null && held === null) abort.abort();
      if (why === null && held !== null && !stopped) abort = new AbortController();
      held = why;
    },
    held: () => held,
    stop: () => {
      stopped = true;
      abort.abort();
    },
  };
}
