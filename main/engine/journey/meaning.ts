import type { Confidence, Means, Meaning, ScanWords } from '#shared/model/event.ts';
import { type NodeCode, NODES, type Reason } from '#shared/model/node.ts';
import { refine } from './combine.ts';
import { readText } from './normalise/read.ts';
import { LetterTree } from './normalise/tree.ts';
import type { OwnRules } from './ownRules.ts';
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

/** The reason that a trouble has when nothing names one. */
const USUAL_REASON: Readonly<Partial<Record<NodeCode, Reason>>> = {
  PICKUP_FAILED: 'OTHER',
  DELIVERY_FAILED: 'OTHER',
  EXCEPTION: 'OTHER',
  EXPORT_HELD: 'CUSTOMS_HOLD',
  IMPORT_HELD: 'CUSTOMS_HOLD',
  LOST: 'LOST',
  DISPOSED: 'DISPOSED',
  CANCELLED: 'SENDER_REQUEST',
  EXPIRED: 'STALE',
};

/** Troubles that always have a reason; a table may leave it open to the text. */
const FAILED: ReadonlySet<string> = new Set(['PICKUP_FAILED', 'DELIVERY_FAILED', 'EXCEPTION']);

/** Stage words and the node's code itself, by their key. Hubs that a word names may still be put right by the trail. */
const BY_STAGE_WORD: ReadonlyMap<string, Entry> = new Map(
  NODES.flatMap((node: NodeCode) =>
    [...STAGE_WORDS[node], node].map((word): [string, Entry] => [
      wordKey(word),
      {
        ...entry(node === 'IN_TRANSIT' ? node : `~${node}`),
        reason: USUAL_REASON[node] ?? null,
        side: /_HUB_(IN|OUT)$/.test(node) ? 'hub' : 'none',
      },
    ]),
  ),
);

/** The keys letter by letter: most texts leave them at the first word, and no key needs to be made of those. */
const STAGE_KEYS = new LetterTree(BY_STAGE_WORD);

/** Whether a text may have a stage word's key. It has none once a letter or digit that only ever is itself is not the key's next. */
function mayBeStageWord(text: string): boolean {
  let node: number = LetterTree.ROOT;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 45 || code === 95) continue;
    const plain = isPlain(code);
    // What another form or a mark may level into something else is for the key to say.
    if (!plain && !standsAlone(code)) return true;
    node = STAGE_KEYS.next(node, code >= 97 && code <= 122 ? code - 32 : code);
    // A mark behind a Latin letter may make another one of it.
    if (node === 0) return plain && at + 1 < text.length && text.charCodeAt(at + 1) > 127;
  }
  return true;
}

const isPlain = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
/** Han characters and Thai consonants: no other form, no case, and no mark makes another letter of them. */
const standsAlone = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0xe01 && code <= 0xe2e);

function wordKey(text: string): string {
  return codeKey(
    text
      .normalize('NFKC')
      .replace(/[.!。！,，:：]+$/u, '')
      .trim(),
  );
}

function stageWord(text: string): Entry | undefined {
  return mayBeStageWord(text) ? BY_STAGE_WORD.get(wordKey(text)) : undefined;
}

const made = (found: Entry, means: Means): BareMeaning => ({ ...found, means });
const SAID: ReadonlySet<Confidence> = new Set(['high', 'medium']);

/** A carrier's own status word, or a stage word of our taxonomy, that stands for the whole text. */
function wordOf(carrier: string, text: string): Entry | null {
  if (text === '') return null;
  // Carriers without a code column print their status word as the text (Ninja Van, GHN, SPX's older words).
  const own = text.length <= 40 && /\p{L}/u.test(text) ? carrierEntry(carrier, text) : null;
  return own ?? stageWord(text) ?? null;
}

function statusOf({ carrier, scheme, status }: ScanWords): Entry | null {
  if (status === null) return null;
  const found =
    (scheme === null ? null : aggregatorEntry(scheme, status)) ??
    carrierEntry(carrier, status) ??
    shapedEntry(status) ??
    stageWord(status);
  return found && found.node !== 'UNKNOWN' ? found : null;
}

/** A code that no table has may be words itself: `OUT_FOR_DELIVERY`, `delivery_confirmed`. */
function spelt(code: string | null): Entry | null {
  if (code === null || !/[a-z]{4}/i.test(code)) return null;
  return readText(code);
}

/**
 * What a scan means by itself. A rule of the user's own goes before all; then the carrier's code table, refined by the text where the code leaves something
 * open; then the text: a status word as a whole, else the rules of its language; then an aggregator's sub-status or main
 * status; last the words inside an unlisted code. Otherwise UNKNOWN: no guess (design section 3, point 3).
 */
export function meaningOf(words: ScanWords, own?: OwnRules): BareMeaning {
  const ruled = own?.(words);
  if (ruled) return { ...ruled, side: 'none' };
  const { carrier, code, text } = words;
  const coded = code === null ? null : carrierEntry(carrier, code);
  const worded = wordOf(carrier, text);
  const read = worded ? made(worded, 'word') : textOf(text, carrier);
  if (coded) {
    const found = made(coded, 'code');
    const whole = read
      ? refine(found, read)
      : found.node === 'UNKNOWN'
        ? (statusMeaning(words) ?? found)
        : found;
    return FAILED.has(whole.node) ? { ...whole, reason: whole.reason ?? 'OTHER' } : whole;
  }
  if (read && SAID.has(read.confidence)) return read;
  return statusMeaning(words) ?? read ?? spellingMeaning(words) ?? UNKNOWN;
}

function textOf(text: string, carrier: string): BareMeaning | null {
  const found = readText(text);
  if (found?.node === 'LAST_MILE_HUB' && found.confidence !== 'high' && toItself(text, carrier)) {
    return made(entry('~PICKED_UP'), 'text');
  }
  return found && made(found, 'text');
}

/** "Handed over to GLS", written by GLS itself: it is the sender who did so. */
function toItself(text: string, carrier: string): boolean {
  const name = carrier.split(/[-_]/)[0] ?? '';
  if (!/^[a-z]{3,}$/.test(name) || !text.toLowerCase().includes(name)) return false;
  return new RegExp(
    String.raw`\b(?:handed over|handed|given|passed|transferred|tendered) to (?:the )?${name}\b`,
    'i',
  ).test(text);
}

function statusMeaning(words: ScanWords): BareMeaning | null {
  const found = statusOf(words);
  return found && made(found, 'word');
}

function spellingMeaning(words: ScanWords): BareMeaning | null {
  const found = spelt(words.code) ?? spelt(words.status);
  return found && { ...made(found, 'text'), confidence: found.confidence === 'high' ? 'medium' : 'low' };
}
