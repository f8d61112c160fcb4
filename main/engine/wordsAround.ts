import type { WordsAround } from '#shared/contract/sources.ts';
import type { ScanWords } from '#shared/model/event.ts';
import type { EventNode } from '#shared/model/node.ts';
import type { BareMeaning } from './journey/meaning.ts';
import { mostAlike } from './journey/normalise/likeness.ts';
import { maskPersons } from './journey/normalise/mask.ts';
import { ruleSkeleton, type RuleWords, saidBy } from './journey/ownRules.ts';
import type { Reader } from './store/types.ts';
import { eventsSaying, scanWords, understoodWords } from './store/views/ownRules.ts';
import { parcelById } from './store/views/parcels.ts';

/** Trails looked at. */
const TRAILS = 30;
/** Words compared, of the carrier and of the others. */
const COMPARED = 1_500;

/** The words of stored scans that a rule for these would read. */
export function scansSaying(
  reader: Reader,
  { carrier, code, text }: Pick<RuleWords, 'carrier' | 'code' | 'text'>,
): ReturnType<typeof scanWords> {
  const words = ruleSkeleton(text);
  return scanWords(reader, carrier, code).filter((scan) => ruleSkeleton(saidBy(scan)) === words);
}

/**
 * What is known around words that nothing understands: where they stand in the newest trails, and which words that are
 * understood they are like. A rule for them would read the same scans.
 */
export function wordsAround(
  reader: Reader,
  meaning: (words: ScanWords) => BareMeaning,
  { carrier, code, text }: Pick<RuleWords, 'carrier' | 'code' | 'text'>,
): WordsAround {
  const same = scansSaying(reader, { carrier, code, text }).map(({ id }) => id);
  const events = eventsSaying(reader, same, TRAILS);
  const before: (EventNode | null)[] = [];
  const after: (EventNode | null)[] = [];
  for (const { parcelId, eventId } of events) {
    const trail = parcelById(reader, parcelId)?.journey.events ?? [];
    const at = trail.findIndex(({ id }) => id === eventId);
    if (at === -1) continue;
    before.push(trail.slice(0, at).findLast(({ node }) => tells(node))?.node ?? null);
    after.push(trail.slice(at + 1).find(({ node }) => tells(node))?.node ?? null);
  }
  const parcels = new Map(events.map(({ parcelId, number }) => [parcelId, number]));
  return {
    parcels: [...parcels].slice(0, 5).map(([parcelId, number]) => ({ parcelId: parcelId as never, number })),
    before: counted(before),
    after: counted(after),
    alike: alikeTo(reader, meaning, text, carrier),
  };
}

/** Most alike of the words that are understood. What says the same is no help where it is read wrongly. */
function alikeTo(
  reader: Reader,
  meaning: (words: ScanWords) => BareMeaning,
  text: string,
  carrier: string | null,
): WordsAround['alike'] {
  const words = ruleSkeleton(text);
  const known = [true, false]
    .flatMap((own) => understoodWords(reader, carrier, own, COMPARED))
    .filter((other) => ruleSkeleton(other.text) !== words);
  const found = mostAlike(text, known);
  if (!found) return null;
  const { node, reason } = meaning(found.like);
  return node === 'UNKNOWN' ? null : { text: maskPersons(found.like.text), node, reason, share: found.share };
}

const tells = (node: EventNode): boolean => node !== 'UNKNOWN' && node !== 'NOTE';

/** The three that are there most often, of those that are there as often the first. */
function counted(nodes: readonly (EventNode | null)[]): WordsAround['before'] {
  const times = new Map<EventNode | null, number>();
  for (const node of nodes) times.set(node, (times.get(node) ?? 0) + 1);
  return [...times]
    .map(([node, n]) => ({ node, times: n }))
    .toSorted((a, b) => b.times - a.times)
    .slice(0, 3);
}
