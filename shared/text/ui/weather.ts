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
});
