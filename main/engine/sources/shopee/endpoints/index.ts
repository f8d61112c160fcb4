import { chatCalls } from './chat.ts';
import type { AnswerOf, Endpoint, ParamsOf } from './define.ts';
import { firstMileCalls } from './firstMile.ts';
import { healthCalls } from './health.ts';
import { logisticsCalls } from './logistics.ts';
import { orderCalls } from './orders.ts';
import { packageCalls } from './packages.ts';
import { pushCalls } from './push.ts';
import { returnCalls } from './returns.ts';
import { reviewCalls } from './reviews.ts';
import { shopCalls } from './shops.ts';
import { tokenCalls } from './tokens.ts';

/** Every call of the Open Platform that Seamark makes, under the name that the documents give it. */
export const endpoints = {
  ...tokenCalls,
  ...shopCalls,
  ...orderCalls,
  ...packageCalls,
  ...logisticsCalls,
  ...firstMileCalls,
  ...returnCalls,
  ...healthCalls,
  ...reviewCalls,
  ...pushCalls,
  ...chatCalls,
};

type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
/** What a call is asked with, under the names of the wire. */
export type ParamsFor<N extends EndpointName> = ParamsOf<Endpoints[N]>;
/** What it answers: every declared field, as a value or as nothing. */
export type AnswerFor<N extends EndpointName> = AnswerOf<Endpoints[N]>;

/** The declaration of a call, without its types. */
export function endpointOf(name: EndpointName): Endpoint {
  return endpoints[name];
}
