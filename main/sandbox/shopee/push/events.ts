import { DAY } from '#shared/time.ts';
import { penaltyPoints } from '../../simulate/health.ts';
import { above } from '../../simulate/shopIndex.ts';
import type { OrderPlan, ShopFacts } from '../../simulate/types.ts';
import type { World } from '../../simulate/world.ts';
import { type Fields, seconds } from '../reply.ts';
import type { Tokens } from '../tokens.ts';
import type { Push } from './store.ts';

const pushOf = (code: number, shop: ShopFacts, at: number, data: Fields): Push => ({
  code,
  shopId: shop.shopId,
  at,
  body: { data, shop_id: shop.shopId, code, timestamp: seconds(at) },
});

/** Pushes of one order's changes in (from, to]: status (3), tracking number (4), parcels (30). */
function ofOrder(order: OrderPlan, from: number, to: number): Push[] {
  const { shop } = order;
  const inside = (at: number | null): at is number => at !== null && at > from && at <= to;
  const pushes = order.statuses
    .filter((change) => inside(change.at))
    .map((change) =>
      pushOf(3, shop, change.at, {
        items: [],
        ordersn: order.sn,
        status: change.status,
        completed_scenario: change.status !== 'COMPLETED' ? '' : order.returned ? 'RRAOC' : 'NORMAL',
        update_time: seconds(change.at),
      }),
    );
  for (const parcel of order.packages) {
    if (inside(parcel.numberedAt)) {
      const number = {
        forder_id: '0',
        package_number: parcel.number,
        tracking_no: parcel.trackingNumber ?? '',
      };
      pushes.push(pushOf(4, shop, parcel.numberedAt, { ordersn: order.sn, ...number }));
    }
    for (const change of parcel.statuses.filter((one) => inside(one.at))) {
      const at = seconds(change.at);
      const status = { fulfillment_status: change.status, update_time: at };
      pushes.push(
        pushOf(30, shop, change.at, { ordersn: order.sn, package_number: parcel.number, ...status }),
      );
    }
  }
  return pushes;
}

/** Returns (29), chat (10) and penalty points (28) of a shop in (from, to]. */
function ofShop(world: World, shop: ShopFacts, from: number, to: number): Push[] {
  const { returns, chats } = world.index(shop.index);
  const claims = returns.flatMap((index) => {
    const { returned, sn } = world.order(shop.index, index);
    const steps = returned?.statuses ?? [];
    return steps.flatMap((change, step) => {
      if (change.at <= from || change.at > to) return [];
      const value = {
        update_field: 'return_status',
        old_value: steps[step - 1]?.status ?? '',
        new_value: change.status,
      };
      const updates = [{ ...value, update_time: seconds(change.at) }];
      return [
        pushOf(29, shop, change.at, { order_sn: sn, return_sn: returned?.sn ?? '', updated_values: updates }),
      ];
    });
  });
  const talks = chats.flatMap((index) => {
    const order = world.order(shop.index, index);
    return order.messages
      .filter((message) => message.fromBuyer && message.at > from && message.at <= to)
      .map((message) =>
        pushOf(10, shop, message.at, {
          type: 'message',
          region: shop.market,
          content: {
            message_id: message.id,
            shop_id: shop.shopId,
            from_id: order.buyer.userId,
            from_user_name: order.buyer.userName,
            to_id: shop.shopId,
            to_user_name: shop.name,
            message_type: 'text',
            content: { text: message.text },
            created_timestamp: seconds(message.at),
            region: shop.market,
            is_in_chatbot_session: false,
            source_content: { order_sn: order.sn },
          },
        }),
      );
  });
  const points = penaltyPoints(world, shop.index, to)
    .filter((point) => point.at > from)
    .map((point) =>
      pushOf(28, shop, point.at, {
        action_type: 1,
        points_issued_data: { issued_points: point.points, violation_type: point.violation },
        update_time: seconds(point.at),
      }),
    );
  return [...claims, ...talks, ...points];
}

/** Everything that the platform would push for changes after `from` until `to`, oldest first. */
export function pushesBetween(world: World, from: number, to: number): Push[] {
  return world.shops
    .flatMap((shop) => {
      const { at, order } = world.index(shop.index).changes;
      const touched = new Set(order.subarray(above(at, from), above(at, to)));
      const orders = [...touched].flatMap((index) => ofOrder(world.order(shop.index, index), from, to));
      return [...orders, ...ofShop(world, shop, from, to)];
    })
    .sort((a, b) => a.at - b.at);
}

/** Shops and merchants whose authorisation ends within seven days, told once when the week begins (code 12). */
export function expiryPush(grants: Tokens['grants'], from: number, to: number): Push[] {
  const ending = [...grants].filter(([, grant]) => {
    const week = grant.until - 7 * DAY;
    return grant.linked && week > from && week <= to;
  });
  if (ending.length === 0) return [];
  const ids = (kind: string): number[] =>
    ending.flatMap(([holder]) => (holder.startsWith(kind) ? [Number(holder.slice(kind.length))] : []));
  const data = {
    merchant_expire_soon: ids('merchant:'),
    shop_expire_soon: ids('shop:'),
    user_expire_soon: [],
    expire_before: seconds(to + 7 * DAY),
    page_no: 1,
    total_page: 1,
  };
  return [{ code: 12, shopId: null, at: to, body: { code: 12, timestamp: seconds(to), data } }];
}

/** A shop or main account gave (code 1) or took back (code 2) its authorisation. */
export function grantPush(partnerId: number, holders: readonly string[], given: boolean, now: number): Push {
  const shops = holders.flatMap((holder) => (holder.startsWith('shop:') ? [Number(holder.slice(5))] : []));
  const whom =
    shops.length === 1 && holders.length === 1 ? { shop_id: shops[0] ?? 0 } : { shop_id_list: shops };
  const data = {
    ...whom,
    authorize_type: given ? 'shop authorization by user' : 'shop authorization canceled by user',
    extra: `${shops.length} shops`,
    success: 1,
  };
  const code = given ? 1 : 2;
  return {
    code,
    shopId: null,
    at: now,
    body: { data, partner_id: partnerId, code, timestamp: seconds(now) },
  };
}
