import { openGazetteer } from './gazetteer.ts';
import { createPlaces, type Places } from './resolve.ts';

export { whereNow } from './locate.ts';
export type { Places } from './resolve.ts';

let opened: Promise<Places> | null = null;

/**
 * The places of the world, opened at the first call and kept: a third of a second and some 40 MB, so nobody pays for
 * them before a place is asked for.
 */
export function loadPlaces(): Promise<Places> {
  opened ??= import('./cities.json', { with: { type: 'json' } }).then((file) =>
    createPlaces(openGazetteer(file.default)),
  );
  return opened;
}
