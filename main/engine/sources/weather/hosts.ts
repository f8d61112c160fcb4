import type { WeatherSettings } from '#shared/model/weather.ts';

/** The public address, for non-commercial use, and the one of paid plans (open-meteo.com/en/pricing). */
const PUBLIC = 'https://api.open-meteo.com';
const PLAN = 'https://customer-api.open-meteo.com';

/** Where to ask: the user's own address, else the plan's where there is a key, else the public one. */
export function weatherHost({ address, key }: Pick<WeatherSettings, 'address' | 'key'>): string {
  return address ?? (key === null ? PUBLIC : PLAN);
}

/**
 * An address of the user's own as it is kept, without a slash at its end; null for one that is none. Beyond this machine it
 * must be encrypted, or squares and key could be read on the way.
 */
export function ownAddress(written: string): string | null {
  if (!URL.canParse(written)) return null;
  const { protocol, hostname, username, password, search, hash, origin, pathname } = new URL(written);
  const here = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
  const fits = protocol === 'https:' || (protocol === 'http:' && here);
  if (!fits || username !== '' || password !== '' || search !== '' || hash !== '') return null;
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}
