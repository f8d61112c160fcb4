import type { Means, Meaning, ScanWords } from '#shared/model/event.ts';
import { NODES } from '#shared/model/node.ts';
import { nodeTexts } from '#shared/text/ui/nodes.ts';
import { aggregatorEntry, carrierEntry, shapedEntry } from './tables/index.ts';
import { codeKey, type Entry, entry, type Side } from './tables/table.ts';

/** A meaning without its trail: what it is, and what the trail may still decide. */
export interface BareMeaning extends Meaning {
  readonly side: Side;
}

const UNKNOWN: BareMeaning = {
  node: 'UNKNOWN',
  reason: null,
  confidence: 'low',
  means: 'none',
  side: 'none',
};

/**
 * Stage words: the names of the nodes themselves, as our own taxonomy and the carriers' pages print them. A scan whose
 * whole text is such a name says that node. Anything beyond a whole name needs the text rules of a language.
 */
const STAGE_WORDS: ReadonlyMap<string, Entry> = new Map(
  NODES.flatMap((node) => {
    const words = nodeTexts[`node.${node}`];
    const confidence = node === 'IN_TRANSIT' ? '' : '~';
    return [words.en, ...words['zh-CN'].split('/'), node].map((word): [string, Entry] => [
      wordKey(word),
      { ...entry(`${confidence}${node}`), side: /_HUB_(IN|OUT)$/.test(node) ? 'hub' : 'none' },
    ]);
  }),
);

function wordKey(text: string): string {
  return codeKey(
    text
      .normalize('NFKC')
      .replace(/[.!。！,，:：]+$/u, '')
      .trim(),
  );
}

const made = (found: Entry, means: Means): BareMeaning => ({ ...found, means });

/**
 * What a scan means by itself: the carrier's code table, then an aggregator's status word, then the carrier's own
 * status word, then a stage word as the whole text. Otherwise UNKNOWN: no guess (design section 3, point 3).
 */
export function meaningOf(words: ScanWords): BareMeaning {
  const { carrier, code, scheme, status, text } = words;
  if (code !== null) {
    const found = carrierEntry(carrier, code);
    if (found) return made(found, 'code');
  }
  if (status !== null) {
    const found =
      (scheme === null ? null : aggregatorEntry(scheme, status)) ??
      carrierEntry(carrier, status) ??
      shapedEntry(status);
    if (found && found.node !== 'UNKNOWN') return made(found, 'word');
  }
  if (text !== '') {
    // Carriers without a code column print their status word as the text (Ninja Van, GHN, SPX's older words).
    const own = text.length <= 40 && /\p{L}/u.test(text) ? carrierEntry(carrier, text) : null;
    if (own) return made(own, 'word');
    const stage =
      STAGE_WORDS.get(wordKey(text)) ?? (status === null ? undefined : STAGE_WORDS.get(wordKey(status)));
    if (stage) return made(stage, 'word');
  }
  return UNKNOWN;
}
