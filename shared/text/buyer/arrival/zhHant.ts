import type { ArrivalWords } from './words.ts';

export const zhHant: ArrivalWords = {
  stages: {
    INFO: '備貨',
    FIRST_MILE: '收件',
    ORIGIN: '始發地理貨',
    EXPORT: '出口通關',
    LINEHAUL: '國際運輸',
    IMPORT: '進口通關',
    LAST_MILE: '當地配送',
    CLOSE: '完成',
  },
  arrival: '您的包裹 {number} 預計{oneDay, select, yes {於 {from} } other {在 {from} 至 {to} 之間}}送達。',
  late: '{passed, select, yes {原應在 {promise} 前送達，讓您久等了，非常抱歉。} other {很可能晚於原訂的 {promise} 送達。}}',
  withheld:
    '{why, select, stale {您的包裹 {number} 自 {since} 之後沒有新的物流消息，比平常久。在得到消息之前，我們不便提供可能不準的日期。} noScan {您的包裹 {number} 尚未有物流業者的掃描紀錄，暫時無法提供日期。} other {您的包裹 {number} 已不再有預計送達日期。}}',
  toCome: '接下來還有：',
  stage:
    '{stage}：通常需要 {time}{sample, plural, =0 {{unseen, select, yes {（暫為假設，這一步很少有物流消息）} other {（暫為假設，尚無可比較的包裹）}}} other {（參考 # 個包裹）}}',
  dayOff:
    '{oneDay, select, yes {{date}} other {{date} 至 {to}}} 在{country}放假{named, select, yes {（{name}）} other {}}{sure, select, yes {} other {，日期尚未最終確認}}。',
  weather:
    '天氣預報：{place}，{oneDay, select, yes {{from}} other {{from} 至 {to}}} 將有{kind, select, wind {強烈風暴} rain {豪雨} snow {暴雪} other {冰凍天氣}}，包裹在當地可能會延誤。',
  moved:
    '比我們上次的預計{direction, select, later {晚} other {早}} {time}{hasReasons, select, yes {，原因：{reasons}} other {}}。',
  why: {
    news: '物流業者有了新的進度',
    waiting: '期間沒有新的進度',
    traffic: '這條路線的運輸速度有變化',
    holiday: '途中遇到放假',
    trouble: '途中有問題需要先處理',
    strike: '罷工',
    weather: '天候',
    handover: '交付物流業者的時間',
  },
  would: {
    scan: '物流業者的下一則消息可能改變這個日期。',
    trouble: '途中的問題解決後，可能會提前。',
    strike: '罷工結束後，可能會提前。',
    weather: '天候好轉後，可能會提前。',
    holiday: '若未確認的假期改在其他日期，這個日期也會隨之變動。',
  },
};
