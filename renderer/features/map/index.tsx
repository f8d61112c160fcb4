import { lazy } from 'react';

/** The screen and the route's map as chunks of their own, loaded when they are first shown. */
export const LazyMapScreen = lazy(() =>
  import('./MapScreen.tsx').then((loaded) => ({ default: loaded.MapScreen })),
);
export const LazyRouteMap = lazy(() =>
  import('./RouteMap.tsx').then((loaded) => ({ default: loaded.RouteMap })),
);
