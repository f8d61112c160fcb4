import { type EventNode, isNode } from '#shared/model/node.ts';
import type { Correction } from './correction.ts';
import { turns } from './spot.ts';

/** Ends that leave nothing for a return leg to turn round. */
const ENDS: ReadonlySet<EventNode> = new Set(['LOST', 'DISPOSED', 'CANCELLED', 'EXPIRED', 'RETURNED']);

/** A courier who is assigned once the parcel is on its way is the one who delivers it. */
export const courierAssigned: Correction = {
  holds: ({ node, confidence }, { told }) =>
    told.collected && node === 'PICKUP_ARRANGED' && confidence !== 'high',
  makes: () => 'OUT_FOR_DELIVERY',
  keepsConfidence: true,
};

/** On the return leg every movement is the return's (CA 4.2). */
export const movedOnReturn: Correction = {
  holds: (read, { told }) =>
    told.returning &&
    !turns(read) &&
    isNode(read.node) &&
    !ENDS.has(read.node) &&
    read.node !== 'EXCEPTION' &&
    read.node !== 'DELIVERED',
  makes: () => 'RETURN_IN_TRANSIT',
};

/** On the return leg a delivery is one to the sender (CA 4.2). */
export const deliveredOnReturn: Correction = {
  holds: ({ node }, { told }) => told.returning && node === 'DELIVERED',
  makes: () => 'RETURNED',
  keepsConfidence: true,
};

export const WAY: readonly Correction[] = [courierAssigned, movedOnReturn, deliveredOnReturn];
