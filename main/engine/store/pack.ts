import type { Journey, JourneyEvent, StageSpan } from '#shared/model/journey.ts';

type PackedEvent = readonly unknown[];
type PackedSpan = readonly [
  StageSpan['stage'],
  StageSpan['direction'],
  StageSpan['start'],
  StageSpan['end'],
  StageSpan['place'],
  StageSpan['events'],
];

/** What nearly every scan is, in the order in which a packed event tells it. */
const USUAL = [null, 'high', 'code', 'forward', false] as const;

/** An event as `[id, node, reason, confidence, means, direction, earlier]`, without the usual values at its end. */
function packEvent(event: JourneyEvent): PackedEvent {
  const rest = [event.reason, event.confidence, event.means, event.direction, event.earlier];
  let kept = rest.length;
  while (kept > 0 && rest[kept - 1] === USUAL[kept - 1]) kept -= 1;
  return [event.id, event.node, ...rest.slice(0, kept)];
}

function unpackEvent([id, node, ...rest]: PackedEvent): JourneyEvent {
  const [reason, confidence, means, direction, earlier] = [...rest, ...USUAL.slice(rest.length)];
  return { id, node, reason, confidence, means, direction, earlier } as JourneyEvent;
}

/**
 * A journey as stored: its events and spans as lists without names. That halves it, so that three instead of one fit
 * on a page of the file; writing pages (each encrypted and authenticated) is most of what an import costs.
 */
export function packJourney(journey: Journey): string {
  return JSON.stringify({
    ...journey,
    spans: journey.spans.map((span): PackedSpan => [
      span.stage,
      span.direction,
      span.start,
      span.end,
      span.place,
      span.events,
    ]),
    events: journey.events.map(packEvent),
  });
}

type Packed = Omit<Journey, 'spans' | 'events'> & { spans: PackedSpan[]; events: PackedEvent[] };

const unpackSpan = ([stage, direction, start, end, place, events]: PackedSpan): StageSpan => ({
  stage,
  direction,
  start,
  end,
  place,
  events,
});

/** The journey that `packJourney` was given. */
export function unpackJourney(body: string): Journey {
  const packed = JSON.parse(body) as Packed;
  return { ...packed, spans: packed.spans.map(unpackSpan), events: packed.events.map(unpackEvent) };
}

/** A journey without its single events: who only asks how far it has come need not unpack them. */
export type BareJourney = Omit<Journey, 'events'>;

export function unpackBare(body: string): BareJourney {
  const { events: _events, ...packed } = JSON.parse(body) as Packed;
  return { ...packed, spans: packed.spans.map(unpackSpan) };
}
