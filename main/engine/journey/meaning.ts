import type { Means, Meaning, ScanWords } from '#shared/model/event.ts';
import { type NodeCode, NODES } from '#shared/model/node.ts';
import { aggregatorEntry, carrierEntry, shapedEntry } from './tables/index.ts';
import { STAGE_WORDS } from './tables/stageWords.ts';
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

/** Stage words and the node's code itself, by their key. Hubs that a word names may still be put right by the trail. */
const BY_STAGE_WORD: ReadonlyMap<string, Entry> = new Map(
  NODES.flatMap((node: NodeCode) =>
    [...STAGE_WORDS[node], node].map((word): [string, Entry] => [
      wordKey(word),
      {
        ...entry(node === 'IN_TRANSIT' ? node : `~${node}`),
        side: /_HUB_(IN|OUT)$/.test(node) ? 'hub' : 'none',
      },
    ]),
  ),
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
  }
  const stage =
    (text === '' ? undefined : BY_STAGE_WORD.get(wordKey(text))) ??
    (status === null ? undefined : BY_STAGE_WORD.get(wordKey(status)));
  return stage ? made(stage, 'word') : UNKNOWN;
}
