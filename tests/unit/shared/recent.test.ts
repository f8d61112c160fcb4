import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Recent } from '../../../shared/recent.ts';

it('never forgets the half that was used last, never answers with what was not kept, and stays bounded', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 20 })), { maxLength: 200 }),
      (half, steps) => {
        const recent = new Recent<number, string>(half);
        const kept = new Map<number, string>();
        let used: number[] = [];
        for (const [index, [put, key]] of steps.entries()) {
          const value = `${key} ${index}`;
          if (put) kept.set(key, recent.set(key, value));
          const found = recent.get(key);
          if (used.slice(0, half).includes(key) || put) expect(found).toBe(kept.get(key));
          if (found !== undefined) {
            expect(found).toBe(kept.get(key));
            used = [key, ...used.filter((other) => other !== key)];
          }
        }
        const all = Array.from({ length: 21 }, (_, key) => key);
        // Looked at without moving anything: what is asked for comes over.
        expect(all.filter((key) => recent.get(key) !== undefined).length).toBeLessThanOrEqual(2 * half);
        recent.clear();
        expect(all.every((key) => recent.get(key) === undefined)).toBe(true);
      },
    ),
  );
});

it('makes what it does not know once, from its key, and keeps an answer that is nothing, too', () => {
  const recent = new Recent<string, string | null>(2);
  const made: string[] = [];
  const make = (key: string): string | null => {
    made.push(key);
    return key === 'none' ? null : key.toUpperCase();
  };
  expect(['a', 'none', 'a', 'none'].map((key) => recent.of(key, make))).toEqual(['A', null, 'A', null]);
  expect(made).toEqual(['a', 'none']);
});
