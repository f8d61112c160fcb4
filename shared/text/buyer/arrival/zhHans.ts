import type { ArrivalWords } from './words.ts';

export const zhHans: ArrivalWords = {
  stages: {
    INFO: '备货',
    FIRST_MILE: '揽收',
    ORIGIN: '始发地分拣',
    EXPORT: '出口清关',
    LINEHAUL: '国际运输',
    IMPORT: '进口清关',
    LAST_MILE: '本地派送',
    CLOSE: '完成',
  },
  arrival: '您的包裹 {number} 预计{oneDay, select, yes {于 {from} } other {在 {from} 至 {to} 之间}}送达。',
  late: '{passed, select, yes {原应在 {promise} 前送达，让您久等了，非常抱歉。} other {很可能晚于原定的 {promise} 送达。}}',
  withheld:
    '{why, select, stale {您的包裹 {number} 自 {since} 之后没有新的物流消息，比平常久。在得到消息之前，我们不便给出可能不准的日期。} noScan {您的包裹 {number} 尚未有承运商的扫描记录，暂时无法给出日期。} other {您的包裹 {number} 已不再有预计送达日期。}}',
  toCome: '接下来还有：',
  stage:
    '{stage}：通常需要 {time}{sample, plural, =0 {{unseen, select, yes {（暂为假设，这一步很少有物流消息）} other {（暂为假设，尚无可比较的包裹）}}} other {（参考 # 个包裹）}}',
  dayOff:
    '{oneDay, select, yes {{date}} other {{date} 至 {to}}} 在{country}放假{named, select, yes {（{name}）} other {}}{sure, select, yes {} other {，日期尚未最终确认}}。',
  weather:
    '天气预报：{place}，{oneDay, select, yes {{from}} other {{from} 至 {to}}} 将有{kind, select, wind {风暴} rain {暴雨} snow {暴雪} other {冰冻天气}}，包裹在当地可能会延误。',
  moved:
    '比我们上次的预计{direction, select, later {晚} other {早}} {time}{hasReasons, select, yes {，原因：{reasons}} other {}}。',
  why: {
    news: '承运商有了新的进展',
    waiting: '期间没有新的进展',
    traffic: '这条线路的运输速度有变化',
    holiday: '途中遇到放假',
    trouble: '途中有问题需要先处理',
    strike: '罢工',
    weather: '天气',
    handover: '交付承运商的时间',
  },
  would: {
    scan: '承运商的下一条消息可能改变这个日期。',
    trouble: '途中的问题解决后，可能会提前。',
    strike: '罢工结束后，可能会提前。',
    weather: '天气好转后，可能会提前。',
    holiday: '如果未确认的假期改在其他日期，这个日期也会随之变动。',
  },
};
