import { isNode, NODE_FACTS } from '#shared/model/node.ts';
import { Recent } from '#shared/recent.ts';
import type { Entry } from '../tables/table.ts';
import { cleanText, skeleton } from './clean.ts';
import { CONCEPTS } from './concepts.ts';
import { groundOf } from './grounds.ts';
import { lexiconOf, othersThan, type Tongue, tongueOf } from './language.ts';
import { conceptsOf } from './lexicon.ts';
import { ruleFor } from './rules.ts';
import { factsOf } from './scope.ts';

/** Nodes that tell why something went wrong. */
const TROUBLE: ReadonlySet<string> = new Set(['DELIVERY_FAILED', 'EXCEPTION', 'PICKUP_FAILED']);
const known = new Recent<string, Entry | null>(25_000);

/**
 * What a free text means by itself, or null where no rule knows it. Texts that differ in numbers alone are read once.
 * Pure but for its memory of texts.
 */
export function readText(text: string): Entry | null {
  // A carrier that answers with a page instead of a scan says nothing about the parcel.
  if (text === '' || /^\s*<(?:!doctype|html)/i.test(text)) return null;
  const remark = text.includes(' - ') ? REMARK.exec(text) : null;
  const told = remark ? readText(remark[2] as string) : null;
  if (told && (told.node === 'NOTE' || !/^ret/i.test(remark?.[1] as string))) return told;
  const clean = cleanText(unhumped(text));
  const key = skeleton(clean);
  const found = known.get(key);
  if (found !== undefined) return found;
  return known.set(key, readClean(text, key));
}

/** A status word of a program before what was scanned (`Pending - Received at facility`): the scan is what stands behind it. */
const REMARK = /^\s*(pending|manifested|returned)\s+-\s+(\S+\s+\S.*)$/is;

/** Status names that programs print as one word: `PickupDone`. */
function unhumped(text: string): string {
  return !text.includes(' ') && /^\S*[a-z][A-Z]\S*$/.test(text)
    ? text.replace(/([a-z])([A-Z])/g, '$1 $2')
    : text;
}

function readClean(raw: string, clean: string): Entry | null {
  if (!/\p{L}/u.test(clean)) return null;
  const tongue = tongueOf(raw, clean);
  const own = readAs(tongue, clean);
  if (own) return isVague(own) ? withCause(own, clean) : own;
  for (const other of othersThan(tongue)) {
    const made = readAs(other, clean);
    // A language that was not recognised may guess a movement, never an end.
    if (made && !(isNode(made.node) && NODE_FACTS[made.node].terminal)) return { ...made, confidence: 'low' };
  }
  return null;
}

const isVague = ({ reason }: Entry): boolean =>
  reason === 'OTHER' || reason === 'DELAYED' || reason === 'ON_HOLD';

/** A carrier's own sentence may be English and the cause behind its colon the courier's, in the language of the country. */
function withCause(own: Entry, clean: string): Entry {
  const colon = clean.indexOf(',');
  const cause = colon === -1 ? '' : clean.slice(colon + 1).trim();
  if (cause.length < 8) return own;
  const tongue = tongueOf(cause, cause);
  const found = tongue === 'en' ? null : readAs(tongue, cause);
  if (!found?.reason || isVague(found) || !TROUBLE.has(found.node)) return own;
  return { ...own, reason: found.reason };
}

function readAs(tongue: Tongue, clean: string): Entry | null {
  return ruleFor(factsOf(conceptsOf(lexiconOf(tongue), clean)), groundOf);
}

/** How a text was read, for a person who looks for the word that misled: its language and its concepts in order. */
export function explainText(text: string): { tongue: Tongue; concepts: string[]; found: Entry | null } {
  const clean = skeleton(cleanText(unhumped(text)));
  const tongue = tongueOf(text, clean);
  const concepts = conceptsOf(lexiconOf(tongue), clean).map((index) => CONCEPTS[index] ?? '|');
  return { tongue, concepts, found: readText(text) };
}
