import { Temporal } from 'temporal-polyfill';
import { type Market, MARKETS } from '#shared/model/market.ts';
import { Recent } from '#shared/recent.ts';

/**
 * Zones that carriers write their wall clocks in (CA section 3: SF and the Chinese lines use China time, the last-mile
 * carriers their own country's). Only carriers that stay in one zone are here.
 */
const CARRIER_ZONE: Readonly<Record<string, string>> = {
  sf: 'Asia/Shanghai',
  'sf-express': 'Asia/Shanghai',
  yunexpress: 'Asia/Shanghai',
  '4px': 'Asia/Shanghai',
  'china-post': 'Asia/Shanghai',
  ems: 'Asia/Shanghai',
  yto: 'Asia/Shanghai',
  sto: 'Asia/Shanghai',
  zto: 'Asia/Shanghai',
  yunda: 'Asia/Shanghai',
  kuaidi100: 'Asia/Shanghai',
  'thailand-post': 'Asia/Bangkok',
  flash: 'Asia/Bangkok',
  ghn: 'Asia/Ho_Chi_Minh',
  ghtk: 'Asia/Ho_Chi_Minh',
  correios: 'America/Sao_Paulo',
  'pos-malaysia': 'Asia/Kuala_Lumpur',
  singpost: 'Asia/Singapore',
  sicepat: 'Asia/Jakarta',
  jne: 'Asia/Jakarta',
  anteraja: 'Asia/Jakarta',
};
const COUNTRY_ZONE: Readonly<Record<string, string>> = {
  my: 'Asia/Kuala_Lumpur',
  sg: 'Asia/Singapore',
  id: 'Asia/Jakarta',
  ph: 'Asia/Manila',
  th: 'Asia/Bangkok',
  vn: 'Asia/Ho_Chi_Minh',
  tw: 'Asia/Taipei',
  br: 'America/Sao_Paulo',
  mx: 'America/Mexico_City',
};

/** A carrier's own zone, by its name or by the country at the end of it (`jt-br`, `spx-th`); null when it has none. */
export function carrierZone(carrier: string): string | null {
  const country = /-([a-z]{2})$/.exec(carrier)?.[1];
  return CARRIER_ZONE[carrier] ?? (country === undefined ? null : (COUNTRY_ZONE[country] ?? null));
}

const offsets = new Recent<string, number>(50_000);

/**
 * Milliseconds to subtract from a wall clock (as if it were UTC) to get the instant. Remembered per zone and hour,
 * because the zone rules are slow and a file has few hours. A time that a change of clocks skips or repeats is read as
 * `Temporal`'s "compatible" does: after a gap, before an overlap's second pass.
 */
export function offsetAt(zone: string, wall: number): number {
  const hour = Math.floor(wall / 3_600_000);
  const key = `${zone} ${hour}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const date = new Date(wall);
  const plain = Temporal.PlainDateTime.from({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  });
  return offsets.set(key, wall - plain.toZonedDateTime(zone).epochMilliseconds);
}

/** Reads a zone cell: `+08:00`, `+0800`, `UTC+8`, `GMT+7`, `Z`, or an IANA name; null when it is none of these. */
export function zoneOfCell(cell: string): string | null {
  return zones.of(cell.trim(), readZone);
}

/** Zone cells already read: asking the platform for a zone by name is slow, and a file has few of them. */
const zones = new Recent<string, string | null>(500);

function readZone(text: string): string | null {
  if (text === '') return null;
  if (/^(z|utc|gmt)$/i.test(text)) return '+00:00';
  const fixed = /^(?:utc|gmt)?\s*([+-])(\d{1,2}):?(\d{2})?$/i.exec(text);
  if (fixed) {
    const hours = Number(fixed[2]);
    return hours <= 14 ? `${fixed[1]}${String(hours).padStart(2, '0')}:${fixed[3] ?? '00'}` : null;
  }
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

const MARKET_WORDS: Readonly<Record<string, Market>> = {
  新加坡: 'SG',
  singapore: 'SG',
  马来西亚: 'MY',
  馬來西亞: 'MY',
  malaysia: 'MY',
  泰国: 'TH',
  泰國: 'TH',
  thailand: 'TH',
  越南: 'VN',
  vietnam: 'VN',
  印尼: 'ID',
  印度尼西亚: 'ID',
  indonesia: 'ID',
  菲律宾: 'PH',
  菲律賓: 'PH',
  philippines: 'PH',
  台湾: 'TW',
  台灣: 'TW',
  taiwan: 'TW',
  巴西: 'BR',
  brazil: 'BR',
  brasil: 'BR',
  墨西哥: 'MX',
  mexico: 'MX',
  哥伦比亚: 'CO',
  colombia: 'CO',
  智利: 'CL',
  chile: 'CL',
};

/** A market from its code or its name; null for any other country. */
export function marketOfCell(cell: string): Market | null {
  const text = cell.trim();
  const code = text.toUpperCase();
  const known = MARKETS.find(
    (market) => market === code || `SHOPEE${market}` === code.replace(/[^A-Z]/g, ''),
  );
  return known ?? MARKET_WORDS[text.toLowerCase()] ?? null;
}
