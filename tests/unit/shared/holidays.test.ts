import { describe, expect, test } from 'vitest';
import { TABLES } from '../../../main/engine/eta/calendars/table/index.ts';
import { holidayName } from '../../../shared/text/holidays.ts';

/** Public holidays that hold where no state is known, so everywhere or nearly. */
const nationwide = Object.entries(TABLES).flatMap(([country, text]) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
    .filter(([, kind = '', where = '']) => 'pt'.includes(kind) && !where.startsWith('+'))
    .map(([, , , name = '']) => ({ country, name })),
);

describe.each(['en', 'zh-CN'] as const)('holidays in %s', (lang) => {
  test('every public holiday of a whole country has its name', () => {
    const han = /\p{Script=Han}/u;
    const foreign = nationwide.filter(({ name }) => {
      const said = holidayName(lang, name);
      return lang === 'en' ? /[^\p{Script=Latin}\s.,'’-]|[ĂăĐđỐốếễ]/u.test(said) : !han.test(said);
    });
    expect(nationwide.length).toBeGreaterThan(500);
    expect(foreign).toEqual([]);
  });
});

test('the more particular name wins, several on a day are all told once', () => {
  expect(holidayName('en', 'Tahun Baharu')).toBe("New Year's Day");
  expect(holidayName('en', 'Cuti Tahun Baharu Cina (Hari Kedua)')).toBe('Lunar New Year');
  expect(holidayName('en', 'Natalicio de Benito Juárez')).toBe("Benito Juárez's Birthday");
  expect(holidayName('zh-CN', 'Hari Keputeraan Nabi Muhammad S.A.W.; Hari Malaysia')).toBe(
    '圣纪节、马来西亚日',
  );
  expect(holidayName('zh-CN', 'วันแม่แห่งชาติ')).toBe('母亲节');
  expect(holidayName('en', 'Dia do Gaúcho')).toBe('Dia do Gaúcho');
});
