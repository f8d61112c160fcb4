import { z } from 'zod';
import { anything, text, wanted } from '../kit/drift.ts';

const hub = z.looseObject({ country: text, city: text, hub: text }).nullish();
const exception = z.looseObject({ state: text, failure_reason: text }).nullish();

/** One event, in the form of version 1 or 2: they differ in what they hold, not in where. */
export const eventSchema = z.object({
  tracking_id: text,
  timestamp: wanted(text),
  event: text,
  status: text,
  previous_status: text,
  comments: text,
  is_parcel_on_rts_leg: z.boolean().nullish(),
  id: anything,
  shipper_id: anything,
  shipper_ref_no: anything,
  shipper_order_ref_no: anything,
  tracking_ref_no: anything,
  order_id: anything,
  measures: anything,
  picked_up_information: anything,
  pickup_exception: exception,
  arrived_at_origin_hub_information: hub,
  arrived_at_transit_hub_information: hub,
  arrived_at_destination_hub_information: hub,
  in_transit_to_next_sorting_hub_information: anything,
  on_vehicle_information: anything,
  arrived_at_pudo_information: anything,
  delivery_information: anything,
  delivery_exception: exception,
  international_transit_information: z
    .looseObject({ state: text, remark: text, stage: text, linehaul_information: anything })
    .nullish(),
  cancellation_information: anything,
  recovery_information: anything,
  rts_reason: text,
});
export type NinjaEvent = z.output<typeof eventSchema>;

export const tokenSchema = z.looseObject({ access_token: z.string(), expires_in: z.number().nullish() });
/** Lists come bare, or under one of these names. */
export const listSchema = z.union([
  z.array(z.unknown()),
  z.looseObject({ events: z.array(z.unknown()) }).transform((value) => value.events),
  z.looseObject({ data: z.array(z.unknown()) }).transform((value) => value.data),
]);
