import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import type { WindowRow } from '../../../../../main/engine/store/types.ts';
import {
  afterPage,
  GAP_AFTER,
  OVERLAP,
  planFollow,
  planLoad,
  type Span,
  SPAN_MAX,
} from '../../../../../main/engine/sync/shopee/windows.ts';

const NOW = Date.UTC(2026, 10, 24, 8);

/** Whether the windows leave no moment between `from` and `to` out, and neighbours overlap. */
function covers(windows: readonly Span[], from: number, to: number): boolean {
  const sorted = windows.toSorted((a, b) => a.from - b.from);
  if (sorted.length === 0 || (sorted[0]?.from ?? 0) > from || (sorted.at(-1)?.to ?? 0) < to) return false;
  return sorted.every((span, at) => at === 0 || span.from <= (sorted[at - 1]?.to ?? 0) - OVERLAP);
}

const window = (more: Partial<WindowRow> = {}): WindowRow => ({
  ...{ id: 1, shopId: 1, resource: 'orders', kind: 'follow', field: 'update_time' },
  ...{ from: NOW - DAY, to: NOW, cursor: '', seen: [], pages: 0, rows: 0, empties: 0 },
  ...{ halvings: 0, tries: 0, dueAt: NOW, gapId: null },
  ...more,
});

describe('following changes', () => {
  it('covers everything since the head with overlap, in windows shorter than 15 days, newest first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 * DAY }), (silence) => {
        const { windows, gap, kind } = planFollow(NOW - silence, NOW);
        expect(covers(windows, NOW - silence, NOW)).toBe(true);
        expect(Math.max(...windows.map(({ from, to }) => to - from))).toBeLessThanOrEqual(SPAN_MAX);
        expect(SPAN_MAX).toBeLessThan(15 * DAY);
        expect(windows.map(({ to }) => to)).toEqual(windows.map(({ to }) => to).toSorted((a, b) => b - a));
        expect(gap === null).toBe(silence <= GAP_AFTER);
        expect(kind).toBe(silence <= GAP_AFTER ? 'follow' : 'gap');
      }),
    );
  });

  it('begins a gap with its newest hours, so that what is urgent comes first', () => {
    const { windows, gap } = planFollow(NOW - 7 * DAY, NOW);
    expect(gap).toEqual({ from: NOW - 7 * DAY, to: NOW });
    expect(windows[0]).toEqual({ from: NOW - 6 * HOUR, to: NOW });
  });

  it('looks further back after a clock was put back, because nobody knows how far it really was followed', () => {
    const { windows } = planFollow(NOW + 2 * HOUR, NOW);
    expect(windows).toEqual([{ from: NOW - 2 * HOUR - GAP_AFTER, to: NOW }]);
  });
});

it('a first load covers as far back as asked, in pieces, newest first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 720 }), (days) => {
      const windows = planLoad(NOW - days * DAY, NOW);
      expect(covers(windows, NOW - days * DAY, NOW)).toBe(true);
      expect(windows[0]?.to).toBe(NOW);
    }),
  );
});

describe('a page', () => {
  const full = { rows: 100, more: true, nextCursor: 'next', pageSize: 100 };

  it('that is the last ends its window; one by creation leads to the next', () => {
    expect(afterPage(window(), { ...full, more: false })).toEqual({ do: 'done' });
    expect(afterPage(window({ field: 'create_time' }), full)).toEqual({ do: 'next', cursor: 'next' });
  });

  it('of changes that does not hold its window halves it: both halves cover it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11 * MINUTE, max: SPAN_MAX }), (length) => {
        const whole = window({ from: NOW - length, to: NOW });
        const step = afterPage(whole, full);
        if (step.do !== 'split') throw new Error(step.do);
        const [newer, older] = step.windows;
        expect([newer?.to, older?.from]).toEqual([whole.to, whole.from]);
        expect(newer?.from).toBeLessThan(older?.to ?? 0);
      }),
    );
    expect(afterPage(window({ from: NOW - 5 * MINUTE }), full)).toEqual({ do: 'next', cursor: 'next' });
  });

  it('without an end is begun anew three times, later each time, and then given up with a note', () => {
    const endless = { rows: 0, more: true, nextCursor: 'x', pageSize: 100 };
    const empty = window({ field: 'create_time', empties: 2 });
    expect(afterPage(window({ field: 'create_time' }), endless).do).toBe('next');
    expect([0, 1, 2, 3].map((tries) => afterPage({ ...empty, tries }, endless).do)).toEqual([
      'again',
      'again',
      'again',
      'stop',
    ]);
    const around = window({ field: 'create_time', seen: ['', 'a', 'x'], cursor: 'b', tries: 3 });
    expect(afterPage(around, { ...endless, rows: 100 })).toEqual({ do: 'stop', note: 'cursor-again' });
    expect(afterPage(around, { ...full, nextCursor: null })).toMatchObject({ do: 'stop' });
  });

  it('always comes to an end, whatever a server answers', () => {
    const answers = fc.array(
      fc.record({
        rows: fc.integer({ min: 0, max: 100 }),
        nextCursor: fc.option(fc.constantFrom('', 'a', 'b', 'c', 'd')),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(answers, (pages) => {
        let now = window({ field: 'create_time' });
        for (let n = 0; n < 5_000; n += 1) {
          const page = pages[n % pages.length] ?? { rows: 0, nextCursor: null };
          const step = afterPage(now, { ...page, more: true, pageSize: 100 });
          if (step.do === 'stop') return;
          now =
            step.do === 'again'
              ? window({ field: 'create_time', tries: now.tries + 1 })
              : {
                  ...now,
                  cursor: step.do === 'next' ? step.cursor : '',
                  seen: [...now.seen, now.cursor].slice(-20),
                  pages: now.pages + 1,
                  empties: page.rows === 0 ? now.empties + 1 : 0,
                };
        }
        throw new Error('no end');
      }),
    );
  });
});
