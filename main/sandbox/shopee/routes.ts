import type { Endpoint } from './call.ts';
import { authEndpoints } from './endpoints/auth.ts';
import { orderEndpoints } from './endpoints/orders.ts';
import { shopEndpoints } from './endpoints/shop.ts';
import { trackingEndpoints } from './endpoints/tracking.ts';

/** Every call that the sandbox answers, by path. */
export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map(
  [...authEndpoints, ...shopEndpoints, ...orderEndpoints, ...trackingEndpoints].map((endpoint) => [
    endpoint.path,
    endpoint,
  ]),
);
