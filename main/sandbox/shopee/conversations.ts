import { numberOf } from '../simulate/ids.ts';
import type { Call } from './call.ts';
import type { Json } from './reply.ts';

export interface ChatMessage {
  readonly id: string;
  readonly at: number;
  readonly fromBuyer: boolean;
  readonly type: string;
  readonly content: { readonly [key: string]: Json };
}

export interface Conversation {
  /** 18 digits. */
  readonly id: string;
  readonly buyerId: number;
  readonly buyerName: string;
  readonly orderSn: string;
  /** Oldest first, never empty. */
  readonly messages: readonly ChatMessage[];
}

/** Conversations of the shop by now: one a buyer who wrote, with what was sent through the API among it. */
export function conversationsOf(call: Call): Conversation[] {
  const { world, shop, now, desk } = call;
  const byBuyer = new Map<number, Conversation & { messages: ChatMessage[] }>();
  for (const index of world.index(shop.index).chats) {
    const order = world.order(shop.index, index);
    const said = order.messages.filter((message) => message.at <= now);
    if (said.length === 0) continue;
    const { userId, userName } = order.buyer;
    const id = `7091${numberOf(9, shop.shopId, userId)}${String(userId % 100_000).padStart(5, '0')}`;
    const conversation = byBuyer.get(userId) ?? {
      id,
      buyerId: userId,
      buyerName: userName,
      orderSn: order.sn,
      messages: [],
    };
    for (const { id: name, at, fromBuyer, text } of said) {
      conversation.messages.push({ id: name, at, fromBuyer, type: 'text', content: { text } });
    }
    byBuyer.set(userId, conversation);
  }
  for (const conversation of byBuyer.values()) {
    for (const { id, at, type, content } of desk.sent.get(conversation.id) ?? []) {
      if (at <= now)
        conversation.messages.push({
          id,
          at,
          fromBuyer: false,
          type,
          content: content as ChatMessage['content'],
        });
    }
    conversation.messages.sort((a, b) => a.at - b.at);
  }
  return [...byBuyer.values()];
}
