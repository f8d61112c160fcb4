import { id, list, money, number, shape, text, texts, time } from '../shape.ts';
import { endpoint, type Nothing, params } from './define.ts';

/** An order by how long the seller took to hand it over. */
const handedOver = shape({
  order_sn: text,
  order_create_time: time,
  arrange_pick_up_time: time,
  actual_pick_up_time: time,
  preparation_days: number,
  shipping_channel: text,
  first_mile_type: text,
  first_mile_tracking_no: text,
});

/** How Shopee judges the shop. */
export const healthCalls = {
  'account_health.get_shop_performance': endpoint({
    method: 'GET',
    path: '/api/v2/account_health/get_shop_performance',
    auth: 'shop',
    wrapped: true,
    params: params<Nothing>(),
    answer: shape({
      overall_performance: shape({
        rating: number,
        fulfillment_failed: number,
        listing_failed: number,
        custom_service_failed: number,
      }),
      metric_list: list(
        shape({
          metric_type: number,
          metric_id: id,
          parent_metric_id: id,
          metric_name: text,
          current_period: number,
          last_period: number,
          unit: number,
          target: shape({ value: money, comparator: text }),
          exemption_end_date: text,
        }),
      ),
    }),
  }),
  'account_health.get_metric_source_detail': endpoint({
    method: 'GET',
    path: '/api/v2/account_health/get_metric_source_detail',
    auth: 'shop',
    wrapped: true,
    params: params<{ readonly metric_id: string; readonly page_no?: number; readonly page_size?: number }>(),
    answer: shape(
      {
        metric_id: id,
        nfr_order_list: list(
          shape({ order_sn: text, non_fulfillment_type: number, detailed_reason: number }),
        ),
        cancellation_order_list: list(
          shape({ order_sn: text, cancellation_type: number, detailed_reason: number }),
        ),
        return_refund_order_list: list(shape({ order_sn: text, detailed_reason: number })),
        lsr_order_list: list(
          shape({
            order_sn: text,
            shipping_deadline: time,
            actual_shipping_time: time,
            late_by_days: number,
            actual_pick_up_time: time,
            shipping_channel: text,
            first_mile_type: text,
            diagnosis_scenario: texts,
          }),
        ),
        fhr_order_list: list(
          shape({
            order_sn: text,
            parcel_id: id,
            parcel_display_id: text,
            confirm_time: time,
            handover_deadline: time,
            fast_handover_due_date: time,
            arrange_pick_up_time: time,
            handover_time: time,
            shipping_channel: text,
            first_mile_type: text,
            first_mile_tracking_no: text,
            diagnosis_scenario: texts,
          }),
        ),
        opfr_day_detail_data_list: list(
          shape({
            date: text,
            scheduled_pickup_num: number,
            failed_pickup_num: number,
            opfr: number,
            target: text,
          }),
        ),
        violation_listing_list: list(shape({ item_id: id, detailed_reason: number, update_time: time })),
        pre_order_listing_violation_data_list: list(
          shape({
            date: text,
            live_listing_count: number,
            pre_order_listing_count: number,
            pre_order_listing_rate: number,
            target: text,
          }),
        ),
        pre_order_listing_list: list(shape({ item_id: id, current_pre_order_status: number })),
        sdd_listing_list: list(shape({ item_id: id, current_sdd_status: number })),
        ndd_listing_list: list(shape({ item_id: id, current_ndd_status: number })),
        apt_order_list: list(handedOver),
        hd_listing_list: shape({ item_id: id, current_status: number }),
        saturday_shipment_list: list(handedOver),
        otdr_order_list: list(
          shape({
            order_id: text,
            order_sn: text,
            paid_time: time,
            estimated_delivery_date: time,
            actual_pick_up_time: time,
            real_delivery_time: time,
            difference_between_edd_rdt: text,
          }),
        ),
        total_count: number,
      },
      { metric_id: 'metrics_id' },
    ),
  }),
  'account_health.get_late_orders': endpoint({
    method: 'GET',
    path: '/api/v2/account_health/get_late_orders',
    auth: 'shop',
    wrapped: true,
    params: params<{ readonly page_no?: number; readonly page_size?: number }>(),
    answer: shape({
      late_order_list: list(shape({ order_sn: text, shipping_deadline: time, late_by_days: number })),
      total_count: number,
    }),
  }),
  'account_health.get_penalty_point_history': endpoint({
    method: 'GET',
    path: '/api/v2/account_health/get_penalty_point_history',
    auth: 'shop',
    wrapped: true,
    params: params<{
      readonly page_no?: number;
      readonly page_size?: number;
      readonly violation_type?: number;
    }>(),
    answer: shape({
      penalty_point_list: list(
        shape({
          issue_time: time,
          latest_point_num: number,
          original_point_num: number,
          reference_id: id,
          violation_type: number,
        }),
      ),
      total_count: number,
    }),
  }),
  'account_health.get_punishment_history': endpoint({
    method: 'GET',
    path: '/api/v2/account_health/get_punishment_history',
    auth: 'shop',
    wrapped: true,
    params: params<{
      readonly page_no?: number;
      readonly page_size?: number;
      readonly punishment_status: number;
    }>(),
    answer: shape({
      punishment_list: list(
        shape({
          issue_time: time,
          start_time: time,
          end_time: time,
          punishment_type: number,
          reason: number,
          reference_id: id,
          listing_limit: number,
          order_limit: text,
        }),
      ),
      total_count: number,
    }),
  }),
};
