import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueueView } from '#shared/contract/queue.ts';
import { CASE_KINDS } from '#shared/model/case.ts';
import type { CaseId } from '#shared/model/ids.ts';
import { MARKETS } from '#shared/model/market.ts';
import { STAGES } from '#shared/model/node.ts';
import { DAY } from '#shared/time.ts';
import { writeTracking } from '../../bench/data.ts';
import { rowsOf } from '../../fakes/dump.ts';
import { openWorld, START, type World } from '../../fakes/engine.ts';

const VIEWS: readonly QueueView[] = ['waiting', 'mine', 'snoozed', 'cleared', 'dismissed'];
let world: World;
beforeAll(async () => {
  world = await openWorld();
  const path = world.file('scans.csv', '');
  writeTracking(path, 400, START);
  await world.take(path);
  const open = await world.get('queue.page', {
    view: 'waiting',
    kind: null,
    market: null,
    text: '',
    limit: 500,
    cursor: null,
  });
  const every = (rest: number): CaseId[] => open.rows.filter((_, n) => n % 5 === rest).map((row) => row.id);
  await world.get('cases.accept', { caseIds: every(0) });
  await world.get('cases.snooze', { caseIds: every(1), until: START + DAY });
  await world.get('cases.dismiss', { caseIds: every(2), reason: 'duplicate', note: '' });
});
afterAll(() => world.remove());

interface Paged {
  rows: { id: number }[];
  total: number;
  nextCursor: string | null;
}

/** Follows the cursors to the end; answers all ids and the totals that the pages told. */
async function walk(
  page: (cursor: string | null) => Promise<Paged>,
): Promise<{ ids: number[]; totals: Set<number> }> {
  const ids: number[] = [];
  const totals = new Set<number>();
  let cursor: string | null = null;
  do {
    const found: Paged = await page(cursor);
    ids.push(...found.rows.map((row) => row.id));
    totals.add(found.total);
    cursor = found.nextCursor;
  } while (cursor !== null);
  return { ids, totals };
}

describe('paging the queue', () => {
  const filters = VIEWS.flatMap((view) =>
    [null, ...CASE_KINDS].flatMap((kind) =>
      [null, 'SG', 'BR', 'CL'].map((market) => ({ view, kind, market: market as 'SG' | null })),
    ),
  );
  it('meets every case exactly once under every filter, with the right total', async () => {
    const stored = rowsOf<{ id: number; state: string; kind: string; market: string }>(
      world.home,
      'SELECT id, state, kind, market FROM case_item ORDER BY severity DESC, since_key, id',
    );
    const states: Record<string, string> = { waiting: 'open', mine: 'accepted' };
    expect(stored.length).toBeGreaterThan(60);
    for (const filter of filters) {
      for (const limit of [3, 40]) {
        const { ids, totals } = await walk((cursor) =>
          world.get('queue.page', { ...filter, text: '', limit, cursor }),
        );
        const expected = stored.filter(
          (row) =>
            row.state === (states[filter.view] ?? filter.view) &&
            (filter.kind === null || row.kind === filter.kind) &&
            (filter.market === null || row.market === filter.market),
        );
        expect(ids, JSON.stringify(filter)).toEqual(expected.map((row) => row.id));
        expect([...totals]).toEqual([expected.length]);
      }
    }
  });

  it('agrees with the counts beside the tabs', async () => {
    const counts = await world.get('queue.counts', {});
    for (const view of VIEWS) {
      const page = await world.get('queue.page', {
        view,
        kind: null,
        market: null,
        text: '',
        limit: 1,
        cursor: null,
      });
      expect(page.total, view).toBe(counts.views[view]);
    }
    const waiting = Object.values(counts.kinds).reduce((sum, n) => sum + n, 0);
    expect(waiting).toBe(counts.views.waiting);
    expect((await world.get('app.status', {})).decisions).toBe(waiting);
  });

  it('finds by part of a number, in small letters too, and takes wild cards literally', async () => {
    const all = await walk((cursor) =>
      world.get('queue.page', { view: 'waiting', kind: null, market: null, text: 'spxsg', limit: 7, cursor }),
    );
    const sg = await walk((cursor) =>
      world.get('queue.page', { view: 'waiting', kind: null, market: 'SG', text: '', limit: 7, cursor }),
    );
    expect(all.ids).toEqual(sg.ids);
    expect(all.ids.length).toBeGreaterThan(0);
    const wild = await world.get('queue.page', {
      view: 'waiting',
      kind: null,
      market: null,
      text: 'SPX%1',
      limit: 7,
      cursor: null,
    });
    expect(wild).toMatchObject({ rows: [], total: 0 });
  });
});

describe('paging the parcels', () => {
  it('meets every parcel exactly once under every filter, with the right total', async () => {
    const stored = rowsOf<{ id: number; stage: string; market: string; terminal: number }>(
      world.home,
      'SELECT parcel_id AS id, stage, market, terminal FROM journey ORDER BY last_scan_at DESC, parcel_id DESC',
    );
    expect(stored).toHaveLength(400);
    for (const stage of [null, ...STAGES]) {
      for (const market of [null, MARKETS[0], MARKETS[7]]) {
        for (const state of ['all', 'moving', 'ended'] as const) {
          const filter = { stage, market: market ?? null, state, text: '' };
          const { ids, totals } = await walk((cursor) =>
            world.get('parcels.page', { ...filter, limit: 60, cursor }),
          );
          const expected = stored.filter(
            (row) =>
              (stage === null || row.stage === stage) &&
              (filter.market === null || row.market === filter.market) &&
              (state === 'all' || row.terminal === (state === 'ended' ? 1 : 0)),
          );
          expect(ids, JSON.stringify(filter)).toEqual(expected.map((row) => row.id));
          expect([...totals]).toEqual([expected.length]);
        }
      }
    }
  });

  it('pages the scans of one parcel in their order', async () => {
    const [row] = (
      await world.get('parcels.page', {
        stage: null,
        market: null,
        state: 'all',
        text: '',
        limit: 1,
        cursor: null,
      })
    ).rows;
    const parcelId = row?.id as never;
    const detail = await world.get('parcels.detail', { parcelId });
    const { ids, totals } = await walk((cursor) =>
      world.get('parcels.events', { parcelId, limit: 3, cursor }),
    );
    expect(ids).toEqual(detail.journey.events.map((event) => event.id));
    expect([...totals]).toEqual([8]);
  });

  it('lists what is not understood, most seen first, exactly once', async () => {
    const unknown = await walk(async (cursor) => {
      const page = await world.get('sources.unknown', { carrier: 'spx', limit: 5, cursor });
      return { ...page, rows: page.rows.map((row, n) => ({ ...row, id: row.seen * 1_000 + n })) };
    });
    const stored = rowsOf<{ n: number }>(
      world.home,
      "SELECT count(*) AS n FROM scan WHERE node = 'UNKNOWN' AND seen > 0",
    );
    expect(unknown.ids).toHaveLength(stored[0]?.n ?? -1);
    expect([...unknown.totals]).toEqual([stored[0]?.n]);
    const { sources } = await world.get('sources.list', {});
    expect(sources).toMatchObject([{ carrier: 'spx', scans: 3_200, parcels: 400 }]);
  });
});
