import type { Reader } from '../types.ts';

/** A carrier of some leg, with how many parcels under way it carries. */
export interface CarrierWorking {
  readonly carrier: string;
  readonly parcels: number;
}

/** Carriers by their parcels under way, busiest first; at most 100. A leg without a named carrier counts for none. */
export function carriersWorking(reader: Reader): CarrierWorking[] {
  return reader.all(
    `SELECT l.carrier, sum(ifnull(j.terminal = 0, 0)) AS parcels
     FROM leg l LEFT JOIN journey j ON j.parcel_id = l.parcel_id WHERE l.carrier <> 'unknown'
     GROUP BY l.carrier ORDER BY parcels DESC, l.carrier LIMIT 100`,
  );
}
