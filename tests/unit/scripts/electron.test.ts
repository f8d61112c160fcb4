import { describe, expect, test } from 'vitest';
import { isStale } from '../../../scripts/build.ts';
import {
  cacheRoot,
  hasDisplay,
  plan,
  sandboxArguments,
  type Situation,
  stallWatch,
} from '../../../scripts/electron/choose.ts';
import { planInstall } from '../../../scripts/system/sets.ts';

const bare: Situation = {
  override: null,
  overrideExists: false,
  officialThere: false,
  registryThere: false,
  downloadFailedAt: null,
  now: 100 * 3_600_000,
  platform: 'linux',
  arch: 'x64',
};

describe('which Electron', () => {
  test.each([
    ['an override wins', { override: '/e', overrideExists: true, officialThere: true }, ['override']],
    ['the official binary next', { officialThere: true, registryThere: true }, ['official']],
    ['else download, then the substitute', {}, ['download', 'registry']],
    [
      'a recent refusal is remembered',
      { registryThere: true, downloadFailedAt: 99 * 3_600_000 },
      ['registry'],
    ],
    ['for a day', { registryThere: true, downloadFailedAt: 76 * 3_600_000 }, ['download', 'registry']],
    ['the substitute is for Linux on x64 only', { platform: 'darwin', registryThere: true }, ['download']],
  ])('%s', (_name, change, steps) => {
    expect(plan({ ...bare, ...change })).toEqual({ ok: true, steps });
  });
  test('a wrong override is an error', () => {
    expect(plan({ ...bare, override: '/nowhere' }).ok).toBe(false);
  });
});

test('a download is given up when nothing arrives, not when it is slow', () => {
  const stalled = stallWatch(20, 0);
  expect([stalled(0, 10), stalled(1, 19), stalled(1, 38), stalled(1, 39)]).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('the sandbox is off for root on Linux only', () => {
  expect(sandboxArguments(0, 'linux')).toEqual(['--no-sandbox']);
  expect([
    sandboxArguments(1000, 'linux'),
    sandboxArguments(0, 'darwin'),
    sandboxArguments(null, 'win32'),
  ]).toEqual([[], [], []]);
});

test('cache, display and build age', () => {
  expect(cacheRoot({}, '/h')).toBe('/h/.cache/seamark');
  expect(cacheRoot({ XDG_CACHE_HOME: 'relative' }, '/h')).toBe('/h/.cache/seamark');
  expect(cacheRoot({ XDG_CACHE_HOME: '/c' }, '/h')).toBe('/c/seamark');
  expect([hasDisplay({}, 'linux'), hasDisplay({ DISPLAY: ':1' }, 'linux'), hasDisplay({}, 'win32')]).toEqual([
    false,
    true,
    true,
  ]);
  expect([isStale([5, null], [1]), isStale([5, 9], [6]), isStale([5, 9], [4])]).toEqual([true, true, false]);
});

test('system packages: installed as root on Debian, else the one command is named', () => {
  expect(planInstall([], { apt: true, root: true })).toEqual({ kind: 'nothing' });
  expect(planInstall(['xvfb'], { apt: true, root: true })).toEqual({
    kind: 'install',
    packages: ['xvfb', 'xauth'],
  });
  expect(planInstall(['xvfb'], { apt: true, root: false })).toMatchObject({
    command: expect.stringContaining('apt-get install -y --no-install-recommends xvfb xauth') as string,
  });
  expect(planInstall(['xvfb'], { apt: false, root: true }).kind).toBe('foreign');
});
