/**
 * How telling a shape is. `strong`: its letters belong to one carrier · `medium`: telling, with exceptions · `weak`: several
 * carriers share it, so it never names one by itself.
 */
export type Rank = 'strong' | 'medium' | 'weak';

export interface Pattern {
  readonly carriers: readonly string[];
  readonly shape: RegExp;
  readonly rank: Rank;
}

const row = (carriers: string, shape: RegExp, rank: Rank): Pattern => ({
  carriers: carriers.split(' '),
  shape,
  rank,
});

/** Shapes of numbers (CA 6 and its table), with the last-mile prefixes of Shopee's markets. */
export const PATTERNS: readonly Pattern[] = [
  row('spx', /^SPX(MY|ID|PH|TH|VN|SG|TW|BR)[0-9A-Z]{9,16}$/, 'strong'),
  row('spx', /^SPEPH\d{9,14}$/, 'strong'),
  row('spx', /^(MY|TH|BR|ID|PH|VN)\d{12,13}[A-Z]$/, 'medium'),
  row('spx', /^(MY|TH|BR)\d{12}$/, 'medium'),
  row('jt', /^(JT|JX|JP|JO|JD|JZ)\d{10,13}$/, 'strong'),
  row('jt', /^JEG\d{10,12}$/, 'strong'),
  row('jt-my', /^6\d{11}$/, 'weak'),
  row('jt-th jt-vn', /^8\d{11}$/, 'weak'),
  row('jt-br', /^888\d{12}$/, 'medium'),
  row('ninjavan', /^NL(MY|SG|ID|PH|TH|VN)[A-Z0-9]{8,16}$/, 'strong'),
  row('ninjavan', /^(NV|NJV)(MY|SG|ID|PH|TH|VN)[A-Z0-9]{8,16}$/, 'strong'),
  row('ninjavan', /^NINJ[A-Z0-9]{8,16}$/, 'strong'),
  row('flash', /^TH\d{2}[0-9A-Z]{10,14}$/, 'medium'),
  row('kex', /^KEX\d{9,12}$/, 'strong'),
  row('yunexpress', /^YT\d{16}$/, 'strong'),
  row('4px', /^4PX\d{13}CN$/, 'strong'),
  row('4px', /^4PX[A-Z0-9]{16}$/, 'strong'),
  row('cainiao', /^LP\d{14}([A-Z]{2})?$/, 'strong'),
  row('cainiao', /^(CN[A-Z]{0,3}|AP|AE)\d{11,15}(CN)?$/, 'medium'),
  row('yanwen', /^U[A-Z]\d{9}YP$/, 'strong'),
  row('sunyou', /^SY[A-Z]{2,3}\d{9,12}$/, 'strong'),
  row('sf', /^SF\d{12,13}$/, 'strong'),
  row('sicepat', /^00\d{10}$/, 'weak'),
  row('anjun', /^AJ[A-Z0-9]{12,18}$/, 'medium'),
  row('yto', /^YT\d{13}$/, 'strong'),
  row('zto', /^7\d{13}$/, 'weak'),
  row('sto', /^77\d{13}$/, 'medium'),
  row('jd', /^JD[A-Z0-9]{11,15}$/, 'strong'),
  // Twelve digits: J&T, FedEx, and Thai and Vietnamese numbers share them.
  row('fedex jt', /^\d{12}$/, 'weak'),
];

/** The country that a number of a carrier with branches names in its letters, in lower case; null where it names none. */
export function branchOf(carrier: string, number: string): string | null {
  const country = {
    spx: /^SPX(MY|ID|PH|TH|VN|SG|TW|BR)|^SPE(PH)|^(MY|TH|BR|ID|PH|VN)\d/.exec(number),
    ninjavan: /^(?:NL|NV|NJV)(MY|SG|ID|PH|TH|VN)/.exec(number),
  }[carrier];
  return country?.slice(1).find(Boolean)?.toLowerCase() ?? null;
}
