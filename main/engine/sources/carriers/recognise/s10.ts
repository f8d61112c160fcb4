/** UPU S10: two letters, eight digits, a check digit, two letters of the country that gave the number out. */
const FORM = /^([A-Z])([A-Z])(\d{8})(\d)([A-Z]{2})$/;
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

export type S10 =
  | { readonly kind: 'valid'; readonly service: string; readonly country: string }
  /** The form without its check digit: a typing mistake, or another carrier's number. */
  | { readonly kind: 'wrong-check'; readonly country: string };

/** The check digit for eight digits: 11 less the weighted sum's rest by 11, where 10 is 0 and 11 is 5 (UPU S10). */
export function checkDigit(serial: string): number {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(serial[index]), 0);
  const digit = 11 - (sum % 11);
  if (digit === 10) return 0;
  return digit === 11 ? 5 : digit;
}

/** Reads a postal number; null for any other form. `YP` at the end is Yanwen's own and no country. */
export function readS10(number: string): S10 | null {
  const [, service, , serial, check, country] = FORM.exec(number) ?? [];
  if (serial === undefined || country === undefined || country === 'YP') return null;
  return checkDigit(serial) === Number(check)
    ? { kind: 'valid', service: service ?? '', country }
    : { kind: 'wrong-check', country };
}

/** The post that gives out a country's numbers, by our slug. Others are `upu-post`. */
const POSTS: Readonly<Record<string, string>> = {
  CN: 'china-post',
  TH: 'thailand-post',
  MY: 'pos-malaysia',
  SG: 'singpost',
  VN: 'vietnam-post',
  PH: 'phlpost',
  ID: 'pos-indonesia',
  BR: 'correios',
  HK: 'hongkong-post',
  TW: 'chunghwa-post',
};

/** Which post it is: China's express letters (E…) are EMS. */
export function postOf(s10: { service: string; country: string }): string {
  if (s10.country === 'CN' && s10.service === 'E') return 'ems';
  return POSTS[s10.country] ?? 'upu-post';
}
