import { setImmediate as breathe } from 'node:timers/promises';
import type { CarrierSourceId } from '../../shared/model/carrierSource.ts';
import type { Market } from '../../shared/model/market.ts';
import { asInstant } from '../../shared/time.ts';
import type { Timers } from '../../main/engine/ports.ts';
import type { ClientDeps, HttpFetch } from '../../main/engine/sources/carriers/kit/http.ts';
import type { Asked, CallFacts, DriftNote } from '../../main/engine/sources/carriers/kit/types.ts';

export const NOW = Date.UTC(2026, 10, 24, 8);

/** What a carrier client is given, with a clock that is ours: waiting lets it pass and takes no time. */
export interface ClientWorld<S extends string = CarrierSourceId> extends ClientDeps<S> {
  readonly calls: CallFacts<S>[];
  readonly drift: DriftNote<S>[];
  readonly time: { at: number };
}

/**
 * Deps of a client over the real network at `baseUrl`. Short waits (the gate's, a back-off) end at once and move the clock;
 * waits of `timeoutMs` and more are real, because the network is.
 */
export function clientWorld<S extends string = CarrierSourceId>(
  baseUrl: string,
  timeoutMs = 10_000,
  fetchLike: HttpFetch = fetch,
): ClientWorld<S> {
  const time = { at: NOW };
  const calls: CallFacts<S>[] = [];
  const drift: DriftNote<S>[] = [];
  const timers: Timers = {
    after: (ms, fn) => {
      if (ms >= timeoutMs) {
        const timer = setTimeout(fn, ms);
        return () => clearTimeout(timer);
      }
      let on = true;
      void breathe().then(() => {
        if (!on) return;
        time.at += ms;
        fn();
      });
      return () => {
        on = false;
      };
    },
  };
  return {
    fetch: fetchLike,
    clock: { now: () => asInstant(time.at) },
    timers,
    baseUrl,
    timeoutMs,
    onCall: (facts) => void calls.push(facts),
    onDrift: (note) => void drift.push(note),
    calls,
    drift,
    time,
  };
}

/** A number to ask about. */
export function asked(number: string, more: Partial<Asked> = {}): Asked {
  return {
    number,
    carrier: null,
    registered: false,
    hash: null,
    market: 'MY' satisfies Market,
    orderNo: null,
    orderTime: null,
    phoneTail: null,
    ...more,
  };
}

export const never = new AbortController().signal;
