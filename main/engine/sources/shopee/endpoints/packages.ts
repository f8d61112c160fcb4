import { flag, id, list, number, shape, text, texts, time } from '../shape.ts';
import { logistics } from '../words.ts';
import { endpoint, params } from './define.ts';
import { recipientAddress } from './parts.ts';

/** Packages: those to be shipped, and their details fifty at a time. */
export const packageCalls = {
  'order.search_package_list': endpoint({
    method: 'POST',
    path: '/api/v2/order/search_package_list',
    auth: 'shop',
    wrapped: true,
    params: params<{
      readonly filter?: {
        readonly package_status?: number;
        readonly product_location_ids?: readonly string[];
        readonly logistics_channel_ids?: readonly number[];
        readonly fulfillment_type?: number;
        readonly invoice_pending?: boolean;
        readonly sorting_group?: number;
        readonly order_type?: number;
        readonly is_pre_order?: number;
        readonly shipping_priority?: number;
      };
      readonly pagination: { readonly page_size: number; readonly cursor?: string };
      readonly sort?: { readonly sort_type?: number; readonly ascending?: boolean };
    }>(),
    answer: shape({
      packages_list: list(
        shape({
          order_sn: text,
          package_number: text,
          logistics_channel_id: id,
          product_location_id: texts,
          sorting_group: text,
          is_shipment_arranged: flag,
        }),
      ),
      pagination: shape({ total_count: number, next_cursor: text, more: flag }),
      sort: shape({ sort_type: number, is_asc: flag }),
    }),
  }),
  'order.get_package_detail': endpoint({
    method: 'GET',
    path: '/api/v2/order/get_package_detail',
    auth: 'shop',
    wrapped: true,
    lists: { package_number_list: 'comma' },
    params: params<{ readonly package_number_list: readonly string[] }>(),
    answer: shape({
      package_list: list(
        shape({
          order_sn: text,
          package_number: text,
          fulfillment_status: logistics,
          update_time: time,
          logistics_channel_id: id,
          shipping_carrier: text,
          allow_self_design_awb: flag,
          days_to_ship: number,
          ship_by_date: time,
          pending_terms: texts,
          pending_description: texts,
          tracking_number: text,
          tracking_number_expiration_date: time,
          pickup_done_time: time,
          is_split_up: flag,
          item_list: list(
            shape({
              item_id: id,
              model_id: id,
              item_sku: text,
              model_sku: text,
              model_quantity: number,
              order_item_id: id,
              promotion_group_id: id,
              product_location_id: texts,
              consultation_id: text,
              is_prescription_item: flag,
              error_in_fetching_is_prescription_item: flag,
              prescription_check_status: number,
              prescription_reject_reason: text,
            }),
          ),
          recipient_address: recipientAddress,
          parcel_chargeable_weight_gram: number,
          group_shipment_id: id,
          virtual_contact_number: text,
          package_query_number: text,
          sorting_group: text,
          is_shipment_arranged: flag,
          status_info_tag: shape({ tag_id: number, timestamp: time }),
          can_split_order: flag,
          can_unsplit_order: flag,
          is_pre_order: flag,
          pharmacist_name: text,
          prescription_images: texts,
          prescription_approval_time: time,
          prescription_rejection_time: time,
          is_buyer_shop_collection: flag,
          buyer_proof_of_collection: texts,
          preparation_end_time: time,
          driver_info: shape({
            driver_name: text,
            driver_phone: text,
            vehicle_type: text,
            license_plate: text,
            courier_photo: text,
            eta_start_time: time,
            eta_end_time: time,
            driver_status: text,
          }),
          can_full_cancel_order: flag,
          can_partial_cancel_order: flag,
          buyer_preference_for_partial_cancellation: number,
          invoice_pending: shape({ status: text, pending_reason: text }),
        }),
      ),
    }),
  }),
};
