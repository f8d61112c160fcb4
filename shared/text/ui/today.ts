import { defineTexts } from '../define.ts';

/** Today: what to decide, what cleared itself, what cannot be seen. */
export const todayTexts = defineTexts({
  'today.decide': { en: 'To decide now', 'zh-CN': '现在要决定' },
  'today.none': { en: 'Nothing waits for a decision.', 'zh-CN': '没有待决定的事项。' },
  'today.worst': { en: 'Most urgent', 'zh-CN': '最紧急' },
  'today.openQueue': { en: 'Open the queue', 'zh-CN': '打开待办' },
  'today.cleared': { en: 'Cleared by itself, last 24 h', 'zh-CN': '24 小时内自动消除' },
  'today.drafts': { en: 'Drafts to look at', 'zh-CN': '待查看的草稿' },
  'today.blind': { en: 'What we cannot see', 'zh-CN': '我们看不到的' },
  'today.unknown': {
    en: '{n, plural, one {# scan is} other {# scans are}} not understood',
    'zh-CN': '{n} 条轨迹未识别',
  },
  'today.allSeen': { en: 'Every scan was understood.', 'zh-CN': '所有轨迹均已识别。' },
  'today.age': { en: 'Newest data: imported {age}', 'zh-CN': '最新数据：{age}导入' },
  'today.noSync': {
    en: 'No shop or carrier is connected yet: what is here comes from files and is as old as they are.',
    'zh-CN': '尚未连接店铺或承运商：数据来自文件，新旧取决于文件。',
  },
  'first.title': { en: 'Welcome to Seamark', 'zh-CN': '欢迎使用航标' },
  'first.lead': { en: 'Three steps to your first cleared case.', 'zh-CN': '三步处理第一个事项。' },
  'first.step1': { en: 'Choose a language', 'zh-CN': '选择语言' },
  'first.step2': { en: 'Bring in data', 'zh-CN': '接入数据' },
  'first.step2.text': {
    en: 'Connect your Shopee shops: orders and tracking then come in by themselves. Or import a file from a carrier: CSV, XLSX or JSON lines.',
    'zh-CN': '连接 Shopee 店铺后，订单和轨迹会自动同步；也可以导入承运商的 CSV、XLSX 或 JSON Lines 文件。',
  },
  'today.sync': {
    en: '{n, plural, one {# shop} other {# shops}}, last good sync {age}',
    'zh-CN': '{n} 个店铺，上次成功同步 {age}',
  },
  'today.services': {
    en: '{n, plural, one {# tracking service} other {# tracking services}}, {age, select, none {no answer yet} other {last good answer {age}}}',
    'zh-CN': '{n} 个查询服务，{age, select, none {尚无应答} other {上次成功应答 {age}}}',
  },
  'first.explore': { en: 'Explore with the sample shop', 'zh-CN': '用示例店铺体验' },
  'first.exploring': { en: 'Starting the sample shop', 'zh-CN': '正在启动示例店铺' },
  'first.step3': { en: 'Work the queue', 'zh-CN': '处理待办' },
  'first.step3.text': {
    en: 'Seamark reads every scan, finds what is stuck, and drafts the message to the buyer. You decide and send.',
    'zh-CN': '航标读取每条轨迹，找出停滞的包裹，并起草给买家的消息。由您决定并发送。',
  },
  'first.private': {
    en: 'Everything stays on this computer, encrypted.',
    'zh-CN': '所有数据加密保存在本机。',
  },
});
