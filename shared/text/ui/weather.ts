import { defineTexts } from '../define.ts';

/** Bad weather by kind and level; the Chinese names of rain and snow are those of GB/T 28592-2012. */
export const weatherTexts = defineTexts({
  'weather.wind.rough': { en: 'Strong gusts', 'zh-CN': '强阵风' },
  'weather.wind.severe': { en: 'Storm', 'zh-CN': '风暴' },
  'weather.wind.extreme': { en: 'Violent storm', 'zh-CN': '强烈风暴' },
  'weather.rain.rough': { en: 'Heavy rain', 'zh-CN': '暴雨' },
  'weather.rain.severe': { en: 'Very heavy rain', 'zh-CN': '大暴雨' },
  'weather.rain.extreme': { en: 'Extreme rain', 'zh-CN': '特大暴雨' },
  'weather.snow.rough': { en: 'Heavy snow', 'zh-CN': '暴雪' },
  'weather.snow.severe': { en: 'Very heavy snow', 'zh-CN': '大暴雪' },
  'weather.snow.extreme': { en: 'Extreme snow', 'zh-CN': '特大暴雪' },
  'weather.ice.rough': { en: 'Hail or freezing rain', 'zh-CN': '冰雹或冻雨' },
  'weather.ice.severe': { en: 'Heavy freezing rain', 'zh-CN': '强冻雨' },
  'weather.ice.extreme': { en: 'Severe icing', 'zh-CN': '严重结冰' },

  'weather.title': { en: 'Weather', 'zh-CN': '天气' },
  'weather.on': { en: 'Bad weather on the way', 'zh-CN': '途中的恶劣天气' },
  'weather.hint': {
    en: 'Foreseen storms, heavy rain and snow widen the arrival of parcels that are expected there.',
    'zh-CN': '预报有风暴、暴雨或暴雪时，预计经过当地的包裹，其送达区间会变宽。',
  },
  'weather.sent': {
    en: 'While it is on, Seamark asks {host} four times a day about the places where carriers scanned your open parcels and those that your lanes pass, as squares of 11 km. No number, order, name or address leaves this machine.',
    'zh-CN':
      '开启后，航标每天向 {host} 查询四次：承运商扫描过您在途包裹的地点，以及您的线路经过的地点，均以 11 公里见方的网格表示。运单号、订单、姓名和地址都不会离开本机。',
  },
  'weather.terms': {
    en: 'Open-Meteo is free for non-commercial use. A business needs the key of a plan, or an Open-Meteo of its own: enter it below.',
    'zh-CN': 'Open-Meteo 仅对非商业用途免费。商业使用请在下方填写付费方案的密钥，或自建 Open-Meteo 的地址。',
  },
  'weather.own': { en: 'Plan or own server', 'zh-CN': '付费方案或自建服务' },
  'weather.key': { en: 'Key of a plan', 'zh-CN': '付费方案的密钥' },
  'weather.keyKept': {
    en: 'A key is kept. Leave blank to keep it.',
    'zh-CN': '已保存密钥。留空则保持不变。',
  },
  'weather.keyOut': { en: 'Take the key out', 'zh-CN': '移除密钥' },
  'weather.address': { en: 'Address of your own Open-Meteo', 'zh-CN': '自建 Open-Meteo 的地址' },
  'weather.addressHint': {
    en: 'https, or this machine. Blank: Open-Meteo’s own. A new address takes the key out.',
    'zh-CN': '须为 https 或本机地址。留空则用 Open-Meteo 官方地址。更换地址会移除密钥。',
  },
  'weather.addressWrong': {
    en: 'This cannot be an address: https://…, or http:// on this machine.',
    'zh-CN': '地址无效：应为 https://…，或本机的 http:// 地址。',
  },
  'weather.state.off': { en: 'Off', 'zh-CN': '已关闭' },
  'weather.state.waiting': { en: 'Nothing known yet', 'zh-CN': '尚无数据' },
  'weather.state.fresh': { en: 'As of {when}', 'zh-CN': '数据时间：{when}' },
  'weather.state.old': {
    en: 'Nothing new since {when}: too old to warn',
    'zh-CN': '自 {when} 起没有新数据：已过期，不再预警',
  },
  'weather.places': {
    en: '{n, plural, =0 {no places to ask about} one {# place} other {# places}}, {asked} asked today',
    'zh-CN': '{n, plural, =0 {没有要查询的地点} other {# 个地点}}，今日查询 {asked} 次',
  },
  'weather.offline': { en: 'Offline: nothing is asked.', 'zh-CN': '离线：暂停查询。' },
  'weather.drift': {
    en: 'Its answers have changed their form ({n}); what could not be read was left out.',
    'zh-CN': '其返回格式有变化（{n} 处），无法识别的内容已略过。',
  },
  'weather.warnings': { en: 'Foreseen on the way', 'zh-CN': '途中预报' },
  'weather.noWarnings': {
    en: 'No bad weather on the ways of your parcels.',
    'zh-CN': '您的包裹途中没有恶劣天气。',
  },
  'weather.where': { en: '{place}, {country}', 'zh-CN': '{country} {place}' },
  'weather.days': {
    en: '{oneDay, select, yes {{from}} other {{from} to {to}}}',
    'zh-CN': '{oneDay, select, yes {{from}} other {{from} 至 {to}}}',
  },
  'weather.credit': {
    en: 'Weather data by Open-Meteo.com (CC BY 4.0)',
    'zh-CN': '天气数据：Open-Meteo.com（CC BY 4.0）',
  },
  'arrival.weather': {
    en: '{what} foreseen, {place}, {days}: middle {middle} later, range ends {wider} later',
    'zh-CN': '预报{what}：{place}，{days}，中位推后 {middle}，区间末端推后 {wider}',
  },
});
