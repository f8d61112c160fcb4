import type { z } from 'zod';
import type { Result } from '../result.ts';
import { appCalls } from './app.ts';
import { calendarCalls } from './calendar.ts';
import { carrierCalls } from './carriers.ts';
import { draftCalls } from './drafts.ts';
import { healthCalls } from './health.ts';
import { importCalls } from './imports.ts';
import { insightCalls } from './insights.ts';
import { labCalls } from './lab.ts';
import { orderCalls } from './orders.ts';
import { parcelCalls } from './parcels.ts';
import { queueCalls } from './queue.ts';
import { shellCalls } from './shell.ts';
import { shopCalls } from './shops.ts';
import { sourceCalls } from './sources.ts';
import { syncCalls } from './sync.ts';
import { weatherCalls } from './weather.ts';

export { topics } from './topics.ts';
export type { TopicMessage, TopicName, TopicPayload, Topics } from './topics.ts';

/**
 * The whole contract between page and the rest: the only place where a call is declared. The engine's router, the
 * shell's router, the preload and the page's client are derived from it.
 */
export const calls = {
  ...appCalls,
  ...queueCalls,
  ...parcelCalls,
  ...draftCalls,
  ...importCalls,
  ...sourceCalls,
  ...carrierCalls,
  ...insightCalls,
  ...calendarCalls,
  ...weatherCalls,
  ...shopCalls,
  ...orderCalls,
  ...syncCalls,
  ...healthCalls,
  ...labCalls,
  ...shellCalls,
};

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type EngineCallName = { [N in CallName]: Calls[N]['host'] extends 'engine' ? N : never }[CallName];
export type ShellCallName = Exclude<CallName, EngineCallName>;
/** What the caller passes (before defaults and brands are applied). */
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>;
/** What the handler sees after the schema. */
export type CallArgs<N extends CallName> = z.output<Calls[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Calls[N]['output']>;
export type CallResult<N extends CallName> = Result<CallOutput<N>>;

export const callNames = Object.keys(calls) as CallName[];

/** Narrows a string from outside to a call's name. */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

/** The handlers that one host must have: all of its calls, no others. */
export type Handlers<N extends CallName, C> = {
  readonly [K in N]: (args: CallArgs<K>, context: C) => CallOutput<K> | Promise<CallOutput<K>>;
};
