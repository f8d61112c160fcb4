import type { Migration } from './index.ts';

/**
 * The state of an order's address, by ISO 3166-2 without the country, where its public holidays differ from the country's
 * (`eta/calendars/states.ts`). It names nobody: address and city stay with what is purged.
 */
export const orderAddressState: Migration = {
  id: 1095,
  name: 'order-address-state',
  sql: 'ALTER TABLE shop_order ADD COLUMN address_state TEXT',
};
