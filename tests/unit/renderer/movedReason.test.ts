import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reasonOf } from '../../../renderer/features/today/reason.ts';

const parts = [
  { kind: 'scan', addMs: -28 },
  { kind: 'calibration', addMs: 20 },
  { kind: 'network-speed', addMs: 25 },
];

test('the reason of a move is the largest part in its direction', () => {
  expect(reasonOf(parts, 17)?.kind).toBe('network-speed');
  expect(reasonOf(parts, -3)?.kind).toBe('scan');
  expect(reasonOf([], 5)).toBeUndefined();
});

test('parts that add up to a move hold a reason for it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100, max: 100 })), (added) => {
      const ms = added.reduce((sum, addMs) => sum + addMs, 0);
      const found = reasonOf(
        added.map((addMs) => ({ addMs })),
        ms,
      );
      if (ms !== 0) expect(Math.sign(found?.addMs ?? 0)).toBe(Math.sign(ms));
    }),
  );
});
