import { z } from 'zod';

/** The eight stages of a parcel's journey, in travelling order. */
export const STAGES = [
  'INFO',
  'FIRST_MILE',
  'ORIGIN',
  'EXPORT',
  'LINEHAUL',
  'IMPORT',
  'LAST_MILE',
  'CLOSE',
] as const;
export const stageSchema = z.enum(STAGES);
export type Stage = z.infer<typeof stageSchema>;

/**
 * The 32 nodes, in the order that breaks ties at one instant. It is not a ladder: a parcel may pass a node twice.
 */
export const NODES = [
  'INFO_RECEIVED',
  'PICKUP_ARRANGED',
  'PICKUP_FAILED',
  'PICKED_UP',
  'ORIGIN_HUB_IN',
  'ORIGIN_HUB_OUT',
  'EXPORT_CUSTOMS',
  'EXPORT_HELD',
  'EXPORT_CLEARED',
  'LINEHAUL_HANDOVER',
  'LINEHAUL_DEPARTED',
  'TRANSIT_HUB',
  'IN_TRANSIT',
  'LINEHAUL_ARRIVED',
  'IMPORT_CUSTOMS',
  'IMPORT_HELD',
  'IMPORT_CLEARED',
  'DEST_HUB_IN',
  'DEST_HUB_OUT',
  'LAST_MILE_HUB',
  'OUT_FOR_DELIVERY',
  'READY_FOR_PICKUP',
  'DELIVERY_FAILED',
  'EXCEPTION',
  'RETURN_STARTED',
  'RETURN_IN_TRANSIT',
  'DELIVERED',
  'RETURNED',
  'LOST',
  'DISPOSED',
  'CANCELLED',
  'EXPIRED',
] as const;
/** `NOTE` says something without moving the parcel; `UNKNOWN` could not be mapped and is listed with its raw text. */
export const PSEUDO_NODES = ['NOTE', 'UNKNOWN'] as const;
export const nodeSchema = z.enum([...NODES, ...PSEUDO_NODES]);
export type NodeCode = (typeof NODES)[number];
export type EventNode = z.infer<typeof nodeSchema>;

export interface NodeFacts {
  readonly stage: Stage;
  /** Breaks ties when two events share an instant. */
  readonly order: number;
  readonly terminal: boolean;
  readonly exception: boolean;
}

const facts = (
  stage: Stage,
  order: number,
  kind: '' | 'exception' | 'end' | 'end-exception' = '',
): NodeFacts => ({
  stage,
  order,
  terminal: kind.startsWith('end'),
  exception: kind.endsWith('exception'),
});

export const NODE_FACTS: Readonly<Record<NodeCode, NodeFacts>> = {
  INFO_RECEIVED: facts('INFO', 10),
  PICKUP_ARRANGED: facts('INFO', 20),
  PICKUP_FAILED: facts('FIRST_MILE', 30, 'exception'),
  PICKED_UP: facts('FIRST_MILE', 40),
  ORIGIN_HUB_IN: facts('ORIGIN', 50),
  ORIGIN_HUB_OUT: facts('ORIGIN', 60),
  EXPORT_CUSTOMS: facts('EXPORT', 70),
  EXPORT_HELD: facts('EXPORT', 80, 'exception'),
  EXPORT_CLEARED: facts('EXPORT', 90),
  LINEHAUL_HANDOVER: facts('LINEHAUL', 100),
  LINEHAUL_DEPARTED: facts('LINEHAUL', 110),
  TRANSIT_HUB: facts('LINEHAUL', 120),
  IN_TRANSIT: facts('LINEHAUL', 125),
  LINEHAUL_ARRIVED: facts('LINEHAUL', 130),
  IMPORT_CUSTOMS: facts('IMPORT', 140),
  IMPORT_HELD: facts('IMPORT', 150, 'exception'),
  IMPORT_CLEARED: facts('IMPORT', 160),
  DEST_HUB_IN: facts('LAST_MILE', 170),
  DEST_HUB_OUT: facts('LAST_MILE', 180),
  LAST_MILE_HUB: facts('LAST_MILE', 190),
  OUT_FOR_DELIVERY: facts('LAST_MILE', 200),
  READY_FOR_PICKUP: facts('LAST_MILE', 210),
  DELIVERY_FAILED: facts('LAST_MILE', 220, 'exception'),
  EXCEPTION: facts('LAST_MILE', 230, 'exception'),
  RETURN_STARTED: facts('CLOSE', 240, 'exception'),
  RETURN_IN_TRANSIT: facts('CLOSE', 250, 'exception'),
  DELIVERED: facts('CLOSE', 300, 'end'),
  RETURNED: facts('CLOSE', 310, 'end-exception'),
  LOST: facts('CLOSE', 320, 'end-exception'),
  DISPOSED: facts('CLOSE', 330, 'end-exception'),
  CANCELLED: facts('CLOSE', 340, 'end-exception'),
  EXPIRED: facts('CLOSE', 350, 'end-exception'),
};

/** Why, beside what: orthogonal to the node. */
export const REASONS = [
  'CUSTOMS_HOLD',
  'CUSTOMS_DOCS',
  'DUTIES_UNPAID',
  'PROHIBITED',
  'INSPECTION',
  'SECURITY',
  'ADDRESS_PROBLEM',
  'NO_ACCESS',
  'RECIPIENT_UNAVAILABLE',
  'RECIPIENT_UNREACHABLE',
  'RECIPIENT_MOVED',
  'BUSINESS_CLOSED',
  'REFUSED',
  'COD_UNPAID',
  'RESCHEDULED',
  'UNCLAIMED',
  'SENDER_NOT_READY',
  'SENDER_UNREACHABLE',
  'CARRIER_REJECTED',
  'DAMAGED',
  'LOST',
  'MISROUTED',
  'DELAYED',
  'WEATHER',
  'FLIGHT_DELAY',
  'CAPACITY',
  'SENDER_REQUEST',
  'DISPOSED',
  'ON_HOLD',
  'STALE',
  'OTHER',
] as const;
export const reasonSchema = z.enum(REASONS);
export type Reason = z.infer<typeof reasonSchema>;

/** True for a node that is one of the 32, false for NOTE and UNKNOWN. */
export function isNode(node: EventNode): node is NodeCode {
  return node !== 'NOTE' && node !== 'UNKNOWN';
}
