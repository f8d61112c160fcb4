import { HOUR } from '#shared/time.ts';

/**
 * Parcels that travel together are scanned together: a van's round, a flight, a customs release. What one answer tells
 * about one of them it tells, in part, about the others. Here is learnt how far.
 */
export interface Company {
  /** Of the scans that could have been shared, how many fell together or near: by node that the parcels stood at. */
  readonly shared: Map<string, Shared>;
  /** The newest word about each company, by `companyOf`. */
  readonly word: Map<string, Word>;
}

/** Scans of two members of a company: how many pairs there were, and how far apart. */
export interface Shared {
  /** Within an hour. */
  same: number;
  /** Not within one, but within three; missing in what was stored before this was counted. */
  near?: number;
  of: number;
}

/** What is known of one parcel through those that travel with it. Instants in ms. */
export interface Together {
  /** Chance that its next scan is a shared one. */
  readonly share: number;
  /** Parcels that travel together, itself counted. */
  readonly mates: number;
  /** When the company was last asked about, through any member. */
  readonly askedAt: number;
  /** When the shared scan happened, once a member is known to have had it. */
  readonly movedAt: number | null;
}

/** The newest word about a company. Instants in ms. */
export interface Word {
  /** When any member was asked last. */
  askedAt: number;
  /** When the scan happened that moved a member on, if one is known to have moved. */
  movedAt: number | null;
}

/** Scans this close together are one event (a lorry is unloaded within the hour). */
const TOGETHER = HOUR;
/** Up to here a scan is near another: twice as long a stretch as the hour, to tell what chance alone brings together. */
const NEAR = 3 * HOUR;
/** Below this share an answer about one says too little about the others to be worth planning them anew. */
const CLOSE = 0.3;
/** Members share the hour of their last scan. */
const WINDOW = 2 * HOUR;
/** Before anything is seen: shared one time in four, with the weight of eight observations. */
const PRIOR = { same: 2, of: 8 };

/** The company of a parcel: same lane, same node, last scanned in the same two hours. */
export function companyOf(carrier: string, lane: string, node: string, lastScanAt: number): string {
  return `${carrier}|${lane}|${node}|${Math.floor(lastScanAt / WINDOW)}`;
}

/**
 * How likely a member's next scan is the one that another member already had, or has not had. Parcels that go each by
 * themselves, but equally fast, come within the hour by chance, too; as many as come in each of the two hours beyond are
 * taken off.
 */
export function togetherness(company: Company, node: string): number {
  const { same, near = 0, of } = company.shared.get(node) ?? { same: 0, of: 0 };
  return Math.max(0, same - near / 2 + PRIOR.same) / (of + PRIOR.of);
}

/** Whether parcels leave this node in company at all, as far as is known. */
export const isClose = (company: Company, node: string): boolean => togetherness(company, node) >= CLOSE;

/** What a parcel of the company `key` knows through the others; null where it travels alone. */
export function togetherOf(company: Company, key: string, node: string, mates: number): Together | null {
  const word = company.word.get(key);
  if (!word || (mates < 2 && word.movedAt === null) || !isClose(company, node)) return null;
  return { share: togetherness(company, node), mates, askedAt: word.askedAt, movedAt: word.movedAt };
}

/** Notes an answer without news about a member of `key`. */
export function heardNothing(company: Company, key: string, now: number): void {
  const word = company.word.get(key);
  if (word) word.askedAt = Math.max(word.askedAt, now);
  else company.word.set(key, { askedAt: now, movedAt: null });
}

/** Notes that a member of `key`, standing at `node`, was scanned on at `scannedAt`; learns whether others were, too. */
export function heardMove(company: Company, key: string, node: string, scannedAt: number, now: number): void {
  const word = company.word.get(key);
  if (!word) {
    company.word.set(key, { askedAt: now, movedAt: scannedAt });
    return;
  }
  word.askedAt = Math.max(word.askedAt, now);
  if (word.movedAt === null) {
    word.movedAt = scannedAt;
    return;
  }
  const seen = company.shared.get(node) ?? { same: 0, of: 0 };
  const apart = Math.abs(scannedAt - word.movedAt);
  seen.of += 1;
  if (apart <= TOGETHER) seen.same += 1;
  else if (apart <= NEAR) seen.near = (seen.near ?? 0) + 1;
  company.shared.set(node, seen);
}
