import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadOrMakeKeyFile } from '../../../../main/engine/store/keyfile.ts';
import { KEY, tempStore } from '../../../fakes/store.ts';

let temp: ReturnType<typeof tempStore>;
beforeEach(() => void (temp = tempStore()));
afterEach(() => temp.remove());

const load = (envPath?: string) => loadOrMakeKeyFile({ home: temp.folder, envPath });

test('makes a key once, for its owner only, and uses it from then on', () => {
  const first = load();
  expect(first).toMatchObject({ ok: true, made: true, key: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const path = join(temp.folder, 'seamark.key');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(load()).toEqual({ ...first, made: false });
  expect(readdirSync(temp.folder)).toEqual(['seamark.key']);
});

test('two homes get two keys', () => {
  const other = tempStore();
  const here = load();
  const there = loadOrMakeKeyFile({ home: other.folder, envPath: undefined });
  other.remove();
  expect(here.ok && there.ok && here.key !== there.key).toBe(true);
});

test('data without a key is a failure, never a new key', () => {
  writeFileSync(temp.options.path, 'data');
  expect(load()).toMatchObject({
    ok: false,
    failure: { code: 'key-missing', detail: { problem: 'data-without-key' } },
  });
  expect(readdirSync(temp.folder)).toEqual(['seamark.db']);
});

test('a named key file is read with its line end and in either case', () => {
  const path = join(temp.folder, 'secret');
  writeFileSync(path, `${KEY.toUpperCase()}\n`, { mode: 0o600 });
  expect(load(path)).toEqual({ ok: true, key: KEY, path, made: false, readableByOthers: false });
});

test('a key file that others can read says so', () => {
  const path = join(temp.folder, 'secret');
  writeFileSync(path, KEY);
  chmodSync(path, 0o644);
  expect(load(path)).toMatchObject({ ok: true, readableByOthers: true });
});

test.each([
  ['nothing', '', 'not-a-key'],
  ['too short', KEY.slice(2), 'not-a-key'],
  ['other characters', `${KEY.slice(1)}g`, 'not-a-key'],
])('a named key file with %s is a failure that does not repeat its content', (_what, content, problem) => {
  const path = join(temp.folder, 'secret');
  writeFileSync(path, content, { mode: 0o600 });
  const result = load(path);
  expect(result).toEqual({ ok: false, failure: { code: 'key-missing', detail: { keyFile: path, problem } } });
  expect(readFileSync(path, 'utf8')).toBe(content);
});

test('a named key file that is not there is not made', () => {
  const path = join(temp.folder, 'secret');
  expect(load(path)).toMatchObject({ ok: false, failure: { detail: { problem: 'no-such-file' } } });
  expect(readdirSync(temp.folder)).toEqual([]);
});
