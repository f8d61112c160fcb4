import { defineTexts } from '../define.ts';

/** Where the data comes from, and what is not understood. */
export const sourceTexts = defineTexts({
  'sources.carriers': { en: 'Carriers seen', 'zh-CN': '出现过的承运商' },
  'sources.carrier': { en: 'Carrier', 'zh-CN': '承运商' },
  'sources.scans': { en: 'Scans', 'zh-CN': '轨迹' },
  'sources.parcels': { en: 'Parcels', 'zh-CN': '包裹' },
  'sources.unknown': { en: 'Not understood', 'zh-CN': '未识别' },
  'sources.last': { en: 'Newest scan', 'zh-CN': '最新轨迹' },
  'sources.unknownTitle': { en: 'Texts not understood yet', 'zh-CN': '尚未识别的轨迹' },
  'sources.unknownHint': {
    en: 'They stay in the timeline as written and move no parcel. Most seen first.',
    'zh-CN': '原文保留在时间线中，不影响包裹状态。按出现次数排序。',
  },
  'sources.map': { en: 'Say what it means', 'zh-CN': '指定含义' },
  'sources.mapTitle': { en: 'What this text means', 'zh-CN': '该轨迹的含义' },
  'sources.mapNode': { en: 'Node', 'zh-CN': '节点' },
  'sources.mapReason': { en: 'Reason', 'zh-CN': '原因' },
  'sources.mapHint': {
    en: 'Every scan of this carrier that says the same is read so, the old ones too. It can be taken back.',
    'zh-CN': '该承运商所有相同内容的轨迹（包括历史轨迹）都会按此识别，可随时撤销。',
  },
  'sources.mapped': {
    en: 'Understood from now on; {n, plural, one {# parcel} other {# parcels}} read again.',
    'zh-CN': '已识别，重新整理了 {n} 个包裹。',
  },
  'sources.seen': { en: 'Seen', 'zh-CN': '次数' },
  'sources.text': { en: 'Text', 'zh-CN': '原文' },
  'sources.code': { en: 'Code', 'zh-CN': '代码' },
  'sources.imports': { en: 'Imports', 'zh-CN': '导入记录' },
  'sources.file': { en: 'File', 'zh-CN': '文件' },
  'sources.when': { en: 'When', 'zh-CN': '时间' },
  'sources.state': { en: 'State', 'zh-CN': '状态' },
  'sources.rows': { en: 'Rows', 'zh-CN': '行数' },
  'sources.new': { en: 'New', 'zh-CN': '新增' },
  'sources.empty.title': { en: 'No source yet', 'zh-CN': '还没有来源' },
  'sources.empty.text': {
    en: 'Connect a shop or import a tracking file: each source appears here with its age and with what could not be read.',
    'zh-CN': '连接店铺或导入轨迹文件后，这里会列出各来源、数据新旧和未识别的内容。',
  },
  'sources.allUnderstood': { en: 'Every scan so far was understood.', 'zh-CN': '目前所有轨迹均已识别。' },
  'sources.more': { en: 'Show more', 'zh-CN': '显示更多' },
});
