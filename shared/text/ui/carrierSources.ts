import { defineTexts } from '../define.ts';

/** Credentials of tracking services: what each field is, and where the service shows it. */
export const carrierSourceTexts = defineTexts({
  'carrierSource.unverified': {
    en: 'Not verified against the live service',
    'zh-CN': '尚未与真实接口核验',
  },
  'carrierSource.unverifiedHint': {
    en: 'Built from public documents. The mark goes with the first good answer for your account.',
    'zh-CN': '依据公开文档实现；您的账号首次成功返回轨迹后此标记消失。',
  },
  'carrierSource.paid.nothing': { en: 'Free with your account', 'zh-CN': '账号内免费' },
  'carrierSource.paid.number': { en: 'Charged once for each number', 'zh-CN': '按单号计费，每单一次' },
  'carrierSource.paid.question': { en: 'Charged for each question', 'zh-CN': '按查询次数计费' },

  'carrierSource.17track.apiKey': { en: 'API key', 'zh-CN': 'API 密钥' },
  'carrierSource.17track.where': {
    en: 'At api.17track.net: Settings, Security, Access key. A new key takes up to five minutes. Pushes are signed with it too.',
    'zh-CN': 'api.17track.net 后台：设置 → 安全 → 接入密钥。新密钥最多五分钟生效，推送也用它签名。',
  },
  'carrierSource.aftership.apiKey': { en: 'API key', 'zh-CN': 'API 密钥' },
  'carrierSource.aftership.webhookSecret': { en: 'Webhook secret', 'zh-CN': 'Webhook 密钥' },
  'carrierSource.aftership.where': {
    en: 'At admin.aftership.com: Settings, API keys (right: Tracking). The webhook secret is under Settings, Webhooks; it is needed for pushes only.',
    'zh-CN':
      'admin.aftership.com 后台：设置 → API 密钥（勾选 Tracking 权限）；Webhook 密钥在设置 → Webhooks，仅推送需要。',
  },
  'carrierSource.kuaidi100.customer': { en: 'Customer number', 'zh-CN': 'customer 客户编号' },
  'carrierSource.kuaidi100.key': { en: 'Key', 'zh-CN': '授权 key' },
  'carrierSource.kuaidi100.salt': { en: 'Salt of your subscription', 'zh-CN': '订阅 salt' },
  'carrierSource.kuaidi100.where': {
    en: 'At api.kuaidi100.com: My information, Enterprise information. The salt is the one you give when you subscribe; it is needed for pushes only.',
    'zh-CN': 'api.kuaidi100.com 后台：我的信息 → 企业信息。salt 为订阅时自定的字符串，仅推送需要。',
  },
  'carrierSource.ninjavan.country': { en: 'Country', 'zh-CN': '国家' },
  'carrierSource.ninjavan.clientId': { en: 'Client ID', 'zh-CN': 'Client ID' },
  'carrierSource.ninjavan.clientSecret': { en: 'Client secret', 'zh-CN': 'Client Secret' },
  'carrierSource.ninjavan.where': {
    en: 'In Ninja Dashboard of that country: Settings, Ninja API. Pushes are signed with the client secret.',
    'zh-CN': '对应国家的 Ninja Dashboard：设置 → Ninja API。推送用 Client Secret 签名。',
  },
  'carrierSource.yunexpress.appId': { en: 'App ID', 'zh-CN': 'App ID' },
  'carrierSource.yunexpress.appSecret': { en: 'App secret', 'zh-CN': 'App Secret' },
  'carrierSource.yunexpress.sourceKey': { en: 'Source key', 'zh-CN': 'Source Key' },
  'carrierSource.yunexpress.where': {
    en: 'From the YunExpress open platform, or from your account manager there. Accounts of the older interface have other keys.',
    'zh-CN': '云途开放平台，或向您的客户经理索取；旧版接口账号的密钥不通用。',
  },
  'carrierSource.4px.appKey': { en: 'App key', 'zh-CN': 'App Key' },
  'carrierSource.4px.appSecret': { en: 'App secret', 'zh-CN': 'App Secret' },
  'carrierSource.4px.where': {
    en: 'At open.4px.com: Applications, your application. The tracking interface must be switched on for it.',
    'zh-CN': 'open.4px.com：应用管理 → 您的应用，并开通轨迹查询接口。',
  },
  'carrierSource.jt.country': { en: 'Country', 'zh-CN': '国家' },
  'carrierSource.jt.apiAccount': { en: 'API account', 'zh-CN': 'apiAccount 账号' },
  'carrierSource.jt.privateKey': { en: 'Private key', 'zh-CN': 'privateKey 私钥' },
  'carrierSource.jt.where': {
    en: 'On the J&T open platform of that country: Console, Account. Addresses for pushes are entered by J&T.',
    'zh-CN': '对应国家的极兔开放平台：控制台 → 账号信息。推送地址由极兔登记。',
  },
  'carrierSource.sf.partnerId': { en: 'Partner ID', 'zh-CN': '顾客编码' },
  'carrierSource.sf.checkword': { en: 'Check word', 'zh-CN': '校验码' },
  'carrierSource.sf.where': {
    en: 'At open.sf-express.com: Developer, your application. Use the check word of the production environment.',
    'zh-CN': 'open.sf-express.com：开发者对接 → 您的应用，使用生产环境校验码。',
  },
});
