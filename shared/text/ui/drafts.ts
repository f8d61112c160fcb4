import { defineTexts } from '../define.ts';

/** Drafts of messages to buyers. */
export const draftTexts = defineTexts({
  'drafts.list': { en: 'Drafts', 'zh-CN': '草稿列表' },
  'drafts.view.open': { en: 'Open', 'zh-CN': '全部' },
  'drafts.view.proposed': { en: 'Proposed', 'zh-CN': '待审' },
  'drafts.view.edited': { en: 'Edited', 'zh-CN': '已编辑' },
  'drafts.view.copied': { en: 'Copied', 'zh-CN': '已复制' },
  'drafts.view.discarded': { en: 'Discarded', 'zh-CN': '已弃用' },
  'drafts.empty.title': { en: 'No drafts', 'zh-CN': '没有草稿' },
  'drafts.empty.text': {
    en: 'Open a case and press r: Seamark writes a first version in the buyer’s language.',
    'zh-CN': '打开事项后按 r，航标会用买家的语言写出初稿。',
  },
  'drafts.pick.title': { en: 'Choose a draft', 'zh-CN': '请选择草稿' },
  'drafts.pick.text': {
    en: 'Read it, change it, copy it. A person sends it; Seamark never does.',
    'zh-CN': '查看、修改、复制。由人发送，航标不会自动发送。',
  },
  'draft.state.proposed': { en: 'proposed', 'zh-CN': '待审' },
  'draft.state.edited': { en: 'edited', 'zh-CN': '已编辑' },
  'draft.state.copied': { en: 'copied', 'zh-CN': '已复制' },
  'draft.state.discarded': { en: 'discarded', 'zh-CN': '已弃用' },
  'draft.origin.auto-drafted': { en: 'written by Seamark', 'zh-CN': '航标起草' },
  'draft.origin.edited': { en: 'changed by a person', 'zh-CN': '人工修改' },
  'draft.text': { en: 'Message', 'zh-CN': '消息内容' },
  'draft.lang': { en: 'Language', 'zh-CN': '语言' },
  'draft.lang.en': { en: 'English', 'zh-CN': '英语' },
  'draft.lang.zh-Hant': { en: 'Traditional Chinese', 'zh-CN': '繁体中文' },
  'draft.copy': { en: 'Copy', 'zh-CN': '复制' },
  'draft.restore': { en: 'Back to the first version', 'zh-CN': '恢复初稿' },
  'draft.discard': { en: 'Discard', 'zh-CN': '弃用' },
  'draft.recover': { en: 'Take back', 'zh-CN': '恢复' },
  'draft.copied': {
    en: 'Copied. Paste it into the chat and send it yourself.',
    'zh-CN': '已复制。请粘贴到聊天窗口并自行发送。',
  },
  'draft.discarded': { en: 'Draft discarded.', 'zh-CN': '草稿已弃用。' },
  'draft.saved': { en: 'saved', 'zh-CN': '已保存' },
  'draft.saving': { en: 'saving…', 'zh-CN': '保存中…' },
  'draft.stale': { en: 'The case behind this draft is over', 'zh-CN': '草稿对应的事项已结束' },
  'draft.staleText': {
    en: 'What it says may no longer be so. Look at the parcel before you send it.',
    'zh-CN': '内容可能已不符合现状，发送前请查看包裹。',
  },
  'draft.length': { en: '{n} of {max} characters', 'zh-CN': '{n} / {max} 字' },
  'draft.openCase': { en: 'Open the case', 'zh-CN': '打开事项' },
});
