import { defineTexts } from '../define.ts';

/** Start-up failures: what is wrong, that nothing is lost, and the ways out. */
export const startupTexts = defineTexts({
  'start.no-keychain.title': { en: 'The system has no keychain', 'zh-CN': '系统没有可用的密钥服务' },
  'start.no-keychain.text': {
    en: 'Seamark keeps the key to your data in the system’s keychain and never stores data in plain text. Start or unlock the keychain (on Linux: a secret service such as GNOME Keyring), then try again.',
    'zh-CN':
      '航标把数据密钥存放在系统密钥服务中，绝不以明文保存数据。请启动或解锁密钥服务（Linux 上如 GNOME Keyring），然后重试。',
  },
  'start.key-missing.title': { en: 'The key to your data is missing', 'zh-CN': '找不到数据密钥' },
  'start.key-missing.text': {
    en: 'The data is there and untouched, but the file with its wrapped key is gone. Put key.json back into the data folder, for example from a copy of it, and try again.',
    'zh-CN':
      '数据仍在且未改动，但存放加密密钥的文件不见了。请把 key.json 放回数据文件夹（例如从备份中取回），然后重试。',
  },
  'start.key-changed.title': {
    en: 'The keychain’s key does not open this data',
    'zh-CN': '当前密钥无法打开数据',
  },
  'start.key-changed.text': {
    en: 'The data is untouched. This happens after a move to another computer or account, or a reset keychain. Sign in with the account that made the data, or restore that keychain, and try again.',
    'zh-CN':
      '数据未改动。更换电脑、账户或重置密钥服务后会出现此情况。请使用原来的账户登录或恢复密钥服务后重试。',
  },
  'start.corrupt.title': { en: 'The data file is damaged', 'zh-CN': '数据文件已损坏' },
  'start.corrupt.text': {
    en: 'Seamark can put the newest backup in its place. The damaged file is kept beside it.',
    'zh-CN': '可以恢复最近的备份。损坏的文件会一并保留。',
  },
  'start.read-only.title': { en: 'The data folder cannot be written', 'zh-CN': '数据文件夹不可写入' },
  'start.read-only.text': {
    en: 'Check the permissions of the folder, or whether its disk is mounted read-only. Nothing was changed.',
    'zh-CN': '请检查文件夹权限，或磁盘是否为只读。未做任何更改。',
  },
  'start.disk-full.title': { en: 'The disk is full', 'zh-CN': '磁盘已满' },
  'start.disk-full.text': {
    en: 'Free some space and try again. Nothing was lost.',
    'zh-CN': '请释放一些空间后重试。数据未丢失。',
  },
  'start.newer-version.title': { en: 'This data is from a newer Seamark', 'zh-CN': '数据来自更新版本的航标' },
  'start.newer-version.text': {
    en: 'An older Seamark could damage it, so it was left alone. Install the newer version.',
    'zh-CN': '为避免旧版本损坏数据，未打开。请安装新版本。',
  },
  'start.in-use.title': { en: 'Another Seamark has this data open', 'zh-CN': '另一个航标正在使用这些数据' },
  'start.in-use.text': {
    en: 'Close the other one (it may run in a terminal), then try again.',
    'zh-CN': '请关闭另一个（可能在终端中运行），然后重试。',
  },
  'start.unknown.title': { en: 'The data could not be opened', 'zh-CN': '数据无法打开' },
  'start.unknown.text': {
    en: 'Nothing was changed. Try again; if it stays, send the log from the data folder.',
    'zh-CN': '未做任何更改。请重试；若仍出现，请提供数据文件夹中的日志。',
  },
  'start.action.retry': { en: 'Try again', 'zh-CN': '重试' },
  'start.action.show-folder': { en: 'Show the data folder', 'zh-CN': '打开数据文件夹' },
  'start.action.restore-backup': { en: 'Restore the newest backup', 'zh-CN': '恢复最近的备份' },
  'start.action.start-empty': { en: 'Start with empty data…', 'zh-CN': '以空数据开始…' },
  'start.action.quit': { en: 'Quit', 'zh-CN': '退出' },
  'start.empty.sure': { en: 'Start with empty data', 'zh-CN': '以空数据开始' },
  'start.empty.title': { en: 'Begin with nothing in it?', 'zh-CN': '确定从空白开始？' },
  'start.empty.text': {
    en: 'The present file is kept under another name in the data folder, and can be put back by hand. Seamark will show no parcels until you import again.',
    'zh-CN': '现有文件会改名保留在数据文件夹中，可手动恢复。重新导入前不会显示任何包裹。',
  },
  'start.backupAt': { en: 'Newest backup: {when}', 'zh-CN': '最近备份：{when}' },
  'start.noBackup': { en: 'There is no backup that opens.', 'zh-CN': '没有可用的备份。' },
  'start.folder': { en: 'Data folder: {folder}', 'zh-CN': '数据文件夹：{folder}' },
});
