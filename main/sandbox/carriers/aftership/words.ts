import type { EventNode } from '#shared/model/node.ts';

/** The subtag that the service would give a scan. */
export const SUBTAG: Readonly<Partial<Record<EventNode, string>>> = {
  INFO_RECEIVED: 'InfoReceived_001',
  PICKED_UP: 'InTransit_002',
  ORIGIN_HUB_IN: 'InTransit_003',
  ORIGIN_HUB_OUT: 'InTransit_007',
  LINEHAUL_ARRIVED: 'InTransit_004',
  IMPORT_CUSTOMS: 'InTransit_006',
  IMPORT_CLEARED: 'InTransit_005',
  IMPORT_HELD: 'Exception_004',
  DEST_HUB_IN: 'InTransit_003',
  DEST_HUB_OUT: 'InTransit_007',
  READY_FOR_PICKUP: 'AvailableForPickup_001',
  OUT_FOR_DELIVERY: 'OutForDelivery_001',
  DELIVERY_FAILED: 'AttemptFail_001',
  DELIVERED: 'Delivered_001',
  EXCEPTION: 'Exception_001',
  RETURN_STARTED: 'Exception_010',
  RETURN_IN_TRANSIT: 'Exception_010',
  RETURNED: 'Exception_011',
  LOST: 'Exception_013',
  CANCELLED: 'Exception_020',
};

/** Couriers as the service calls them, by our slug, and the shape of their numbers. */
export const COURIERS: readonly { slug: string; name: string; ours: string; shape: RegExp }[] = [
  { slug: 'yunexpress', name: 'YunExpress', ours: 'yunexpress', shape: /^YT\d{16}/ },
  { slug: 'sf-express', name: 'S.F. Express', ours: 'sf', shape: /^SF\d{12}/ },
  { slug: 'china-post', name: 'China Post', ours: 'china-post', shape: /^R[A-Z]\d{9}CN/ },
  { slug: 'ninjavan-my', name: 'Ninja Van Malaysia', ours: 'ninjavan-my', shape: /^NLMY/ },
];
