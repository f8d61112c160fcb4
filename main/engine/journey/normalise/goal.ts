import { type Concept, conceptIndex } from './concepts.ts';
import { PART, SENTENCE } from './lexicon.ts';

const at = (name: Concept): number => conceptIndex(name);
const BY = at('BY');
const DATA = at('DATA');
const DELIVERED = at('DELIVERED');
const HANDOVER = at('HANDOVER');
const NOTICE = at('NOTICE');
const ORDER = at('ORDER');
const ORIGIN = at('ORIGIN');
const PAID = at('PAID');
const RECEIVE = at('RECEIVE');
const RECEIVEDBY = at('RECEIVEDBY');
const RECIPIENT = at('RECIPIENT');
const RETURN = at('RETURN');
const RETURNED = at('RETURNED');
const SENDER = at('SENDER');
const TO = at('TO');
/** What is received is no parcel where it is one of these, and what may stand between it and its verb. */
const WORD = new Set([DATA, PAID]);
const BESIDE = new Set(['ORDER', 'CREATED', 'RECIPIENT', 'SENDER'].map(conceptIndex));
/** Whom a parcel is delivered to for good, and places where it is only handed on. */
const ENDS = new Set(
  ['RECIPIENT', 'SAFE', 'HOME', 'LOCKER', 'PUDO', 'POST', 'SIGNED', 'ADDRESS', 'DONE'].map(conceptIndex),
);
/** Places and hands on the way. */
export const WAYS = new Set(
  [
    'HUB',
    'STATION',
    'AIRLINE',
    'CARRIER',
    'AIRPORT',
    'CUSTOMS',
    'COURIER',
    'EXCHANGE',
    'ORIGIN',
    'FLIGHT',
  ].map(conceptIndex),
);
const PLACES = new Set(['HUB', 'STATION'].map(conceptIndex));

/** Where the part of the sentence starts that the concept at `index` stands in. */
export const partStart = (found: readonly number[], index: number): number =>
  found.findLastIndex((one, place) => place < index && (one === PART || one === SENTENCE)) + 1;

const TO_SENDER = [RETURN, RETURNED];
const HANDED_ON = [HANDOVER];
const TAKEN = [RECEIVE];
const FOR_GOOD = [DELIVERED];

/**
 * What a "delivered" or "received by" at `from` comes to: an end where it went to somebody at the door, else a step on the way.
 */
export function goalOf(found: readonly number[], from: number): readonly number[] {
  const received = found[from] === RECEIVEDBY;
  if (received && isWord(found, from)) return TAKEN;
  let by = false;
  for (let index = from + 1; index < found.length; index += 1) {
    const concept = found[index] as number;
    if (concept === SENTENCE || concept === PART || concept === RECEIVE) break;
    if (concept === BY) by = true;
    else if (ENDS.has(concept)) break;
    else if (concept === SENDER) return by ? FOR_GOOD : TO_SENDER;
    // A parcel on its way back has come to its end where it came from.
    else if (concept === ORIGIN && found.lastIndexOf(RETURN, from) !== -1) return FOR_GOOD;
    // "Delivered at the branch to the consignee": the branch is where it was done, not whom it went to.
    else if (isPlaceOf(found, from, index)) return FOR_GOOD;
    else if (WAYS.has(concept)) return received ? TAKEN : by ? FOR_GOOD : HANDED_ON;
  }
  return FOR_GOOD;
}

/** Whether the hub at `index`, to which no "to" leads from the act at `from`, stands before a "to" the recipient. */
const isPlaceOf = (found: readonly number[], from: number, index: number): boolean =>
  PLACES.has(found[index] as number) &&
  !found.slice(from, index).includes(TO) &&
  found[index + 1] === TO &&
  found[index + 2] === RECIPIENT;

/** "Payment received", "data received by the system", "order received by the seller": word of a parcel, not the parcel. */
function isWord(found: readonly number[], from: number): boolean {
  const start = partStart(found, from);
  const said = found.slice(start, from);
  if (said.includes(RETURN)) return false;
  const before = said.findLast((one) => !BESIDE.has(one));
  if (before !== undefined && WORD.has(before)) return true;
  const end = found.findIndex((one, place) => place > from && (one === PART || one === SENTENCE));
  const told = found.slice(from + 1, end === -1 ? undefined : end).filter((one) => one !== BY);
  if (told[0] === DATA || told[0] === NOTICE) return true;
  if (said.at(-1) === SENDER) return told[0] === ORDER || told[0] === PAID;
  return told.includes(SENDER) && (said.includes(ORDER) || told.slice(0, 2).includes(ORDER));
}
