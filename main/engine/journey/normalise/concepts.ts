/**
 * What words of a scan stand for, in any language: things, acts, modifiers and grounds. A language's word list gives them
 * its words; the rules speak of these alone, so one rule serves all languages.
 */
export const CONCEPTS = [
  // things
  ...[
    'DATA',
    'ORDER',
    'HUB',
    'STATION',
    'ORIGIN',
    'DEST',
    'AIRPORT',
    'AIRLINE',
    'FLIGHT',
    'COUNTRY',
    'EXCHANGE',
  ],
  ...[
    'CUSTOMS',
    'EXPORT',
    'IMPORT',
    'TAX',
    'DOCS',
    'CARRIER',
    'COURIER',
    'RECIPIENT',
    'SENDER',
    'SAFE',
    'LOCKER',
  ],
  ...['PUDO', 'POST', 'HOME', 'INTL', 'THIRD', 'CONTAINER', 'ADDRESS', 'COD'],
  // acts
  ...[
    'CREATED',
    'PREPARE',
    'PICKUP',
    'PICKED',
    'ACCEPT',
    'POSTED',
    'RECEIVE',
    'ARRIVE',
    'DEPART',
    'PROCESS',
    'PACK',
  ],
  ...['LOAD', 'HANDOVER', 'FORWARD', 'TRANSIT', 'CLEAR', 'INSPECT', 'DELIVERY', 'DELIVERED', 'SIGNED', 'OFD'],
  ...[
    'ATTEMPT',
    'COLLECT',
    'COLLECTED',
    'RETURN',
    'RETURNED',
    'CANCEL',
    'DESTROY',
    'LOST',
    'FOUND',
    'MISSING',
    'DAMAGED',
    'SOLVED',
  ],
  ...['ARRANGE', 'REQUEST', 'START', 'DONE', 'READY', 'WAIT', 'ETA', 'NOTICE', 'STALE', 'CONTACT', 'PAID'],
  // modifiers
  ...['NEG', 'FUTURE', 'BY', 'FAIL', 'PROBLEM', 'TO', 'NEXT', 'OF'],
  // grounds
  ...[
    'HOLD',
    'DELAY',
    'RESCHEDULE',
    'REFUSE',
    'NOBODY',
    'UNREACHABLE',
    'MOVED',
    'CLOSED',
    'NOACCESS',
    'BADADDRESS',
  ],
  ...[
    'UNPAID',
    'UNCLAIMED',
    'PROHIBITED',
    'SECURITY',
    'WEATHER',
    'CAPACITY',
    'MISROUTED',
    'NOTREADY',
    'NEEDED',
  ],
  ...['KEPT', 'RECEIVEDBY', 'TRUNK', 'IGNORE', 'BYSENDER', 'WRONG', 'MAYBE', 'BYRECIPIENT', 'IF', 'NOTYET'],
] as const;

export type Concept = (typeof CONCEPTS)[number];

const INDEX: ReadonlyMap<string, number> = new Map(CONCEPTS.map((name, index) => [name, index]));

/** Place of a concept in a set; throws for a name that is none, so that a slip in a word list shows at once. */
export function conceptIndex(name: string): number {
  const found = INDEX.get(name);
  if (found === undefined) throw new Error(`no such concept: ${name}`);
  return found;
}
