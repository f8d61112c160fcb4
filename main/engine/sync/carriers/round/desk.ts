import type { CarrierSchedule } from '#shared/contract/carriers.ts';
import { CARRIER_SOURCE_FACTS, type CarrierSourceId } from '#shared/model/carrierSource.ts';
import { asInstant, HOUR } from '#shared/time.ts';
import { planBatches } from '../../schedule/plan.ts';
import { companyKey, learn, mindOf, mindText, plan, speaksForAll, UNSCANNED } from './mind.ts';
import { PRICE } from './purse.ts';
import type { Followed, KeptDue, OpenNumber, RoundBook } from './types.ts';

/** What was learnt is written at most this often: a kill costs the lessons of an hour, and no scan. */
const MIND_EVERY = HOUR;
/** Plans made in one go; then others get their turn. */
const BREATH = 500;

/** The numbers that are followed at one source, when each is due, and what its answers taught. */
export interface Desk {
  /** Price of a call in hours of expected delay, and when it was set. */
  price: number;
  pricedAt: number;
  /** Takes in how a number stands in the journal; `byPerson`: a person wants it asked about now. */
  meet(open: OpenNumber, now: number, byPerson?: boolean): void;
  /** Numbers that are not among these are asked about no more. */
  leaveOthers(present: ReadonlySet<string>): void;
  /** The source answered about a number. */
  heard(number: string, now: number): void;
  /**
   * A number that the source refused is tried again later and later, and at last not any more. `lacks`: for want of the
   * service's own allowance.
   */
  refused(number: string, wait: (silentMs: number) => number | null, now: number, lacks?: boolean): void;
  /** Plans those anew whose company somebody was heard to have left. */
  replanCompany(now: number): Promise<void>;
  /** Numbers to ask about now, at most `calls` batches, and charged ones at most `mayCharge`. */
  due(now: number, calls: number, mayCharge: number): string[];
  /** When the next is due, those left out that cannot be paid for. */
  nextAt(mayCharge: number): number | null;
  figures(mayCharge: number): Pick<CarrierSchedule, 'following' | 'unpaid' | 'lacking'>;
  /** Writes what changed, and what was learnt where that is due or `everything` is to be kept. */
  keep(asked: number, now: number, everything: boolean): void;
}

