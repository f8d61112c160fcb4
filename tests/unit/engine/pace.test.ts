import { expect, it } from 'vitest';
import { createPace } from '../../../main/engine/pace.ts';
import { asInstant } from '../../../shared/time.ts';

const limits = { most: 1_000, least: 200, ms: 400 };

/** A pace, and a way to do its next piece in so many milliseconds. */
function paced() {
  let at = 0;
  const pace = createPace({ now: () => asInstant(at) }, limits);
  const take = (ms: number): number => {
    pace.measure(() => void (at += ms));
    return pace.size();
  };
  return { pace, take };
}

it('takes fewer at a time where they take long, never fewer than the least, and more again when it is quick', () => {
  const { pace, take } = paced();
  expect(pace.size()).toBe(1_000);
  expect(take(400)).toBe(1_000);
  expect(take(800)).toBe(500);
  expect(take(60_000)).toBe(200);
  expect(take(100)).toBe(250);
  for (let n = 0; n < 20; n += 1) take(100);
  expect(pace.size()).toBe(1_000);
});

it('answers what the work answers, and a clock that is put back is no hurry', () => {
  const { pace, take } = paced();
  expect(pace.measure(() => 'done')).toBe('done');
  expect(take(-3_600_000)).toBe(1_000);
});
