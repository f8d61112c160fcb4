import type { NodeCode } from '../../model/node.ts';
import type { NodeWords } from './nodeLangs.ts';
import { AFTER_ARRIVAL } from './nodesAfter.ts';
import { BEFORE_ARRIVAL } from './nodesBefore.ts';

export { MARKET_LANG, NODE_LANGS } from './nodeLangs.ts';

/** What each node means to a buyer: short, plain, without blame and without the trade's own words. */
export const NODE_WORDS: Readonly<Record<NodeCode, NodeWords>> = { ...BEFORE_ARRIVAL, ...AFTER_ARRIVAL };
