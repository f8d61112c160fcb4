/** Names that files use for carriers, Chinese and English, to our slugs. Compared without case, blanks and signs. */
const ALIASES: Readonly<Record<string, string>> = {
  顺丰: 'sf',
  顺丰速运: 'sf',
  sfexpress: 'sf',
  云途: 'yunexpress',
  云途物流: 'yunexpress',
  yunexpress: 'yunexpress',
  燕文: 'yanwen',
  燕文物流: 'yanwen',
  菜鸟: 'cainiao',
  aliexpressstandardshipping: 'cainiao',
  递四方: '4px',
  '4pxexpress': '4px',
  极兔: 'jt',
  极兔速递: 'jt',
  jtexpress: 'jt',
  jandt: 'jt',
  中国邮政: 'china-post',
  邮政: 'china-post',
  chinapost: 'china-post',
  邮政ems: 'ems',
  圆通: 'yto',
  圆通速递: 'yto',
  中通: 'zto',
  申通: 'sto',
  申通快递: 'sto',
  韵达: 'yunda',
  虾皮: 'spx',
  shopeeexpress: 'spx',
  shopeexpress: 'spx',
  shopeesupportedlogistics: 'sls',
  shopee官方物流: 'sls',
  sls物流: 'sls',
  ninjavan: 'ninjavan',
  泰国邮政: 'thailand-post',
  thailandpost: 'thailand-post',
  ems泰国: 'thailand-post',
  flashexpress: 'flash',
  poslaju: 'pos-malaysia',
  posmalaysia: 'pos-malaysia',
  万邑通: 'winit',
  三态: 'sfc',
  giaohangnhanh: 'ghn',
  giaohangtietkiem: 'ghtk',
  correiosbrasil: 'correios',
};

const compact = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** A carrier's slug from what the file calls it; empty when the cell says nothing. */
export function carrierSlug(name: string): string {
  const key = compact(name);
  if (key === '') return '';
  return (
    ALIASES[key] ??
    name
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60)
  );
}

/**
 * Prefixes that tell the carrier by themselves (CA section 6, rank "strong" only: shapes that several carriers share
 * never name one).
 */
const BY_NUMBER: readonly (readonly [RegExp, string])[] = [
  [/^SPX(MY|ID|PH|TH|VN|SG|TW|BR)[0-9A-Z]{9,16}$/, 'spx'],
  [/^SPEPH[0-9]{9,14}$/, 'spx'],
  [/^(JT|JX|JP|JO|JD|JZ)[0-9]{10,13}$/, 'jt'],
  [/^JEG[0-9]{10,12}$/, 'jt'],
  [/^NL(MY|SG|ID|PH|TH|VN)[A-Z0-9]{8,16}$/, 'ninjavan'],
  [/^YT[0-9]{16}$/, 'yunexpress'],
  [/^SF[0-9]{12,13}$/, 'sf'],
  [/^4PX[0-9A-Z]{10,20}$/, '4px'],
];

/** The carrier that a number names by itself, or null. */
export function carrierOfNumber(number: string): string | null {
  return BY_NUMBER.find(([shape]) => shape.test(number))?.[1] ?? null;
}
