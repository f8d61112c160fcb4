import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decideOpen } from '../../main/shell/navigation.ts';
import { isOwn } from '../../main/shell/origin.ts';
import { CONTENT_POLICY } from '#shared/page.ts';
import { fileFor, PRIVILEGES } from '../../main/shell/protocol.ts';
import { trusted } from '../../main/shell/router.ts';
import { windowOptions } from '../../main/shell/window.ts';

const root = resolve(import.meta.dirname, '../..');

test('the window gives the page nothing of Node', () => {
  expect(windowOptions('preload.cjs', false, null).webPreferences).toEqual({
    preload: 'preload.cjs',
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    contextIsolation: true,
    sandbox: true,
    webviewTag: false,
    spellcheck: false,
    safeDialogs: true,
  });
});

test('no source weakens what Electron protects', () => {
  const forbidden =
    /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|nodeIntegration\w*: true|sandbox: false|contextIsolation: false|['"`]file:\/\//;
  const files = globSync('main/{shell/**/*.ts,index.ts,preload.ts}', { cwd: root });
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => forbidden.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test('the preload exposes functions by name and never the messenger itself', () => {
  const text = readFileSync(join(root, 'main/preload.ts'), 'utf8');
  expect(text.match(/exposeInMainWorld/g)).toHaveLength(1);
  expect([...text.matchAll(/^ {2}(\w+):/gm)].map((match) => match[1])).toEqual([
    'surface',
    'call',
    'on',
    'pathOf',
  ]);
});

test('the content policy allows nothing but our own files', () => {
  const policy = new Map(
    CONTENT_POLICY.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
  );
  expect(policy.get('default-src')).toBe("'none'");
  for (const name of ['frame-ancestors', 'base-uri', 'form-action']) expect(policy.get(name)).toBe("'none'");
  for (const name of ['script-src', 'style-src', 'connect-src', 'font-src'])
    expect(policy.get(name)).toBe("'self'");
  expect(CONTENT_POLICY).not.toContain('unsafe');
  expect(PRIVILEGES.privileges).not.toHaveProperty('bypassCSP');
});

describe('addresses', () => {
  test.each(['app://seamark/', 'app://seamark/queue?x=1#y', 'APP://seamark/a'])('%s is ours', (url) => {
    expect(isOwn(url)).toBe(true);
  });
  test.each([
    '',
    'about:blank',
    'app://seamark.evil.example/',
    'app://evil/?app://seamark/',
    'app://user@seamark/',
    'app://seamark:1/',
    'https://seamark/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
  ])('%s is foreign', (url) => {
    expect(isOwn(url)).toBe(false);
  });

  test.each([
    ['https://www.17track.net/en', 'open'],
    ['https://example.org/', 'ask'],
    ['mailto:a@example.org', 'ask'],
    ['https://www.17track.net.evil.example/', 'ask'],
    ['https://www.17track.net@evil.example/', 'refuse'],
    ['https://www.17track.net:8443/', 'ask'],
    ['https://open.shopee.cn/auth?partner_id=1', 'open'],
    ['https://open.shopee.com.br/cancel_auth?partner_id=1', 'open'],
    ['https://open-meteo.com/', 'open'],
    ['https://open-meteo.com.evil.example/', 'ask'],
    ['https://open.shopee.com.evil.example/auth?partner_id=1', 'ask'],
    ['http://127.0.0.1:4010/auth?partner_id=1', 'ask'],
    ['http://user@127.0.0.1:4010/auth?partner_id=1', 'refuse'],
    ['http://127.0.0.1:4010/', 'refuse'],
    ['http://10.0.0.1/auth?partner_id=1', 'refuse'],
    ['http://www.17track.net/', 'refuse'],
    ['file:///etc/passwd', 'refuse'],
    ['smb://host/share', 'refuse'],
    ['ms-settings:privacy', 'refuse'],
    ['vscode://x', 'refuse'],
    ['javascript:alert(1)', 'refuse'],
    ['%68ttps://example.org', 'refuse'],
    ['', 'refuse'],
  ])('leaving for %s: %s', (url, decision) => {
    expect(decideOpen(url)).toBe(decision);
  });

  test.each([
    ['app://seamark/', '/srv/page/index.html'],
    ['app://seamark/queue/12', '/srv/page/index.html'],
    ['app://seamark/assets/a.js', '/srv/page/assets/a.js'],
    ['app://seamark/../secret.js', '/srv/page/secret.js'],
    ['app://seamark/%2e%2e/secret.js', '/srv/page/secret.js'],
    ['app://seamark/..%2fsecret.js', null],
    ['app://seamark/..%5csecret.js', null],
    ['app://seamark/%00.js', null],
    ['app://seamark/%zz.js', null],
    ['app://seamark/.env.js', null],
    ['app://other/assets/a.js', null],
  ])('%s is served from %s', (url, file) => {
    expect(fileFor('/srv/page', url)).toBe(file);
  });
});

test.each([
  ['our page', { url: 'app://seamark/', mainFrame: true, known: true }, true],
  ['a frame in it', { url: 'app://seamark/', mainFrame: false, known: true }, false],
  ['unknown contents', { url: 'app://seamark/', mainFrame: true, known: false }, false],
  ['a foreign page', { url: 'https://example.org/', mainFrame: true, known: true }, false],
  ['a blank page', { url: '', mainFrame: true, known: true }, false],
  ['a frame that is gone', { url: null, mainFrame: true, known: true }, false],
] as const)('a message from %s', (_name, sender, answer) => {
  expect(trusted(sender)).toBe(answer);
});

test('the pinned Electron is still supported', () => {
  // Three majors are supported at a time and one comes about every eight weeks: 45 came out on 2026-10-20, so this is
  // an estimate (24 weeks on). Whoever pins another major puts its date here.
  const supportEnds: Readonly<Record<string, string>> = { '45': '2027-04-06' };
  const pinned = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: { electron: string };
  };
  const end = supportEnds[pinned.devDependencies.electron.split('.')[0] ?? ''] ?? '';
  expect(Date.parse(end)).toBeGreaterThan(Date.now());
});
