import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const PAGE = join(import.meta.dirname, '../../renderer');
const files = readdirSync(PAGE, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.tsx'),
);

/** Classes that a component takes from its style sheets and that none of them has: it would be drawn without a style, silently. */
function missing(name: string): string[] {
  const text = readFileSync(join(PAGE, name), 'utf8');
  return [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].flatMap(
    ([, css = '', path = '']) => {
      const sheet = readFileSync(join(PAGE, dirname(name), path), 'utf8');
      const used = [...text.matchAll(new RegExp(`\\b${css}\\['([\\w-]+)'\\]`, 'g'))].map(
        ([, each = '']) => each,
      );
      return [...new Set(used)].filter((each) => !new RegExp(`\\.${each}(?![\\w-])`).test(sheet));
    },
  );
}

test('every class that a component takes from a style sheet is there', () => {
  expect(files.length).toBeGreaterThan(50);
  const faults = files.flatMap((name) => missing(name).map((each) => `${name}: ${each}`));
  expect(faults).toEqual([]);
});
