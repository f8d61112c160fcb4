import { defineTexts } from '../define.ts';

/** Shops: why one stands still, what to click, and the page that Shopee sends the browser back to. */
export const shopTexts = defineTexts({
  'shops.state.ok': { en: 'Connected', 'zh-CN': '已连接' },
  'shops.state.refreshing': { en: 'Renewing access', 'zh-CN': '正在续期' },
  'shops.state.needs-authorisation': { en: 'Needs authorisation', 'zh-CN': '需要重新授权' },
  'shops.state.banned': { en: 'Banned by Shopee', 'zh-CN': '被 Shopee 封禁' },
  'shops.state.key-expired': { en: 'Key no longer valid', 'zh-CN': '密钥失效' },
  'shops.state.address-undeclared': { en: 'Address not declared', 'zh-CN': '未登记 IP 地址' },
  'shops.state.app-refused': { en: 'App refused', 'zh-CN': '应用被拒绝' },
  'shops.state.paused': { en: 'Paused', 'zh-CN': '已暂停' },

  'shops.reason.grant-expired': {
    en: 'The term that you granted is over.',
    'zh-CN': '授权期限已到。',
  },
  'shops.reason.unlinked': {
    en: 'The access was taken back at Shopee.',
    'zh-CN': '店铺已在 Shopee 取消授权。',
  },
  'shops.reason.refresh-lost': {
    en: 'The connection broke while the access was being renewed, and Shopee accepts each renewal once.',
    'zh-CN': '续期时网络中断，而 Shopee 的每个续期凭证只能使用一次。',
  },
  'shops.reason.refresh-invalid': {
    en: 'Shopee no longer accepts the renewal, for example after a month without one.',
    'zh-CN': 'Shopee 不再接受续期，例如超过一个月未续期。',
  },
  'shops.reason.banned': { en: 'Shopee has banned the shop.', 'zh-CN': 'Shopee 已封禁该店铺。' },
  'shops.reason.frozen': { en: 'Shopee has frozen the account.', 'zh-CN': 'Shopee 已冻结该账户。' },
  'shops.reason.no-permission': {
    en: 'The app may not renew the access. Look at its category in the console.',
    'zh-CN': '应用无权续期，请在控制台查看应用类型。',
  },
  'shops.reason.wrong-key': {
    en: 'Shopee refuses the app’s key. It may have been reset.',
    'zh-CN': 'Shopee 拒绝应用密钥，密钥可能已被重置。',
  },
  'shops.reason.key-expired': { en: 'The app’s key has expired.', 'zh-CN': '应用密钥已过期。' },
  'shops.reason.partner-unknown': {
    en: 'Shopee does not know the app’s partner ID.',
    'zh-CN': 'Shopee 不认识该应用的 Partner ID。',
  },
  'shops.reason.address-undeclared': {
    en: 'The app accepts declared addresses only. Declare {address} in the console, or turn the list off.',
    'zh-CN': '应用只接受已登记的 IP。请在控制台登记 {address}，或关闭 IP 白名单。',
  },
  'shops.reason.app-deleted': { en: 'The app was deleted in the console.', 'zh-CN': '应用已在控制台删除。' },
  'shops.reason.app-restricted': { en: 'Shopee has restricted the app.', 'zh-CN': 'Shopee 已限制该应用。' },
  'shops.reason.app-suspended': { en: 'Shopee has suspended the app.', 'zh-CN': 'Shopee 已停用该应用。' },

  'shops.click.authorise': { en: 'Authorise again', 'zh-CN': '重新授权' },
  'shops.click.enter-key': { en: 'Enter the key', 'zh-CN': '填写密钥' },
  'shops.click.declare-address': { en: 'Declared: try again', 'zh-CN': '已登记，重试' },
  'shops.click.open-console': { en: 'Settled: try again', 'zh-CN': '已处理，重试' },
  'shops.click.ask-shopee': { en: 'Settled with Shopee: try again', 'zh-CN': '已与 Shopee 解决，重试' },
  'shops.click.resume': { en: 'Resume', 'zh-CN': '继续' },

  'shops.back.title': { en: 'Back to Seamark', 'zh-CN': '返回航标' },
  'shops.back.done': {
    en: 'Shopee has answered. You can close this page and go back to Seamark.',
    'zh-CN': 'Shopee 已返回授权结果。可以关闭此页面，回到航标。',
  },
  'shops.back.wrong': {
    en: 'This page does not belong to the connection that is open in Seamark. Begin again there.',
    'zh-CN': '此页面不属于航标中正在进行的授权，请在航标中重新开始。',
  },
});
