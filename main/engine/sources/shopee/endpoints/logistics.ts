import { flag, id, ids, list, money, number, shape, text, texts, time } from '../shape.ts';
import { logistics } from '../words.ts';
import { endpoint, type Nothing, params } from './define.ts';

/** The numbers that one parcel goes under. */
const numbers = {
  tracking_number: text,
  plp_number: text,
  first_mile_tracking_number: text,
  last_mile_tracking_number: text,
  hint: text,
  pickup_code: text,
};
/** Where a place of the seller's or a branch is. */
const addressFields = {
  region: text,
  state: text,
  city: text,
  address: text,
  zipcode: text,
  district: text,
  town: text,
};

/** Where parcels are, how they are handed over, and their labels. */
export const logisticsCalls = {
  'logistics.get_tracking_number': endpoint({
    method: 'GET',
    path: '/api/v2/logistics/get_tracking_number',
    auth: 'shop',
    wrapped: true,
    lists: { response_optional_fields: 'comma' },
    params: params<{
      readonly order_sn: string;
      readonly package_number?: string;
      readonly response_optional_fields?: readonly string[];
    }>(),
    answer: shape(numbers),
  }),
  'logistics.get_mass_tracking_number': endpoint({
    method: 'POST',
    path: '/api/v2/logistics/get_mass_tracking_number',
    auth: 'shop',
    wrapped: true,
    params: params<{
      readonly package_list: readonly { readonly package_number: string }[];
      readonly response_optional_fields?: readonly string[];
    }>(),
    answer: shape({
      success_list: list(
        shape({
          package_number: text,
          ...numbers,
        }),
      ),
      fail_list: list(shape({ package_number: text, fail_reason: text })),
    }),
  }),
  'logistics.get_tracking_info': endpoint({
    method: 'GET',
    path: '/api/v2/logistics/get_tracking_info',
    auth: 'shop',
    wrapped: true,
    params: params<{ readonly order_sn: string; readonly package_number?: string }>(),
    answer: shape({
      order_sn: text,
      package_number: text,
      logistics_status: logistics,
      tracking_info: list(
        shape({ update_time: time, description: text, logistics_status: logistics, return_code: text }),
      ),
      collection_pin_code: text,
      reversed_tracking_number: text,
      reversed_courier_name: text,
      reversed_tracking_info: list(shape({ update_time: time, description: text })),
    }),
  }),
  'logistics.get_shipping_parameter': endpoint({
    method: 'GET',
    path: '/api/v2/logistics/get_shipping_parameter',
    auth: 'shop',
    wrapped: true,
    params: params<{ readonly order_sn: string; readonly package_number?: string }>(),
    answer: shape({
      info_needed: shape({ dropoff: texts, pickup: texts, non_integrated: texts }),
      dropoff: shape({
        branch_list: list(
          shape({
            branch_id: id,
            ...addressFields,
          }),
        ),
        slug_list: list(shape({ slug: text, slug_name: text })),
      }),
      pickup: shape({
        address_list: list(
          shape({
            address_id: id,
            ...addressFields,
            address_flag: texts,
            time_slot_list: list(shape({ date: time, time_text: text, pickup_time_id: text, flags: texts })),
          }),
        ),
      }),
    }),
  }),
  'logistics.get_channel_list': endpoint({
    method: 'GET',
    path: '/api/v2/logistics/get_channel_list',
    auth: 'shop',
    wrapped: true,
    params: params<Nothing>(),
    answer: shape({
      logistics_channel_list: list(
        shape({
          logistics_channel_id: id,
          logistics_channel_name: text,
          cod_enabled: flag,
          enabled: flag,
          fee_type: text,
          size_list: list(shape({ size_id: text, name: text, default_price: money })),
          weight_limit: shape({ item_max_weight: number, item_min_weight: number }),
          item_max_dimension: shape({
            height: number,
            width: number,
            length: number,
            unit: text,
            dimension_sum: number,
          }),
          volume_limit: shape({ item_max_volume: number, item_min_volume: number }),
          logistics_description: text,
          force_enable: flag,
          mask_channel_id: id,
          block_seller_cover_shipping_fee: flag,
          support_cross_border: flag,
          seller_logistic_has_configuration: flag,
          logistics_capability: shape({ seller_logistics: flag }),
          preprint: flag,
          service_type_identifier: text,
          auto_call_driver_setting: shape({
            auto_call_driver_eligible: flag,
            auto_call_driver_enabled: flag,
            preparation_time: number,
            preparation_time_limit: shape({ min_preparation_time: number, max_preparation_time: number }),
          }),
          support_pause: flag,
          compulsory_channel: flag,
          channel_relation_rules: list(
            shape({ related_enabled_channels: ids, related_dependent_block_channels: ids }),
          ),
        }),
      ),
    }),
  }),
  'logistics.get_address_list': endpoint({
    method: 'GET',
    path: '/api/v2/logistics/get_address_list',
    auth: 'shop',
    wrapped: true,
    params: params<Nothing>(),
    answer: shape({
      show_pickup_address: flag,
      address_list: list(
        shape({
          address_id: id,
          ...addressFields,
          address_type: texts,
        }),
      ),
    }),
  }),
  'logistics.create_shipping_document': endpoint({
    method: 'POST',
    path: '/api/v2/logistics/create_shipping_document',
    auth: 'shop',
    wrapped: true,
    params: params<{
      readonly order_list: readonly {
        readonly order_sn: string;
        readonly package_number?: string;
        readonly tracking_number?: string;
        readonly shipping_document_type?: string;
      }[];
    }>(),
    answer: shape({
      result_list: list(
        shape({ order_sn: text, package_number: text, fail_error: text, fail_message: text }),
      ),
    }),
  }),
  'logistics.get_shipping_document_result': endpoint({
    method: 'POST',
    path: '/api/v2/logistics/get_shipping_document_result',
    auth: 'shop',
    wrapped: true,
    params: params<{
      readonly order_list: readonly {
        readonly order_sn: string;
        readonly package_number?: string;
        readonly shipping_document_type?: string;
      }[];
    }>(),
    answer: shape({
      result_list: list(
        shape({ order_sn: text, package_number: text, status: text, fail_error: text, fail_message: text }),
      ),
    }),
  }),
  'logistics.download_shipping_document': endpoint({
    method: 'POST',
    path: '/api/v2/logistics/download_shipping_document',
    auth: 'shop',
    wrapped: true,
    file: true,
    params: params<{
      readonly shipping_document_type?: string;
      readonly order_list: readonly { readonly order_sn: string; readonly package_number?: string }[];
    }>(),
    answer: shape({}),
  }),
};
