import { type Concept, conceptIndex } from './concepts.ts';
import { goalOf, partStart, WAYS } from './goal.ts';
import { PART, SENTENCE } from './lexicon.ts';

const WORDS = 4;
const at = (name: Concept): number => conceptIndex(name);
const set = (...names: readonly Concept[]): Uint8Array => Uint8Array.from(names, at);

/** What a denied act is: "not delivered" is a failed delivery, "not available" somebody who is not there. */
const DENIED: ReadonlyMap<number, Uint8Array> = new Map(
  Object.entries({
    DELIVERED: set('FAIL', 'DELIVERY'),
    DELIVERY: set('FAIL', 'DELIVERY'),
    ATTEMPT: set('FAIL'),
    SIGNED: set('FAIL', 'DELIVERY'),
    OFD: set('FAIL', 'DELIVERY'),
    PICKED: set('FAIL', 'PICKUP'),
    PICKUP: set('FAIL', 'PICKUP'),
    COLLECTED: set('UNCLAIMED'),
    COLLECT: set('UNCLAIMED'),
    CLEAR: set('HOLD'),
    DONE: set('FAIL'),
    RECEIVE: set('WAIT'),
    ARRIVE: set('WAIT'),
    DEPART: set('WAIT'),
    HANDOVER: set('WAIT'),
    POSTED: set('WAIT'),
    READY: set('NOBODY'),
    CONTACT: set('UNREACHABLE'),
    ACCEPT: set('REFUSE'),
    PAID: set('UNPAID'),
    HOME: set('NOBODY'),
    TRANSIT: set('WAIT'),
    PROCESS: set('WAIT'),
    LOAD: set('DELAY'),
    DAMAGED: set(),
    LOST: set(),
    FOUND: set(),
    MISSING: set(),
    DELAY: set(),
    HOLD: set(),
    RETURN: set(),
    RETURNED: set('RETURN', 'START'),
    CANCEL: set(),
    DESTROY: set(),
    PROBLEM: set(),
    REFUSE: set(),
  }).map(([name, made]) => [conceptIndex(name), made]),
);

/** What a parcel that is only announced has not done yet is waited for, and has not failed. */
const STILL_OPEN: ReadonlyMap<number, Uint8Array> = new Map(
  ['DELIVERED', 'DELIVERY', 'SIGNED', 'OFD', 'PICKED', 'PICKUP', 'RETURNED'].map((name) => [
    conceptIndex(name),
    set('WAIT', 'NOTICE'),
  ]),
);

/** What an act is that is yet to come: it has not happened. */
const PLANNED: ReadonlyMap<number, Uint8Array> = new Map(
  Object.entries({
    ATTEMPT: set('ETA'),
    DELIVERED: set('ETA'),
    DELIVERY: set('ETA'),
    OFD: set('PREPARE', 'DELIVERY'),
    SIGNED: set('ETA'),
    PICKED: set('PICKUP', 'ARRANGE'),
    PICKUP: set('PICKUP', 'ARRANGE'),
    COLLECTED: set(),
    COLLECT: set('ETA'),
    RETURNED: set('RETURN', 'START'),
    RETURN: set('RETURN', 'START'),
    CANCEL: set(),
    DESTROY: set(),
    LOST: set(),
    FOUND: set(),
    ARRIVE: set('NEXT'),
    DEPART: set('NEXT'),
    HANDOVER: set('NEXT'),
    PROCESS: set('NEXT'),
    LOAD: set('NEXT'),
    TRANSIT: set('NEXT'),
    FORWARD: set('NEXT'),
    CLEAR: set(),
    RECEIVE: set(),
    DONE: set(),
    RESCHEDULE: set('RESCHEDULE'),
  }).map(([name, made]) => [conceptIndex(name), made]),
);

/** What is only possible has not happened, however far the sentence goes on: no end, no return. */
const POSSIBLE: ReadonlyMap<number, Uint8Array> = new Map(
  Object.entries({
    RETURN: set(),
    RETURNED: set('NOTICE'),
    DESTROY: set(),
    CANCEL: set(),
    LOST: set(),
    COLLECTED: set('COLLECT'),
    PICKED: set('COLLECT'),
    DELIVERED: set('ETA'),
    SENDER: set(),
  }).map(([name, made]) => [conceptIndex(name), made]),
);

