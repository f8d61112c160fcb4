import type { Journey } from '#shared/model/journey.ts';
import { unpackJourney } from '../pack.ts';
import type { Reader } from '../types.ts';

/** Parcels on their way by the place where they are; `id` null: no scan says where. */
export interface PlaceTotal {
  readonly id: string | null;
  readonly moving: number;
  readonly stuck: number;
}

/** How many parcels on their way are where, fullest first; `stuck` have a case that nobody has settled. */
export function placeTotals(reader: Reader, market: string | null): PlaceTotal[] {
  const moving = reader.all<{ id: string | null; n: number }>(
    `SELECT place_id AS id, count(*) AS n FROM journey
     WHERE terminal = 0 AND (? IS NULL OR market = ?) GROUP BY place_id ORDER BY n DESC, place_id`,
    market,
    market,
  );
  // From the cases, which are few, to their parcels.
  const stuck = reader.all<{ id: string | null; n: number }>(
    `SELECT j.place_id AS id, count(DISTINCT j.parcel_id) AS n
     FROM case_item c JOIN journey j ON j.parcel_id = c.parcel_id
     WHERE c.state IN ('open', 'accepted') AND j.terminal = 0 AND (? IS NULL OR j.market = ?) GROUP BY j.place_id`,
    market,
    market,
  );
  const held = new Map(stuck.map(({ id, n }) => [id, n]));
  return moving.map(({ id, n }) => ({ id, moving: n, stuck: held.get(id) ?? 0 }));
}

/** Delivered parcels of a market that are looked through for those of one carrier, and how many are taken. */
const LOOKED = 2_000;
const TAKEN = 200;

/** The journeys of the newest delivered parcels of a lane; of the whole market where `carrier` is null. */
export function deliveredJourneys(reader: Reader, market: string | null, carrier: string | null): Journey[] {
  return reader
    .all<{ body: string }>(
      `SELECT b.body FROM (
         SELECT parcel_id FROM journey WHERE market IS ? AND terminal = 1 AND node = 'DELIVERED'
         ORDER BY last_scan_at DESC, parcel_id DESC LIMIT ${LOOKED}
       ) j JOIN parcel p ON p.id = j.parcel_id JOIN journey_body b ON b.parcel_id = j.parcel_id
       WHERE (? IS NULL OR p.carrier = ?) LIMIT ${TAKEN}`,
      market,
      carrier,
      carrier,
    )
    .map(({ body }) => unpackJourney(body));
}
