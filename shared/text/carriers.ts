/** How carriers call themselves, by our slug. */
const NAMES: Readonly<Record<string, string>> = {
  spx: 'Shopee Express',
  sls: 'Shopee Logistics Service',
  '4px': '4PX',
  sf: 'SF Express',
  'sf-express': 'SF Express',
  jt: 'J&T Express',
  yunexpress: 'YunExpress',
  yanwen: 'Yanwen',
  cainiao: 'Cainiao',
  'china-post': 'China Post',
  ems: 'EMS',
  yto: 'YTO Express',
  zto: 'ZTO Express',
  sto: 'STO Express',
  yunda: 'Yunda Express',
  ninjavan: 'Ninja Van',
  flash: 'Flash Express',
  'thailand-post': 'Thailand Post',
  ghn: 'GHN',
  ghtk: 'GHTK',
  correios: 'Correios',
  'pos-malaysia': 'Pos Malaysia',
  singpost: 'SingPost',
  sicepat: 'SiCepat',
  jne: 'JNE',
  anteraja: 'AnterAja',
  fedex: 'FedEx',
  dhl: 'DHL',
  ups: 'UPS',
  usps: 'USPS',
};
/** Those whose branches keep their own numbers: the country stays in the slug. */
const BRANCHES: ReadonlySet<string> = new Set(['jt', 'ninjavan', 'flash']);

/** The carriers that a parcel to a market (null: any) may be with, by our slugs, in the order of their names. */
export function carriersFor(market: string | null): string[] {
  const branch = market === null ? '' : `-${market.toLowerCase()}`;
  return Object.keys(NAMES)
    .map((slug) => (BRANCHES.has(slug) ? `${slug}${branch}` : slug))
    .toSorted((a, b) => carrierName(a).localeCompare(carrierName(b), 'en'));
}

/** A carrier's own name (`jt-br` is J&T Express BR); a slug that we do not know stays as it is, in capitals at its start. */
export function carrierName(slug: string): string {
  const whole = NAMES[slug];
  if (whole) return whole;
  const [, base, country] = /^(.+)-([a-z]{2})$/.exec(slug) ?? [];
  const known = base === undefined ? undefined : NAMES[base];
  if (known) return `${known} ${(country ?? '').toUpperCase()}`;
  return slug.charAt(0).toUpperCase() + slug.slice(1);
}
