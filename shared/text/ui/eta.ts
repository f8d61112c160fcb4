import { defineTexts } from '../define.ts';

/** Why an estimate of arrival is what it is. Times and dates are written out before they go in; `time` carries its sign. */
export const etaTexts = defineTexts({
  'eta.why.arrival': {
    en: '{p50}; 8 in 10 come between {lo} and {hi}',
    'zh-CN': '{p50}；十次中有八次落在 {lo} 至 {hi} 的区间',
  },
  'eta.why.late': {
    en: '{percent} likely to come after the promise ends ({promise})',
    'zh-CN': '晚于承诺时效（{promise}）送达的可能性为 {percent}',
  },
  'eta.why.missed': { en: 'The promise of {promise} has passed', 'zh-CN': '承诺时效（{promise}）已过' },
  'eta.why.late-base': {
    en: 'Late risk without room to spare, for a promise {usual} away: {percent}',
    'zh-CN': '错过风险（没有余量、承诺在 {usual} 之后）：{percent}',
  },
  'eta.why.late.room': {
    en: 'Room: {left} left until the promise, {needed} needed: {before} → {after}',
    'zh-CN': '余量：距承诺还有 {left}，需要 {needed}：{before} → {after}',
  },
  'eta.why.late.length': {
    en: 'Length: the promise is {left} away: {before} → {after}',
    'zh-CN': '长短：距承诺还有 {left}：{before} → {after}',
  },
  'eta.why.late.destination': {
    en: 'Destination: parcels to {country} against all others: {before} → {after}',
    'zh-CN': '目的地：发往{country}的包裹与其他相比：{before} → {after}',
  },
  'eta.why.late.range': {
    en: 'Range: {range} of it lies after the promise; taken together: {before} → {after}',
    'zh-CN': '区间：其中 {range} 落在承诺之后；合并计算：{before} → {after}',
  },
  'eta.why.late.middle': {
    en: 'Middle: it lies {side, select, before {before the promise, so a miss is not the likelier end} other {after the promise, so a miss is no less likely than not}}: {before} → {after}',
    'zh-CN':
      '中位：{side, select, before {在承诺之前，错过不会比按时更可能} other {在承诺之后，错过至少与按时同样可能}}：{before} → {after}',
  },
  'eta.why.withheld.stale-input': {
    en: 'No date: nothing new since {since}, longer than is usual on this lane',
    'zh-CN': '不给日期：自 {since} 起没有新扫描，已超过该线路的正常间隔',
  },
  'eta.why.withheld.no-scan': {
    en: 'No date: there is nothing to begin from (since {since})',
    'zh-CN': '不给日期：还没有可以起算的信息（自 {since}）',
  },
  'eta.why.withheld.ended': {
    en: 'No date: the journey has ended or turned back ({since})',
    'zh-CN': '不给日期：旅程已结束或已退回（{since}）',
  },
  'eta.why.base': { en: 'Counted from {base}', 'zh-CN': '从 {base} 起算' },
  'eta.why.stage': {
    en: '{stage}: usually {time} more (8 in 10: {lo} to {hi}), {sample, plural, =0 {{unseen, select, yes {seldom scanned on this lane} other {no parcels learnt from yet}}} one {# parcel} other {# parcels}}, {basis, select, lane {this lane} pooled {this lane and wider groups} other {an assumption}}',
    'zh-CN':
      '{stage}：通常还需 {time}（十次中有八次：{lo} 至 {hi}），{sample, plural, =0 {{unseen, select, yes {本线路很少有此阶段的轨迹} other {尚未学到包裹}}} other {# 个包裹}}，{basis, select, lane {本线路} pooled {本线路及更大的组} other {假设值}}',
  },
  'eta.why.sometimes': {
    en: '{stage}: {hardly, select, yes {hardly a parcel is scanned in it} other {only {chance} of parcels are scanned in it, then usually {whole} more (8 in 10: {lo} to {hi})}}; counted with {time}, {sample, plural, =0 {{unseen, select, yes {seldom scanned on this lane} other {no parcels learnt from yet}}} one {# parcel} other {# parcels}}, {basis, select, lane {this lane} pooled {this lane and wider groups} other {an assumption}}',
    'zh-CN':
      '{stage}：{hardly, select, yes {几乎没有包裹有此阶段的轨迹} other {仅 {chance} 的包裹有此阶段的轨迹，通常还需 {whole}（十次中有八次：{lo} 至 {hi}）}}；按 {time} 计入，{sample, plural, =0 {{unseen, select, yes {本线路很少有此阶段的轨迹} other {尚未学到包裹}}} other {# 个包裹}}，{basis, select, lane {本线路} pooled {本线路及更大的组} other {假设值}}',
  },
  'eta.why.day-off': {
    en: '{oneDay, select, yes {{date} is} other {{date} to {to} are}} off in {country}{named, select, yes { ({name})} other {}}{sure, select, yes {} other {, not confirmed}}',
    'zh-CN':
      '{oneDay, select, yes {{date}} other {{date} 至 {to}}} {country}放假{named, select, yes {（{name}）} other {}}{sure, select, yes {} other {，尚未确认}}',
  },
  'eta.why.no-work': {
    en: '{oneDay, select, yes {{date}} other {{date} to {to}}}: the carrier does not work in {country}',
    'zh-CN': '{oneDay, select, yes {{date}} other {{date} 至 {to}}}：承运商在{country}不工作',
  },
  'eta.why.hand-over': {
    en: 'Handed over {at}, {late, select, yes {after the cut-off of {cutOff}} other {on a day without work}}: counts from {from}',
    'zh-CN': '{at} 交运，{late, select, yes {已过截单时间 {cutOff}} other {当天不工作}}：从 {from} 起算',
  },
  'eta.why.adjust.hand-over': {
    en: 'Until the hand-over counts: {time}',
    'zh-CN': '等到交运开始计算：{time}',
  },
  'eta.why.adjust.delivery-day': {
    en: 'No deliveries on that day, the next one counts: {time}',
    'zh-CN': '当天不派送，顺延到下一个派送日：{time}',
  },
  'eta.why.adjust.combination': { en: 'Stages taken together: {time}', 'zh-CN': '各阶段合并计算：{time}' },
  'eta.why.adjust.elapsed': {
    en: 'Time already spent in this stage: {time}',
    'zh-CN': '在本阶段已停留的时间：{time}',
  },
  'eta.why.adjust.network-speed': {
    en: 'The network is running at another speed than before: {time}',
    'zh-CN': '近期运输速度有变化：{time}',
  },
  'eta.why.adjust.weekday': {
    en: 'Weekends and departure days: {time}',
    'zh-CN': '周末与发运日：{time}',
  },
  'eta.why.adjust.holiday': { en: 'Days off: {time}', 'zh-CN': '放假：{time}' },
  'eta.why.adjust.open-case': {
    en: 'Open case ({what}): {time}{basis, select, learnt {, {sample} such cases} assumed {, an assumption} other {}}',
    'zh-CN':
      '未消除的事项（{what}）：{time}{basis, select, learnt {，依据 {sample} 个此类事项} assumed {，为假设值} other {}}',
  },
  'eta.why.adjust.strike': { en: 'Strike, {place}: {time}', 'zh-CN': '罢工，{place}：{time}' },
  'eta.why.adjust.weather': { en: 'Weather, {place}: {time}', 'zh-CN': '天气，{place}：{time}' },
  'eta.why.weather': {
    en: '{what} foreseen, {place}, {oneDay, select, yes {{from}} other {{from} to {to}}} ({stage}), range ends {wider} later: {time}',
    'zh-CN':
      '预报{what}，{place}，{oneDay, select, yes {{from}} other {{from} 至 {to}}}（{stage}），区间末端推后 {wider}：{time}',
  },
  'eta.why.part.weather-over': {
    en: 'A warning of weather is over: {time}',
    'zh-CN': '天气预警已解除：{time}',
  },
  'eta.why.adjust.seller': {
    en: 'How this shop usually hands over: {time}',
    'zh-CN': '本店铺通常的交运时间：{time}',
  },
  'eta.why.adjust.calibration': {
    en: 'Correction learnt from past errors: {time}',
    'zh-CN': '按过往误差修正：{time}',
  },
  'eta.why.moved': {
    en: '{time} against the estimate of {at}, which said {before}',
    'zh-CN': '与 {at} 的预计（{before}）相比：{time}',
  },
  'eta.why.part.scan': { en: 'New scan, {stage}: {time}', 'zh-CN': '新扫描，{stage}：{time}' },
  'eta.why.part.waiting': {
    en: 'Time passed without a scan, {stage}: {time}',
    'zh-CN': '期间没有扫描，{stage}：{time}',
  },
  'eta.why.part.model': {
    en: 'Newer deliveries were learnt from: {time}',
    'zh-CN': '学习了更新的签收：{time}',
  },
  'eta.why.would.scan': {
    en: 'Would change it: the next scan, expected in {stage}',
    'zh-CN': '可能改变日期：下一次扫描，预计在{stage}',
  },
  'eta.why.would.open-case': {
    en: 'Would change it: the open case cleared ({what}): {time}',
    'zh-CN': '可能改变日期：事项消除（{what}）：{time}',
  },
  'eta.why.would.strike': {
    en: 'Would change it: the strike over, {place}: {time}',
    'zh-CN': '可能改变日期：罢工结束，{place}：{time}',
  },
  'eta.why.would.weather': {
    en: 'Would change it: better weather, {place}: {time}',
    'zh-CN': '可能改变日期：天气好转，{place}：{time}',
  },
  'eta.why.would.holiday': {
    en: 'Would change it: {name} {oneDay, select, yes {on another day than {date}} other {on other days than {date} to {to}}}',
    'zh-CN': '可能改变日期：{name}不在 {oneDay, select, yes {{date}} other {{date} 至 {to}}}',
  },
  'eta.why.cold': {
    en: 'Nothing learnt yet from deliveries of your own between these countries: assumptions for the pair',
    'zh-CN': '尚未从您自己在这两国之间的签收中学到数据：采用该国家组合的假设值',
  },
  'eta.why.learning': {
    en: 'Learning from your deliveries ({percent} done): until then assumptions for this pair of countries',
    'zh-CN': '正在从您的签收中学习（已完成 {percent}）：在此之前采用该国家组合的假设值',
  },
  'eta.why.calendar.no-calendar': {
    en: 'No holiday calendar for this market: only weekends were counted',
    'zh-CN': '该市场没有假期日历：只计算了周末',
  },
  'eta.why.calendar.before-table': {
    en: 'The holiday calendar begins in 2024: before it only weekends were counted',
    'zh-CN': '假期日历从 2024 年开始：之前只计算了周末',
  },
  'eta.why.calendar.after-table': {
    en: 'The holiday calendar ends in 2027: after it only weekends were counted',
    'zh-CN': '假期日历到 2027 年为止：之后只计算了周末',
  },
  'eta.why.nowhere': { en: 'place not named', 'zh-CN': '地点不详' },
  'eta.why.some-case': { en: 'kind not named', 'zh-CN': '类型不详' },
  'eta.why.own-day': { en: 'own day off', 'zh-CN': '自设休息日' },
});
