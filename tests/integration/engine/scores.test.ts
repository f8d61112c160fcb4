import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createScorekeeper, type Scorekeeper } from '../../../main/engine/scores.ts';
import { MIGRATIONS } from '../../../main/engine/store/migrations/index.ts';
import type { OpenStore } from '../../../main/engine/store/open.ts';
import { scoreboardSchema } from '../../../shared/contract/insights.ts';
import type { ParcelId } from '../../../shared/model/ids.ts';
import type { Score } from '../../../shared/model/score.ts';
import { asInstant, DAY } from '../../../shared/time.ts';
import { tempStore } from '../../fakes/store.ts';
import { NOW, scoreAt } from '../../unit/engine/eta/scoreboard/scores.ts';

let temp: ReturnType<typeof tempStore>;
let store: OpenStore;
let scores: Scorekeeper;
beforeEach(() => {
  temp = tempStore();
  temp.clock.at = NOW + 10 * DAY;
  store = temp.open();
  scores = createScorekeeper({ ...store, clock: temp.options.clock });
});
afterEach(() => {
  store.close();
  temp.remove();
});

/** Makes a parcel, keeps an estimate for it and answers its id. */
function said(score: Score): number {
  const { lastId } = store.writer.run(
    'INSERT INTO parcel(number, carrier, created_at) VALUES (?, ?, ?)',
    `N${Math.random()}`,
    score.carrier,
    NOW,
  );
  scores.said({ ...score, parcelId: lastId as ParcelId });
  return lastId;
}
const lanes = { by: 'lane', moment: 'ordered', days: 28 } as const;

