import { expect, it } from 'vitest';
import { mostAlike } from '../../../../../main/engine/journey/normalise/likeness.ts';

const known = [
  { text: 'Parcel left the warehouse in Shenzhen' },
  { text: 'Courier could not find the address' },
  { text: '快件已到达深圳转运中心' },
  { text: 'พัสดุถึงศูนย์คัดแยก' },
];

it.each([
  ['The courier could not find this address', 1],
  ['PARCEL 8812 LEFT THE WAREHOUSE, Shenzhen', 0],
  ['快件到达广州转运中心', 2],
  ['พัสดุถึงศูนย์คัดแยกบางนา', 3],
])('%s is like words that are known', (text, which) => {
  const found = mostAlike(text, known);
  expect(found?.like).toBe(known[which]);
  expect(found?.share).toBeGreaterThan(0.5);
  expect(found?.share).toBeLessThan(1);
});

it('numbers do not count, and of two that are alike the first is taken', () => {
  const twice = [{ text: 'Sorted at hub 4' }, { text: 'Sorted at hub 7' }];
  expect(mostAlike('sorted at hub 99', twice)).toEqual({ like: twice[0], share: 1 });
});

it.each(['Zorbled by frumious things', '', '🚚', 'ご不在のため持ち戻りました'])('%s is like none', (text) => {
  expect(mostAlike(text, known)).toBeNull();
});
