import { defineTexts } from '../define.ts';

/** A plain sentence for every fault code: what happened, and what to do next. */
export const faultTexts = defineTexts({
  'fault.bad-input': {
    en: 'Seamark could not read that request. Nothing was changed.',
    'zh-CN': '请求无法识别，未做任何更改。',
  },
  'fault.unknown-channel': {
    en: 'This window and Seamark do not match. Restart Seamark.',
    'zh-CN': '窗口与程序版本不一致，请重启航标。',
  },
  'fault.foreign-sender': {
    en: 'The request did not come from Seamark’s own window and was refused.',
    'zh-CN': '请求并非来自航标窗口，已拒绝。',
  },
  'fault.not-available': {
    en: 'That is not available here. Use the desktop window.',
    'zh-CN': '此处无法使用，请在桌面窗口中操作。',
  },
  'fault.internal': {
    en: 'Something went wrong inside Seamark. Your data is safe; try again, and restart if it persists.',
    'zh-CN': '程序内部出错，数据未受影响。请重试；若仍出现，请重启。',
  },
  'fault.timeout': { en: 'That took too long and was given up. Try again.', 'zh-CN': '等待超时，请重试。' },
  'fault.engine-starting': {
    en: 'Seamark is still starting. This will be ready in a moment.',
    'zh-CN': '正在启动，请稍候。',
  },
  'fault.engine-restarted': {
    en: 'The engine restarted while this was running. Ask again.',
    'zh-CN': '引擎刚刚重启，请再操作一次。',
  },
  'fault.engine-stopped': {
    en: 'The engine has stopped and waits for you. Restart it in the status line.',
    'zh-CN': '引擎已停止，请在状态栏重新启动。',
  },
  'fault.shutting-down': { en: 'Seamark is closing.', 'zh-CN': '航标正在退出。' },
  'fault.store-busy': { en: 'The data is busy. Try again in a moment.', 'zh-CN': '数据正忙，请稍后重试。' },
  'fault.disk-full': {
    en: 'The disk is full. Free some space; nothing was lost.',
    'zh-CN': '磁盘已满。请释放空间，数据未丢失。',
  },
  'fault.store-read-only': {
    en: 'The data folder cannot be written. Check its permissions; nothing was changed.',
    'zh-CN': '数据文件夹不可写入。请检查权限，未做任何更改。',
  },
  'fault.store-corrupt': {
    en: 'The data file is damaged. Restart Seamark to restore the newest backup.',
    'zh-CN': '数据文件已损坏。请重启航标以恢复最近的备份。',
  },
  'fault.not-found': { en: 'It is no longer there.', 'zh-CN': '该项已不存在。' },
  'fault.wrong-state': {
    en: 'It has moved on meanwhile. Look at it again.',
    'zh-CN': '状态已变化，请重新查看。',
  },
  'fault.nothing-to-undo': { en: 'There is nothing left to undo here.', 'zh-CN': '没有可撤销的操作。' },
  'fault.day-off-refused': {
    en: '{why, select, overlap {Another day off lies on {from} to {to} already.} outside {The holiday tables do not reach {from} to {to}.} other {The last day, {to}, comes before the first, {from}.}} Nothing was changed.',
    'zh-CN':
      '{why, select, overlap {{from} 至 {to} 已有另一个休息日。} outside {假期表不包含 {from} 至 {to}。} other {最后一天 {to} 早于第一天 {from}。}}未做任何更改。',
  },
  'fault.file-missing': {
    en: 'The file {file} is not there. Check the path and choose it again.',
    'zh-CN': '找不到文件 {file}。请检查路径后重新选择。',
  },
  'fault.file-unreadable': {
    en: 'The file {file} cannot be read. Close it in other programs, check its permissions, and choose it again.',
    'zh-CN': '无法读取文件 {file}。请先在其他程序中关闭它并检查权限，再重新选择。',
  },
  'fault.file-empty': {
    en: 'The file {file} has no rows. Export it again from its source.',
    'zh-CN': '文件 {file} 没有数据行。请重新导出。',
  },
  'fault.file-binary': {
    en: 'The file {file} is not a table. Choose a CSV, XLSX or JSON lines file.',
    'zh-CN': '文件 {file} 不是表格。请选择 CSV、XLSX 或 JSON Lines 文件。',
  },
  'fault.file-too-large': {
    en: 'The file {file} has {megabytes} MB; at most {limit} MB can be read at once. Split it, for example by month.',
    'zh-CN': '文件 {file} 大小为 {megabytes} MB，单次上限 {limit} MB。请拆分后导入，例如按月份。',
  },
  'fault.file-truncated': {
    en: 'The file {file} ends too early{line, select, null {} other {, in line {line}}}. Export it again; nothing was taken from it.',
    'zh-CN':
      '文件 {file} 不完整{line, select, null {} other {（止于第 {line} 行）}}。请重新导出，未导入任何内容。',
  },
  'fault.file-row-open': {
    en: 'Line {line} of {file} has no end: a quote stays open, one cell is far too long, or the file was cut there. Correct it and choose the file again; nothing was taken from it.',
    'zh-CN':
      '文件 {file} 第 {line} 行没有结束：引号未闭合、单元格过长，或文件在此处被截断。请更正后重新选择，未导入任何内容。',
  },
  'fault.file-no-columns': {
    en: 'The file {file} has no column that looks like a tracking number or a scan. Add a heading row, or name the columns in the mapping step.',
    'zh-CN': '文件 {file} 中没有像运单号或轨迹的列。请加上表头，或在映射步骤中指定列。',
  },
  'fault.file-changed': {
    en: 'The file {file} has changed since the preview. Look at the preview again.',
    'zh-CN': '文件 {file} 在预览之后已更改，请重新预览。',
  },
  'fault.sheet-missing': {
    en: 'The file {file} has no sheet named “{sheet}”.',
    'zh-CN': '文件 {file} 中没有名为“{sheet}”的工作表。',
  },
  'fault.mapping-incomplete': {
    en: 'No column is set for: {fields}. Choose one in the mapping step, or give it a heading in the file: “{heading}”.',
    'zh-CN': '以下字段还没有对应的列：{fields}。请在映射步骤中选择，或在文件中为该列加上表头“{heading}”。',
  },
  'fault.import-running': {
    en: 'Another import is running. Wait for it or cancel it.',
    'zh-CN': '另一个导入正在进行，请等待或取消。',
  },
  'fault.export-failed': {
    en: 'The file {file} could not be written. Choose another folder.',
    'zh-CN': '无法写入文件 {file}。请选择其他文件夹。',
  },
  'fault.cancelled': { en: 'Cancelled. Nothing was kept.', 'zh-CN': '已取消，未保留任何内容。' },
  'fault.backup-failed': {
    en: 'The backup could not be written. Check the free space; your data is untouched.',
    'zh-CN': '备份写入失败。请检查磁盘空间，原有数据不受影响。',
  },
  'fault.source-auth': {
    en: 'The service does not accept these credentials. Check them where the service shows them.',
    'zh-CN': '服务方不接受该凭据，请到其后台核对。',
  },
  'fault.source-quota': {
    en: 'The allowance at the service is used up. It goes on when the allowance is renewed or raised.',
    'zh-CN': '服务额度已用完，续期或加购后继续。',
  },
  'fault.source-rate': {
    en: 'The service was asked too fast. Seamark waits and goes on by itself.',
    'zh-CN': '请求过快，航标会等待后自动继续。',
  },
  'fault.source-unreachable': {
    en: 'The service gave no usable answer. Seamark tries again by itself.',
    'zh-CN': '服务没有返回可用的结果，航标会自动重试。',
  },
  'fault.source-refused': {
    en: 'The service did not take the question ({code}).',
    'zh-CN': '服务方未受理该请求（{code}）。',
  },
  'fault.credentials-incomplete': {
    en: 'A field is missing or cannot be right: {field}.',
    'zh-CN': '字段缺失或格式不符：{field}。',
  },
  'fault.port-taken': {
    en: 'Another program listens on port {port}. Choose another port.',
    'zh-CN': '端口 {port} 已被其他程序占用，请换一个端口。',
  },
  'fault.shopee-partner-malformed': {
    en: 'A partner ID has digits only. Copy it from the app’s page in the Shopee console.',
    'zh-CN': 'Partner ID 只包含数字。请从 Shopee 控制台的应用页面复制。',
  },
  'fault.shopee-key-blank': {
    en: 'There is a blank inside the key. Copy the whole key again, in one piece.',
    'zh-CN': '密钥中间有空格。请重新完整复制。',
  },
  'fault.shopee-key-wrong': {
    en: 'Shopee refused the key. Check that key and partner ID belong together, and that a test key is not used on the live platform.',
    'zh-CN': 'Shopee 拒绝了该密钥。请确认密钥与 Partner ID 属于同一应用，且未把测试密钥用于正式环境。',
  },
  'fault.shopee-key-expired': {
    en: 'This key has expired. Reset it in the Shopee console and enter the new one.',
    'zh-CN': '密钥已过期。请在 Shopee 控制台重置后填写新密钥。',
  },
  'fault.shopee-partner-unknown': {
    en: 'Shopee does not know this partner ID. Check it, and the platform that you chose.',
    'zh-CN': 'Shopee 不认识该 Partner ID。请检查号码和所选平台。',
  },
  'fault.shopee-app-refused': {
    en: 'Shopee has restricted this app ({code}). Open it in the Shopee console and see why.',
    'zh-CN': 'Shopee 已限制该应用（{code}）。请在 Shopee 控制台查看原因。',
  },
  'fault.shopee-host-foreign': {
    en: 'An address of your own must be on this computer, such as http://127.0.0.1:4010. The key goes nowhere else.',
    'zh-CN': '自定义地址必须在本机，例如 http://127.0.0.1:4010。密钥不会发送到其他地方。',
  },
  'fault.shopee-unreachable': {
    en: 'Shopee cannot be reached. Check the connection and try again.',
    'zh-CN': '无法连接 Shopee。请检查网络后重试。',
  },
  'fault.shopee-refused': {
    en: 'Shopee refused ({code}). Try again; if it persists, look at the app in the Shopee console.',
    'zh-CN': 'Shopee 拒绝了请求（{code}）。请重试；若仍出现，请在 Shopee 控制台查看应用。',
  },
  'fault.sample-failed': {
    en: 'The sample shop did not start. Your own data is untouched; the log says more.',
    'zh-CN': '示例店铺未能启动，您的数据不受影响，详情见日志。',
  },
  'fault.app-in-use': {
    en: 'Shops are connected through this app ({shops}). Disconnect them first.',
    'zh-CN': '仍有 {shops} 个店铺通过该应用连接。请先断开这些店铺。',
  },
  'fault.connect-not-open': {
    en: 'No connection is under way. Begin again.',
    'zh-CN': '当前没有正在进行的授权，请重新开始。',
  },
  'fault.connect-no-code': {
    en: 'This address carries no code from Shopee. After “Confirm”, copy the whole address of the page that follows.',
    'zh-CN': '该地址中没有 Shopee 授权码。请在点击确认后，复制跳转后页面的完整地址。',
  },
  'fault.connect-wrong-state': {
    en: 'This address belongs to another attempt. Use the one that is open now, or begin again.',
    'zh-CN': '该地址属于另一次授权。请使用当前打开的页面，或重新开始。',
  },
  'fault.connect-code-used': {
    en: 'The code was used already or is older than ten minutes. Begin again.',
    'zh-CN': '授权码已被使用或已超过十分钟，请重新开始。',
  },
  'fault.connect-no-port': {
    en: 'Nothing may listen on this computer. Connect with your own redirect address and paste it.',
    'zh-CN': '本机无法监听端口。请改用自己的回调地址，并粘贴跳转后的地址。',
  },
});
