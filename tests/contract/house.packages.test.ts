import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './house.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const own = json('package.json') as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const lock = json('package-lock.json') as {
  packages: Record<string, { resolved?: string; integrity?: string; link?: boolean; inBundle?: boolean }>;
};
const lists = json('scripts/house/packages.json') as Record<string, string[]>;
const wanted = { ...own.dependencies, ...own.devDependencies };

test('every package says which environment may import it, and every list names packages that are here', () => {
  expect([...new Set(Object.values(lists).flat())].toSorted()).toEqual(Object.keys(wanted).toSorted());
});

test('tools are never shipped', () => {
  expect(Object.keys(own.dependencies).filter((name) => lists['tools']?.includes(name))).toEqual([]);
});

test('every version is exact', () => {
  const loose = Object.entries(wanted).filter(
    ([, version]) => !/^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('the lock file names no host and pins every package by its hash', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
  const bare = packages.filter(([, { integrity, link, inBundle }]) => !integrity && !link && !inBundle);
  expect(bare.map(([path]) => path)).toEqual([]);
});

/**
 * The day on which each Electron leaves support: when the third major after it appears, one every eight weeks
 * (Electron 45 appeared on 2026-10-20). Later ones are reckoned from that; correct them when Electron says otherwise.
 */
const SUPPORT_ENDS: Readonly<Record<string, string>> = {
  '44': '2027-02-09',
  '45': '2027-04-06',
  '46': '2027-06-01',
  '47': '2027-07-27',
};

test('the Electron that ships is supported by its makers today', () => {
  const major = own.devDependencies['electron']?.split('.')[0] ?? '';
  expect(Object.keys(SUPPORT_ENDS)).toContain(major);
  expect(new Date().toISOString().slice(0, 10) < (SUPPORT_ENDS[major] ?? '')).toBe(true);
});