const MAYBE = at('MAYBE');
const IF = at('IF');
const NOTYET = at('NOTYET');
const CANCEL = at('CANCEL');
const ANNOUNCED = new Set(['CREATED', 'DATA'].map(conceptIndex));
const NOTICE = at('NOTICE');
const DATA = at('DATA');
const NEG = at('NEG');
const FUTURE = at('FUTURE');
const DELIVERED = at('DELIVERED');
const RECEIVEDBY = at('RECEIVEDBY');
const ETA = at('ETA');
const OFD = at('OFD');
const WAIT = at('WAIT');
const ARRIVE = at('ARRIVE');
const NEXT = at('NEXT');
const CLEAR = at('CLEAR');
const PICKED = at('PICKED');
const COLLECT = at('COLLECT');
const COLLECTED = at('COLLECTED');
const COURIER = at('COURIER');
const CARRIER = at('CARRIER');
const SIGNED = at('SIGNED');
const PROBLEM = at('PROBLEM');
const TO = at('TO');
const MOVING = new Set(['TRANSIT', 'FORWARD', 'DELIVERY', 'OFD'].map(conceptIndex));
const RECIPIENT = at('RECIPIENT');
const HANDOVER = at('HANDOVER');
const DEST = at('DEST');
const RETURN = at('RETURN');
const RETURNED = at('RETURNED');
const START = at('START');

/** A set of concepts as bits. */
export type Facts = Int32Array;

const newFacts = (): Facts => new Int32Array(WORDS);
const put = (facts: Facts, concept: number): void => {
  facts[concept >> 5] = (facts[concept >> 5] as number) | (1 << (concept & 31));
};
const drop = (facts: Facts, concept: number): void => {
  facts[concept >> 5] = (facts[concept >> 5] as number) & ~(1 << (concept & 31));
};
const has = (facts: Facts, concept: number): boolean =>
  (((facts[concept >> 5] as number) >> (concept & 31)) & 1) === 1;

/**
 * The facts that concepts in their order make: a denial or a plan holds for the act behind it in its part of the sentence,
 * what hangs on a condition is only told, and a "delivered" whose goal is an airline, a hub or the sender is none to the recipient.
 */
export function factsOf(found: readonly number[]): Facts {
  const facts = newFacts();
  let denied = 0;
  let planned = 0;
  let acted = false;
  let possible = false;
  let open = false;
  let yet = false;
  for (let index = 0; index < found.length; index += 1) {
    const concept = found[index] as number;
    if (concept === SENTENCE || concept === PART) {
      denied = 0;
      planned = 0;
      if (concept === SENTENCE) possible = false;
      continue;
    }
    if (concept === IF) {
      // What may still be done about a parcel that is called off leaves it called off.
      if (!found.slice(0, index).includes(CANCEL)) put(facts, NOTICE);
      // "Will be returned if it is not claimed": nothing is on its way back yet.
      const said = found.slice(partStart(found, index), index);
      if (said.includes(RETURN) && has(facts, START)) for (const one of UNRETURNED) drop(facts, one);
      while (index + 1 < found.length && found[index + 1] !== SENTENCE) index += 1;
      continue;
    }
    if (concept === MAYBE) {
      // "Ne peut être livré": what cannot be is denied, not possible.
      if (denied === 0) possible = true;
      continue;
    }
    if (concept === NEG || concept === NOTYET) {
      denied = 3;
      yet = concept === NOTYET;
      open = concept === NOTYET && found.slice(0, index).some((one) => ANNOUNCED.has(one));
      continue;
    }
    if (concept === FUTURE) {
      planned = 5;
      acted = false;
      continue;
    }
    if (concept === ETA) planned = 5;
    // "Not returned" is one denial, though its words say two things.
    if (denied > 0 && concept === RETURN && found[index + 1] === RETURNED) continue;
    // "Noch nicht an GLS übergeben": it is the sender's yet, unless somebody at the far end waits for it.
    if (
      denied > 0 &&
      yet &&
      concept === HANDOVER &&
      !found.slice(partStart(found, index)).some((one) => FAR_END.has(one))
    ) {
      for (const one of UNSENT) put(facts, one);
      denied = 0;
      continue;
    }
    const made =
      (denied > 0 && yet && concept === OFD ? WAITS_FOR_IT : undefined) ??
      (possible ? POSSIBLE.get(concept) : undefined) ??
      (denied > 0 && open ? STILL_OPEN.get(concept) : undefined) ??
      (denied > 0 ? DENIED.get(concept) : planned > 0 ? PLANNED.get(concept) : undefined);
    if (made) {
      for (const one of made) put(facts, one);
      acted = planned > 0;
      if (denied > 0) denied = 0;
      continue;
    }
    // "Released, waiting for the courier": what is done is not undone by what comes next.
    if (
      concept === WAIT &&
      has(facts, CLEAR) &&
      !found.slice(partStart(found, index), index).includes(CLEAR)
    ) {
      put(facts, NEXT);
      continue;
    }
    // "Awaiting arrival", "awaiting airport arrival": what is waited for has not come.
    if (concept === WAIT && (found[index + 1] === ARRIVE || awaitsArrivalAt(found, index))) {
      put(facts, WAIT);
      put(facts, NEXT);
      if (found[index + 1] !== ARRIVE) put(facts, found[(index += 1)] as number);
      index += 1;
      continue;
    }
    // "Waiting for the buyer to fetch it": it lies there still.
    if (concept === WAIT && found[index + 1] === COLLECTED) {
      put(facts, COLLECT);
      index += 1;
      continue;
    }
    // "Waiting for the courier to collect": nothing is taken up yet.
    if (concept === WAIT && awaitsPickUp(found, index)) {
      for (const one of AWAITED) put(facts, one);
      index += found[index + 1] === PICKED ? 1 : 2;
      continue;
    }
    if (denied > 0) denied -= 1;
    if (planned > 0) {
      planned -= 1;
      // Where a plan leads to is no place where the parcel is, once something else was said.
      if (index > 1 && (WAYS.has(concept) || (acted && concept === DEST))) continue;
    }
    // "Payment cancelled", "invoice void": no order was cancelled by it.
    if (isOfMoney(found, index)) {
      put(facts, NOTICE);
      index += 1;
      continue;
    }
    // "Cancelled: delivered", "the status delivered was cancelled": an end that is taken back is none.
    if (isTakenBack(concept, found[index + 1])) {
      put(facts, PROBLEM);
      index += 1;
      continue;
    }
    // "Notice delivered to the recipient", "data delivered": what came was word of a parcel.
    if (concept === DELIVERED && isNews(found[index - 1])) {
      put(facts, NOTICE);
      continue;
    }
    // "Ready to be handed to the recipient", "prepared for it": nothing is handed over yet.
    if (concept === DELIVERED && found[index + 1] === RECIPIENT && isMadeReady(found, index)) {
      for (const one of READIED) put(facts, one);
      continue;
    }
    // "The customer has received a message": that is all that came.
    if (concept === DELIVERED && found[index + 1] === RECIPIENT && found[index + 2] === NOTICE) {
      put(facts, NOTICE);
      index += 2;
      continue;
    }
    if (concept === DELIVERED || concept === RECEIVEDBY) {
      for (const one of goalOf(found, index)) put(facts, one);
      continue;
    }
    // "Đang vận chuyển … đến …": one word is "to" of what is on its way, and "arrived" of all else.
    if (concept === TO && found[index + 1] === ARRIVE) {
      index += 1;
      const said = found.slice(partStart(found, index), index);
      put(facts, said.some((one) => MOVING.has(one)) ? TO : ARRIVE);
      continue;
    }
    put(facts, concept);
  }
  return facts;
}

