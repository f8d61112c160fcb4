import type { ApiDeps, FeatureHandlers } from './deps.ts';

/** What is set about weather, and what is known of it. */
export function weatherHandlers({ weather }: ApiDeps): FeatureHandlers<'weather.'> {
  return {
    'weather.get': () => weather.view(),
    'weather.set': (wish) => {
      weather.set(wish);
      return weather.view();
    },
  };
}
