/** How a dead engine is brought back: 0.5 s, 1 s, 2 s, 4 s, 8 s; after five in ten minutes a person decides. */
export const RESTART = { first: 500, most: 5, within: 10 * 60_000 } as const;

export type RestartDecision =
  | { readonly kind: 'restart'; readonly after: number; readonly count: number }
  | { readonly kind: 'stop'; readonly count: number };

/** The restarts (epoch ms) that still count at `now`. */
export function recent(restarts: readonly number[], now: number): readonly number[] {
  return restarts.filter((at) => now - at < RESTART.within);
}

/** What to do when the engine has just died, given the moments of earlier restarts. */
export function decideRestart(restarts: readonly number[], now: number): RestartDecision {
  const count = recent(restarts, now).length;
  if (count >= RESTART.most) return { kind: 'stop', count };
  return { kind: 'restart', after: RESTART.first * 2 ** count, count: count + 1 };
}
