import { describe, expect, it } from 'vitest';
import type { EventNode } from '../../../../../shared/model/node.ts';
import { DAY } from '../../../../../shared/time.ts';
import { TROUBLED_NODES, troublesOf } from '../../../../../main/engine/eta/live/troubles.ts';

const scans = (...steps: [node: EventNode, day: number][]) =>
  steps.map(([node, day]) => ({ node, at: day * DAY }));

describe('troubles of a parcel', () => {
  it('begin with the scan that shows them and end with the next that moves it', () => {
    const held = scans(['LINEHAUL_ARRIVED', 1], ['IMPORT_HELD', 2], ['IMPORT_CLEARED', 5], ['DELIVERED', 7]);
    expect(troublesOf(held)).toEqual([{ kind: 'customs-hold', from: 2, until: 5 }]);
    expect(troublesOf(held.slice(0, 2))).toEqual([{ kind: 'customs-hold', from: 2, until: null }]);
    expect(troublesOf(scans(['PICKED_UP', 1], ['DELIVERED', 3]))).toEqual([]);
  });

  it('go on over remarks and over the same word again, and not over another attempt', () => {
    const failed = scans(
      ...(
        [
          ['DELIVERY_FAILED', 1],
          ['NOTE', 1.2],
          ['UNKNOWN', 1.3],
          ['IN_TRANSIT', 1.4],
        ] as const
      ).map(([node, day]): [EventNode, number] => [node, day]),
      ['DELIVERY_FAILED', 1.5],
      ['OUT_FOR_DELIVERY', 2],
      ['DELIVERY_FAILED', 2.4],
    );
    expect(troublesOf(failed)).toEqual([
      { kind: 'delivery-failed', from: 1, until: 2 },
      { kind: 'delivery-failed', from: 2.4, until: null },
    ]);
    expect(troublesOf(scans(['EXPORT_HELD', 1], ['IMPORT_HELD', 4], ['DELIVERY_FAILED', 6]))).toEqual([
      { kind: 'customs-hold', from: 1, until: 6 },
      { kind: 'delivery-failed', from: 6, until: null },
    ]);
  });

  it('are never over before they began, whatever the clocks say', () => {
    const [trouble] = troublesOf(scans(['IMPORT_HELD', 5], ['IMPORT_CLEARED', 4]));
    expect(trouble).toEqual({ kind: 'customs-hold', from: 5, until: 5 });
  });

  it('are asked for by the nodes that show them', () => {
    expect(TROUBLED_NODES.toSorted()).toEqual(['DELIVERY_FAILED', 'EXPORT_HELD', 'IMPORT_HELD']);
  });
});
