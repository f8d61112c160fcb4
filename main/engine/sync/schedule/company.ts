import { HOUR } from '#shared/time.ts';

/**
 * Parcels that travel together are scanned together: a van's round, a flight, a customs release. What one answer tells
 * about one of them it tells, in part, about the others. Here is learnt how far.
 */
export interface Company {
  /** Of the scans that could have been shared, how many were: by node that the parcels stood at. */
  readonly shared: Map<string, { same: number; of: number }>;
  /** The newest word about each company, by `companyOf`. */
  readonly word: Map<string, Word>;
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
/** Members share the hour of their last scan. */
const WINDOW = 2 * HOUR;
/** Before anything is seen: shared one time in four, with the weight of eight observations. */
const PRIOR = { same: 2, of: 8 };

/** The company of a parcel: same lane, same node, last scanned in the same two hours. */
export function companyOf(carrier: string, lane: string, node: string, lastScanAt: number): string {
  return `${carrier}|${lane}|${node}|${Math.floor(lastScanAt / WINDOW)}`;
}

/** How likely a member's next scan is the one that another member already had, or has not had. */
export function togetherness(company: Company, node: string): number {
  const seen = company.shared.get(node);
  return ((seen?.same ?? 0) + PRIOR.same) / ((seen?.of ?? 0) + PRIOR.of);
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
  seen.of += 1;
  if (Math.abs(scannedAt - word.movedAt) <= TOGETHER) seen.same += 1;
  company.shared.set(node, seen);
}
