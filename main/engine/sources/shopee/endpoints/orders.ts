import { flag, id, list, money, number, shape, text, texts, time } from '../shape.ts';
import { logistics } from '../words.ts';
import { endpoint, params } from './define.ts';
import { recipientAddress } from './parts.ts';

/** Orders: listed by time, read fifty at a time. */
export const orderCalls = {
  'order.get_order_list': endpoint({
    method: 'GET',
    path: '/api/v2/order/get_order_list',
    auth: 'shop',
    wrapped: true,
    lists: { response_optional_fields: 'comma' },
    params: params<{
      readonly time_range_field: string;
      readonly time_from: number;
      readonly time_to: number;
      readonly page_size: number;
      readonly cursor?: string;
      readonly order_status?: string;
      readonly response_optional_fields?: readonly string[];
      readonly request_order_status_pending?: boolean;
      readonly logistics_channel_id?: string;
    }>(),
    answer: shape({
      more: flag,
      order_list: list(shape({ order_sn: text, order_status: text, booking_sn: text })),
      next_cursor: text,
    }),
  }),
  'order.get_order_detail': endpoint({
    method: 'GET',
    path: '/api/v2/order/get_order_detail',
    auth: 'shop',
    wrapped: true,
    lists: { order_sn_list: 'comma', response_optional_fields: 'comma' },
    params: params<{
      readonly order_sn_list: readonly string[];
      readonly request_order_status_pending?: boolean;
      readonly response_optional_fields?: readonly string[];
    }>(),
    answer: shape({
      order_list: list(
        shape({
          order_sn: text,
          region: text,
          currency: text,
          cod: flag,
          total_amount: money,
          pending_terms: texts,
          pending_description: texts,
          order_status: text,
          shipping_carrier: text,
          payment_method: text,
          estimated_shipping_fee: money,
          message_to_seller: text,
          create_time: time,
          update_time: time,
          days_to_ship: number,
          ship_by_date: time,
          buyer_user_id: id,
          buyer_username: text,
          recipient_address: recipientAddress,
          actual_shipping_fee: money,
          goods_to_declare: flag,
          note: text,
          note_update_time: time,
          item_list: list(
            shape({
              item_id: id,
              item_name: text,
              item_sku: text,
              model_id: id,
              model_name: text,
              model_sku: text,
              model_quantity_purchased: number,
              model_original_price: money,
              model_discounted_price: money,
              wholesale: flag,
              weight: number,
              add_on_deal: flag,
              main_item: flag,
              add_on_deal_id: id,
              promotion_type: text,
              promotion_id: id,
              order_item_id: id,
              line_item_id: id,
              promotion_group_id: id,
              image_info: shape({ image_url: text }),
              product_location_id: texts,
              is_prescription_item: flag,
              error_in_fetching_is_prescription_item: flag,
              consultation_id: text,
              is_b2c_owned_item: flag,
              promotion_list: list(shape({ promotion_type: text, promotion_id: id })),
              hot_listing_item: flag,
              active_qty: number,
              cancel_requested_qty: number,
              cancelled_qty: number,
              return_requested_qty: number,
              returned_qty: number,
            }),
          ),
          pay_time: time,
          dropshipper: text,
          dropshipper_phone: text,
          split_up: flag,
          buyer_cancel_reason: text,
          cancel_by: text,
          cancel_reason: text,
          actual_shipping_fee_confirmed: flag,
          buyer_cpf_id: text,
          fulfillment_flag: text,
          pickup_done_time: time,
          package_list: list(
            shape(
              {
                package_number: text,
                logistics_status: logistics,
                logistics_channel_id: id,
                shipping_carrier: text,
                allow_self_design_awb: flag,
                item_list: list(
                  shape({
                    item_id: id,
                    model_id: id,
                    model_quantity: number,
                    order_item_id: id,
                    promotion_group_id: id,
                    product_location_id: texts,
                  }),
                ),
                parcel_chargeable_weight_gram: number,
                group_shipment_id: id,
                virtual_contact_number: text,
                package_query_number: text,
                sorting_group: text,
              },
              { parcel_chargeable_weight_gram: 'parcel_chargeable_weight' },
            ),
          ),
          invoice_data: shape({
            number: text,
            series_number: text,
            access_key: text,
            issue_date: time,
            total_value: money,
            products_total_value: money,
            tax_code: text,
            status: text,
            pending_reason: text,
          }),
          checkout_shipping_carrier: text,
          reverse_shipping_fee: money,
          order_chargeable_weight_gram: number,
          prescription_check_status: number,
          pharmacist_name: text,
          prescription_images: texts,
          prescription_approval_time: time,
          prescription_rejection_time: time,
          prescription_reject_reason: text,
          is_buyer_shop_collection: flag,
          buyer_proof_of_collection: texts,
          edt_from: time,
          edt_to: time,
          booking_sn: text,
          advance_package: flag,
          return_request_due_date: time,
          payment_info: list(
            shape({
              payment_method: text,
              payment_processor_register: text,
              card_brand: text,
              transaction_id: text,
              payment_amount: money,
            }),
          ),
          hot_listing_order: flag,
          is_international: flag,
          can_full_cancel_order: flag,
          can_partial_cancel_order: flag,
          buyer_preference_for_partial_cancellation: number,
          affiliate_sample_type: number,
        }),
      ),
    }),
  }),
  'order.get_shipment_list': endpoint({
    method: 'GET',
    path: '/api/v2/order/get_shipment_list',
    auth: 'shop',
    wrapped: true,
    params: params<{ readonly cursor?: string; readonly page_size: number }>(),
    answer: shape({
      order_list: list(shape({ order_sn: text, package_number: text })),
      more: flag,
      next_cursor: text,
    }),
  }),
  'order.set_note': endpoint({
    method: 'POST',
    path: '/api/v2/order/set_note',
    auth: 'shop',
    wrapped: false,
    params: params<{ readonly order_sn: string; readonly note: string }>(),
    answer: shape({}),
  }),
};