describe('the scoreboard of the store', () => {
  test('scores a delivery once, in all its groups and on its day', () => {
    const parcel = said(scoreAt({ promise: 6 }));
    const at = NOW + 7.5 * DAY;
    expect(scores.delivered(parcel, at)).toBe(1);
    expect(scores.delivered(parcel, at + DAY)).toBe(0);
    const board = scoreboardSchema.parse(scores.board(lanes));
    expect(board.rows).toMatchObject([
      { group: 'lane', name: 'CN>MY/spx', n: 1, mae: 2.5, cover80: 0, onTime: 0, late: { n: 1, recall: 0 } },
    ]);
    expect(board.series).toMatchObject([{ date: '2026-06-23', row: { n: 1, mae: 2.5 } }]);
    for (const by of ['market', 'carrier', 'moment'] as const) {
      expect(scores.board({ ...lanes, by }).rows.map(({ n }) => n)).toEqual([1]);
    }
  });

  test('keeps the first estimate of a moment, and moments apart', () => {
    const parcel = said(scoreAt({ p50: 5 }));
    const later = { ...scoreAt({ p50: 9 }), parcelId: parcel as ParcelId };
    scores.said(later);
    scores.said({ ...later, moment: 'LINEHAUL' });
    scores.delivered(parcel, NOW + 5 * DAY);
    const board = scores.board({ ...lanes, by: 'moment' });
    expect(board.rows.map(({ moment, mae }) => [moment, mae])).toEqual([
      ['ordered', 0],
      ['LINEHAUL', 4],
    ]);
  });

  test('a warning in time is a hit with its hours, one too late is none', () => {
    const [early, tooLate] = [said(scoreAt({ promise: 6 })), said(scoreAt({ promise: 6 }))];
    scores.warned(early, NOW + 5 * DAY);
    scores.warned(early, NOW + 5.5 * DAY);
    scores.warned(tooLate, NOW + 6.5 * DAY);
    for (const parcel of [early, tooLate]) scores.delivered(parcel, NOW + 7 * DAY);
    expect(scores.board(lanes).rows[0]?.late).toMatchObject({
      n: 2,
      recall: 0.5,
      precision: 1,
      leadHours: 24,
    });
  });

  test('a warning that was taken back is none; one given anew counts from then, for later moments too', () => {
    const [withdrawn, again] = [said(scoreAt({ promise: 6 })), said(scoreAt({ promise: 6 }))];
    for (const parcel of [withdrawn, again]) {
      scores.warned(parcel, NOW + 2 * DAY);
      scores.recalled(parcel, NOW + 3 * DAY);
    }
    scores.warned(again, NOW + 5 * DAY);
    scores.said({ ...scoreAt({ promise: 6 }), parcelId: again as ParcelId, moment: 'LAST_MILE' });
    for (const parcel of [withdrawn, again]) scores.delivered(parcel, NOW + 7 * DAY);
    expect(scores.board(lanes).rows[0]?.late).toMatchObject({
      ...{ n: 2, recall: 0.5, precision: 1, leadHours: 24 },
    });
    expect(scores.board({ ...lanes, moment: 'LAST_MILE' }).rows[0]?.late).toMatchObject({
      ...{ n: 1, recall: 1, leadHours: 24 },
    });
  });

  test('the window rolls, and a market without zone of its own counts in the seller’s', () => {
    const parcel = said({ ...scoreAt({}), market: null });
    scores.delivered(parcel, NOW + 5 * DAY);
    expect(scores.board({ ...lanes, days: 7 }).rows).toHaveLength(1);
    expect(scores.board({ ...lanes, by: 'market' }).rows).toEqual([]);
    temp.clock.at = NOW + 13 * DAY;
    expect(scores.board({ ...lanes, days: 7 }).rows).toEqual([]);
    expect(scores.board({ ...lanes, days: 28 }).rows).toHaveLength(1);
  });

  test('estimates that cannot be scored are kept out of the sums', () => {
    const parcel = said(scoreAt({}));
    expect(scores.delivered(parcel, NOW - DAY)).toBe(0);
    expect(scores.board(lanes).rows).toEqual([]);
  });

  test('made anew from single scores, sums and alarms are the same', () => {
    store.writer.transaction('batch', () => {
      for (let index = 0; index < 60; index += 1) {
        const parcel = said({ ...scoreAt({ promise: index % 3 ? 6 : null }), lane: `lane ${index % 4}` });
        if (index % 5 === 0) scores.warned(parcel, NOW + 4 * DAY);
        // Always after the median, and in order of arrival: the alarm for late deliveries must ring.
        scores.delivered(parcel, NOW + 5.2 * DAY + index * 60_000);
      }
    });
    const kept = (): unknown => [
      store.reader.all('SELECT * FROM eta_tally ORDER BY moment, grp, day, name'),
      store.reader.all('SELECT * FROM eta_drift ORDER BY moment, grp, name'),
    ];
    const before = kept();
    const board = scoreboardSchema.parse(scores.board(lanes));
    expect(board.alarms.some(({ group, kind }) => group === 'all' && kind === 'late')).toBe(true);
    expect(scores.rebuild()).toBe(60);
    const close = (rows: unknown): unknown =>
      JSON.parse(JSON.stringify(rows), (_, value: unknown) =>
        typeof value === 'number' ? Number(value.toFixed(6)) : value,
      );
    expect(close(kept())).toEqual(close(before));
  });

  test('an alarm state of another shape begins anew instead of failing', () => {
    store.writer.run(`INSERT INTO eta_drift VALUES ('ordered', 'all', '', '{"other":1}')`);
    const parcel = said(scoreAt({}));
    scores.delivered(parcel, asInstant(NOW + 6 * DAY));
    expect(scores.board(lanes).alarms).toEqual([]);
    expect(scores.board(lanes).rows).toHaveLength(1);
  });
});

test('an older store gets the tables and keeps its parcels', () => {
  store.close();
  temp.remove();
  temp = tempStore();
  const old = temp.open({ migrations: MIGRATIONS.filter(({ id }) => id < 1055) });
  old.writer.run("INSERT INTO parcel(number, carrier, created_at) VALUES ('N1', 'spx', 1)");
  old.close();
  store = temp.open();
  scores = createScorekeeper({ ...store, clock: temp.options.clock });
  scores.said({ ...scoreAt({}), parcelId: 1 as ParcelId });
  expect(scores.delivered(1, NOW + 5 * DAY)).toBe(1);
});
