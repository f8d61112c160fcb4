import { expect, test } from 'vitest';
import { createSecrets, passwordStore, type SafeStorageLike } from '../../../main/shell/secrets.ts';

const hidden = (text: string): Buffer => Buffer.from(`v:${text}`);
const open = (bytes: Buffer): string => {
  const text = bytes.toString();
  if (!text.startsWith('v:')) throw new Error('cannot decrypt');
  return text.slice(2);
};

function setup(change: { storage?: Partial<SafeStorageLike>; text?: string | null; store?: boolean } = {}) {
  const file = { text: change.text ?? null, aside: 0 };
  const secrets = createSecrets({
    safeStorage: {
      isEncryptionAvailable: () => true,
      getSelectedStorageBackend: () => 'gnome_libsecret',
      encryptString: hidden,
      decryptString: open,
      ...change.storage,
    },
    platform: 'linux',
    file: {
      path: '/home/key.json',
      read: () => file.text,
      write: (text) => void (file.text = text),
      setAside: () => {
        file.aside += 1;
        file.text = null;
      },
    },
    storeExists: () => change.store ?? false,
    randomBytes: (count) => Buffer.alloc(count, 0xab),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  return { secrets, file };
}
const KEY = 'ab'.repeat(32);
const stored = (encrypted: Buffer) =>
  JSON.stringify({ version: 1, backend: 'kwallet5', encrypted: encrypted.toString('base64') });

test('makes a key once, keeps it encrypted, and gives the same one again', async () => {
  const { secrets, file } = setup();
  expect(await secrets.key()).toEqual({ ok: true, key: KEY });
  expect(file.text).not.toContain(KEY);
  expect(JSON.parse(file.text ?? '')).toMatchObject({ backend: 'gnome_libsecret' });
  expect(await secrets.key()).toEqual({ ok: true, key: KEY });
});

test.each([
  ['no service', { isEncryptionAvailable: () => false }],
  ['a fixed password', { getSelectedStorageBackend: () => 'basic_text' }],
  ['an unknown one', { getSelectedStorageBackend: () => 'unknown' }],
])('refuses %s and writes nothing', async (_name, storage) => {
  const { secrets, file } = setup({ storage });
  expect(await secrets.key()).toMatchObject({ ok: false, failure: { code: 'no-keychain' } });
  expect(file.text).toBeNull();
});

test('a store without its key is named, never given a new key in silence', async () => {
  const { secrets, file } = setup({ store: true });
  expect(await secrets.key()).toMatchObject({ ok: false, failure: { code: 'key-missing' } });
  expect(file.text).toBeNull();
  secrets.forget();
  expect(await secrets.key()).toEqual({ ok: true, key: KEY });
});

test.each([
  ['another keychain', stored(Buffer.from('x:other'))],
  ['something that is no key', stored(hidden('hello'))],
  ['a broken file', '{"version": 1'],
])('%s is a changed key, and the file stays as it is', async (_name, text) => {
  const { secrets, file } = setup({ text, store: true });
  expect(await secrets.key()).toMatchObject({ ok: false, failure: { code: 'key-changed' } });
  expect(file.text).toBe(text);
});

test('uses the asynchronous calls where they exist and encrypts anew when asked to', async () => {
  const storage: Partial<SafeStorageLike> = {
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    encryptStringAsync: (text) => Promise.resolve(hidden(text)),
    decryptStringAsync: (bytes) => Promise.resolve({ result: open(bytes), shouldReEncrypt: true }),
    encryptString: () => expect.fail('synchronous'),
    decryptString: () => expect.fail('synchronous'),
  };
  const { secrets, file } = setup({ storage, text: stored(hidden(KEY)) });
  expect(await secrets.key()).toEqual({ ok: true, key: KEY });
  expect(JSON.parse(file.text ?? '')).toMatchObject({ backend: 'gnome_libsecret' });
});

test('asks for the secret service on every Linux desktop but KDE, which has its own', () => {
  expect(passwordStore('linux', undefined)).toBe('gnome-libsecret');
  expect(passwordStore('linux', 'i3')).toBe('gnome-libsecret');
  expect(passwordStore('linux', 'KDE')).toBeNull();
  expect(passwordStore('win32', undefined)).toBeNull();
});
