import { type EventId } from '#shared/model/ids.ts';
import type { Journey } from '#shared/model/journey.ts';
import type { Stage } from '#shared/model/node.ts';
import { type Route, type Stop, STOPS_MAX } from '#shared/model/route.ts';
import { asInstant, type Instant } from '#shared/time.ts';
import { type LocatedScan, locateEvents } from './places/locate.ts';
import type { Places } from './places/resolve.ts';

/** A scan as far as a route needs it. */
export interface RouteScan extends LocatedScan {
  readonly instant: number | null;
  readonly dateOnly?: boolean;
}

/** The stays of a parcel, oldest first: scans in a row whose places are the same make one. */
export function routeOf(
  journey: Journey,
  scans: readonly RouteScan[],
  market: string | null,
  places: Places,
): Route {
  const located = locateEvents(journey, scans, market, places);
  const byId = new Map(scans.map((scan) => [scan.id, scan]));
  const stages = stagesOf(journey);
  const stops: (Stop & { events: EventId[] })[] = [];
  let unread = 0;
  for (const [index, event] of journey.events.entries()) {
    const scan = byId.get(event.id);
    if (!scan || event.earlier) continue;
    const found = located[index];
    if (!found) {
      // Words need not name a place; a field that does, and says nothing to us, is worth telling.
      if (scan.place !== null) unread += 1;
      continue;
    }
    const at: Instant | null = scan.instant === null ? null : asInstant(scan.instant);
    const last = stops.at(-1);
    if (last && last.place.id === found.place.id && last.direction === event.direction) {
      last.events.push(event.id);
      last.last = at ?? last.last;
      last.stage = stages.get(event.id) ?? last.stage;
      if (found.place.confidence > last.place.confidence) last.place = found.place;
      continue;
    }
    stops.push({
      place: found.place,
      others: [...found.others],
      ambiguous: found.ambiguous,
      raw: found.raw,
      stage: stages.get(event.id) ?? null,
      direction: event.direction,
      ...{ first: at, last: at, dateOnly: scan.dateOnly === true, events: [event.id] },
    });
  }
  const aim = journey.terminal || journey.direction === 'return' || market === null ? null : `n:${market}`;
  const country = aim === null ? undefined : places.byId(aim);
  const there = stops.at(-1)?.place.country === market;
  return {
    stops: stops.slice(-STOPS_MAX),
    toward: country && !there ? strip(country) : null,
    unread,
  };
}

function stagesOf(journey: Journey): Map<EventId, Stage> {
  return new Map(
    journey.spans.flatMap((span) => span.events.map((id): [EventId, Stage] => [id, span.stage])),
  );
}

function strip(place: Route['toward'] & object): NonNullable<Route['toward']> {
  const { id, name, zh, country, lat, lon, precision } = place;
  return { id, name, zh, country, lat, lon, precision };
}
