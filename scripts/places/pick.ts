/** One place that is kept, with the names under which a scan may write it. */
export interface City {
  readonly id: number;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly country: string;
  readonly admin: string;
  readonly population: number;
  readonly zone: string;
  readonly seat: string;
  readonly others: readonly string[];
}

/** Where parcels start and end: here small places matter too. */
const NEAR = new Set('CN HK MO TW SG MY TH VN ID PH BR MX CO CL'.split(' '));
/** Countries whose Latin spellings vary so much that the other ones are kept. */
const SPELLINGS = new Set('SG MY TH VN ID PH BR MX CO CL TW HK MO'.split(' '));
const FAR_MIN = 15_000;
const NEAR_MIN = 1_000;
const HAN_MIN = 100_000;
const NAMES_MAX = 8;

const HAN = /^\p{Script=Han}{2,}$/u;
const THAI = /^[\p{Script=Thai}. ]{2,30}$/u;
const LATIN = /^\p{Lu}[\p{Script=Latin}' .-]{2,24}$/u;
const CODE = /^[A-Z]{2,4}$/;
const SUFFIX =
  /(?:特别行政区|特別行政區|自治县|自治縣|自治州|地区|地區|街道|新区|新區|市|区|區|县|縣|镇|鎮|乡|鄉|村)$/u;

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase();

/** A Chinese name without what kind of place it is, where two characters remain. */
const bare = (name: string): string => {
  const short = name.replace(SUFFIX, '');
  return short.length >= 2 ? short : name;
};

/** A line of cities500 as a place to keep, or null. Columns are GeoNames' (`readme.txt` of its dump). */
export function pickCity(cells: readonly string[]): City | null {
  const [id, name, ascii, alternates, lat, lon, , feature, country, , admin, , , , people, , , zone] = cells;
  if (name === undefined || country === undefined || feature === undefined || zone === undefined) return null;
  const population = Number(people);
  const near = NEAR.has(country);
  const seat = /^PPL(C|A[234]?)$/.test(feature) ? feature.slice(3) : '';
  const kept = near ? population >= NEAR_MIN || seat !== '' : population >= FAR_MIN || seat === 'C';
  if (!kept || /^PPL[HQW]$|^STLMT$/.test(feature)) return null;
  const written = (alternates ?? '').split(',');
  const seen = new Set([fold(name)]);
  const others: string[] = [];
  const add = (candidate: string): void => {
    const key = fold(candidate);
    if (seen.has(key) || candidate.includes('|') || candidate.includes(';')) return;
    seen.add(key);
    others.push(candidate);
  };
  if (ascii) add(ascii);
  if (near || population >= HAN_MIN)
    for (const one of written.filter((text) => HAN.test(text))) add(bare(one));
  if (country === 'TH' || population >= 1_000_000) {
    for (const one of written.filter((text) => THAI.test(text))) add(one);
  }
  if (SPELLINGS.has(country) && (population >= 5_000 || seat !== '')) {
    const latin = written.filter((text) => LATIN.test(text) && !CODE.test(text));
    for (const one of latin.slice(0, NAMES_MAX)) add(one);
  }
  return {
    ...{ id: Number(id), name, lat: Number(lat), lon: Number(lon), country, admin: admin ?? '' },
    ...{ population, zone, seat, others },
  };
}

/** A place as one line: id, name, latitude, longitude, country, division, inhabitants, zone, seat, other names. */
export function row(city: City, zones: readonly string[]): string {
  return [
    city.id.toString(36),
    city.name,
    city.lat.toFixed(3).replace(/\.?0+$/, ''),
    city.lon.toFixed(3).replace(/\.?0+$/, ''),
    city.country,
    city.admin,
    String(city.population),
    zones.indexOf(city.zone).toString(36),
    city.seat,
    city.others.join(';'),
  ].join('|');
}
