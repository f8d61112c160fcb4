import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Game, Told } from './player.ts';
import type { Outcome } from './run.ts';
import { policyOf, type Way } from './ways.ts';

/** Each thread holds all parcels and all that is learnt of them. */
const THREADS_MOST = 4;

/** Plays each way in a thread, as many at a time as there are processors; outcomes come in the order of the ways. */
export async function playAll(
  game: Game,
  ways: readonly Way[],
  say: (name: string, told: Told) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const open = [...ways.entries()];
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./player.ts', import.meta.url), { workerData: game });
    try {
      for (let next = open.shift(); next; next = open.shift()) {
        const [index, way] = next;
        const { name } = policyOf(way);
        outcomes[index] = await played(worker, way, (told) => say(name, told));
      }
    } finally {
      await worker.terminate();
    }
  };
  const threads = Math.min(ways.length, THREADS_MOST, availableParallelism());
  await Promise.all(Array.from({ length: threads }, work));
  return outcomes;
}

function played(worker: Worker, way: Way, say: (told: Told) => void): Promise<Outcome> {
  return new Promise((done, fail) => {
    const hear = (told: Told): void => {
      say(told);
      if (!('outcome' in told)) return;
      worker.off('message', hear).off('error', fail);
      done(told.outcome);
    };
    worker.on('message', hear).on('error', fail);
    worker.postMessage(way);
  });
}
