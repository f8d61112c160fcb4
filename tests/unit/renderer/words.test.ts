import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { translate } from '#shared/text/translate.ts';
import type { Words } from '../../../renderer/app/text.tsx';
import { createFormat } from '../../../renderer/app/format.ts';
import { reasonWord, returnTone, returnWaits, returnWord } from '../../../renderer/features/orders/words.ts';
import { snoozeChoices } from '../../../renderer/features/queue/words.ts';
import { gapNote } from '../../../renderer/features/shops/words.ts';

const NOW = new Date(2026, 10, 24, 14, 30).getTime();
const formatOf = (lang: 'en' | 'zh-CN') => createFormat(lang, (key, values) => translate(lang, key, values));

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

describe('when', () => {
  const { when, full } = formatOf('en');
  test.each([
    [NOW, 'just now'],
    [NOW - 5 * MINUTE, '5 min ago'],
    [NOW - 3 * HOUR, '3 h ago'],
    [NOW + 4 * HOUR, 'in 4 h'],
    [null, 'no time'],
  ])('%s is “%s”', (instant, text) => expect(when(instant)).toBe(text));

  test('beyond a day it is a date with a time, beyond a year a date with its year', () => {
    expect(when(NOW - 3 * DAY)).toMatch(/21 Nov|Nov 21/);
    expect(when(NOW - 3 * DAY)).toContain('14:30');
    expect(when(NOW - 400 * DAY)).toContain('2025');
    expect(when(NOW - 400 * DAY)).not.toContain(':');
  });

  test('midnight is 00 and never 24', () => {
    const midnight = new Date(2026, 10, 20).getTime();
    expect(when(midnight)).toContain('00:00');
  });

  test('a day far away has its year, a near one its weekday', () => {
    const { date } = formatOf('en');
    expect(date(NOW + 365 * DAY)).toContain('2027');
    expect(date(NOW + 5 * DAY)).toMatch(/^Sun\b.*29/);
  });

  test('the whole moment names its zone', () => expect(full(NOW)).toMatch(/GMT|UTC|CST|\+/));
});

describe('spans and sizes', () => {
  test('a span is never nothing and grows with the time', () => {
    const { span } = formatOf('en');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * DAY }), (ms) => {
        expect(span(ms)).toMatch(/^[1-9][\d,]* (min|h|d)$/);
      }),
    );
    expect([span(0), span(90 * MINUTE), span(47 * HOUR), span(50 * HOUR)]).toEqual([
      '1 min',
      '2 h',
      '47 h',
      '2 d',
    ]);
  });

  test('the other language says the same in its words', () => {
    expect(formatOf('zh-CN').when(NOW - 5 * MINUTE)).toBe('5 分钟前');
    expect(formatOf('zh-CN').when(NOW + 4 * HOUR)).toBe('4 小时后');
  });

  test('sizes', () => {
    const { bytes } = formatOf('en');
    expect([bytes(0), bytes(2048), bytes(5.25 * 1024 * 1024)]).toEqual(['1 KB', '2 KB', '5.3 MB']);
  });
});

describe('snooze', () => {
  const at = (date: Date) =>
    Object.fromEntries(snoozeChoices(date).map(({ id, at: when }) => [id, new Date(when)]));

  test('on a Friday the next working day is Monday at nine', () => {
    const { workday, tomorrow } = at(new Date(2026, 10, 27, 16, 0));
    expect([workday?.getDay(), workday?.getDate(), workday?.getHours()]).toEqual([1, 30, 9]);
    expect(tomorrow?.getDate()).toBe(28);
  });

  test('every choice lies ahead, and none beyond four days', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(2026, 0, 1), max: new Date(2027, 0, 1), noInvalidDate: true }),
        (now) => {
          for (const choice of snoozeChoices(now)) {
            expect(choice.at).toBeGreaterThan(now.getTime());
            expect(choice.at).toBeLessThan(now.getTime() + 4 * DAY);
          }
        },
      ),
    );
  });
});

describe('what Shopee says, in words', () => {
  const wordsOf = (lang: 'en' | 'zh-CN') =>
    ({ t: (key: Parameters<typeof translate>[1]) => translate(lang, key) }) as Words;
  const [en, zh] = [wordsOf('en'), wordsOf('zh-CN')];

  test('a return’s status and reason, in each of Shopee’s spellings; what is new stays as it came', () => {
    expect([returnWord('REQUESTED', en), returnWord('JUDGING', zh)]).toEqual(['requested', 'Shopee 裁定中']);
    expect(returnWord('SOMETHING_NEW', en)).toBe('SOMETHING_NEW');
    expect([returnTone('REQUESTED'), returnTone('CLOSED')]).toEqual(['high', 'neutral']);
    expect(['REQUESTED', 'SOMETHING_NEW', 'ACCEPTED', 'CLOSED'].map(returnWaits)).toEqual([
      ...[true, true],
      ...[false, false],
    ]);
    expect(reasonWord('NONRECEIPT', en)).toBe(reasonWord('NOT_RECEIPT', en));
    expect(reasonWord('MUITAL_AGREE', zh)).toBe('双方协商一致');
    expect([reasonWord('NONE', en), reasonWord(null, en), reasonWord('NEW', en)]).toEqual([
      null,
      null,
      'NEW',
    ]);
  });

  test('why a gap was not filled, each thing once', () => {
    expect(gapNote('orders: no-cursor; orders: no-cursor; orders: too-many-pages', en)).toBe(
      'more announced, but no next page · more than 1,000 pages',
    );
    expect([gapNote('returns: cursor-again', zh), gapNote('orders: bad-parameter', en)]).toEqual([
      '同一页反复出现',
      'bad-parameter',
    ]);
  });
});
