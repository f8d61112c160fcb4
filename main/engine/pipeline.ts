import type { EventView, ScanWords } from '#shared/model/event.ts';
import type { Journey, JourneyNote } from '#shared/model/journey.ts';
import { DAY } from '#shared/time.ts';
import { applyChanges, setDeadline } from './caseChanges.ts';
import { detect, nextSilenceAt } from './cases/detect.ts';
import { reconcile, wakeable } from './cases/lifecycle.ts';
import type { BareMeaning } from './journey/meaning.ts';
import { maskPersons } from './journey/normalise/mask.ts';
import { type Places, whereNow } from './journey/places/index.ts';
import { reduce } from './journey/reduce.ts';
import { createPace } from './pace.ts';
import type { Clock } from './ports.ts';
import { moveCases } from './store/aggregates/cases.ts';
import { markClean, saveJourney } from './store/aggregates/journeys.ts';
import type { Writer } from './store/types.ts';
import { type Owned, ownedBy, sleepersDue } from './store/views/cases.ts';
import { createTrailReader, eventFacts } from './store/views/events.ts';
import { dirtyParcels, dueParcels, parcelById } from './store/views/parcels.ts';

/**
 * Parcels projected in one transaction, and between two breaths: as many as take as long as a batch of a file. Each batch
 * writes most pages of the journeys' indexes again, so fewer cost more (a tenth at a fifth of them).
 */
const STEP = { most: 1_500, least: 300, ms: 400 };
/** A silent parcel's severity is looked at again after this long. */
const LOOK_AGAIN = DAY;

export interface Pipeline {
  /** Brings every projection up to date with the journal; answers how many parcels carry which note. */
  projectAll(signal: AbortSignal): Promise<ReadonlyMap<string, number>>;
  /** The clock's work: wakes sleepers whose time is up and finds who has fallen silent. Answers how many it looked at. */
  tick(): Promise<number>;
  eventViews(parcelId: number, ids: readonly number[]): EventView[];
  forget(): void;
}

/** Journal to journey to cases, parcel by parcel, in the order of the house (design section 2). */
export function createPipeline(deps: {
  writer: Writer;
  clock: Clock;
  breathe: () => Promise<void>;
  changed: () => void;
  /** Own days off in a place, `YYYY-MM-DD`. */
  ownDaysOff: (place: string) => readonly string[];
  places: () => Promise<Places>;
  /** What a scan means by itself. */
  meaningOf: (words: ScanWords) => BareMeaning;
}): Pipeline {
  const { writer, clock } = deps;
  const pace = createPace(clock, STEP);
  const trails = createTrailReader(writer, deps.meaningOf);

  // Opened once, then at hand without waiting.
  let places: Places | null = null;

  const project = (parcelId: number, owned: Owned, now: number, atlas: Places): Journey | null => {
    const scans = trails.trail(parcelId);
    if (scans.length === 0) return null;
    const { market, cases: all } = owned;
    const journey = reduce(scans);
    // Missed promises are found where arrivals are estimated; what has come or turned back misses none, from this scan on.
    const over = journey.terminal || journey.direction !== 'forward';
    const existing = over ? all : all.filter(({ kind }) => kind !== 'promise-miss');
    const context = { now, market, ownDaysOff: deps.ownDaysOff };
    const findings = detect(journey, context);
    const changes = [
      ...reconcile(existing, findings, { now, lastEventId: journey.lastEventId }),
      ...wakeable(all, existing, now),
    ];
    if (all.some((one) => one.market !== market)) moveCases(writer, parcelId, market);
    applyChanges(writer, { parcelId, market }, changes, now);
    // Without an order there is no deadline, but for one that stands from before.
    const timed = owned.ordered || all.some(({ dueAt }) => dueAt !== null);
    const due = timed ? setDeadline(writer, parcelId, now, all.length + changes.length > 0) : null;
    const silentNow = findings.some((finding) => finding.kind === 'silence');
    const silence = silentNow ? now + LOOK_AGAIN : nextSilenceAt(journey, context);
    const next = journey.terminal ? silence : earlier(silence, due);
    const at = whereNow(journey, scans, market, atlas);
    saveJourney(writer, parcelId, market, journey, next, at);
    return journey;
  };

  /** Projects some parcels in one transaction; answers the notes of all of them. */
  const projectSome = (ids: readonly number[], atlas: Places): JourneyNote[] => {
    const now = clock.now();
    const work = (): JourneyNote[] => {
      const owned = ownedBy(writer, ids);
      const notes = ids.flatMap((id) => {
        const own = owned.get(id);
        return own === undefined ? [] : (project(id, own, now, atlas)?.notes ?? []);
      });
      markClean(writer, ids);
      return notes;
    };
    return pace.measure(() => writer.transaction('batch', work));
  };

  return {
    projectAll: async (signal) => {
      const notes = new Map<string, number>();
      for (;;) {
        const ids = dirtyParcels(writer, pace.size());
        if (ids.length === 0 || signal.aborted) break;
        places ??= await deps.places();
        for (const note of projectSome(ids, places)) notes.set(note, (notes.get(note) ?? 0) + 1);
        await deps.breathe();
      }
      deps.changed();
      return notes;
    },
    tick: async () => {
      let looked = 0;
      for (;;) {
        const now = clock.now();
        const size = pace.size();
        const ids = [...new Set([...sleepersDue(writer, now, size), ...dueParcels(writer, now, size)])];
        if (ids.length === 0) break;
        places ??= await deps.places();
        projectSome(ids, places);
        looked += ids.length;
        await deps.breathe();
      }
      if (looked > 0) deps.changed();
      return looked;
    },
    eventViews: (parcelId, ids) => {
      const journey = parcelById(writer, parcelId)?.journey;
      const read = new Map(journey?.events.map((event) => [Number(event.id), event]) ?? []);
      return eventFacts(writer, ids).map((facts) => {
        const found = read.get(facts.id);
        return {
          ...facts,
          text: maskPersons(facts.text),
          direction: found?.direction ?? 'forward',
          earlier: found?.earlier ?? false,
          meaning: found
            ? { node: found.node, reason: found.reason, confidence: found.confidence, means: found.means }
            : { node: 'UNKNOWN', reason: null, confidence: 'low', means: 'none' },
        };
      });
    },
    forget: trails.forget,
  };
}

const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
