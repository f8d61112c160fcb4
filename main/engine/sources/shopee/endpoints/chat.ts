import { anything, flag, id, list, number, shape, text, time } from '../shape.ts';
import { endpoint, type Nothing, params } from './define.ts';

/**
 * The chat with buyers. Open to few apps: treat each call as one that may be refused. The official pages need a login;
 * names and types are those of the reference, section 5.1. A page holds 25 at most: more gives an empty list.
 */
export const chatCalls = {
  'sellerchat.get_conversation_list': endpoint({
    method: 'GET',
    path: '/api/v2/sellerchat/get_conversation_list',
    auth: 'shop',
    wrapped: true,
    params: params<{
      readonly direction: 'latest' | 'older';
      readonly type: 'all' | 'pinned' | 'unread';
      readonly next_timestamp_nano?: string;
      readonly page_size?: number;
    }>(),
    answer: shape({
      page_result: shape({
        page_size: number,
        next_cursor: shape({ next_message_time_nano: id, conversation_id: id }),
        more: flag,
      }),
      conversations: list(
        shape({
          conversation_id: id,
          to_id: id,
          to_name: text,
          to_avatar: text,
          shop_id: id,
          unread_count: number,
          pinned: flag,
          last_read_message_id: id,
          latest_message_id: id,
          latest_message_type: text,
          latest_message_content: anything,
          latest_message_from_id: id,
          last_message_timestamp: time,
          last_message_option: number,
          max_general_option_hide_time: id,
        }),
      ),
    }),
  }),
  'sellerchat.get_message': endpoint({
    method: 'GET',
    path: '/api/v2/sellerchat/get_message',
    auth: 'shop',
    wrapped: true,
    params: params<{
      readonly conversation_id: string;
      readonly offset?: string;
      readonly page_size?: number;
    }>(),
    answer: shape({
      messages: list(
        shape({
          message_id: id,
          message_type: text,
          from_id: id,
          from_shop_id: id,
          to_id: id,
          to_shop_id: id,
          conversation_id: id,
          created_timestamp: time,
          region: text,
          status: text,
          source: text,
          content: anything,
          message_option: number,
          source_content: anything,
          quoted_msg: anything,
        }),
      ),
      page_result: shape({ next_offset: text, page_size: number }),
    }),
  }),
  'sellerchat.get_unread_conversation_count': endpoint({
    method: 'GET',
    path: '/api/v2/sellerchat/get_unread_conversation_count',
    auth: 'shop',
    wrapped: true,
    params: params<Nothing>(),
    answer: shape({ total_unread_count: number }),
  }),
  'sellerchat.send_message': endpoint({
    method: 'POST',
    path: '/api/v2/sellerchat/send_message',
    auth: 'shop',
    wrapped: true,
    params: params<{
      readonly to_id: string;
      readonly message_type: 'text' | 'order' | 'item' | 'image';
      readonly content: object;
      readonly business_type?: number;
      readonly conversation_id?: string;
    }>(),
    answer: shape({
      message_id: id,
      to_id: id,
      message_type: text,
      content: anything,
      conversation_id: id,
      created_timestamp: time,
      message_option: number,
    }),
  }),
};
