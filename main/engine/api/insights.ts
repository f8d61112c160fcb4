import type { ApiDeps, FeatureHandlers } from './deps.ts';

/** What was right and what was not. */
export function insightHandlers(deps: ApiDeps): FeatureHandlers<'insights.'> {
  return {
    'insights.scoreboard': (input) => {
      const board = deps.scoreboard(input);
      // Where something was scored nobody claims that there is nothing.
      return { ...board, learning: board.rows.length === 0 ? deps.learning() : null };
    },
  };
}
