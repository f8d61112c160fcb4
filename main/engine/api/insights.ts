import type { ApiDeps, FeatureHandlers } from './deps.ts';

/** What was right and what was not. */
export function insightHandlers(deps: ApiDeps): FeatureHandlers<'insights.'> {
  return { 'insights.scoreboard': (input) => deps.scoreboard(input) };
}
