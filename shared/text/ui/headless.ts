import { defineTexts } from '../define.ts';

/** What the command line says. */
export const headlessTexts = defineTexts({
  'headless.usage': {
    en: 'Usage: npm run -s headless -- COMMAND [--json] [--verbose]\n  import FILE   import a tracking file (CSV, XLSX, JSON lines)\n  sample        follow invented shops for 30 days against the sandbox (--days N --seed N --orders N --faults all --rows FILE)\n  status        print the figures of the store\n  backup        write a backup now\n  rebuild       make all journeys and cases anew from the journal\nSEAMARK_HOME names the data folder, SEAMARK_KEY_FILE a file with its key.',
    'zh-CN':
      '用法：npm run -s headless -- 命令 [--json] [--verbose]\n  import 文件   导入轨迹文件（CSV、XLSX、JSON Lines）\n  sample        在沙盒中跟踪虚构店铺 30 天（--days N --seed N --orders N --faults all --rows 文件）\n  status        显示数据概况\n  backup        立即备份\n  rebuild       由原始记录重建所有行程与事项\nSEAMARK_HOME 指定数据文件夹，SEAMARK_KEY_FILE 指定密钥文件。',
  },
  'headless.key-made': {
    en: 'No key was given for the new data folder: one was made in {path} (readable by you alone). Keep it; without it the data cannot be opened.',
    'zh-CN': '新数据文件夹没有密钥，已生成 {path}（仅本人可读）。请妥善保管，丢失后数据无法打开。',
  },
  'headless.key-open': {
    en: 'Others on this computer can read the key file {path}. Make it yours alone: chmod 600.',
    'zh-CN': '本机其他用户可读取密钥文件 {path}。请执行 chmod 600 收紧权限。',
  },
  'headless.sample': {
    en: 'This sample is invented: no parcel, order or place in it is real.',
    'zh-CN': '样本为虚构数据，其中的包裹、订单与地点均不真实。',
  },
  'headless.sample-summary': {
    en: '{shops} shops, {orders} orders, {parcels} parcels, {events} scans in {days} days; {cases} open cases, {drafts} drafts.\n{apiCalls} calls ({share, number, percent} succeeded), {callsPerParcel} per parcel; asking every 2 hours would take {callsPerParcelFixed2h}.\nScans were known {median} h after they happened (half of them), {p90} h (nine of ten). Doubled: {duplicates}, missing: {missing}. {wallSeconds} s.',
    'zh-CN':
      '{days} 天内 {shops} 家店铺、{orders} 个订单、{parcels} 个包裹、{events} 条轨迹；待处理事项 {cases} 个，草稿 {drafts} 份。\nAPI 调用 {apiCalls} 次（成功率 {share, number, percent}），每个包裹 {callsPerParcel} 次；若每 2 小时查询一次需 {callsPerParcelFixed2h} 次。\n轨迹发生后获知时间：中位数 {median} 小时，九成在 {p90} 小时内。重复 {duplicates}，遗漏 {missing}。用时 {wallSeconds} 秒。',
  },
  'headless.summary': {
    en: '{file}: {rows, plural, one {# row} other {# rows}}, {parcels, plural, one {# parcel} other {# parcels}}; {accepted, plural, one {# scan} other {# scans}} new, {known} known already, {refused} refused, {unknown} not understood; {cases, plural, one {# case waits} other {# cases wait}} for a decision.',
    'zh-CN':
      '{file}：{rows} 行，{parcels} 个包裹；新增轨迹 {accepted}，已有 {known}，拒收 {refused}，未识别 {unknown}；待处理事项 {cases}。',
  },
  'headless.start.no-keychain': {
    en: 'The system has no keychain, and Seamark does not store data without one.',
    'zh-CN': '系统没有密钥服务，航标不会以明文保存数据。',
  },
  'headless.start.key-missing': {
    en: 'There is data here but no key for it. Name its key file in SEAMARK_KEY_FILE; nothing was changed.',
    'zh-CN': '此处有数据但没有密钥。请用 SEAMARK_KEY_FILE 指定密钥文件；未做任何更改。',
  },
  'headless.start.key-changed': {
    en: 'The key does not open this data. Use the key it was made with; nothing was changed.',
    'zh-CN': '密钥与数据不匹配。请使用原来的密钥；未做任何更改。',
  },
  'headless.start.corrupt': {
    en: 'The data file is damaged. Open Seamark to restore the newest backup; the damaged file is kept.',
    'zh-CN': '数据文件已损坏。请打开航标恢复最近的备份；损坏的文件会保留。',
  },
  'headless.start.read-only': {
    en: 'The data folder cannot be written. Check its permissions.',
    'zh-CN': '数据文件夹不可写入，请检查权限。',
  },
  'headless.start.disk-full': { en: 'The disk is full. Free some space.', 'zh-CN': '磁盘已满，请释放空间。' },
  'headless.start.newer-version': {
    en: 'The data was written by a newer Seamark. Update Seamark; nothing was changed.',
    'zh-CN': '数据由更新版本的航标写入。请升级航标；未做任何更改。',
  },
  'headless.start.in-use': {
    en: 'Another Seamark has this data open. Close it first.',
    'zh-CN': '另一个航标正在使用这些数据，请先关闭它。',
  },
  'headless.start.unknown': {
    en: 'The data could not be opened.',
    'zh-CN': '数据无法打开。',
  },
});
