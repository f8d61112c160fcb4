import { z } from 'zod';
import { anything, text, wanted, words } from '../kit/drift.ts';

/** Main statuses and sub-statuses that v2.4 documents. */
const STATUSES = [
  'NotFound',
  'InfoReceived',
  'InTransit',
  'Expired',
  'AvailableForPickup',
  'OutForDelivery',
  'DeliveryFailure',
  'Delivered',
  'Exception',
] as const;
const SUB_STATUSES = [
  'NotFound_Other',
  'NotFound_InvalidCode',
  'InfoReceived',
  'InTransit_PickedUp',
  'InTransit_Other',
  'InTransit_Departure',
  'InTransit_Arrival',
  'InTransit_CustomsProcessing',
  'InTransit_CustomsReleased',
  'InTransit_CustomsRequiringInformation',
  'Expired_Other',
  'AvailableForPickup_Other',
  'OutForDelivery_Other',
  'DeliveryFailure_Other',
  'DeliveryFailure_NoBody',
  'DeliveryFailure_Security',
  'DeliveryFailure_Rejected',
  'DeliveryFailure_InvalidAddress',
  'Delivered_Other',
  'Exception_Other',
  'Exception_Returning',
  'Exception_Returned',
  'Exception_NoBody',
  'Exception_Security',
  'Exception_Damage',
  'Exception_Rejected',
  'Exception_Delayed',
  'Exception_Lost',
  'Exception_Destroyed',
  'Exception_Cancel',
] as const;
/** Key stages of single events, where an event has no sub-status. */
const STAGES = [
  'InfoReceived',
  'PickedUp',
  'Departure',
  'Arrival',
  'AvailableForPickup',
  'OutForDelivery',
  'Delivered',
  'Returning',
  'Returned',
] as const;

const place = z
  .object({ country: text, state: text, city: text, street: text, postal_code: text, coordinates: anything })
  .partial()
  .nullish();

export const eventSchema = z.object({
  time_iso: text,
  time_utc: wanted(text),
  time_raw: z.object({ date: text, time: text, timezone: text }).partial().nullish(),
  description: wanted(text),
  description_translation: z.object({ lang: text, description: text }).partial().nullish(),
  location: text,
  stage: words(STAGES),
  sub_status: words(SUB_STATUSES),
  address: place,
});
export type Track17Event = z.output<typeof eventSchema>;

export const providerSchema = z.object({
  provider: wanted(
    z.object({ key: text, name: text, alias: text, tel: text, homepage: text, country: text }).partial(),
  ),
  provider_lang: text,
  provider_tips: text,
  service_type: text,
  latest_sync_status: words(['Success', 'Failure']),
  latest_sync_time: text,
  events_hash: text,
  events: z.array(z.unknown()).nullish(),
});

const moment = z.object({
  time_iso: text,
  time_utc: text,
  time_raw: anything,
  description: text,
  description_translation: anything,
  location: text,
  stage: text,
  sub_status: text,
  address: anything,
});

export const trackInfoSchema = z.object({
  shipping_info: anything,
  latest_status: z
    .object({ status: words(STATUSES), sub_status: words(SUB_STATUSES), sub_status_descr: text })
    .nullish(),
  latest_event: moment.partial().nullish(),
  time_metrics: z
    .object({
      days_after_order: text,
      days_of_transit: text,
      days_of_transit_done: text,
      days_after_last_update: text,
      estimated_delivery_date: z.object({ source: text, from: text, to: text }).partial().nullish(),
    })
    .partial()
    .nullish(),
  milestone: anything,
  misc_info: anything,
  sync_status: text,
  tracking: wanted(z.object({ providers_hash: text, providers: z.array(z.unknown()).nullish() }).partial()),
});

export const acceptedSchema = z.object({
  number: z.string(),
  carrier: text,
  origin: text,
  tag: text,
  param: text,
  email: text,
  lang: text,
  order_no: text,
  order_time: text,
  final_carrier: text,
  track_info: anything,
});

export const rejectedSchema = z.object({
  number: z.string(),
  carrier: text,
  tag: text,
  error: z.object({ code: z.number(), message: text }),
});

/** What every answer is wrapped in; v2.2 told faults of the whole call inside `data`. */
export const envelopeSchema = z.object({
  code: z.number(),
  page: z
    .object({ data_total: text, page_total: text, page_no: text, page_size: text, has_next: z.boolean() })
    .partial()
    .nullish(),
  data: anything,
});
export const dataSchema = z.looseObject({
  accepted: anything,
  rejected: anything,
  errors: z.array(z.looseObject({ code: z.number() })).nullish(),
});

export const quotaSchema = z.looseObject({
  quota_total: z.number().nullish(),
  quota_used: z.number().nullish(),
  quota_remain: z.number().nullish(),
  today_used: z.number().nullish(),
  max_track_daily: z.number().nullish(),
});

export const listedSchema = z.looseObject({
  number: z.string(),
  carrier: text,
  tracking_status: text,
  package_status: text,
  register_time: text,
  track_time: text,
  stop_track_time: text,
});
