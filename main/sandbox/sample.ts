import { DAY, HOUR } from '#shared/time.ts';
import { MARKET_ZONE, type Market } from '#shared/model/market.ts';
import { hubWords, type Lane, LANES } from './sampleLanes.ts';

/** How an invented parcel ends, so that the sample has some of everything. */
const ENDS = [
  'delivered',
  'moving',
  'held',
  'failed',
  'returning',
  'silent',
  'delivered',
  'moving',
  'silent',
] as const;
type End = (typeof ENDS)[number];

const HEADINGS = ['运单号', '承运商', '时间', '时区', '状态码', '轨迹', '地点', '订单号', '市场'];

/** Small generator of repeatable randomness (mulberry32), so that the same moment gives the same sample. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Step {
  readonly after: number;
  readonly code: string;
  readonly text: string;
  readonly place: string;
  readonly zone: string;
}

/** The steps of one parcel, oldest first, with the hours since the step before. */
function stepsOf(lane: Lane, end: End, random: () => number): Step[] {
  const words = hubWords[lane.market];
  const zone = MARKET_ZONE[lane.market];
  const china = 'Asia/Shanghai';
  const about = (hours: number): number => hours * (0.7 + random() * 0.6);
  const steps: Step[] = [
    { after: 0, code: 'F000', text: '卖家已生成面单信息', place: '深圳', zone: china },
    { after: about(14), code: 'F100', text: '包裹已揽收', place: '深圳', zone: china },
    { after: about(8), code: 'F430', text: '包裹已到达首公里站点', place: '东莞', zone: china },
    { after: about(9), code: 'F450', text: '包裹已离开首公里站点', place: '东莞', zone: china },
    {
      after: about(12),
      code: 'LINEHAUL_DEPARTED',
      text: 'Departed origin country',
      place: '深圳宝安机场',
      zone: china,
    },
    {
      after: about(lane.flight),
      code: 'LINEHAUL_ARRIVED',
      text: 'Arrived destination country',
      place: lane.port,
      zone,
    },
  ];
  if (end === 'held') {
    steps.push({
      after: about(10),
      code: 'IMPORT_HELD',
      text: 'Import customs hold',
      place: lane.port,
      zone,
    });
    return steps;
  }
  steps.push({
    after: about(16),
    code: 'IMPORT_CLEARED',
    text: 'Import customs cleared',
    place: lane.port,
    zone,
  });
  if (end === 'moving') return steps;
  steps.push({ after: about(8), code: 'F510', text: words.hub, place: lane.hub, zone });
  if (end === 'silent') return steps;
  steps.push({ after: about(12), code: 'F599', text: words.station, place: lane.city, zone });
  steps.push({ after: about(9), code: 'F600', text: words.out, place: lane.city, zone });
  if (end === 'delivered') {
    steps.push({ after: about(5), code: 'F980', text: words.delivered, place: lane.city, zone });
  } else {
    steps.push({ after: about(5), code: 'F650', text: words.failed, place: lane.city, zone });
    // A scan that no table knows: the sample shows what "not understood" looks like.
    steps.push({ after: about(2), code: '', text: words.remark, place: lane.city, zone });
  }
  if (end === 'returning') {
    steps.push({ after: about(26), code: 'F671', text: words.back, place: lane.hub, zone });
  }
  return steps;
}

/** Hours between the last step and now, by what the parcel is meant to show. */
const QUIET: Readonly<Record<End, number>> = {
  delivered: 30,
  moving: 6,
  held: 50,
  failed: 20,
  returning: 30,
  silent: 10 * 24,
};

const offsetName = (zone: string, at: number): string => {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  return name?.replace('GMT', '') || '+00:00';
};
const wallClock = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at);

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * A small tracking file of invented parcels (about 45 over nine markets, some 400 scans) whose times end shortly before
 * `now`, so that it never ages. No number, order, place or time in it belongs to a real parcel.
 */
export function makeSample(now: number): string {
  const random = seeded(20_261_124);
  const rows: string[][] = [];
  for (let index = 0; index < LANES.length * 5; index += 1) {
    const lane = LANES[index % LANES.length] as Lane;
    const end = ENDS[(index * 4 + Math.floor(index / LANES.length)) % ENDS.length] as End;
    const steps = stepsOf(lane, end, random);
    const market: Market = lane.market;
    const number = `SPX${market}0${String(40_000_000_000 + Math.floor(random() * 9_999_999_999)).slice(0, 11)}`;
    const order = `SAMPLE${String(index + 1).padStart(4, '0')}`;
    const span = steps.reduce((sum, step) => sum + step.after, 0) * HOUR;
    const quiet = QUIET[end] * HOUR * (0.8 + random() * 0.5) + (end === 'delivered' ? random() * 6 * DAY : 0);
    let at = now - quiet - span;
    for (const step of steps) {
      at += step.after * HOUR;
      rows.push([
        number,
        'Shopee Express',
        wallClock(step.zone, at),
        offsetName(step.zone, at),
        step.code,
        step.text,
        step.place,
        order,
        market,
      ]);
    }
  }
  return `\uFEFF${[HEADINGS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
