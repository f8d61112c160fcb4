/** Languages in which carriers write countries. */
const LANGS = ['en', 'zh-Hans', 'zh-Hant', 'th', 'vi', 'id', 'ms', 'pt', 'es', 'de', 'fr'] as const;

/** What the platform's own list does not say, and people do. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  CN: [
    'P.R. China',
    'PRC',
    'China Peoples Republic',
    'Mainland China',
    '中国大陆',
    '中國大陸',
    'Tiongkok',
    'Cina',
    'CHN',
  ],
  HK: ['Hong Kong', 'Hongkong', 'Hong Kong SAR', '香港', '中国香港', '中國香港'],
  MO: ['Macau', 'Macao', '澳门', '澳門', '中国澳门'],
  TW: ['Taiwan', '台湾', '台灣', '臺灣', '中国台湾'],
  SG: ['SGP'],
  MY: ['MYS', '大马'],
  TH: ['THA', 'ไทย', 'ประเทศไทย'],
  VN: ['Viet Nam', 'Vietnam', 'VNM', 'Việt Nam'],
  ID: ['IDN', '印尼'],
  PH: ['PHL', 'Pilipinas'],
  BR: ['BRA', 'Brasil'],
  MX: ['MEX', 'México'],
  CO: ['COL'],
  CL: ['CHL'],
  US: ['USA', 'U.S.A.', 'United States of America', '美国'],
  GB: ['UK', 'Great Britain', 'England', '英国'],
  KR: ['South Korea', 'Korea', '韩国', '韓國'],
  AE: ['UAE', '阿联酋'],
  CZ: ['Czech Republic'],
  TR: ['Turkey'],
  NL: ['Holland', 'The Netherlands', '荷兰'],
};

const displays = new Map<string, Intl.DisplayNames>();
const display = (lang: string): Intl.DisplayNames => {
  const known = displays.get(lang) ?? new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' });
  displays.set(lang, known);
  return known;
};

/** A country's names: English and Chinese for showing, and all under which a scan may write it. */
export function countryNames(code: string): { en: string; zh: string; all: readonly string[] } {
  const named = LANGS.map((lang) => display(lang).of(code) ?? code);
  const more = MORE[code] ?? [];
  const short = (names: readonly string[]): string[] => names.filter((name) => name !== code);
  return {
    en: code === 'HK' ? 'Hong Kong' : code === 'MO' ? 'Macao' : (named[0] ?? code),
    zh: code === 'HK' ? '香港' : code === 'MO' ? '澳门' : (named[1] ?? code),
    all: [...short(named), ...more],
  };
}
