import { expect, test } from 'vitest';
import { datesWord, timeOf, weekWord } from '../../../renderer/features/calendars/words.ts';

const week = (text: string): boolean[] => Array.from(text, (flag) => flag === '1');

test('a week is told in runs, over the weekend, too', () => {
  const told = (text: string) => weekWord(week(text), { lang: 'en' });
  expect(['1111100', '1111111', '1111001', '1010000', '0000001', '1110011'].map(told)).toEqual([
    'Mon–Fri',
    'Mon–Sun',
    'Sun–Thu',
    'Mon, Wed',
    'Sun',
    'Sat–Wed',
  ]);
  expect(weekWord(week('1010000'), { lang: 'zh-CN' })).toBe('周一、周三');
});

test('a time of day is read as people type it, and nothing else is', () => {
  expect(['9:30', '09:30', '16：05', '1630', ' 0:00 ', '23.59'].map(timeOf)).toEqual([
    '09:30',
    '09:30',
    '16:05',
    '16:30',
    '00:00',
    '23:59',
  ]);
  expect(['', '24:00', '12:60', '4pm', '12', '12:3', '-1:00', '12:30:00'].map(timeOf)).toEqual(
    Array.from({ length: 8 }, () => null),
  );
});

test('a range names its months and years once', () => {
  const told = datesWord({ from: '2027-06-03', to: '2027-06-05' }, { lang: 'en' });
  expect(told.match(/2027/g)).toHaveLength(1);
  expect(told).toMatch(/Jun 3\W+5, 2027/);
});
