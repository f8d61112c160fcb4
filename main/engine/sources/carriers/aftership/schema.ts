import { z } from 'zod';
import { anything, text, wanted, words } from '../kit/drift.ts';

const TAGS = [
  'Pending',
  'InfoReceived',
  'InTransit',
  'OutForDelivery',
  'AttemptFail',
  'Delivered',
  'AvailableForPickup',
  'Exception',
  'Expired',
] as const;

/** Subtags of the documents: the tag and a number up to the last one published (2026-07). */
const LAST: Readonly<Record<string, number>> = {
  Pending: 6,
  InfoReceived: 1,
  InTransit: 12,
  OutForDelivery: 4,
  AttemptFail: 3,
  Delivered: 5,
  AvailableForPickup: 1,
  Exception: 21,
  Expired: 1,
};
const SUBTAGS = TAGS.flatMap((tag) =>
  Array.from({ length: LAST[tag] ?? 0 }, (_, n) => `${tag}_${String(n + 1).padStart(3, '0')}`),
);

export const checkpointSchema = z.object({
  slug: wanted(text),
  tag: words(TAGS),
  subtag: words(SUBTAGS),
  subtag_message: text,
  message: wanted(text),
  checkpoint_time: wanted(text),
  location: text,
  country_iso3: text,
  country_name: text,
  country_region: text,
  country_region_name: text,
  state: text,
  city: text,
  zip: text,
  coordinate: anything,
  coordinates: anything,
  raw_tag: text,
  created_at: text,
  events: anything,
  source: anything,
});
export type Checkpoint = z.output<typeof checkpointSchema>;

/** What is read of a tracking; it has some eighty fields more, most of them for pages that we do not show. */
export const trackingSchema = z.looseObject({
  id: wanted(text),
  tracking_number: z.string(),
  slug: text,
  tag: words(TAGS),
  subtag: words(SUBTAGS),
  active: z.boolean().nullish(),
  checkpoints: z.array(z.unknown()).nullish(),
  courier_estimated_delivery_date: z
    .looseObject({
      estimated_delivery_date: text,
      estimated_delivery_date_min: text,
      estimated_delivery_date_max: text,
    })
    .nullish(),
});
export type Tracking = z.output<typeof trackingSchema>;

export const envelopeSchema = z.looseObject({
  meta: z.looseObject({ code: z.number(), type: text, message: text }),
  data: anything,
});

export const listSchema = z.looseObject({
  trackings: anything,
  pagination: z
    .looseObject({ total: z.number().nullish(), next_cursor: text, has_next_page: z.boolean().nullish() })
    .nullish(),
});

export const courierSchema = z.looseObject({ slug: z.string(), name: text });
export const couriersSchema = z.looseObject({ total: z.number().nullish(), couriers: anything });
