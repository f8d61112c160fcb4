import { closeSync, openSync, writeSync } from 'node:fs';
import { MARKET_ZONE, type Market } from '#shared/model/market.ts';
import { HOUR } from '#shared/time.ts';

/** Scans of every parcel. */
export const SCANS = 8;

/** How the parcels stand, and how often in a hundred. The last scan's age in hours follows. */
const ENDS = [
  { end: 'delivered', share: 58, age: 30 },
  { end: 'moving', share: 18, age: 5 },
  { end: 'silent', share: 10, age: 260 },
  { end: 'failed', share: 7, age: 20 },
  { end: 'held', share: 4, age: 60 },
  { end: 'returning', share: 3, age: 28 },
] as const;
type End = (typeof ENDS)[number]['end'];

const MARKETS: readonly Market[] = ['SG', 'MY', 'TH', 'VN', 'ID', 'PH', 'TW', 'BR', 'MX'];
const HEADINGS = 'number,carrier,time,code,description,location,order no,market';

interface Step {
  readonly code: string;
  readonly text: string;
  readonly abroad: boolean;
}
const china = (code: string, text: string): Step => ({ code, text, abroad: false });
const abroad = (code: string, text: string): Step => ({ code, text, abroad: true });

const START: readonly Step[] = [
  china('F100', '包裹已揽收'),
  china('F430', '包裹已到达首公里站点'),
  china('LINEHAUL_DEPARTED', 'Departed origin country'),
  abroad('LINEHAUL_ARRIVED', 'Arrived destination country'),
];
/** The last four of eight scans. Remarks without a code are what nobody understands yet. */
const REST: Readonly<Record<End, readonly Step[]>> = {
  delivered: [
    abroad('IMPORT_CLEARED', 'Import customs cleared'),
    abroad('F599', 'Parcel has arrived at the delivery station'),
    abroad('F600', 'Parcel is out for delivery'),
    abroad('F980', 'Parcel has been delivered'),
  ],
  moving: [
    abroad('IMPORT_CLEARED', 'Import customs cleared'),
    abroad('', 'Zyx remark of the line'),
    abroad('F510', 'Parcel has arrived at the sorting centre'),
    abroad('F599', 'Parcel has arrived at the delivery station'),
  ],
  silent: [
    abroad('IMPORT_CLEARED', 'Import customs cleared'),
    abroad('F510', 'Parcel has arrived at the sorting centre'),
    abroad('F510', 'Parcel has been sorted'),
    abroad('F599', 'Parcel has arrived at the delivery station'),
  ],
  failed: [
    abroad('IMPORT_CLEARED', 'Import customs cleared'),
    abroad('F599', 'Parcel has arrived at the delivery station'),
    abroad('F600', 'Parcel is out for delivery'),
    abroad('F650', 'Delivery attempt was not successful'),
  ],
  held: [
    abroad('', 'Zyx remark of the broker'),
    abroad('F510', 'Parcel has arrived at the sorting centre'),
    abroad('IMPORT_HELD', 'Import customs hold'),
    abroad('', 'Zyx remark of the buyer'),
  ],
  returning: [
    abroad('IMPORT_CLEARED', 'Import customs cleared'),
    abroad('F600', 'Parcel is out for delivery'),
    abroad('F650', 'Delivery attempt was not successful'),
    abroad('F671', 'Parcel is on its way back to the sender'),
  ],
};

/** Repeatable randomness: a linear congruential generator is enough for spreading parcels about. */
function seeded(seed: number): (below: number) => number {
  let state = BigInt(seed) & 0xffff_ffffn;
  return (below) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffff_ffff_ffff_ffffn;
    return Number((state >> 33n) % BigInt(below));
  };
}

const offsets = new Map<Market, string>();
function offsetOf(market: Market, at: number): string {
  const known = offsets.get(market);
  if (known !== undefined) return known;
  const name = new Intl.DateTimeFormat('en', { timeZone: MARKET_ZONE[market], timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  const offset = name?.replace('GMT', '') || '+00:00';
  offsets.set(market, offset);
  return offset;
}

function stamp(at: number, offset: string): string {
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
  return `${new Date(at + minutes * 60_000).toISOString().slice(0, 19)}${offset}`;
}

/** The lines of one invented parcel. */
function* parcelLines(index: number, now: number, random: (below: number) => number): Generator<string> {
  let dice = random(100);
  const kind = ENDS.find(({ share }) => (dice -= share) < 0) ?? ENDS[0];
  // By its place in the row, so that another seed tells more of the same parcels.
  const market = MARKETS[index % MARKETS.length] ?? 'SG';
  const number = `SPX${market}0${String(10_000_000_000 + index)}`;
  const order = `B${String(index).padStart(9, '0')}`;
  const steps = [...START, ...REST[kind.end]];
  let at =
    now - kind.age * HOUR - random(12) * HOUR - (kind.end === 'delivered' ? random(20) * 24 * HOUR : 0);
  const times = steps
    .map(() => {
      at -= (4 + random(20)) * HOUR + random(3_600) * 1_000;
      return at;
    })
    .toReversed();
  for (const [n, step] of steps.entries()) {
    // Carriers write the station into the sentence, so that the same scan has many texts.
    const hub = random(300);
    const zone = step.abroad ? offsetOf(market, now) : '+08:00';
    // Stage words count only as the whole text; the scans with a code carry the station.
    const plain = step.code.includes('_');
    const place = step.abroad ? `${market} hub ${hub}` : `深圳 ${hub % 40}`;
    yield `${number},Shopee Express,${stamp(times[n] ?? now, zone)},${step.code},${plain ? step.text : `${step.text} [${place}]`},${place},${order},${market}`;
  }
}

/** Writes a CSV of `parcels` × 8 invented scans, the same for the same seed and moment; answers the number of rows. */
export function writeTracking(path: string, parcels: number, now: number, seed = 7): number {
  const random = seeded(seed);
  const file = openSync(path, 'w');
  try {
    let chunk = [HEADINGS];
    for (let index = 0; index < parcels; index += 1) {
      chunk.push(...parcelLines(index, now, random));
      if (chunk.length > 5_000 || index === parcels - 1) {
        writeSync(file, `${chunk.join('\n')}\n`);
        chunk = [];
      }
    }
  } finally {
    closeSync(file);
  }
  return parcels * SCANS;
}
