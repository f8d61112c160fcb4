import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { task } from '../../../../eval/eta.ts';
import { areaUnder, measure } from '../../../../eval/lib/eta/measures.ts';
import { COLUMNS, readShipments } from '../../../../eval/lib/eta/rows.ts';
import { world } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'seamark-eta-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function table(name: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${[COLUMNS.join(','), ...lines].join('\n')}\n`);
  return file;
}

const clock = (days: number | null): string =>
  days === null ? '' : new Date(days * 86_400_000).toISOString().slice(0, 19).replace('T', ' ');

describe('a shipments table', () => {
  it('counts what it cannot use by reason, and uses the rest', () => {
    const { rows, dropped } = readShipments(
      table('bad.csv', [
        'a,SP,RJ,,2018-01-01 10:00:00,2018-01-02 10:00:00,2018-01-09 10:00:00,2018-01-20',
        'b,SP,RJ,,2018-01-03 10:00:00,2018-01-04 10:00:00,2018-01-02 10:00:00,2018-01-20',
        'c,,RJ,,2018-01-03 10:00:00,,2018-01-12 10:00:00,2018-01-20',
        'd,SP,RJ,,never,,2018-01-12 10:00:00,2018-01-20',
        'e,SP,RJ,,2018-01-03 10:00:00,2018-01-01 10:00:00,2018-01-12 10:00:00,2017-12-01',
        'f,SP,RJ,,2018-01-03 10:00:00,2018-02-01 10:00:00,2018-01-12 10:00:00,2018-01-20',
      ]),
    );
    expect(rows.map(({ id }) => id)).toEqual(['a', 'e', 'f']);
    expect(dropped).toEqual({
      noTime: 1,
      deliveredBeforeOrdered: 1,
      noLane: 1,
      handOverBeforeOrder: 1,
      handOverAfterDelivery: 1,
      promiseBeforeOrder: 1,
    });
    expect(rows[1]).toMatchObject({ handedOverAt: null, promisedOn: null });
    expect(rows[2]?.handedOverAt).toBeNull();
  });
});

describe('figures', () => {
  it('are those of the definitions', () => {
    const figures = measure([
      { actual: 10, p50: 8, lo80: 5, hi80: 9, lo90: 4, hi90: 12, pLate: 0.5, late: true },
      { actual: 4, p50: 5, lo80: 3, hi80: 9, lo90: 2, hi90: 12, pLate: 0, late: false },
    ]);
    expect(figures).toMatchObject({
      meanAbsoluteError: 1.5,
      medianAbsoluteError: 1.5,
      bias: -0.5,
      within1Day: 50,
      within3Days: 100,
      range80: { coverage: 50, width: 5, score: 10 },
      range90: { coverage: 100, width: 9, score: 9 },
      late: { lateShare: 0.5, auc: 1, brier: 0.125 },
    });
    expect(areaUnder([0.3, 0.3, 0.1, 0.9], [true, false, false, true])).toBe(0.875);
    expect(areaUnder([0.3], [true])).toBeNull();
  });
});

describe('the task', { timeout: 60_000 }, () => {
  // The network slows some weeks after the cut: a lane's median of 60 days is late to notice.
  const rows = world({ seed: 4, days: 150, perDay: 14, pace: (day) => (day >= 105 ? 1.35 : 1) });
  const lines = rows.map(({ id, origin, destination, orderedAt, handedOverAt, deliveredAt, promisedOn }) =>
    [id, origin, destination, '', ...[orderedAt, handedOverAt, deliveredAt, promisedOn].map(clock)].join(','),
  );

  it('prints figures beside the baselines, beats them, and dumps a line for each parcel and moment', async () => {
    const dump = join(folder, 'dump.csv');
    const cut = clock((rows[0]?.orderedAt ?? 0) + 90);
    const result = await task.run([table('world.csv', lines), '--cut', cut, '--dump', dump]);
    const { ordered, handed_over: handedOver } = result as Record<string, Record<string, Figures>>;
    for (const moment of [ordered, handedOver]) {
      expect(moment?.['model']?.meanAbsoluteError).toBeLessThan(
        moment?.['lane60Days']?.meanAbsoluteError ?? 0,
      );
      expect(moment?.['model']?.range80.score).toBeLessThan(moment?.['lane60Days']?.range80.score ?? 0);
      expect(moment?.['model']?.meanAbsoluteError).toBeLessThan(moment?.['promise']?.meanAbsoluteError ?? 0);
    }
    const [header, ...written] = readFileSync(dump, 'utf8').trim().split('\n');
    expect(header).toBe('id,from,p50,lo80,hi80,lo90,hi90,p_late');
    expect(written).toHaveLength((ordered?.['model']?.parcels ?? 0) + (handedOver?.['model']?.parcels ?? 0));
    for (const line of written) {
      const [, from, p50, lo80, hi80, lo90, hi90, pLate] = line.split(',');
      expect(['ordered', 'handed_over']).toContain(from);
      const points = [0, lo90, lo80, p50, hi80, hi90].map(Number);
      expect(points.toSorted((a, b) => a - b)).toEqual(points);
      expect(Number(pLate)).toBeLessThanOrEqual(1);
    }
  });

  const open = fileURLToPath(
    new URL('../../../../../../shared/data/shipments/shipments.csv', import.meta.url),
  );
  it.runIf(existsSync(open))('beats the lane medians on a cut of the open shipments', async () => {
    const { rows: real } = readShipments(open);
    const lastOrder = '2017-09-15';
    const until = Date.parse('2017-10-25T00:00:00Z') / 86_400_000;
    const since = Date.parse('2017-06-01T00:00:00Z') / 86_400_000;
    const some = real.filter(({ orderedAt }) => orderedAt >= since && orderedAt < until);
    const file = table(
      'open.csv',
      some.map(({ id, origin, destination, orderedAt, handedOverAt, deliveredAt, promisedOn }) =>
        [id, origin, destination, '', ...[orderedAt, handedOverAt, deliveredAt, promisedOn].map(clock)].join(
          ',',
        ),
      ),
    );
    const { ordered, handed_over: handedOver } = (await task.run([file, '--cut', lastOrder])) as Record<
      string,
      Record<string, Figures>
    >;
    for (const moment of [ordered, handedOver]) {
      const [model, lane] = [moment?.['model'], moment?.['lane60Days']];
      expect(model?.meanAbsoluteError).toBeLessThan(0.98 * (lane?.meanAbsoluteError ?? 0));
      expect(model?.range80.score).toBeLessThan(0.98 * (lane?.range80.score ?? 0));
    }
  });
});

interface Figures {
  readonly parcels: number;
  readonly meanAbsoluteError: number;
  readonly range80: { readonly score: number };
}
