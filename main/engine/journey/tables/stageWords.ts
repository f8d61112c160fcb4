import type { NodeCode } from '#shared/model/node.ts';

/**
 * Words that name a node as a whole, in Chinese and English: our taxonomy's own names, and the state words that 17TRACK has
 * taught sellers. A scan that consists of such a word says that node; a word inside a sentence says nothing here.
 */
export const STAGE_WORDS: Readonly<Record<NodeCode, readonly string[]>> = {
  INFO_RECEIVED: [
    'Information received',
    '已下单',
    '信息已接收',
    'Shipping information received',
    'Shipment information received',
  ],
  PICKUP_ARRANGED: ['Pickup arranged', '已安排揽收'],
  PICKUP_FAILED: ['Pickup failed', '揽收失败'],
  PICKED_UP: ['Picked up', '已揽收', '已收件', '揽收成功'],
  ORIGIN_HUB_IN: ['Arrived origin hub', '到达始发分拨'],
  ORIGIN_HUB_OUT: ['Left origin hub', '离开始发分拨'],
  EXPORT_CUSTOMS: ['Export customs started', '出口报关中'],
  EXPORT_HELD: ['Export customs hold', '出口扣留'],
  EXPORT_CLEARED: ['Export customs cleared', '出口放行'],
  LINEHAUL_HANDOVER: ['Handed to airline or line-haul', '交航', '已交航'],
  LINEHAUL_DEPARTED: ['Departed origin country', '干线启运'],
  TRANSIT_HUB: ['Transit point', '途经中转'],
  IN_TRANSIT: ['In transit', '运输中', '运输途中'],
  LINEHAUL_ARRIVED: ['Arrived destination country', '到达目的国'],
  IMPORT_CUSTOMS: ['Import customs started', '进口清关中'],
  IMPORT_HELD: ['Import customs hold', '进口扣留'],
  IMPORT_CLEARED: ['Import customs cleared', '进口放行'],
  DEST_HUB_IN: ['Arrived destination hub', '到达目的分拨'],
  DEST_HUB_OUT: ['Left destination hub', '离开目的分拨'],
  LAST_MILE_HUB: ['At delivery station / with last-mile carrier', 'At delivery station', '到达派送网点'],
  OUT_FOR_DELIVERY: ['Out for delivery', '派送中', '正在派送', '派件中'],
  READY_FOR_PICKUP: ['Ready for collection', '待自提', '到达待取'],
  DELIVERY_FAILED: ['Delivery attempt failed', '派送失败', '投递失败', '派送不成功'],
  EXCEPTION: ['Other exception', '可能异常'],
  RETURN_STARTED: ['Return started', '退件中'],
  RETURN_IN_TRANSIT: ['Return in transit', '退件运输中'],
  DELIVERED: ['Delivered', '已签收', '成功签收', '签收', '妥投', '已妥投'],
  RETURNED: ['Returned to sender', '已退回', '已退件', '退件签收'],
  LOST: ['Lost', '丢失', '包裹丢失'],
  DISPOSED: ['Disposed or destroyed', '销毁', '弃置'],
  CANCELLED: ['Cancelled', '已取消', '订单取消'],
  EXPIRED: ['长期无更新', '运输过久', 'No updates'],
};
