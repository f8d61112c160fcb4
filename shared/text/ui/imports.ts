import { defineTexts } from '../define.ts';

/** Words of the import: columns, why a row was refused and what to do, and doubts about rows that were taken. */
export const importTexts = defineTexts({
  'field.number': { en: 'Tracking number', 'zh-CN': '运单号' },
  'field.carrier': { en: 'Carrier', 'zh-CN': '承运商' },
  'field.time': { en: 'Time', 'zh-CN': '时间' },
  'field.date': { en: 'Date (beside the time)', 'zh-CN': '日期（与时间分列）' },
  'field.zone': { en: 'Time zone', 'zh-CN': '时区' },
  'field.text': { en: 'Scan text', 'zh-CN': '轨迹描述' },
  'field.code': { en: 'Carrier code', 'zh-CN': '承运商代码' },
  'field.status': { en: 'Status word', 'zh-CN': '状态' },
  'field.scheme': { en: 'Whose status word', 'zh-CN': '状态来源' },
  'field.place': { en: 'Place', 'zh-CN': '地点' },
  'field.orderNo': { en: 'Order number', 'zh-CN': '订单号' },
  'field.orderTime': { en: 'Order time', 'zh-CN': '下单时间' },
  'field.market': { en: 'Market', 'zh-CN': '市场' },
  'field.lang': { en: 'Language', 'zh-CN': '语言' },
  'field.seq': { en: 'Position in the trail', 'zh-CN': '轨迹序号' },
  'refusal.no-number': {
    en: 'No tracking number in this row. Fill it in and import again.',
    'zh-CN': '本行没有运单号。补上后重新导入。',
  },
  'refusal.bad-number': {
    en: 'This is not a tracking number (Excel may have rounded it). Keep the column as text and export again.',
    'zh-CN': '这不是有效的运单号（可能被 Excel 改成了科学计数）。请将该列设为文本后重新导出。',
  },
  'refusal.no-words': {
    en: 'Neither text nor code says what happened. Fill one in.',
    'zh-CN': '既没有描述也没有代码。请至少补上一项。',
  },
  'refusal.no-time': {
    en: 'No time, and no position in the trail. Fill one in.',
    'zh-CN': '没有时间，也没有轨迹序号。请至少补上一项。',
  },
  'refusal.bad-time': {
    en: 'The time cannot be read. Write it like 2026-11-24 08:05.',
    'zh-CN': '时间无法识别。请写成 2026-11-24 08:05 这样的格式。',
  },
  'refusal.impossible-time': {
    en: 'There is no such date or time. Correct it.',
    'zh-CN': '不存在这样的日期或时间，请更正。',
  },
  'refusal.ambiguous-time': {
    en: 'It is not clear which number is the day, the month and the year. Choose the date order in the mapping step, or write 2026-11-24.',
    'zh-CN': '无法区分年、月、日。请在映射步骤中选择日期顺序，或写成 2026-11-24。',
  },
  'refusal.future-time': {
    en: 'The scan lies in the future. Check the date and the time zone.',
    'zh-CN': '轨迹时间在未来。请检查日期和时区。',
  },
  'refusal.before-order': {
    en: 'The scan is older than the order: perhaps an earlier parcel with the same number. Check both times.',
    'zh-CN': '轨迹早于下单时间，可能是同号的旧包裹。请核对两个时间。',
  },
  'refusal.bad-encoding': {
    en: 'Some characters are broken here. Save the file as UTF-8 and import again.',
    'zh-CN': '此处有乱码。请将文件另存为 UTF-8 后重新导入。',
  },
  'refusal.broken-row': {
    en: 'The row cannot be read (quotes or braces do not close). Correct it.',
    'zh-CN': '本行无法读取（引号或括号未闭合），请更正。',
  },
  'refusal.wrong-width': {
    en: 'The row has more cells than the heading. A comma inside a text needs quotes.',
    'zh-CN': '本行的列数多于表头。文本中的逗号需要加引号。',
  },
  'refusal.formula': {
    en: 'This cell is a formula without a value. Paste values only and import again.',
    'zh-CN': '该单元格是没有结果的公式。请“仅粘贴数值”后重新导入。',
  },
  'refusal.too-long': {
    en: 'The cell has more than 4,000 characters. Shorten it.',
    'zh-CN': '单元格超过 4000 个字符，请缩短。',
  },
  'importNote.number-reused': {
    en: '{count, plural, one {# parcel carries} other {# parcels carry}} a number that an earlier parcel had; the older scans are shown apart.',
    'zh-CN': '{count} 个包裹的单号曾被使用，旧轨迹已单独显示。',
  },
  'importNote.two-carriers': {
    en: '{count, plural, one {# parcel was} other {# parcels were}} scanned under more than one carrier; both legs were kept.',
    'zh-CN': '{count} 个包裹出现在多个承运商名下，各段均已保留。',
  },
  'importNote.zone-assumed': {
    en: '{count, plural, one {# scan has} other {# scans have}} no time zone; it was assumed and is marked.',
    'zh-CN': '{count} 条轨迹没有时区，已按推定时区处理并标注。',
  },
  'importNote.time-missing': {
    en: '{count, plural, one {# scan has} other {# scans have}} no time; their order is taken from the file.',
    'zh-CN': '{count} 条轨迹没有时间，按文件中的顺序排列。',
  },
  'importNote.unknown-scans': {
    en: '{count, plural, one {# scan is} other {# scans are}} not understood yet; Sources lists them with their text.',
    'zh-CN': '{count} 条轨迹暂未识别，可在“来源”中查看原文。',
  },
  'refusedCsv.line': { en: 'Line', 'zh-CN': '行号' },
  'refusedCsv.column': { en: 'Column', 'zh-CN': '列' },
  'refusedCsv.value': { en: 'Value', 'zh-CN': '内容' },
  'refusedCsv.reason': { en: 'Why, and what to do', 'zh-CN': '原因与处理办法' },
});