const READIED = set('PREPARE', 'DELIVERY');
const READYING = new Set(['PREPARE', 'READY'].map(conceptIndex));
const isMadeReady = (found: readonly number[], index: number): boolean =>
  READYING.has(found[index - 1] as number) ||
  (BETWEEN.has(found[index - 1] as number) && READYING.has(found[index - 2] as number));
const BETWEEN = new Set(['TO', 'DELIVERY'].map(conceptIndex));
const UNRETURNED = set('RETURN', 'START', 'SENDER');
const WAITS_FOR_IT = set('WAIT', 'DELIVERY');
const UNSENT = set('WAIT', 'ORDER', 'CREATED');
const FAR_END = new Set(
  [
    'RECIPIENT',
    'SAFE',
    'COURIER',
    'CUSTOMS',
    'PUDO',
    'LOCKER',
    'STATION',
    'HUB',
    'POST',
    'AIRLINE',
    'RETURN',
  ].map(conceptIndex),
);
const AWAITED = set('WAIT', 'PICKUP', 'ARRANGE');
const awaitsArrivalAt = (found: readonly number[], from: number): boolean =>
  WAYS.has(found[from + 1] as number) && found[from + 2] === ARRIVE;
const awaitsPickUp = (found: readonly number[], from: number): boolean =>
  found[from + 1] === PICKED ||
  ((found[from + 1] === COURIER || found[from + 1] === CARRIER) && found[from + 2] === PICKED);

const isNews = (before: number | undefined): boolean => before === NOTICE || before === DATA;

const isTakenBack = (one: number, next: number | undefined): boolean =>
  (one === CANCEL && (next === DELIVERED || next === SIGNED)) ||
  (next === CANCEL && (one === DELIVERED || one === SIGNED));

const PAPERS = new Set(['PAID', 'DOCS', 'TAX', 'COD'].map(conceptIndex));
const WHOSE = new Set(
  ['ORDER', 'SENDER', 'NEG', 'FAIL', 'UNPAID', 'NEEDED', 'CUSTOMS', 'BY'].map(conceptIndex),
);

/** A payment or a paper next to the word that it was cancelled, and nothing else in that part that could have been. */
function isOfMoney(found: readonly number[], from: number): boolean {
  const pair = [found[from] as number, found[from + 1] as number];
  if (!pair.includes(CANCEL) || !pair.some((one) => PAPERS.has(one))) return false;
  const end = found.findIndex((one, place) => place > from && (one === PART || one === SENTENCE));
  const part = found.slice(partStart(found, from), end === -1 ? undefined : end);
  return !part.some((one) => WHOSE.has(one));
}
