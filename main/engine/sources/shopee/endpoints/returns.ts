import { flag, id, list, money, number, shape, text, texts, time } from '../shape.ts';
import { endpoint, params } from './define.ts';
import { addressLines } from './parts.ts';

/** What a buyer claims, in the list and in one return alike. */
const claimFields = {
  reason: text,
  text_reason: text,
  reassessed_request_reason: text,
  return_sn: text,
  refund_amount: money,
  currency: text,
  create_time: time,
  update_time: time,
  status: text,
  due_date: time,
  tracking_number: text,
  dispute_reason: texts,
  dispute_text_reason: texts,
  needs_logistics: flag,
  amount_before_discount: money,
  user: shape({ username: text, email: text, portrait: text }),
};
const itemFields = {
  model_id: id,
  name: text,
  images: texts,
  amount: number,
  item_price: money,
  is_add_on_deal: flag,
  is_main_item: flag,
  add_on_deal_id: id,
  item_id: id,
  item_sku: text,
  variation_sku: text,
};
const followUp = shape({
  item_id: id,
  model_id: id,
  qty: number,
  current_status: number,
  related_order_sn_list: texts,
  resell_failed_next_step: text,
});
/** A step of the way back. */
const step = shape({
  update_time: time,
  tracking_description: text,
  epop_image_list: texts,
  epod_image_list: texts,
});
/** What the seller may offer. */
const offer = shape({
  eligibility: flag,
  refund_amount_adjustable: flag,
  max_refund_amount: money,
  min_refund_amount: money,
});

/** Returns and refunds, and the way back. */
export const returnCalls = {
  'returns.get_return_list': endpoint({
    method: 'GET',
    path: '/api/v2/returns/get_return_list',
    auth: 'shop',
    wrapped: true,
    params: params<{
      readonly page_no: number;
      readonly page_size: number;
      readonly create_time_from?: number;
      readonly create_time_to?: number;
      readonly update_time_from?: number;
      readonly update_time_to?: number;
      readonly status?: string;
      readonly negotiation_status?: string;
      readonly seller_proof_status?: string;
      readonly seller_compensation_status?: string;
    }>(),
    answer: shape({
      more: flag,
      return: list(
        shape({
          image: texts,
          ...claimFields,
          item: list(shape(itemFields)),
          order_sn: text,
          return_ship_due_date: time,
          return_seller_due_date: time,
          negotiation_status: text,
          seller_proof_status: text,
          seller_compensation_status: text,
          return_refund_type: text,
          return_solution: number,
          is_seller_arrange: flag,
          is_shipping_proof_mandatory: flag,
          return_refund_request_type: number,
          validation_type: text,
          is_arrived_at_warehouse: number,
          follow_up_action_list: list(followUp),
        }),
      ),
    }),
  }),
  'returns.get_return_detail': endpoint({
    method: 'GET',
    path: '/api/v2/returns/get_return_detail',
    auth: 'shop',
    wrapped: true,
    params: params<{ readonly return_sn: string }>(),
    answer: shape(
      {
        image: texts,
        buyer_videos: list(shape({ thumbnail_url: text, video_url: text })),
        ...claimFields,
        item: list(
          shape({
            ...itemFields,
            refund_amount: money,
          }),
        ),
        order_sn: text,
        return_ship_due_date: time,
        return_seller_due_date: time,
        activity: list(
          shape({
            activity_id: id,
            activity_type: text,
            original_price: text,
            discounted_price: text,
            items: list(
              shape({ item_id: id, variation_id: id, quantity_purchased: number, original_price: text }),
            ),
            refund_amount: text,
          }),
        ),
        seller_proof: shape({ seller_proof_status: text, seller_evidence_deadline: time }),
        seller_compensation: shape({
          seller_compensation_status: text,
          seller_compensation_due_date: time,
          compensation_amount: money,
          compensation_amount_list: shape({ compensation_type: text, compensation_amount: money }),
        }),
        negotiation: shape({
          negotiation_status: text,
          latest_solution: text,
          latest_offer_amount: money,
          latest_offer_creator: text,
          counter_limit: number,
          offer_due_date: time,
        }),
        logistics_status: text,
        reverse_logistics_status: text,
        return_pickup_address: shape({ address: text, ...addressLines }),
        virtual_contact_number: text,
        package_query_number: text,
        return_address: shape({ whs_id: text }),
        return_refund_type: text,
        return_solution: number,
        is_seller_arrange: flag,
        is_shipping_proof_mandatory: flag,
        has_uploaded_shipping_proof: flag,
        is_reverse_logistics_channel_integrated: flag,
        reverse_logistics_channel_name: text,
        return_refund_request_type: number,
        validation_type: text,
        is_arrived_at_warehouse: number,
        follow_up_action_list: list(followUp),
      },
      {
        reverse_logistics_status: 'reverse_logistic_status',
        reverse_logistics_channel_name: 'reverse_logistic_channel_name',
      },
    ),
  }),
  'returns.get_reverse_tracking_info': endpoint({
    method: 'GET',
    path: '/api/v2/returns/get_reverse_tracking_info',
    auth: 'shop',
    wrapped: true,
    params: params<{ readonly return_sn: string }>(),
    answer: shape({
      return_sn: text,
      return_refund_request_type: number,
      validation_type: text,
      reverse_logistics_status: text,
      reverse_logistics_update_time: time,
      estimated_delivery_date_max: time,
      estimated_delivery_date_min: time,
      collection_pin_code: text,
      tracking_number: text,
      tracking_info: list(step),
      post_return_logistics_status: text,
      post_return_logistics_update_time: time,
      rts_tracking_number: text,
      post_return_logistics_tracking_info: list(step),
    }),
  }),
  'returns.get_available_solutions': endpoint({
    method: 'GET',
    path: '/api/v2/returns/get_available_solutions',
    auth: 'shop',
    wrapped: true,
    params: params<{ readonly return_sn: string }>(),
    answer: shape({
      return_sn: text,
      offer_return_refund: offer,
      offer_refund: offer,
    }),
  }),
};
