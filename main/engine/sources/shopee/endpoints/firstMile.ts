import { flag, id, list, number, shape, text } from '../shape.ts';
import { logistics } from '../words.ts';
import { endpoint, params } from './define.ts';

/** An order whose parcel goes under a first-mile number. */
const boundOrder = shape({
  order_sn: text,
  package_number: text,
  sls_tracking_number: text,
  pick_up_done: flag,
  arrived_transit_warehouse: flag,
});
/** A page of what was declared between two days. */
interface Days {
  readonly from_date: string;
  readonly to_date: string;
  readonly page_size?: number;
  readonly cursor?: string;
}

/** The way from the seller to the transit warehouse. */
export const firstMileCalls = {
  'first_mile.get_channel_list': endpoint({
    method: 'GET',
    path: '/api/v2/first_mile/get_channel_list',
    auth: 'shop',
    wrapped: true,
    params: params<{ readonly region?: string }>(),
    answer: shape({
      logistics_channel_list: list(
        shape({ logistics_channel_id: id, logistics_channel_name: text, shipment_method: text }),
      ),
    }),
  }),
  'first_mile.get_unbind_order_list': endpoint({
    method: 'GET',
    path: '/api/v2/first_mile/get_unbind_order_list',
    auth: 'shop',
    wrapped: true,
    lists: { response_optional_fields: 'comma' },
    params: params<{
      readonly cursor?: string;
      readonly page_size?: number;
      readonly response_optional_fields?: readonly string[];
    }>(),
    answer: shape({
      more: flag,
      order_list: list(shape({ order_sn: text, package_number: text, logistics_status: logistics })),
      next_cursor: text,
    }),
  }),
  'first_mile.get_tracking_number_list': endpoint({
    method: 'GET',
    path: '/api/v2/first_mile/get_tracking_number_list',
    auth: 'shop',
    wrapped: true,
    params: params<Days>(),
    answer: shape({
      more: flag,
      first_mile_tracking_number_list: list(
        shape({ first_mile_tracking_number: text, status: text, declare_date: text }),
      ),
      next_cursor: text,
    }),
  }),
  'first_mile.get_detail': endpoint({
    method: 'GET',
    path: '/api/v2/first_mile/get_detail',
    auth: 'shop',
    wrapped: true,
    params: params<{ readonly first_mile_tracking_number: string; readonly cursor?: string }>(),
    answer: shape({
      logistics_channel_id: id,
      first_mile_tracking_number: text,
      shipment_method: text,
      status: text,
      declare_date: text,
      more: flag,
      order_list: list(boundOrder),
      next_cursor: text,
    }),
  }),
  'first_mile.get_waybill': endpoint({
    method: 'POST',
    path: '/api/v2/first_mile/get_waybill',
    auth: 'shop',
    wrapped: true,
    file: true,
    params: params<{ readonly first_mile_tracking_number_list: readonly string[] }>(),
    answer: shape({}),
  }),
  'first_mile.get_transit_warehouse_list': endpoint({
    method: 'GET',
    path: '/api/v2/first_mile/get_transit_warehouse_list',
    auth: 'shop',
    wrapped: true,
    params: params<{ readonly region?: string; readonly shipment_method?: string }>(),
    answer: shape({
      transit_warehouse_list: list(
        shape({
          warehouse_id: text,
          warehouse_name_en: text,
          warehouse_name_cn: text,
          warehouse_type: number,
        }),
      ),
    }),
  }),
  'first_mile.get_courier_delivery_tracking_number_list': endpoint({
    method: 'POST',
    path: '/api/v2/first_mile/get_courier_delivery_tracking_number_list',
    auth: 'shop',
    wrapped: true,
    params: params<Days>(),
    answer: shape({
      tracking_number_list: list(
        shape({
          binding_id: text,
          first_mile_tracking_number: text,
          status: text,
          reason: text,
          declare_date: text,
        }),
      ),
      more: flag,
      next_cursor: text,
    }),
  }),
  'first_mile.get_courier_delivery_detail': endpoint({
    method: 'GET',
    path: '/api/v2/first_mile/get_courier_delivery_detail',
    auth: 'shop',
    wrapped: true,
    params: params<{ readonly binding_id: string; readonly cursor?: string; readonly page_size?: number }>(),
    answer: shape({
      binding_id: text,
      first_mile_tracking_number: text,
      status: text,
      declare_date: text,
      more: flag,
      next_cursor: text,
      order_list: list(boundOrder),
    }),
  }),
};
