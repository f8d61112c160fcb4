import type { WindowRow } from '../../store/types.ts';
import type { ListTrouble } from '#shared/model/sync.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';

/** A stretch of time, both ends in milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Shopee takes at most 15 days and does not say whether exactly 15 are taken (reference, 2.1). */
export const SPAN_MAX = 15 * DAY - HOUR;
/** Windows overlap by this much, so that a change at a border, or a clock a little off, falls into one of them. */
export const OVERLAP = 2 * MINUTE;
/** How often a list of changes is read: soonest while it brings something, ever later while it does not. */
export const FOLLOW = {
  orders: { soonest: 15 * MINUTE, latest: 60 * MINUTE },
  returns: { soonest: 60 * MINUTE, latest: 4 * HOUR },
} as const;
/** Later than this, it is a gap: told, and filled from now backwards. */
export const GAP_AFTER = 5 * HOUR;
/** The first look back at changes, and the newest piece of a gap. */
const NEWEST = 6 * HOUR;
/** Pieces of a first load: small enough to show progress and to begin with the newest. */
const LOAD_PIECE = 3 * DAY;

/** `from` to `to` in pieces that overlap, newest first; each piece is `grow` times as long as the one before. */
export function pieces(span: Span, first: number, grow: number): Span[] {
  const made: Span[] = [];
  let to = span.to;
  let length = Math.min(first, SPAN_MAX);
  while (to > span.from) {
    const from = Math.max(span.from, to - length);
    made.push({ from, to });
    if (from === span.from) break;
    to = from + OVERLAP;
    length = Math.min(SPAN_MAX, Math.max(length * grow, OVERLAP * 2));
  }
  return made;
}

export interface FollowPlan {
  readonly kind: 'follow' | 'gap';
  /** Newest first. */
  readonly windows: readonly Span[];
  /** What was not followed as it happened. */
  readonly gap: Span | null;
}

/**
 * The windows that bring a list of changes from `head` (followed up to there; null: never) to `now`. A longer silence is
 * a gap: its newest hours come first, then ever longer pieces back to where it began. `ours` is the time by our own clock:
 * where the server's is ahead, the stretch between the two was not missed.
 */
export function planFollow(head: number | null, now: number, ours: number = now): FollowPlan {
  if (head === null) return { kind: 'follow', windows: [{ from: now - NEWEST, to: now }], gap: null };
  // The server's clock was put back: up to where it was really followed, nobody knows, so it is looked further back.
  const begin = head > now ? now - (head - now) - GAP_AFTER : head - OVERLAP;
  const missedTo = Math.min(now, ours);
  if (missedTo - head <= GAP_AFTER) return { kind: 'follow', windows: [{ from: begin, to: now }], gap: null };
  const windows = pieces({ from: begin, to: now }, NEWEST, 3);
  return { kind: 'gap', windows, gap: { from: head, to: missedTo } };
}

/** The windows of a first load by the time of creation, which never changes: newest first. */
export function planLoad(since: number, to: number): Span[] {
  return pieces({ from: since, to }, LOAD_PIECE, 1);
}

/** How long until a list is read again, from how long it was and whether it brought something. */
export function nextFollowIn(resource: keyof typeof FOLLOW, before: number, news: number): number {
  const { soonest, latest } = FOLLOW[resource];
  return news > 0 ? soonest : Math.min(latest, Math.max(soonest, Math.round(before * 1.5)));
}

/** One page of a list, as far as paging is concerned. */
export interface Page {
  readonly rows: number;
  readonly more: boolean;
  readonly nextCursor: string | null;
  readonly pageSize: number;
}

export type PageStep =
  | { readonly do: 'done' }
  | { readonly do: 'next'; readonly cursor: string }
  | { readonly do: 'split'; readonly windows: readonly Span[] }
  | { readonly do: 'again'; readonly after: number }
  | { readonly do: 'stop'; readonly note: ListTrouble };

const HALVE_ABOVE = 10 * MINUTE;
const HALVINGS_MAX = 14;
const EMPTIES_MAX = 3;
const PAGES_MAX = 1_000;
const AGAIN_MAX = 3;

/**
 * What follows a page. A window by the time of change that does not fit on one page is halved: while its pages are read
 * orders change and leave it, the others move up, and whoever moves up over a page's border would be overlooked. A
 * single page knows no borders. Windows by the time of creation do not shift and are read page by page.
 * A list that does not end (pages without rows, a cursor that comes again, no cursor) is begun anew a few times, later,
 * and then given up with a note.
 */
export function afterPage(window: WindowRow, page: Page): PageStep {
  if (!page.more) return { do: 'done' };
  const span = window.to - window.from;
  const full = page.rows >= page.pageSize;
  if (window.field === 'update_time' && window.pages === 0 && full && span > HALVE_ABOVE) {
    if (window.halvings < HALVINGS_MAX) {
      const middle = Math.floor((window.from + window.to) / 2_000) * 1_000;
      const windows = [
        { from: middle, to: window.to },
        { from: window.from, to: middle + 1_000 },
      ];
      return { do: 'split', windows };
    }
  }
  const trouble =
    page.rows === 0 && window.empties + 1 >= EMPTIES_MAX
      ? 'empty-pages'
      : page.nextCursor === null || page.nextCursor === ''
        ? 'no-cursor'
        : page.nextCursor === window.cursor || window.seen.includes(page.nextCursor)
          ? 'cursor-again'
          : window.pages + 1 >= PAGES_MAX
            ? 'too-many-pages'
            : null;
  if (trouble === null) return { do: 'next', cursor: page.nextCursor ?? '' };
  if (window.tries < AGAIN_MAX) return { do: 'again', after: 5 * MINUTE * 2 ** window.tries };
  return { do: 'stop', note: trouble };
}

/** Cursors are remembered this far back; a list that goes in longer circles ends by its number of pages. */
export const CURSORS_KEPT = 20;
