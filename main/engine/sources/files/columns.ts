import type { ImportField, Mapping } from '#shared/model/import.ts';

/**
 * Headings that sellers' and carriers' exports use, Chinese and English. Compared after `plain`, so case, blanks,
 * brackets, underscores and full-width forms do not matter. Longer words are tried before shorter ones.
 */
const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  number: [
    ...[
      '运单号',
      '运单编号',
      '快递单号',
      '物流单号',
      '追踪号',
      '跟踪号',
      '跟踪单号',
      '查询单号',
      '单号',
      '包裹号',
      '包裹',
      '转单号',
    ],
    ...[
      'trackingnumber',
      'trackingno',
      'trackingid',
      'trackingcode',
      'tracking',
      'waybillnumber',
      'waybillno',
    ],
    ...['waybill', 'awb', 'awbno', 'parcelnumber', 'parcelid', 'parcel', 'trail', 'tn', 'slstn', 'spxtn'],
  ],
  carrier: [
    '承运商',
    '快递公司',
    '物流商',
    '物流公司',
    '运输商',
    '渠道',
    'carrier',
    'couriername',
    'courier',
    'carriername',
    'carriercode',
    'slug',
    'provider',
    'logisticsprovider',
  ],
  time: [
    '轨迹时间',
    '事件时间',
    '更新时间',
    '扫描时间',
    '时间',
    '日期时间',
    'eventtime',
    'scantime',
    'checkpointtime',
    'updatetime',
    'time',
    'datetime',
    'timestamp',
    'occurredat',
  ],
  date: ['日期', '轨迹日期', '事件日期', 'date', 'eventdate', 'scandate'],
  zone: ['时区', 'timezone', 'tz', 'utcoffset', 'zone', 'offset'],
  text: [
    '轨迹描述',
    '轨迹内容',
    '状态描述',
    '物流信息',
    '轨迹',
    '描述',
    '内容',
    '详情',
    '物流轨迹',
    'description',
    'eventdescription',
    'message',
    'event',
    'details',
    'detail',
    'checkpoint',
    'content',
    'remark',
  ],
  code: [
    '状态码',
    '轨迹代码',
    '事件代码',
    '代码',
    '节点代码',
    'code',
    'eventcode',
    'statuscode',
    'actioncode',
    'scancode',
  ],
  status: [
    '主状态',
    '子状态',
    '状态',
    'substatus',
    'sourcestatus',
    'subtag',
    'tag',
    'status',
    'logisticsstatus',
  ],
  scheme: ['状态体系', '数据来源', 'sourcescheme', 'scheme', 'statusscheme', 'aggregator'],
  place: [
    '地点',
    '位置',
    '所在地',
    '城市',
    '网点',
    'location',
    'place',
    'city',
    'eventlocation',
    'hub',
    'facility',
  ],
  orderNo: ['订单号', '订单编号', 'ordersn', 'orderno', 'ordernumber', 'orderid', 'order'],
  orderTime: [
    '下单时间',
    '订单时间',
    '订单创建时间',
    '付款时间',
    'ordertime',
    'orderedat',
    'ordercreatetime',
    'orderdate',
    'createtime',
    'createdat',
  ],
  market: [
    '市场',
    '站点',
    '目的国',
    '目的地国家',
    '国家',
    '收件国家',
    'market',
    'destination',
    'destinationcountry',
    'country',
    'region',
    'site',
  ],
  lang: ['语言', 'lang', 'language', 'locale'],
  seq: ['序号', '顺序', 'seq', 'sequence', 'index', 'position'],
};

/** Lower case, half width, and nothing but letters and digits of any script. */
export function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const EXACT = new Map<string, ImportField>(
  (Object.entries(HEADINGS) as [ImportField, readonly string[]][]).flatMap(([field, words]) =>
    words.map((word): [string, ImportField] => [word, field]),
  ),
);

/** What a heading says it is, or null. `Location (city)` counts by its first part, `Tracking Number*` by its letters. */
export function fieldOfHeading(heading: string): ImportField | null {
  const whole = EXACT.get(plain(heading));
  if (whole) return whole;
  const first = EXACT.get(plain(heading.split(/[(（[【/|]/)[0] ?? ''));
  if (first) return first;
  const inner = /[(（[【]([^)）\]】]+)[)）\]】]/.exec(heading)?.[1];
  return (inner === undefined ? undefined : EXACT.get(plain(inner))) ?? null;
}

/** Letters and digits in one piece, at least six digits: what tracking numbers look like. */
export const NUMBER_SHAPE = /^[A-Za-z]{0,8}[0-9]{6,}[0-9A-Za-z-]{0,16}$/;
const TIME_SHAPE = /^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?([ T]\d{1,2}:\d{2}.*)?$/;

/** A clock without a date: `08:05`, `8:05:30`, `下午 3:20`, `3:20 PM`, or a spreadsheet's clock on its first day. */
const isClock = (cell: string): boolean =>
  /^((上午|下午)?\s*|(1899-12-3[01]|1900-01-0[01]|1904-01-01)[ T])\d{1,2}:\d{2}(:\d{2})?\s*([AaPp][Mm])?$/.test(
    cell,
  );

/**
 * Suggests which column is what: by heading first, then by content for the two fields that nothing works without
 * (number and time) and for the words. Each field gets one column, the first that fits.
 */
export function suggestMapping(columns: readonly string[], samples: readonly (readonly string[])[]): Mapping {
  const mapping: Mapping = {};
  const taken = new Set<number>();
  const take = (field: ImportField, index: number): void => {
    if (mapping[field] !== undefined || taken.has(index)) return;
    mapping[field] = index;
    taken.add(index);
  };
  columns.forEach((heading, index) => {
    const field = fieldOfHeading(heading);
    if (field) take(field, index);
  });
  // A date alone is the time; beside a column of clocks it is their date.
  if (mapping.date !== undefined && mapping.time === undefined) {
    mapping.time = mapping.date;
    delete mapping.date;
  }
  const share = (index: number, test: (cell: string) => boolean): number => {
    const cells = samples.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
    return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  };
  if (mapping.date !== undefined && mapping.time !== undefined && share(mapping.time, isClock) < 0.5) {
    taken.delete(mapping.date);
    delete mapping.date;
  }
  const byContent = (field: ImportField, test: (cell: string) => boolean): void => {
    if (mapping[field] !== undefined) return;
    const index = columns.findIndex((_, at) => !taken.has(at) && share(at, test) > 0.8);
    if (index !== -1) take(field, index);
  };
  byContent('number', (cell) => NUMBER_SHAPE.test(cell));
  byContent('time', (cell) => TIME_SHAPE.test(cell));
  if (mapping.code === undefined && mapping.status === undefined) {
    byContent('text', (cell) => cell.length >= 8 && /\p{L}{3}|\p{Script=Han}{2}/u.test(cell));
  }
  return mapping;
}
