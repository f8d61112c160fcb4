import { parentPort } from 'node:worker_threads';
import { FaultError } from '#shared/result.ts';
import { zoneOfPlaces } from './placeZones.ts';
import { AHEAD, type ReadOrder, type ReadTask, type ReadWord } from './sources/files/offThread.ts';
import { readTrackingFile } from './sources/files/read.ts';

/** Where the reading thread begins: reads one file, a few batches ahead of whoever takes them. */
async function read(task: ReadTask, port: NonNullable<typeof parentPort>): Promise<void> {
  const say = (word: ReadWord): void => port.postMessage(word);
  let ahead = 0;
  let taken = (): void => {};
  port.on('message', () => {
    ahead -= 1;
    taken();
  });
  try {
    const signal = new AbortController().signal;
    for await (const batch of readTrackingFile(task.path, { ...task.options, signal }, zoneOfPlaces)) {
      say({ batch });
      ahead += 1;
      while (ahead >= AHEAD) {
        await new Promise<void>((done) => {
          taken = done;
        });
      }
    }
    say({ done: true });
  } catch (error) {
    if (error instanceof FaultError) say({ fault: error.fault });
    else say({ bug: error instanceof Error ? error.name : typeof error });
  }
  port.close();
}

const port = parentPort;
port?.once('message', (task: ReadOrder) => {
  if (task !== 'more') void read(task, port);
});
