import { setImmediate as breathe } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startAfterShip } from '../../../main/sandbox/carriers/aftership/twin.ts';
import { start17track } from '../../../main/sandbox/carriers/17track/twin.ts';
import { seededTracks } from '../../../main/sandbox/carriers/kit/tracks.ts';
import { DAY } from '../../../shared/time.ts';
import { openWorld, START, type World } from '../../fakes/engine.ts';
import { csvOf } from '../../fakes/files.ts';

const KEY = 'K17-abcdef0123456789';
const tracks = seededTracks({ seed: 11, start: START + 4 * DAY });
const NUMBERS = Array.from({ length: 12 }, (_, index) => `YT26321000000000${String(index).padStart(2, '0')}`);
/** All have ended by then. */
const OVER = START + 11 * DAY;
const AT_17TRACK = 'https://api.17track.net/track/v2.4';

type Source = '17track' | 'aftership';
type Turn = 'as it is' | 'twice' | 'reversed' | 'old' | 'lost' | 'restart';
interface Row {
  readonly number?: string;
  readonly tracking_number?: string;
}
interface Body {
  readonly data?: { accepted?: Row[]; trackings?: Row[] };
}

/**
 * The line to the services. Answers come as they are, are fetched twice, have their rows in another order, are made of
 * the oldest rows that were seen for these numbers, get lost after the service did its part, or the engine ends while it waits for them.
 */
function disturbed(turn: () => Turn, through: (address: string) => string) {
  const first = new Map<string, Row>();
  const nameOf = (row: Row): string => row.number ?? row.tracking_number ?? '';
  const counts = new Map<Turn, number>();
  const interrupted = { now: false };
  const told = (text: string, now: Turn): string => {
    const body = JSON.parse(text) as Body;
    for (const list of ['accepted', 'trackings'] as const) {
      const rows = body.data?.[list];
      if (!rows) continue;
      const key = (row: Row): string => `${list} ${nameOf(row)}`;
      const before = rows.map((row) => first.get(key(row)) ?? row);
      for (const row of rows) if (!first.has(key(row))) first.set(key(row), row);
      const given = now === 'old' ? before : now === 'reversed' ? rows.toReversed() : rows;
      return JSON.stringify({ ...body, data: { ...body.data, [list]: given } });
    }
    return text;
  };
  const line = async (address: string, init: RequestInit): Promise<Response> => {
    const url = through(address);
    // Numbers are registered once and charged; what is played with are the answers about parcels.
    const asks = /gettrackinfo/.test(url) || (init.method === 'GET' && /trackings\?/.test(url));
    const now = asks ? turn() : 'as it is';
    counts.set(now, (counts.get(now) ?? 0) + 1);
    if (now === 'restart') {
      interrupted.now = true;
      await new Promise((_, reject) =>
        init.signal?.addEventListener('abort', () => reject(new TypeError('aborted'))),
      );
    }
    if (now === 'twice') await (await fetch(url, init)).text();
    const answer = await fetch(url, init);
    const text = await answer.text();
    if (now === 'lost') throw new TypeError('fetch failed');
    const body = asks && answer.status === 200 ? told(text, now) : text;
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
  return { line, counts, interrupted };
}

/** Twelve parcels asked for at a service until all have ended; answers what is known then, line by line. */
async function played(
  source: Source,
  turns: readonly Turn[],
): Promise<{ known: string; counts: Map<Turn, number> }> {
  let world: World | undefined;
  const now = (): number => world?.clock.at ?? START;
  const twin17 = await start17track({ apiKey: KEY, tracks, quota: 500, perSecond: 99, now });
  const ship = await startAfterShip({ apiKey: KEY, webhookSecret: 'w', tracks, quota: 500, now });
  let calls = 0;
  const at = (index: number): Turn => turns[index % turns.length] ?? 'as it is';
  const { line, counts, interrupted } = disturbed(
    () => at((calls += 1)),
    (address) =>
      address.startsWith(AT_17TRACK)
        ? address.replace(AT_17TRACK, twin17.url)
        : `${ship.url}${new URL(address).pathname.replace(/^\/tracking\/[\d-]+/, '')}${new URL(address).search}`,
  );
  try {
    world = await openWorld({ driven: true, carriers: { fetch: line } });
    const one = world;
    await one.take(one.file('a.csv', csvOf(NUMBERS.map((number) => ({ number, code: 'F000', ago: 1 })))));
    await one.get('carriers.save', { source, credentials: { apiKey: KEY } });
    await one.get('carriers.setEnabled', { source, enabled: true });
    const advance = async (): Promise<number> => {
      let next: number | null = null;
      const work = one.engine.advance().then((due) => (next = due));
      // Ended by a restart in the middle of its calls, it answers late or never.
      void work.catch(() => null);
      while (next === null) {
        await breathe();
        if (interrupted.now) {
          interrupted.now = false;
          await one.restart();
          return one.clock.at + 1;
        }
        const timer = [...one.timers].filter(({ ms }) => ms < 15_000).toSorted((a, b) => a.at - b.at)[0];
        if (!timer) continue;
        one.timers.delete(timer);
        one.clock.at = Math.max(one.clock.at, timer.at);
        timer.fn();
      }
      return next;
    };
    while (one.clock.at < OVER) {
      const next = await advance();
      one.clock.at = Math.min(OVER, Math.max(next, one.clock.at + 1));
    }
    await one.engine.settled();
    const lines = [...one.engine.known()]
      .filter(({ table }) => table !== 'case' && table !== 'metric')
      .map(({ table, row }) => `${table} ${JSON.stringify(row)}`);
    return { known: lines.join('\n'), counts };
  } finally {
    await world?.remove();
    await Promise.all([twin17.close(), ship.close()]);
  }
}

test.each(['17track', 'aftership'] as const)(
  '%s: answers that come twice, late, old, in another order or not at all, over restarts, leave the same bytes',
  { timeout: 240_000 },
  async (source) => {
    const calm = await played(source, ['as it is']);
    expect(calm.known.split('\n').filter((line) => line.startsWith('event ')).length).toBeGreaterThan(100);
    const seen = new Map<Turn, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Turn>('as it is', 'twice', 'reversed', 'old', 'lost', 'restart'), {
          minLength: 12,
          maxLength: 40,
        }),
        async (turns) => {
          const one = await played(source, [...turns, 'as it is']);
          for (const [turn, n] of one.counts) seen.set(turn, (seen.get(turn) ?? 0) + n);
          expect(one.known).toBe(calm.known);
        },
      ),
      { numRuns: 3, endOnFailure: true },
    );
    for (const turn of ['twice', 'reversed', 'old', 'lost', 'restart'] as const) {
      expect([turn, (seen.get(turn) ?? 0) > 0]).toEqual([turn, true]);
    }
  },
);
