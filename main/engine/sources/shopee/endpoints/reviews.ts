import { flag, id, ids, list, number, shape, text, texts, time } from '../shape.ts';
import { endpoint, params } from './define.ts';

/** Reviews by buyers. */
export const reviewCalls = {
  'product.get_comment': endpoint({
    method: 'GET',
    path: '/api/v2/product/get_comment',
    auth: 'shop',
    wrapped: true,
    params: params<{
      readonly item_id?: string;
      readonly comment_id?: string;
      readonly cursor: string;
      readonly page_size: number;
    }>(),
    answer: shape({
      more: flag,
      item_comment_list: list(
        shape(
          {
            order_sn: text,
            comment_id: id,
            comment: text,
            buyer_username: text,
            item_id: id,
            model_id: id,
            rating_star: number,
            editable: text,
            hidden: flag,
            create_time: time,
            comment_reply: shape({ reply: text, hidden: flag, create_time: time }),
            model_id_list: ids,
            media: shape({ image_url_list: texts, video_url_list: texts }),
          },
          { comment_reply: 'cmt_reply' },
        ),
      ),
      next_cursor: text,
    }),
  }),
  'product.reply_comment': endpoint({
    method: 'POST',
    path: '/api/v2/product/reply_comment',
    auth: 'shop',
    wrapped: true,
    params: params<{
      readonly comment_list: readonly { readonly comment_id: string; readonly comment: string }[];
    }>(),
    answer: shape({ result_list: list(shape({ comment_id: id, fail_error: text, fail_message: text })) }),
  }),
};
