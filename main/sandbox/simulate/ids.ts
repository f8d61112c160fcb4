import { mix } from './random.ts';

/**
 * Numbers of the world carry where they belong, scrambled: a server finds the order of a number without keeping a table
 * of a hundred thousand strings. All begin with what the real ones begin with and are marked by their check digits.
 */
export interface OrderPlace {
  readonly shop: number;
  readonly index: number;
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTUVWXY';
const ODD = 0x9e3779b1;
const INVERSE = inverseOf(ODD);
/** 2^22 orders a shop, 2^10 shops. */
const INDEX_BITS = 22;

function inverseOf(odd: number): number {
  let inverse = odd;
  for (let step = 0; step < 5; step += 1) inverse = Math.imul(inverse, 2 - Math.imul(odd, inverse));
  return inverse >>> 0;
}

const scramble = (seed: number, place: OrderPlace): number =>
  (Math.imul((place.shop << INDEX_BITS) | place.index, ODD) ^ mix(seed, 1)) >>> 0;

const unscramble = (seed: number, code: number): OrderPlace => {
  const value = Math.imul(code ^ mix(seed, 1), INVERSE) >>> 0;
  return { shop: value >>> INDEX_BITS, index: value & ((1 << INDEX_BITS) - 1) };
};

const checkOf = (seed: number, code: number, kind: number): number => mix(seed, code, kind) & 0xff;

/** 14 characters: the day in the seller's zone, then eight letters and digits ("261118K7Q2M0XA"). */
export function orderSn(seed: number, place: OrderPlace, yymmdd: string): string {
  const code = scramble(seed, place);
  let rest = code * 256 + checkOf(seed, code, 2);
  let text = '';
  for (let step = 0; step < 8; step += 1) {
    text = (LETTERS[rest % 32] ?? '') + text;
    rest = Math.floor(rest / 32);
  }
  return yymmdd + text;
}

/** Where an order number belongs, or null when the world never made it. */
export function placeOfOrder(seed: number, sn: string): OrderPlace | null {
  if (sn.length !== 14) return null;
  let value = 0;
  for (const letter of sn.slice(6)) {
    const digit = LETTERS.indexOf(letter);
    if (digit < 0) return null;
    value = value * 32 + digit;
  }
  const code = Math.floor(value / 256) >>> 0;
  return value % 256 === checkOf(seed, code, 2) ? unscramble(seed, code) : null;
}

const ten = (code: number): string => String(code).padStart(10, '0');

/** `OFG` and fifteen digits; the last is the part, counted from 1. */
export function packageNumber(seed: number, place: OrderPlace, part: number): string {
  const code = scramble(seed, place);
  return `OFG1${String(checkOf(seed, code, 3)).padStart(3, '0')}${ten(code)}${part + 1}`;
}

/** Order and part of a package number, or null when the world never made it. */
export function placeOfPackage(
  seed: number,
  number: string,
): (OrderPlace & { readonly part: number }) | null {
  const match = /^OFG1(\d{3})(\d{10})([1-9])$/.exec(number);
  if (!match) return null;
  const code = Number(match[2]) >>> 0;
  if (Number(match[1]) !== checkOf(seed, code, 3) || Number(match[2]) > 0xffff_ffff) return null;
  return { ...unscramble(seed, code), part: Number(match[3]) - 1 };
}

/** SLS number: market, thirteen digits, a letter ("MY2003416508123K"). */
export function slsNumber(seed: number, market: string, place: OrderPlace, part: number): string {
  const code = scramble(seed, place);
  return `${market}2${ten(code)}${String((mix(seed, code, part) % 10) * 10 + part).padStart(2, '0')}${LETTERS[10 + (mix(code, part) % 20)]}`;
}

/** Order and part of an SLS number, or null when the world never made it. */
export function placeOfSls(seed: number, number: string): (OrderPlace & { readonly part: number }) | null {
  const [, market, digits, part] = /^([A-Z]{2})2(\d{10})\d(\d)[A-Z]$/.exec(number) ?? [];
  if (market === undefined || Number(digits) > 0xffff_ffff) return null;
  const place = unscramble(seed, Number(digits) >>> 0);
  return slsNumber(seed, market, place, Number(part)) === number ? { ...place, part: Number(part) } : null;
}

/** First-mile number of a shop's daily collection: `CNF`, twelve digits, the day. */
export function firstMileNumber(seed: number, shop: number, day: number, yymmdd: string): string {
  const digits = String((shop + 1) * 100_000 + (day % 100_000)).padStart(8, '0');
  return `CNF${String(mix(seed, shop, day, 7) % 10_000).padStart(4, '0')}${digits}${yymmdd}`;
}

/** Shop and day of a first-mile number of a daily collection, or null. */
export function placeOfFirstMile(seed: number, number: string): { shop: number; day: number } | null {
  const match = /^CNF(\d{4})(\d{3})(\d{5})\d{6}$/.exec(number);
  if (!match) return null;
  const shop = Number(match[2]) - 1;
  const day = Number(match[3]);
  return Number(match[1]) === mix(seed, shop, day, 7) % 10_000 ? { shop, day } : null;
}

/** Any other identifier: a number of `digits` digits that depends on the parts alone and does not begin with 0. */
export function numberOf(digits: number, ...parts: readonly number[]): number {
  const low = 10 ** (digits - 1);
  return low + ((mix(...parts) * 1_048_576 + (mix(...parts, 99) >>> 12)) % (9 * low));
}
