import type { EventNode } from '#shared/model/node.ts';
import { unpackJourney } from '../pack.ts';
import type { Reader } from '../types.ts';

/** A scan on the way to the buyer that has a time. */
export interface TimedScan {
  readonly node: EventNode;
  /** Instant, ms. */
  readonly at: number;
}

/**
 * The scans, in the journey's order, of those of the given parcels that came by one of the given nodes; by parcel. Few do, so
 * most journeys are not unpacked.
 */
export function scansOfThoseAt(
  reader: Reader,
  ids: readonly number[],
  nodes: readonly EventNode[],
): ReadonlyMap<number, readonly TimedScan[]> {
  const rows = reader.all<{ parcelId: number; body: string }>(
    `SELECT b.parcel_id AS parcelId, b.body FROM json_each(?) i CROSS JOIN journey_body b ON b.parcel_id = i.value
     WHERE EXISTS (SELECT 1 FROM json_each(?) n WHERE instr(b.body, n.value) > 0)`,
    JSON.stringify(ids),
    JSON.stringify(nodes.map((node) => JSON.stringify(node))),
  );
  const parcels = rows.map(({ parcelId, body }) => ({
    parcelId,
    events: unpackJourney(body).events.filter(
      ({ earlier, direction }) => !earlier && direction === 'forward',
    ),
  }));
  const instants = new Map(
    reader
      .all<{ id: number; at: number }>(
        `SELECT e.id, e.instant AS at FROM json_each(?) i CROSS JOIN event e ON e.id = i.value
         WHERE e.instant IS NOT NULL`,
        JSON.stringify(parcels.flatMap(({ events }) => events.map(({ id }) => id))),
      )
      .map(({ id, at }) => [id, at]),
  );
  return new Map(
    parcels.map(({ parcelId, events }) => [
      parcelId,
      events.flatMap(({ id, node }) => {
        const at = instants.get(id);
        return at === undefined ? [] : [{ node, at }];
      }),
    ]),
  );
}
