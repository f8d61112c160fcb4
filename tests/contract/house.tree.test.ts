import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOf, foldersOf, root } from './house.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const code = (path: string): boolean => ['.ts', '.tsx', '.cjs'].includes(extname(path));
const lines = (path: string): number => read(path).split('\n').length - 1;

describe('sizes', () => {
  test('no file is over 400 lines', () => {
    const long = filesOf('main', 'shared', 'renderer', 'scripts', 'tests')
      .filter((path) => code(path) || extname(path) === '.css')
      .filter((path) => lines(path) > 400);
    expect(long).toEqual([]);
  });

  test('half of the files have at most 95 lines', () => {
    const sizes = filesOf('main', 'shared', 'renderer')
      .filter(code)
      .map(lines)
      .toSorted((a, b) => a - b);
    expect(sizes.length).toBeGreaterThan(100);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(95);
  });

  test('the entry has at most 40 lines', () => {
    expect(lines('main/index.ts')).toBeLessThanOrEqual(40);
  });
});

describe('guides', () => {
  test('every folder has a README.md with a heading and something to say', () => {
    const deep = foldersOf('main', 'shared', 'renderer', 'scripts', 'docs');
    // Below the first level the tests mirror the tree that they test.
    const flat = foldersOf('tests').filter((path) => path.split('/').length <= 2);
    const bare = [...deep, ...flat].filter((folder) => {
      const guide = join(folder, 'README.md');
      if (!existsSync(join(root, guide))) return true;
      return !/^# \S/.test(read(guide)) || read(guide).length < 150;
    });
    expect(bare).toEqual([]);
  });

  test('every decision is in the index, under a number of its own', () => {
    const index = read('docs/decisions/README.md');
    const names = filesOf('docs/decisions')
      .map((path) => basename(path))
      .filter((name) => name !== 'README.md');
    expect(names.filter((name) => !/^\d{4}-[a-z0-9-]+\.md$/.test(name))).toEqual([]);
    expect(names.filter((name) => !index.includes(`(${name})`))).toEqual([]);
    expect(new Set(names.map((name) => name.slice(0, 4))).size).toBe(names.length);
  });

  test('every link inside the documents leads somewhere', () => {
    const guides = [...filesOf('docs', 'main', 'shared', 'renderer', 'scripts', 'tests')].filter((path) =>
      path.endsWith('.md'),
    );
    const dead = ['README.md', 'CONTRIBUTING.md', ...guides].flatMap((guide) =>
      [...read(guide).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map(([, target = '']) => join(dirname(guide), target))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${guide} → ${target}`),
    );
    expect(dead).toEqual([]);
  });
});

describe('what must not be written', () => {
  // Put together from parts, so that this file does not name what it looks for.
  const words: readonly (readonly [string, RegExp])[] = [
    [
      'a package host',
      new RegExp(['npmjs\\.org', 'npmmirror\\.com', 'yarnpkg\\.com', 'debian\\.org'].join('|')),
    ],
    ['a path of one machine', new RegExp(`(?<![\\w.])/(${['work', 'tmp', 'root', 'home/\\w+'].join('|')})/`)],
    ['the library', new RegExp(['\\.lib', 'rary/'].join(''))],
    [
      'a skipped or lonely test',
      new RegExp(`\\b(test|it|describe)\\.(${['skip', 'only', 'todo', 'fixme'].join('|')})\\b`),
    ],
    [
      'a suppression',
      new RegExp(
        ['ox', 'es']
          .map((tool) => `${tool}lint-disable`)
          .concat(['ignore', 'nocheck', 'expect-error'].map((word) => `@ts-${word}`))
          .join('|'),
      ),
    ],
    ['any', new RegExp('(\\bas|:|<) ?any\\b(?=[;,)>\\]= ])')],
  ];
  const texts = filesOf('main', 'shared', 'renderer', 'scripts', 'tests', '.ci')
    .filter((path) => code(path) || ['.json', '.md', '.css', '.html', ''].includes(extname(path)))
    .concat(['package.json', 'electron-builder.yml', 'knip.json', 'README.md', 'CONTRIBUTING.md'])
    .concat(filesOf('docs').filter((path) => path.endsWith('.md')))
    .filter((path) => existsSync(join(root, path)));

  test.each(words)('%s', (what, pattern) => {
    const inProse = what === 'any';
    const found = texts
      .filter((path) => !inProse || code(path))
      .flatMap((path) =>
        read(path)
          .split('\n')
          .map((line, index) => [line, `${path}:${index + 1}`] as const)
          .filter(([line]) =>
            pattern.test(inProse ? line.replace(/\/\/.*|\/?\*.*|'[^']*'|`[^`]*`/g, '') : line),
          )
          .map(([, place]) => place),
      );
    expect(found).toEqual([]);
  });

  test('raw Electron channels outside the two files that check them', () => {
    const users = filesOf('main', 'renderer', 'shared')
      .filter(code)
      .filter((path) => /\bipc(Main|Renderer)\b/.test(read(path)));
    expect(users.toSorted()).toEqual(['main/preload.ts', 'main/shell/app.ts']);
  });
});
