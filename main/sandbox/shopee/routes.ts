import type { Endpoint } from './call.ts';
import { actionEndpoints } from './endpoints/actions.ts';
import { authEndpoints } from './endpoints/auth.ts';
import { bindingEndpoints } from './endpoints/binding.ts';
import { chatEndpoints } from './endpoints/chat.ts';
import { commentEndpoints } from './endpoints/comments.ts';
import { documentEndpoints } from './endpoints/documents.ts';
import { firstMileEndpoints } from './endpoints/firstMile.ts';
import { healthEndpoints } from './endpoints/health.ts';
import { orderEndpoints } from './endpoints/orders.ts';
import { packageEndpoints } from './endpoints/packages.ts';
import { productEndpoints } from './endpoints/products.ts';
import { pushEndpoints } from './endpoints/pushApi.ts';
import { returnEndpoints } from './endpoints/returns.ts';
import { shippingEndpoints } from './endpoints/shipping.ts';
import { shopEndpoints } from './endpoints/shop.ts';
import { trackingEndpoints } from './endpoints/tracking.ts';

/** Every call that the sandbox answers, by path. */
export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map(
  [
    ...authEndpoints,
    ...shopEndpoints,
    ...orderEndpoints,
    ...packageEndpoints,
    ...actionEndpoints,
    ...trackingEndpoints,
    ...shippingEndpoints,
    ...documentEndpoints,
    ...firstMileEndpoints,
    ...bindingEndpoints,
    ...returnEndpoints,
    ...productEndpoints,
    ...commentEndpoints,
    ...healthEndpoints,
    ...pushEndpoints,
    ...chatEndpoints,
  ].map((endpoint) => [endpoint.path, endpoint]),
);
