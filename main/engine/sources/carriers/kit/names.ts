import { carrierSlug } from '../../files/carriers.ts';

/** Countries as services write them behind a carrier's name, and Shopee's markets by name. */
const COUNTRIES: Readonly<Record<string, string>> = {
  singapore: 'sg',
  malaysia: 'my',
  thailand: 'th',
  vietnam: 'vn',
  indonesia: 'id',
  philippines: 'ph',
  taiwan: 'tw',
  brazil: 'br',
  mexico: 'mx',
};
/** Carriers whose branches keep their own numbers, codes and zones: the country stays in the slug. */
const BY_COUNTRY = new Set(['jt', 'ninjavan', 'spx', 'flash', 'kex', 'best']);

/**
 * Our slug for a carrier that an aggregator names: `J&T Express (MY)`, `ninjavan-my`, `Ninja Van (Malaysia)` and `YunExpress`
 * become `jt-my`, `ninjavan-my`, `ninjavan-my` and `yunexpress`. A name that says nothing is `unknown`.
 */
export function slugOfName(name: string | null | undefined): string {
  const whole = (name ?? '').normalize('NFKC').trim();
  if (whole === '') return 'unknown';
  const [, bare, behind] = /^(.+?)\s*[([-]\s*([A-Za-z]{2,12})\s*[)\]]?$/.exec(whole) ?? [];
  const key = (behind ?? '').toLowerCase();
  const country = COUNTRIES[key] ?? (Object.values(COUNTRIES).includes(key) ? key : null);
  const slug = carrierSlug(bare === undefined || country === null ? whole : bare) || 'unknown';
  return country !== null && BY_COUNTRY.has(slug) ? `${slug}-${country}` : slug;
}

/** A slug without its country. */
export function baseSlug(slug: string): string {
  return slug.replace(/-[a-z]{2}$/, '');
}
