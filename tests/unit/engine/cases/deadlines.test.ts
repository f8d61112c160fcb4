import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLAIM_REFUND_DAYS, nextDeadline, promiseHeld } from '../../../../main/engine/cases/deadlines.ts';
import { DAY } from '../../../../shared/time.ts';

const NOW = Date.UTC(2026, 10, 24);
const at = (days: number): number => NOW + days * DAY;

test('the promise, then the refund that a claim would bring, then nothing', () => {
  const clocks = { promise: at(2), answerBy: null };
  expect(nextDeadline(clocks, NOW)).toEqual({ at: at(2), is: 'promise' });
  expect(nextDeadline(clocks, at(2))).toEqual({ at: at(2 + CLAIM_REFUND_DAYS), is: 'claim' });
  expect(nextDeadline(clocks, at(2 + CLAIM_REFUND_DAYS))).toBeNull();
  expect(nextDeadline({ promise: null, answerBy: null }, NOW)).toBeNull();
});

test('a claim that waits for an answer comes first when it ends first', () => {
  expect(nextDeadline({ promise: at(-1), answerBy: at(1) }, NOW)).toEqual({ at: at(1), is: 'answer' });
  expect(nextDeadline({ promise: at(1), answerBy: at(1.5) }, NOW)?.is).toBe('promise');
  expect(nextDeadline({ promise: null, answerBy: at(-1) }, NOW)).toBeNull();
});

test('a promise is held until the order is over', () => {
  const promise = at(1);
  for (const orderStatus of [null, 'SHIPPED', 'RETRY_SHIP', 'TO_RETURN']) {
    expect(promiseHeld({ promise, orderStatus })).toBe(promise);
  }
  for (const orderStatus of ['TO_CONFIRM_RECEIVE', 'COMPLETED', 'CANCELLED']) {
    expect(promiseHeld({ promise, orderStatus })).toBeNull();
  }
});

test('is always ahead, and no clock lies between now and it', () => {
  const clock = fc.option(fc.integer({ min: -200, max: 200 }));
  fc.assert(
    fc.property(clock, clock, fc.integer({ min: -200, max: 200 }), (promised, answer, hours) => {
      const hour = (n: number | null): number | null => (n === null ? null : NOW + n * (DAY / 24));
      const clocks = { promise: hour(promised), answerBy: hour(answer) };
      const now = NOW + hours * (DAY / 24);
      const next = nextDeadline(clocks, now);
      expect(next === null || next.at > now).toBe(true);
      for (const each of [clocks.promise, clocks.answerBy]) {
        if (each !== null && each > now) expect(next?.at).toBeLessThanOrEqual(each);
      }
    }),
  );
});
