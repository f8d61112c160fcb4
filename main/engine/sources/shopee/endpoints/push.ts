import { anything, flag, id, list, number, shape, time } from '../shape.ts';
import { endpoint, type Nothing, params } from './define.ts';

/** Messages that could not be delivered: the only way to pushes without a public address. */
export const pushCalls = {
  'push.get_lost_push_message': endpoint({
    method: 'GET',
    path: '/api/v2/push/get_lost_push_message',
    auth: 'public',
    wrapped: true,
    params: params<Nothing>(),
    answer: shape({
      push_message_list: list(shape({ shop_id: id, code: number, timestamp: time, data: anything })),
      has_next_page: flag,
      last_message_id: id,
    }),
  }),
  'push.confirm_consumed_lost_push_message': endpoint({
    method: 'POST',
    path: '/api/v2/push/confirm_consumed_lost_push_message',
    auth: 'public',
    wrapped: false,
    params: params<{ readonly last_message_id: string }>(),
    answer: shape({}),
  }),
};
