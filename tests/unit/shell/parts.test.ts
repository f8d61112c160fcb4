import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '#shared/contract/shell.ts';
import { logLine, relayLines } from '../../../main/shell/log.ts';
import { createNotifier, gather, type Group } from '../../../main/shell/notify.ts';
import { afterGone, GONE_REASONS } from '../../../main/shell/pageCrash.ts';
import { parseSettings } from '../../../main/shell/settings.ts';
import { trayMenu } from '../../../main/shell/tray.ts';
import { badgeText, drawIcon } from '../../../main/shell/trayIcon.ts';
import { placeOn, reachable } from '../../../main/shell/windowState.ts';

describe('the log', () => {
  const digits = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 13 })
    .map((all) => all.join(''));
  test('never holds a phone number, an address of mail, or a token', () => {
    fc.assert(
      fc.property(digits, fc.constantFrom('', '+', '+86 '), fc.uuid(), (number, prefix, token) => {
        const key = token.replaceAll('-', '');
        const line = logLine('T', 'info', 'p', 'e', {
          text: `to ${prefix}${number} or a.b@mail.example key ${key}`,
        });
        expect(line).not.toContain(number);
        expect(line).not.toContain('a.b@mail');
        expect(line).not.toContain(key);
      }),
    );
  });
  test('takes a child’s lines whole, though they come in pieces, and cleans foreign ones', () => {
    const lines: string[] = [];
    const hear = relayLines({ write: (line) => void lines.push(line) });
    hear('{"at":"T","level":"warn","part":"engine","event":"x.y","n":3}\nplain wor');
    hear('ds of 13800138000\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { at: 'T', level: 'warn', part: 'engine', event: 'x.y', n: 3 },
      { level: 'warn', part: 'engine', event: 'engine.stderr', text: 'plain words of <number>' },
    ]);
  });
});

describe('a page that is gone', () => {
  test.each(GONE_REASONS)('%s', (reason) => {
    const expected = { 'clean-exit': 'ignore', 'launch-failed': 'tell', 'integrity-failure': 'tell' }[
      reason as string
    ];
    expect(afterGone(reason, null, 0)).toBe(expected ?? 'reload');
    expect(afterGone(reason, 0, 59_999)).toBe(reason === 'clean-exit' ? 'ignore' : 'tell');
    expect(afterGone(reason, 0, 60_000)).toBe(expected ?? 'reload');
  });
});

test('settings survive any content, field by field', () => {
  expect(parseSettings({ lang: 'en', theme: 'purple', extra: 1 })).toEqual({
    ...DEFAULT_SETTINGS,
    lang: 'en',
  });
  fc.assert(
    fc.property(fc.anything(), (junk) => {
      expect(Object.keys(parseSettings(junk))).toEqual(Object.keys(DEFAULT_SETTINGS));
    }),
  );
});

describe('notifications', () => {
  test('are each their own while they are few, and one for each kind when there are many', () => {
    const one = (kind: Group['kind'], market: Group['market'], count: number): Group => ({
      kind,
      market,
      count,
      caseId: count,
    });
    const few = [one('silence', 'SG', 1), one('silence', 'MY', 2), one('customs-hold', 'TH', 3)];
    expect(gather(few)).toEqual(few.map((group) => ({ ...group, markets: 1 })));
    expect(gather([...few, one('silence', null, 4)])).toEqual([
      { kind: 'silence', market: null, count: 7, caseId: 4, markets: 3 },
      { kind: 'customs-hold', market: 'TH', count: 3, caseId: 3, markets: 1 },
    ]);
  });

  const group = (count: number): Group => ({ kind: 'silence', market: 'PH', count, caseId: 1 });
  test('tell growth once per group, not the first look, not repeats', () => {
    const notifier = createNotifier(() => DEFAULT_SETTINGS);
    expect(notifier.take([group(5)], 0)).toEqual([]);
    expect(notifier.take([group(7)], 1)).toEqual([group(2)]);
    expect(notifier.take([group(8)], 2)).toEqual([]);
    expect(notifier.take([group(9)], 10 * 60_000 + 1)).toEqual([group(2)]);
    expect(notifier.take([group(3)], 9e9)).toEqual([]);
  });
  test('are silent while paused, and what came meanwhile is not told later', () => {
    const settings = { ...DEFAULT_SETTINGS, quietUntil: 100 };
    const notifier = createNotifier(() => settings);
    notifier.take([], 0);
    expect(notifier.take([group(5)], 50)).toEqual([]);
    expect(notifier.take([group(5)], 200)).toEqual([]);
    expect(notifier.take([group(6)], 300)).toEqual([group(1)]);
  });
});

describe('the tray', () => {
  test('draws another icon for each count, none for zero', () => {
    expect([0, 7, 99, 100].map(badgeText)).toEqual(['', '7', '99', '9+']);
    const icons = [0, 1, 2, 12].map((count) => drawIcon(32, count).toString('hex'));
    expect(new Set(icons).size).toBe(4);
    expect(drawIcon(32, 3)).toHaveLength(32 * 32 * 4);
  });
  test('offers a pause, or its end', () => {
    const act = { open() {}, importFile() {}, pause() {}, quit() {} };
    const ids = (quietUntil: number | null) =>
      trayMenu(3, { lang: 'en', quietUntil }, 1000, act).flatMap(({ id }) => id ?? []);
    expect(ids(null)).toEqual(['count', 'open', 'import', 'hour', 'tomorrow', 'quit']);
    expect(ids(2000)).toEqual(['count', 'open', 'import', 'resume', 'quit']);
    expect(trayMenu(3, { lang: 'en', quietUntil: null }, 0, act)[0]?.label).toBe('3 cases need a decision');
  });
});

test('a window whose display is gone opens at the default place', () => {
  const display = { x: 0, y: 0, width: 1920, height: 1080 };
  const away = { x: 2000, y: 10, width: 800, height: 600 };
  expect(reachable({ ...away, x: 1700 }, [display])).toBe(true);
  expect(placeOn({ bounds: away, maximised: true }, [display])).toEqual({ bounds: null, maximised: true });
});
