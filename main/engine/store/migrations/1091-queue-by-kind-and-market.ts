import type { Migration } from './index.ts';

/** The queue under a kind and a market at once: without an index of its own it walks all cases of the market for those few. */
export const queueByKindAndMarket: Migration = {
  id: 1091,
  name: 'queue-by-kind-and-market',
  sql: `
CREATE INDEX case_queue_kind_market ON case_item(state, kind, market, due_key, urgency, since_key, id);
`,
};
