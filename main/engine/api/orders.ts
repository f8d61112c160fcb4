import { FaultError } from '#shared/result.ts';
import { orderById, orderCounts, orderPage } from '../store/views/orders.ts';
import type { ApiDeps, FeatureHandlers } from './deps.ts';

/** Reads of orders. */
export function orderHandlers(deps: ApiDeps): FeatureHandlers<'orders.'> {
  const { reader } = deps;
  return {
    'orders.page': ({ limit, cursor, ...filter }) => ({
      ...orderPage(reader, filter, { limit, cursor }),
      revision: deps.revision('orders'),
    }),
    'orders.detail': ({ orderId }) => {
      const found = orderById(reader, orderId);
      if (!found) throw new FaultError('not-found');
      return found;
    },
    'orders.counts': ({ shopId }) => ({ statuses: orderCounts(reader, shopId) }),
  };
}
