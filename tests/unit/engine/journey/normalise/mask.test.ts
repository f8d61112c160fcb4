import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersons } from '../../../../../main/engine/journey/normalise/mask.ts';

describe('names and phones of persons', () => {
  it.each([
    ['快递员正在派送中，派送员：李四，电话：13800138000', '快递员正在派送中，派送员：…，电话：…'],
    ['【广州车陂公司】的派件员【王小二】正在为您派件', '【广州车陂公司】的派件员【…】正在为您派件'],
    ['PAKET DITERIMA OLEH [YANTO]', 'PAKET DITERIMA OLEH […]'],
    ['Delivered - signed by: J SMITH', 'Delivered - signed by: …'],
    ['Rider (Juan) will call you on 0917 555 0199', 'Rider (…) will call you on …'],
    ['Recebido por: Maria da Silva', 'Recebido por: …'],
    ['Call +66 81 234 5678 for help', 'Call … for help'],
  ])('%s', (text, masked) => {
    expect(maskPersons(text)).toBe(masked);
  });

  it.each([
    '已签收，签收人是【本人】',
    '快件已到达【广东广州转运中心】',
    'Parcel SPXMY0123456789 arrived at hub 12',
    'Arrived at sorting center 2026-10-05 10:11',
    'Departed from facility',
  ])('leaves %s as it is', (text) => {
    expect(maskPersons(text)).toBe(text);
  });

  it('changes nothing the second time, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 60 }), (codes) => {
        const once = maskPersons(String.fromCharCode(...codes));
        expect(maskPersons(once)).toBe(once);
      }),
    );
  });
});
