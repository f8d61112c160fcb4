import { parentPort, workerData } from 'node:worker_threads';
import { type Outcome, type Passage, play } from './run.ts';
import { policyOf, type Way } from './ways.ts';

/** What every player is given at its beginning. */
export interface Game {
  readonly passages: readonly Passage[];
  readonly end: number;
}
/** How far a player is, or how its way came out. */
export type Told = { readonly at: number; readonly calls: number } | { readonly outcome: Outcome };

// A thread that plays one way after the other, as they are handed to it.
const { passages, end } = workerData as Game;
const tell = (told: Told): void => parentPort?.postMessage(told);
parentPort?.on('message', (way: Way) => {
  tell({ outcome: play(passages, policyOf(way), end, (at, calls) => tell({ at, calls })) });
});
