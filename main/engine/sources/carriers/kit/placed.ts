import type { ScanRow } from '#shared/model/import.ts';
import { marketOf } from '#shared/model/market.ts';
import type { ZoneReason } from '#shared/time.ts';
import { readMoment, type ZoneOfPlace } from '../../times/moment.ts';
import type { AskAnswer, CarrierSource } from './types.ts';

/** What is weaker than the place of the scan itself (CA 1.4). */
const WEAKER: ReadonlySet<ZoneReason> = new Set(['market', 'chosen', 'assumed']);

const wanting = ({ rawTime, zoneReason, place }: ScanRow): boolean =>
  rawTime !== null && place !== null && WEAKER.has(zoneReason);

/** Whether a place could tell the zone of any of these times: opening the places costs. */
export const wantPlaces = (rows: readonly ScanRow[]): boolean => rows.some(wanting);

/**
 * Puts written times that only the market placed, or nothing, into the zone of the scan's own place, where that is clear: a
 * hub in Shenzhen writes its own clock on a parcel to Brazil. The list is in order of time again afterwards.
 */
export function placeTimes(rows: readonly ScanRow[], zoneOfPlace: ZoneOfPlace): readonly ScanRow[] {
  let moved = false;
  const placed = rows.map((row) => {
    if (!wanting(row)) return row;
    const { rawTime, place, carrier } = row;
    const market = marketOf(row.market);
    const about = { order: 'day-first', zoneField: '', chosen: null, zoneOfPlace } as const;
    const moment = readMoment(rawTime ?? '', { ...about, carrier, place, market });
    if (!moment.ok || moment.zoneReason !== 'place') return row;
    moved = true;
    return { ...row, instant: moment.at, zone: moment.zone, zoneReason: moment.zoneReason };
  });
  if (!moved) return rows;
  // As `makeRows` leaves them: in order where every time is known, else as the service listed them.
  const ordered = placed.every(({ instant }) => instant !== null)
    ? placed.toSorted((a, b) => (a.instant ?? 0) - (b.instant ?? 0))
    : placed;
  return ordered.map((row, index) => ({ ...row, line: index + 1, seq: index }));
}

/** A source whose written times know places. `places` is opened by the first answer that wants them. */
export function placedSource(source: CarrierSource, places: () => Promise<ZoneOfPlace>): CarrierSource {
  return {
    ...source,
    ask: async (items, signal): Promise<AskAnswer> => {
      const answer = await source.ask(items, signal);
      if (!answer.answers.some((each) => each.kind === 'scans' && wantPlaces(each.rows))) return answer;
      const zoneOfPlace = await places();
      const answers = answer.answers.map((each) =>
        each.kind === 'scans' ? { ...each, rows: placeTimes(each.rows, zoneOfPlace) } : each,
      );
      return { ...answer, answers };
    },
  };
}
