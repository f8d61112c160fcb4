import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/model/import.ts';
import { DAY, HOUR } from '#shared/time.ts';
import { createEngine } from '../../main/engine/index.ts';
import { heldClock } from '../../main/headless/sample/clock.ts';
import { get } from '../../main/headless/sample/connect.ts';
import { promiseOf } from '../fakes/dump.ts';
import { recordingLog } from '../fakes/store.ts';
import { csvOf, numberOf, type Scan } from './scans.ts';

const CODES = ['F100', 'F430', 'LINEHAUL_DEPARTED', 'LINEHAUL_ARRIVED', 'F599', 'F600', 'F980'] as const;
const WORDS: Readonly<Record<string, string>> = {
  LINEHAUL_DEPARTED: 'Departed origin country',
  LINEHAUL_ARRIVED: 'Arrived destination country',
};
const DAYS = 22;
const STEP = 16 * HOUR;
/** Days from the order to the end of the promise. */
const PROMISED = 6;
const EARLIER = 50;
const FOLLOWED = 56;

/** A parcel whose scans are `step` hours apart; `ago`: the hours since its order. */
const way = (n: number, ago: number, step: number): Scan[] =>
  CODES.map((code, index) => ({
    ...{ number: numberOf(n), code, market: 'MY', ago: ago - 8 - index * step },
    ...(WORDS[code] === undefined ? {} : { text: WORDS[code] }),
  }));

/**
 * Fills a data folder as three weeks of following leave it: a lane that is known from parcels delivered before, and parcels
 * with promises whose scans came in day by day, some quick, some late, some still under way.
 */
export async function liveThroughWeeks(home: string, key: string): Promise<void> {
  const now = Date.now();
  const begin = now - DAYS * DAY;
  const held = heldClock(begin);
  const made = createEngine({
    ...{ home, key, clock: held.clock, timers: held.timers, log: recordingLog() },
    ...{ send: () => {}, driven: true },
  });
  if (!made.ok) throw new Error(made.failure.code);
  const { engine } = made;
  await engine.begin();
  let files = 0;
  const take = async (scans: readonly Scan[]): Promise<void> => {
    const path = join(home, `weeks-${(files += 1)}.csv`);
    writeFileSync(path, csvOf(scans));
    const options = DEFAULT_IMPORT_OPTIONS;
    const { digest, mapping } = await get(engine, 'imports.preview', { path, mapping: null, options });
    await get(engine, 'imports.start', { path, digest, mapping, options });
    await engine.settled();
  };
  const earlier = Array.from({ length: EARLIER }, (_, n) =>
    way(900 + n, (DAYS + 8 + n / 3) * 24, 17 + ((n * 5) % 9)),
  );
  await take(earlier.flat());
  await engine.arrived();
  const followed = Array.from({ length: FOLLOWED }, (_, n) => {
    const ago = (DAYS - 1 - n * 0.36) * 24;
    return { number: numberOf(n), orderedAt: now - ago * HOUR, scans: way(n, ago, 12 + ((n * 7) % 19)) };
  });
  for (let from = begin; from < now; from += STEP) {
    const until = Math.min(now, from + STEP);
    held.moveTo(until);
    const fresh = followed.flatMap(({ scans }) =>
      scans.filter(({ ago }) => now - ago * HOUR > from && now - ago * HOUR <= until),
    );
    if (fresh.length > 0) await take(fresh);
    for (const { number, orderedAt } of followed) {
      if (fresh.some((scan) => scan.number === number && scan.code === 'F100')) {
        promiseOf(home, number, orderedAt + PROMISED * DAY, orderedAt, { key });
      }
    }
    await engine.settled();
    await engine.advance();
  }
  await engine.close();
}
