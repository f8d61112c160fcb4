import { conversationsOf, type Conversation, type ChatMessage } from '../conversations.ts';
import { type Call, type Endpoint, get, neededText, post, textIn, wholeIn } from '../call.ts';
import { wrong } from '../errors.ts';
import { int64, type Json, refuse, type Reply, seconds, wrapped } from '../reply.ts';

/** Page sizes above this gave empty lists without an error, as measured by others. */
const MOST = 25;
const nano = (message: ChatMessage): bigint => BigInt(message.at) * 1_000_000n + BigInt(message.id.slice(-5));

const unreadOf = (call: Call, conversation: Conversation): number => {
  const last = conversation.messages.findLast((message) => !message.fromBuyer)?.at ?? 0;
  const seen = Math.max(call.desk.read.get(conversation.id) ?? 0, last);
  return conversation.messages.filter((message) => message.fromBuyer && message.at > seen).length;
};

function conversationOf(call: Call, conversation: Conversation): { [key: string]: Json } {
  const latest = conversation.messages.at(-1) as ChatMessage;
  return {
    conversation_id: conversation.id,
    to_id: conversation.buyerId,
    to_name: conversation.buyerName,
    to_avatar: '',
    shop_id: call.shop.shopId,
    unread_count: unreadOf(call, conversation),
    pinned: false,
    last_read_message_id: '0',
    latest_message_id: latest.id,
    latest_message_type: latest.type,
    latest_message_content: latest.content,
    latest_message_from_id: latest.fromBuyer ? conversation.buyerId : call.shop.shopId,
    // Nanoseconds as a JSON number above 2^53.
    last_message_timestamp: int64(String(nano(latest))),
    last_message_option: 0,
    max_general_option_hide_time: '9223372036854775',
  };
}

function list(call: Call): Reply {
  const direction = neededText(call, 'direction');
  const type = neededText(call, 'type');
  const size = wholeIn(call, 'page_size', { min: 1, max: 1000, otherwise: MOST });
  const from = textIn(call, 'next_timestamp_nano');
  const all = conversationsOf(call)
    .map((conversation) => ({ conversation, at: nano(conversation.messages.at(-1) as ChatMessage) }))
    .filter(({ conversation }) => type !== 'unread' || unreadOf(call, conversation) > 0)
    .filter(() => type !== 'pinned')
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  // As measured: `older` gives the newest first, `latest` without a cursor begins with the oldest.
  const edge = /^\d+$/.test(from) && from !== '0' ? BigInt(from) : null;
  const chosen =
    direction === 'older'
      ? all.filter(({ at }) => edge === null || at < edge)
      : all.toReversed().filter(({ at }) => edge === null || at > edge);
  const part = size > MOST ? [] : chosen.slice(0, size);
  const last = part.at(-1);
  return wrapped({
    page_result: {
      page_size: part.length,
      next_cursor: {
        next_message_time_nano: last ? String(last.at) : '0',
        conversation_id: last?.conversation.id ?? '0',
      },
      more: chosen.length > part.length && part.length > 0,
    },
    conversations: part.map(({ conversation }) => conversationOf(call, conversation)),
  });
}

const find = (call: Call): Conversation | undefined => {
  const id = neededText(call, 'conversation_id');
  return conversationsOf(call).find((conversation) => conversation.id === id);
};
const unknown = (): Reply => refuse('error_param', 'conversation not found');

function messageOf(call: Call, conversation: Conversation, message: ChatMessage): { [key: string]: Json } {
  return {
    message_id: message.id,
    conversation_id: conversation.id,
    from_id: message.fromBuyer ? conversation.buyerId : call.shop.shopId,
    to_id: message.fromBuyer ? call.shop.shopId : conversation.buyerId,
    from_shop_id: message.fromBuyer ? 0 : call.shop.shopId,
    to_shop_id: message.fromBuyer ? call.shop.shopId : 0,
    message_type: message.type,
    content: message.content,
    created_timestamp: seconds(message.at),
    region: call.shop.market,
    status: 'normal',
    source: 'web_chat',
    message_option: 0,
    source_content: message.fromBuyer ? { order_sn: conversation.orderSn } : {},
    quoted_msg: null,
  };
}

function messages(call: Call): Reply {
  const conversation = find(call);
  if (!conversation) return unknown();
  const size = wholeIn(call, 'page_size', { min: 1, max: MOST, otherwise: MOST });
  const from = Number(textIn(call, 'offset') || 0);
  if (!Number.isInteger(from) || from < 0) return wrong('offset is invalid.');
  const newest = conversation.messages.toReversed();
  const part = newest.slice(from, from + size);
  return wrapped({
    messages: part.map((message) => messageOf(call, conversation, message)),
    page_result: {
      next_offset: from + size < newest.length ? String(from + size) : '',
      page_size: part.length,
    },
  });
}

function send(call: Call): Reply {
  // Documented as not supported in Taiwan; the error's name is invented.
  if (call.shop.market === 'TW') return refuse('error_param', 'This region is not supported.');
  const to = Number(neededText(call, 'to_id'));
  const type = neededText(call, 'message_type');
  const given = call.body['content'];
  const content = typeof given === 'object' && given !== null ? { ...given } : null;
  if (!content) return wrong('content is a required field.');
  const conversation = conversationsOf(call).find((one) => one.buyerId === to);
  // No rule is documented for whom one may write to first; here only to those who wrote (invented).
  if (!conversation) return refuse('error_param', 'The buyer has no conversation with the shop.');
  const sent = call.desk.sent.get(conversation.id) ?? [];
  const id = `24${String(call.now).padStart(13, '0')}${String(sent.length % 1000).padStart(3, '0')}`;
  sent.push({ id, at: call.now, type, content });
  call.desk.sent.set(conversation.id, sent);
  return wrapped({
    message_id: id,
    to_id: to,
    message_type: type,
    content,
    conversation_id: conversation.id,
    created_timestamp: seconds(call.now),
    message_option: 0,
  });
}

function read(call: Call): Reply {
  const conversation = find(call);
  if (!conversation) return unknown();
  call.desk.read.set(conversation.id, call.now);
  return wrapped({});
}

/** Seller chat, as far as third parties have written down how it behaves. */
export const chatEndpoints: readonly Endpoint[] = [
  get('sellerchat/get_conversation_list', list),
  get('sellerchat/get_one_conversation', (call) => {
    const conversation = find(call);
    return conversation ? wrapped(conversationOf(call, conversation)) : unknown();
  }),
  get('sellerchat/get_message', messages),
  get('sellerchat/get_unread_conversation_count', (call) =>
    wrapped({ total_unread_count: conversationsOf(call).filter((one) => unreadOf(call, one) > 0).length }),
  ),
  post('sellerchat/send_message', send),
  post('sellerchat/read_conversation', read),
];
