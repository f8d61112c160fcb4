import type { OriginWords } from './phrases.ts';

export const zhHans: OriginWords = {
  INFO_RECEIVED: ['卖家已安排发货，物流单号已生成', '订单信息已收到，等待揽收'],
  PICKUP_ARRANGED: ['已安排首公里揽收', '首公里单号已绑定，等待上门揽收'],
  PICKUP_FAILED: ['首公里揽收失败，将再次安排', '司机未能揽收包裹，已改期'],
  PICKED_UP: ['包裹已被首公里司机揽收', '包裹已揽收，正运往转运仓'],
  ORIGIN_HUB_IN: ['包裹已到达{place}', '包裹到仓扫描完成：{place}'],
  ORIGIN_HUB_OUT: ['包裹已离开{place}', '包裹已从{place}出库'],
  EXPORT_CUSTOMS: ['包裹正在办理出口报关', '出口清关中'],
  EXPORT_HELD: ['包裹被出口海关查验，暂扣', '出口安检未通过，等待处理'],
  EXPORT_CLEARED: ['出口清关已完成', '包裹已获出口海关放行'],
  LINEHAUL_HANDOVER: ['包裹已交航空公司', '包裹已交干线承运人：{place}'],
  FLIGHT_DELAYED: ['航班延误，包裹改配下一班', '因舱位不足，包裹未能装机'],
  LINEHAUL_DEPARTED: ['航班已从{place}起飞', '包裹已离开中国，正前往目的国'],
  CANCELLED: ['物流订单已取消'],
};
