import { table } from './table.ts';

/** J&T scan type codes as documented. */
export const JT_DOCUMENTED = table({
  103: 'INFO_RECEIVED',
  104: 'PICKUP_FAILED/OTHER',
  105: 'CANCELLED/SENDER_REQUEST',
  106: 'PICKED_UP',
  109: '~HUB_OUT',
  110: '~HUB_IN',
  112: 'OUT_FOR_DELIVERY',
  113: 'DELIVERED',
  116: 'RETURN_IN_TRANSIT',
  117: 'RETURNED',
  118: 'DELIVERY_FAILED/OTHER',
  120: 'EXCEPTION/OTHER',
  121: '?DELIVERED',
});

/** J&T scan type codes as live answers have them: 110 is a problem here, an arrival above. */
export const JT_LIVE = table({
  10: 'PICKED_UP',
  50: '~HUB_OUT',
  92: '~HUB_IN',
  94: 'OUT_FOR_DELIVERY',
  100: 'DELIVERED',
  110: 'EXCEPTION/OTHER',
});

/** Ninja Van status words, v1 (published). */
export const NINJAVAN = table({
  Staging: 'INFO_RECEIVED',
  'Pending Pickup': 'PICKUP_ARRANGED',
  'Van en-route to pickup': 'PICKUP_ARRANGED',
  'En-route to Sorting Hub': '~ORIGIN_HUB_OUT',
  'Arrived at Sorting Hub': '~DEST_HUB_IN',
  'Arrived at Origin Hub': 'ORIGIN_HUB_IN',
  'On Vehicle for Delivery': 'OUT_FOR_DELIVERY',
  Completed: '~DELIVERED',
  'Successful Delivery': 'DELIVERED',
  'Successful Pickup': 'PICKED_UP',
  'Pending Reschedule': 'DELIVERY_FAILED/RESCHEDULED',
  'Pickup fail': 'PICKUP_FAILED/OTHER',
  Cancelled: 'CANCELLED/SENDER_REQUEST',
  'Returned to Sender': 'RETURNED',
  'Return to Sender Triggered': 'RETURN_STARTED',
  'Arrived at Distribution Point': 'READY_FOR_PICKUP',
  'Pending Pickup at Distribution Point': 'READY_FOR_PICKUP',
  'Cross Border Transit': '~IN_TRANSIT',
  'Customs Cleared': '~IMPORT_CLEARED',
  'Customs Held': '~IMPORT_HELD/CUSTOMS_HOLD',
  'Parcel Size': 'NOTE',
  'Parcel Weight': 'NOTE',
  'Parcel Measurements Update': 'NOTE',
  'On Hold': 'EXCEPTION/ON_HOLD',
  'Transferred to 3PL': '~LAST_MILE_HUB',
});

/** Ninja Van events, v2 (published). */
export const NINJAVAN_V2 = table({
  pickup_exception: 'PICKUP_FAILED/OTHER',
  'Picked Up': 'PICKED_UP',
  'Arrived at Origin Hub': 'ORIGIN_HUB_IN',
  'Arrived at Transit Hub': 'TRANSIT_HUB',
  'Arrived at Destination Hub': '~DEST_HUB_IN',
  'In Transit to Next Sorting Hub': '~DEST_HUB_OUT',
  delivery_exception: 'DELIVERY_FAILED/OTHER',
  international_transit_information: '~IN_TRANSIT',
});

/** Flash Express state and routeAction (published). */
export const FLASH = table({
  1: 'PICKED_UP',
  2: 'IN_TRANSIT',
  3: 'OUT_FOR_DELIVERY',
  4: 'EXCEPTION/ON_HOLD',
  5: 'DELIVERED',
  6: '~DELIVERY_FAILED/OTHER',
  7: '~RETURNED',
  8: '~EXCEPTION/OTHER',
  9: 'CANCELLED/SENDER_REQUEST',
  RECEIVED: 'PICKED_UP',
  SHIPMENT_WAREHOUSE_SCAN: '~ORIGIN_HUB_OUT',
  ARRIVAL_WAREHOUSE_SCAN: '~DEST_HUB_IN',
  DELIVERY_TICKET_CREATION_SCAN: 'OUT_FOR_DELIVERY',
  DETAIN_WAREHOUSE: 'EXCEPTION/ON_HOLD',
  DIFFICULTY_HANDOVER: '~DELIVERY_FAILED/OTHER',
  DELIVERY_CONFIRM: 'DELIVERED',
});

/** GHN order status (published). */
export const GHN = table({
  ready_to_pick: 'INFO_RECEIVED',
  picking: 'PICKUP_ARRANGED',
  money_collect_picking: 'PICKUP_ARRANGED',
  picked: 'PICKED_UP',
  storing: '~ORIGIN_HUB_IN',
  transporting: 'IN_TRANSIT',
  sorting: '~DEST_HUB_IN',
  delivering: 'OUT_FOR_DELIVERY',
  money_collect_delivering: 'OUT_FOR_DELIVERY',
  delivered: 'DELIVERED',
  delivery_fail: 'DELIVERY_FAILED/OTHER',
  waiting_to_return: 'RETURN_STARTED',
  return: 'RETURN_STARTED',
  return_transporting: 'RETURN_IN_TRANSIT',
  return_sorting: 'RETURN_IN_TRANSIT',
  returning: 'RETURN_IN_TRANSIT',
  return_fail: 'EXCEPTION/OTHER',
  returned: 'RETURNED',
  exception: 'EXCEPTION/OTHER',
  damage: 'EXCEPTION/DAMAGED',
  lost: 'LOST/LOST',
  cancel: 'CANCELLED/SENDER_REQUEST',
});

/** GHTK status_id: only 5 was seen in a source, the others (`?`) are to be checked. */
export const GHTK = table({
  '-1': '?CANCELLED',
  1: '?INFO_RECEIVED',
  2: '?PICKUP_ARRANGED',
  3: '?PICKED_UP',
  4: '?OUT_FOR_DELIVERY',
  5: 'DELIVERED',
  6: '?NOTE',
  7: '?PICKUP_FAILED',
  8: '?PICKUP_FAILED',
  9: '?DELIVERY_FAILED',
  10: '?DELIVERY_FAILED',
  11: '?NOTE',
  12: '?PICKUP_ARRANGED',
  13: '?EXCEPTION',
  20: '?RETURN_IN_TRANSIT',
  21: '?RETURNED',
  45: '?DELIVERED',
  49: '?DELIVERY_FAILED',
  123: '?PICKED_UP',
  127: '?PICKUP_FAILED',
  128: '?PICKUP_FAILED',
  410: '?DELIVERY_FAILED',
});
