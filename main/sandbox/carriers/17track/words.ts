import type { EventNode } from '#shared/model/node.ts';

/** The sub-status that the service would give a scan: coarse, as the real one is. */
export const SUB_STATUS: Readonly<Partial<Record<EventNode, string>>> = {
  INFO_RECEIVED: 'InfoReceived',
  PICKED_UP: 'InTransit_PickedUp',
  LINEHAUL_DEPARTED: 'InTransit_Departure',
  LINEHAUL_ARRIVED: 'InTransit_Arrival',
  EXPORT_CUSTOMS: 'InTransit_CustomsProcessing',
  EXPORT_CLEARED: 'InTransit_CustomsReleased',
  IMPORT_CUSTOMS: 'InTransit_CustomsProcessing',
  IMPORT_CLEARED: 'InTransit_CustomsReleased',
  IMPORT_HELD: 'InTransit_CustomsRequiringInformation',
  READY_FOR_PICKUP: 'AvailableForPickup_Other',
  OUT_FOR_DELIVERY: 'OutForDelivery_Other',
  DELIVERY_FAILED: 'DeliveryFailure_Other',
  DELIVERED: 'Delivered_Other',
  EXCEPTION: 'Exception_Other',
  RETURN_STARTED: 'Exception_Returning',
  RETURN_IN_TRANSIT: 'Exception_Returning',
  RETURNED: 'Exception_Returned',
  LOST: 'Exception_Lost',
  DISPOSED: 'Exception_Destroyed',
  CANCELLED: 'Exception_Cancel',
};

/** Carriers as the service names them: key and name. */
export const PROVIDERS: Readonly<Record<string, readonly [number, string]>> = {
  'china-post': [3011, 'China Post'],
  sf: [100012, 'SF Express'],
  kex: [101405, 'KEX Express (TH)'],
  yunexpress: [190001, 'YunExpress'],
  '4px': [190002, '4PX'],
  spx: [190003, 'Shopee Express'],
  'ninjavan-my': [190004, 'Ninja Van (MY)'],
  'jt-my': [190005, 'J&T Express (MY)'],
};