/** Opens the desk of a source as it was kept. */
export function createDesk(source: CarrierSourceId, book: RoundBook, breathe: () => Promise<unknown>): Desk {
  const { batch, paidPer } = CARRIER_SOURCE_FACTS[source];
  const mind = mindOf(book.mind(source));
  const kept = new Map<string, KeptDue>(book.kept(source).map((each) => [each.number, each]));
  const rows = new Map<string, Followed>();
  const members = new Map<string, Set<string>>();
  const changed = new Map<string, KeptDue>();
  const left = new Set<string>();
  const wanted = new Set<string>();
  /** When each number is tried again that the service has no allowance for. Not kept: the next trial tells it anew. */
  const lacking = new Map<string, number>();
  let mindAt = -Infinity;

  const leave = (row: Followed): void => {
    const key = companyKey(row);
    const set = members.get(key);
    set?.delete(row.number);
    if (set?.size === 0) members.delete(key);
  };
  const put = (row: Followed): void => {
    const before = rows.get(row.number);
    if (before) leave(before);
    rows.set(row.number, row);
    const key = companyKey(row);
    const set = members.get(key);
    if (set) set.add(row.number);
    else members.set(key, new Set([row.number]));
  };
  const setDue = (row: Followed, dueAt: number | null): void => {
    const next = { ...row, dueAt };
    put(next);
    changed.set(row.number, next);
  };
  const replan = (row: Followed, now: number): void => {
    put(row);
    const mates = members.get(companyKey(row))?.size ?? 1;
    setDue(row, plan(mind, source, row, desk.price, mates, now));
  };
  /** News of a number, from its source (`asked`) or from elsewhere. */
  const hear = (row: Followed, now: number, asked: boolean): void => {
    const heard = learn(mind, row, book.scansAfter(row.number, row.scanAt, now), now, asked);
    replan(heard.row, now);
    for (const key of heard.left) left.add(key);
  };
  /** Whether it is still due in the light of what was heard of its company since it was planned; if not, it is planned anew. */
  const stillDue = (row: Followed, now: number): boolean => {
    if (row.askedAt === null || wanted.has(row.number)) return true;
    replan(row, now);
    const dueAt = rows.get(row.number)?.dueAt ?? Infinity;
    return dueAt <= now;
  };
  /**
   * Where each number is a call of its own, one of those that travel together is asked for all; the others are planned
   * anew by its answer, when they are looked at next.
   */
  const waitsForAnother = (row: Followed, spoken: Set<string>): boolean => {
    const key = companyKey(row);
    if (batch > 1 || row.askedAt === null || wanted.has(row.number)) return false;
    if (!speaksForAll(mind, row, members.get(key)?.size ?? 1)) return false;
    if (spoken.has(key)) return true;
    spoken.add(key);
    return false;
  };
  /** First questions of a number, or all questions, are charged by some. */
  const costs = (row: Followed): boolean =>
    paidPer === 'question' || (paidPer === 'number' && row.askedAt === null);

  const desk: Desk = {
    price: PRICE,
    pricedAt: -Infinity,
    meet: (open, now, byPerson = false) => {
      const { number, carrier, market, ended, openCase, deadlineAt, shopee } = open;
      const facts = {
        number,
        carrier,
        market,
        lane: `CN-${market ?? ''}`,
        ended,
        openCase,
        deadlineAt,
        shopee,
      };
      const before = rows.get(number);
      const known = before ?? kept.get(number);
      if (!known) {
        const newest = open.lastScanAt === null ? undefined : book.scansAfter(number, -1, now).at(-1);
        const stand = {
          node: newest?.node ?? UNSCANNED,
          scanAt: newest?.at ?? Math.min(open.createdAt, now),
        };
        replan({ ...facts, ...stand, askedAt: null, dueAt: null }, now);
      } else {
        const row: Followed = { ...facts, ...pick(known) };
        const differs =
          !before ||
          (['ended', 'openCase', 'deadlineAt', 'shopee', 'carrier'] as const).some(
            (key) => before[key] !== row[key],
          );
        const overdue = row.dueAt !== null && row.dueAt <= now && !row.shopee;
        if (open.lastScanAt !== null && open.lastScanAt > row.scanAt && open.lastScanAt <= now) {
          hear(row, now, false);
        } else if (!differs || overdue || (!before && row.dueAt !== null)) put(row);
        else replan(row, now);
      }
      const row = rows.get(number);
      if (!byPerson || !row) return;
      wanted.add(number);
      setDue(row, now);
    },
    leaveOthers: (present) => {
      for (const [number, row] of rows) {
        if (present.has(number)) continue;
        lacking.delete(number);
        leave(row);
        rows.delete(number);
        const gone = { ...pick(row), dueAt: null };
        kept.set(number, gone);
        if (row.dueAt !== null) changed.set(number, gone);
      }
    },
    heard: (number, now) => {
      wanted.delete(number);
      lacking.delete(number);
      const row = rows.get(number);
      if (row) hear(row, now, true);
    },
    refused: (number, wait, now, lacks = false) => {
      const row = rows.get(number);
      if (!row) return;
      const ms = wait(now - row.scanAt);
      if (lacks && ms !== null) lacking.set(number, now + ms);
      else lacking.delete(number);
      setDue(row, ms === null ? null : now + ms);
    },
    replanCompany: async (now) => {
      let n = 0;
      for (const key of left) {
        // A copy: planning one anew puts it back into the set.
        for (const number of [...(members.get(key) ?? [])]) {
          const mate = rows.get(number);
          if (!mate || mate.askedAt === null || mate.dueAt === null || mate.dueAt <= now) continue;
          replan(mate, now);
          n += 1;
          if (n % BREATH === 0) await breathe();
        }
      }
      left.clear();
    },
    due: (now, calls, mayCharge) => {
      const free: Followed[] = [];
      const charged: Followed[] = [];
      const spoken = new Set<string>();
      for (const row of [...rows.values()]) {
        if (row.dueAt === null || (row.dueAt <= now && !stillDue(row, now))) continue;
        if (row.dueAt <= now && waitsForAnother(row, spoken)) continue;
        (costs(row) ? charged : free).push(row);
      }
      // Where not all can be paid for, those with an open case go first, then those that wait longest.
      const paid = charged
        .filter(({ dueAt }) => (dueAt ?? Infinity) <= now)
        .toSorted((a, b) => Number(b.openCase) - Number(a.openCase) || (a.dueAt ?? 0) - (b.dueAt ?? 0))
        .slice(0, mayCharge);
      const candidates = [...paid, ...free].map(({ number, dueAt, askedAt, scanAt }) => ({
        id: number,
        dueAt: dueAt ?? Infinity,
        askedAt: askedAt ?? Math.min(scanAt, dueAt ?? scanAt),
      }));
      return planBatches(candidates, { batch, calls }, now).flat();
    },
    nextAt: (mayCharge) => {
      let next: number | null = null;
      for (const row of rows.values()) {
        if (row.dueAt === null || (mayCharge === 0 && costs(row))) continue;
        if (next === null || row.dueAt < next) next = row.dueAt;
      }
      return next;
    },
    figures: (mayCharge) => {
      const following = [...rows.values()].filter(({ dueAt }) => dueAt !== null);
      const unpaid = mayCharge > 0 ? 0 : following.filter(costs).length;
      const until = lacking.size === 0 ? null : asInstant(Math.min(...lacking.values()));
      return {
        ...{ following: following.length, unpaid },
        lacking: until === null ? null : { n: lacking.size, until },
      };
    },
    keep: (asked, now, everything) => {
      const withMind = everything || (asked > 0 && now - mindAt >= MIND_EVERY);
      if (changed.size === 0 && !withMind) return;
      book.keep(source, [...changed.values()], withMind ? mindText(mind, now) : null, asked, now);
      changed.clear();
      if (withMind) mindAt = now;
    },
  };
  return desk;
}

const pick = ({ number, node, scanAt, askedAt, dueAt }: KeptDue): KeptDue => ({
  ...{ number, node, scanAt, askedAt, dueAt },
});
