import { DETAIL_EVENTS_MAX } from '#shared/contract/parcels.ts';
import { FaultError } from '#shared/result.ts';
import { packCursor, unpackCursor } from '../store/views/cursor.ts';
import { draftsOfParcel } from '../store/views/drafts.ts';
import { legsOf, parcelById, parcelPage } from '../store/views/parcels.ts';
import { casesOfParcel } from '../store/views/queue.ts';
import type { ApiDeps, FeatureHandlers } from './deps.ts';

/** Reads of parcels. A reply stays within 500 scans; a longer trail is paged from its oldest scan on. */
export function parcelHandlers(deps: ApiDeps): FeatureHandlers<'parcels.'> {
  const { reader } = deps;
  return {
    'parcels.page': ({ limit, cursor, ...filter }) => ({
      ...parcelPage(reader, filter, { limit, cursor }),
      revision: deps.revision('parcels'),
    }),
    'parcels.detail': ({ parcelId }) => {
      const found = parcelById(reader, parcelId);
      if (!found) throw new FaultError('not-found');
      const { row, journey, orderedAt } = found;
      const events = journey.events.slice(-DETAIL_EVENTS_MAX);
      return {
        row,
        legs: legsOf(reader, parcelId),
        journey: { ...journey, events },
        orderedAt,
        arrival: deps.arrival(parcelId),
        events: deps.eventViews(
          parcelId,
          events.map((event) => event.id),
        ),
        moreEvents: journey.events.length > events.length,
        cases: casesOfParcel(reader, parcelId),
        drafts: draftsOfParcel(reader, parcelId),
      } as never;
    },
    'parcels.carrierCandidates': ({ parcelId }) => {
      const found = parcelById(reader, parcelId);
      if (!found) throw new FaultError('not-found');
      const { number, carrier } = found.row;
      return { number, carrier, ...deps.carriers.candidates(number) };
    },
    'parcels.setCarrier': ({ parcelId, carrier }) => deps.carrierCommands.setCarrier(parcelId, carrier),
    'parcels.events': ({ parcelId, limit, cursor }) => {
      const found = parcelById(reader, parcelId);
      if (!found) throw new FaultError('not-found');
      const all = found.journey.events;
      const start = unpackCursor(cursor, 1)?.[0] ?? 0;
      const ids = all.slice(start, start + limit).map((event) => event.id);
      return {
        rows: deps.eventViews(parcelId, ids),
        total: all.length,
        nextCursor: start + limit < all.length ? packCursor(start + limit) : null,
        revision: deps.revision('parcels'),
      };
    },
    'parcels.route': async ({ parcelId }) => orNotFound(await deps.route(parcelId)),
    'parcels.outlook': ({ parcelId }) => orNotFound(deps.outlook(parcelId)),
    'parcels.moved': ({ limit }) => deps.moved(limit),
    'parcels.overview': ({ market }) => deps.overview(market),
  };
}

function orNotFound<T>(value: T | null): T {
  if (value === null) throw new FaultError('not-found');
  return value;
}
