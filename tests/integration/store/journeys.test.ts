import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Journey } from '#shared/model/journey.ts';
import { asInstant } from '#shared/time.ts';
import { markClean, saveJourney } from '../../../main/engine/store/aggregates/journeys.ts';
import type { OpenStore } from '../../../main/engine/store/open.ts';
import { dirtyParcels } from '../../../main/engine/store/views/parcels.ts';
import { tempStore } from '../../fakes/store.ts';

const AT: Journey = {
  ...{ node: 'DEST_HUB_IN', stage: 'LAST_MILE', reason: null, direction: 'forward', terminal: false },
  ...{ since: asInstant(5), lastScanAt: asInstant(5), lastMoveAt: asInstant(5), lastEventId: null },
  ...{ lastPlace: 'KUL', unknown: 0, spans: [], events: [], notes: [] },
};

const world = tempStore();
let store: OpenStore;
beforeAll(() => {
  store = world.open();
  for (const id of [1, 2, 3]) {
    store.writer.run(
      'INSERT INTO parcel(id, number, carrier, created_at, dirty) VALUES (?, ?, ?, 1, 1)',
      ...[id, `N${id}`, 'spx'],
    );
  }
});
afterAll(() => {
  store.close();
  world.remove();
});

const saved = (journey: Journey, market: string | null, checkAt: number | null, place: string | null) => {
  const at = place === null ? null : { id: place, country: 'MY' };
  saveJourney(store.writer, 1, market, journey, checkAt, at);
  return store.reader.get('SELECT * FROM journey WHERE parcel_id = 1');
};
const counts = () => store.reader.all('SELECT stage, terminal, market, n FROM journey_count WHERE n > 0');

describe('saving a journey', () => {
  const row = {
    ...{ parcel_id: 1, node: 'DEST_HUB_IN', stage: 'LAST_MILE', reason: null, direction: 'forward' },
    ...{ terminal: 0, since: 5, last_scan_at: 5, last_place: 'KUL', events: 0, unknown: 0 },
    ...{ market: 'MY', check_at: 9, place_id: 'h:KUL', country: 'MY' },
  };

  it('writes all of it, whichever part of it is new', () => {
    expect(saved(AT, 'MY', 9, 'h:KUL')).toEqual(row);
    // Nothing that a list is ordered by, then each of those by itself.
    const moved = { ...AT, node: 'OUT_FOR_DELIVERY', since: asInstant(4), unknown: 2 } as const;
    expect(saved(moved, 'MY', 9, 'h:KUL')).toEqual({
      ...row,
      ...{ node: 'OUT_FOR_DELIVERY', since: 4, unknown: 2 },
    });
    expect(saved(AT, null, 9, 'h:KUL')).toEqual({ ...row, market: null });
    expect(saved(AT, null, null, 'h:KUL')).toEqual({ ...row, market: null, check_at: null });
    expect(saved(AT, 'MY', 9, null)).toEqual({ ...row, place_id: null, country: null });
    expect(saved({ ...AT, lastScanAt: asInstant(7) }, 'MY', 9, 'h:KUL')).toEqual({ ...row, last_scan_at: 7 });
    expect(saved({ ...AT, stage: null }, 'MY', 9, 'h:KUL')).toEqual({ ...row, stage: null });
    expect(saved({ ...AT, terminal: true }, 'MY', 9, 'h:KUL')).toEqual({ ...row, terminal: 1 });
    expect(saved(AT, 'MY', 9, 'h:KUL')).toEqual(row);
    expect(counts()).toEqual([{ stage: 'LAST_MILE', terminal: 0, market: 'MY', n: 1 }]);
  });

  it('marks the parcels that were projected, and no other', () => {
    store.writer.run('DELETE FROM eta_due');
    markClean(store.writer, [1, 3]);
    expect(dirtyParcels(store.reader, 9)).toEqual([2]);
    markClean(store.writer, [3]);
    expect(store.reader.all('SELECT parcel_id AS id FROM eta_due')).toEqual([{ id: 1 }, { id: 3 }]);
  });
});
