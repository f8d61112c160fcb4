import type { Journey, JourneyEvent, StageSpan } from '#shared/model/journey.ts';

/** What a journey is apart from its lists, in the order in which it is told. A new part goes to the end. */
const HEAD = [
  ...(['node', 'stage', 'reason', 'direction', 'terminal', 'since', 'lastScanAt', 'lastMoveAt'] as const),
  ...(['lastEventId', 'lastPlace', 'unknown', 'notes'] as const),
] as const;
type Head = Pick<Journey, (typeof HEAD)[number]>;

/** What nearly every scan is, in the order in which a reading tells it. */
const USUAL = [null, 'high', 'code', 'forward', false] as const;

/** How a scan was read, `[node, reason, confidence, means, direction, earlier]`, without the usual values at its end. */
type Reading = readonly unknown[];

/**
 * `[stage, start, place, count]`, then the direction unless it is forward: it ends where the next begins, and its events are
 * the `count` that follow those of the one before. Where that does not hold, its end and its events come last.
 */
type PackedSpan = readonly [
  stage: StageSpan['stage'],
  start: StageSpan['start'],
  place: StageSpan['place'],
  count: number,
  direction?: StageSpan['direction'],
  end?: StageSpan['end'],
  events?: StageSpan['events'],
];

type Id = JourneyEvent['id'];

/** `which`: for every event the index of its reading. `from`: index of the first span's first event. */
type Packed = readonly [
  form: 2,
  head: readonly unknown[],
  ids: Id[],
  which: readonly number[],
  readings: readonly Reading[],
  from: number,
  spans: readonly PackedSpan[],
];

function readingOf(event: JourneyEvent): Reading {
  const rest = [event.reason, event.confidence, event.means, event.direction, event.earlier];
  let kept = rest.length;
  while (kept > 0 && rest[kept - 1] === USUAL[kept - 1]) kept -= 1;
  return [event.node, ...rest.slice(0, kept)];
}

/** Few are told apart in one journey, so that comparing them costs less than a key for each scan. */
const sameReading = (a: JourneyEvent, b: JourneyEvent): boolean =>
  a.node === b.node &&
  a.reason === b.reason &&
  a.direction === b.direction &&
  a.means === b.means &&
  a.confidence === b.confidence &&
  a.earlier === b.earlier;

function packSpans(spans: readonly StageSpan[], ids: readonly Id[], from: number): PackedSpan[] {
  let next = from;
  return spans.map((span, n) => {
    const { stage, start, place, direction, end, events } = span;
    const follows = events.every((id, k) => id === ids[next + k]) && end === (spans[n + 1]?.start ?? null);
    if (!follows) return [stage, start, place, 0, direction, end, events];
    next += events.length;
    const usual = [stage, start, place, events.length] as const;
    return direction === 'forward' ? usual : [...usual, direction];
  });
}

/**
 * A journey as stored: what repeats is told once, and nothing has a name. A long one is less than half of what it was with
 * names; writing pages (each encrypted and authenticated) is most of what a further scan costs.
 */
export function packJourney(journey: Journey): string {
  const kinds: JourneyEvent[] = [];
  const which = journey.events.map((event) => {
    const seen = kinds.findIndex((kind) => sameReading(kind, event));
    return seen < 0 ? kinds.push(event) - 1 : seen;
  });
  const ids = journey.events.map(({ id }) => id);
  const first = journey.spans[0]?.events[0];
  const from = first === undefined ? 0 : ids.indexOf(first);
  const head = HEAD.map((part) => journey[part]);
  const packed: Packed = [
    2,
    head,
    ids,
    which,
    kinds.map(readingOf),
    from,
    packSpans(journey.spans, ids, from),
  ];
  return JSON.stringify(packed);
}

function unpackSpans([, , ids, , , from, spans]: Packed): StageSpan[] {
  let next = from;
  return spans.map(([stage, start, place, count, direction = 'forward', end, events], n) => {
    if (events) return { stage, direction, start, end: end ?? null, place, events };
    next += count;
    const after = spans[n + 1]?.[1] ?? null;
    return { stage, direction, start, end: after, place, events: ids.slice(next - count, next) };
  });
}

/** A journey without its single events: who only asks how far it has come need not unpack them. */
export type BareJourney = Omit<Journey, 'events'>;

function bareOf(packed: Packed): BareJourney {
  const head = Object.fromEntries(HEAD.map((part, n) => [part, packed[1][n]])) as unknown as Head;
  return { ...head, spans: unpackSpans(packed) };
}

function eventOf(id: Id, [node, ...rest]: Reading): JourneyEvent {
  const [reason, confidence, means, direction, earlier] = [...rest, ...USUAL.slice(rest.length)];
  return { id, node, reason, confidence, means, direction, earlier } as JourneyEvent;
}

/** The journey that `packJourney` was given. */
export function unpackJourney(body: string): Journey {
  const packed = JSON.parse(body) as Packed | NamedJourney;
  if (!isPacked(packed))
    return { ...unpackNamed(packed), events: packed.events.map(([id, ...reading]) => eventOf(id, reading)) };
  const [, , ids, which, readings] = packed;
  return { ...bareOf(packed), events: ids.map((id, n) => eventOf(id, readings[which[n] ?? 0] ?? [])) };
}

export function unpackBare(body: string): BareJourney {
  const packed = JSON.parse(body) as Packed | NamedJourney;
  return isPacked(packed) ? bareOf(packed) : unpackNamed(packed);
}

/** The form of before, with names: parcels that nothing was heard of since still have it. */
type NamedJourney = Head & {
  readonly spans: readonly (readonly [
    ...[StageSpan['stage'], StageSpan['direction'], StageSpan['start'], StageSpan['end'], StageSpan['place']],
    StageSpan['events'],
  ])[];
  readonly events: readonly (readonly [Id, ...Reading])[];
};

const isPacked = (body: Packed | NamedJourney): body is Packed => Array.isArray(body);

function unpackNamed({ spans, events: _events, ...head }: NamedJourney): BareJourney {
  return {
    ...head,
    spans: spans.map(([stage, direction, start, end, place, events]) => ({
      ...{ stage, direction, start, end, place, events },
    })),
  };
}
