import { createStore, useStore } from 'zustand';

export const VIEWS = [
  'today',
  'queue',
  'parcels',
  'map',
  'orders',
  'drafts',
  'insights',
  'sources',
  'settings',
  'calendars',
] as const;
export type View = (typeof VIEWS)[number];

export interface Route {
  readonly view: View;
  /** The opened case, parcel or draft. */
  readonly id: number | null;
}

/** `/queue/12` and the like; anything else is Today. */
export function parseRoute(path: string): Route {
  const [, first, second] = path.split('/');
  const view = VIEWS.find((name) => name === first) ?? 'today';
  const id = /^[1-9]\d*$/.test(second ?? '') ? Number(second) : null;
  return { view, id };
}

const routes = createStore<Route>(() => parseRoute(location.pathname));

/** Shows a screen, with one of its things opened or not. `replace` leaves no step for "back". */
export function goTo(view: View, id: number | null = null, replace = false): void {
  const path = id === null ? `/${view}` : `/${view}/${String(id)}`;
  if (path !== location.pathname) history[replace ? 'replaceState' : 'pushState'](null, '', path);
  routes.setState({ view, id }, true);
}

/** Follows the system's back and forward; the answer stops. */
export function followHistory(): () => void {
  const read = (): void => routes.setState(parseRoute(location.pathname), true);
  addEventListener('popstate', read);
  return () => removeEventListener('popstate', read);
}

export function useRoute(): Route {
  return useStore(routes);
}
