import type { Confidence } from '#shared/model/event.ts';
import type { EventNode, Reason } from '#shared/model/node.ts';

/**
 * What decides the side of a scan that has none by itself: `hub-in` and `hub-out` are a hub somewhere, `hub` one whose
 * table names a side that position may correct, `customs` one of the import codes that carriers also use for export,
 * `port-in` and `port-out` an airport or harbour on one end of the main leg, `solved` a word that ends whatever trouble there was.
 */
export type Side = 'none' | 'hub-in' | 'hub-out' | 'hub' | 'customs' | 'port-in' | 'port-out' | 'solved';

/** What a code or a status word stands for. */
export interface Entry {
  readonly node: EventNode;
  readonly reason: Reason | null;
  readonly confidence: Confidence;
  readonly side: Side;
}

export type CodeTable = ReadonlyMap<string, Entry>;

const CONFIDENCE: Readonly<Record<string, Confidence>> = { '~': 'medium', '?': 'low' };
/** Names of cells that are no node themselves. */
const PLAIN: Readonly<Record<string, EventNode>> = {
  HUB_IN: 'TRANSIT_HUB',
  HUB_OUT: 'TRANSIT_HUB',
  PORT_IN: 'LINEHAUL_ARRIVED',
  PORT_OUT: 'LINEHAUL_DEPARTED',
  SOLVED: 'IN_TRANSIT',
};
const HUB = /^(ORIGIN|DEST)_HUB_(IN|OUT)$/;

/** Reads one cell: `[~ or ?]NODE[/REASON]`; `~` is medium confidence, `?` low, `HUB_IN` and `HUB_OUT` have no side, `SOLVED` is an IN_TRANSIT that ends trouble. */
export function entry(text: string): Entry {
  const mark = CONFIDENCE[text[0] ?? ''];
  const [name = '', reason] = (mark ? text.slice(1) : text).split('/');
  const confidence = mark ?? 'high';
  const side = sideOf(name, confidence);
  const node = PLAIN[name] ?? (name as EventNode);
  return { node, reason: (reason as Reason | undefined) ?? null, confidence, side };
}

function sideOf(name: string, confidence: Confidence): Side {
  if (name === 'HUB_IN') return 'hub-in';
  if (name === 'HUB_OUT') return 'hub-out';
  if (name === 'PORT_IN') return 'port-in';
  if (name === 'PORT_OUT') return 'port-out';
  if (name === 'SOLVED') return 'solved';
  if (confidence === 'high') return 'none';
  if (HUB.test(name)) return 'hub';
  return name.startsWith('IMPORT_') ? 'customs' : 'none';
}

/** Makes a table from cells. Keys are compared without case, blanks, `-` and `_`. */
export function table(cells: Readonly<Record<string, string>>): CodeTable {
  return new Map(Object.entries(cells).map(([code, cell]) => [codeKey(code), entry(cell)]));
}

/** The form in which codes are compared. A minus before a number stays: GHTK has both 1 and -1. */
export function codeKey(code: string): string {
  return code
    .trim()
    .toUpperCase()
    .replace(/(?!^-\d)[\s_-]+/g, '');
}
