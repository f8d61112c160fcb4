import { z } from 'zod';
import type { StartFailure } from '#shared/contract/faults.ts';
import type { Logger } from '../engine/ports.ts';
import type { KeyAnswer } from './supervisor.ts';

/** The part of Electron's safeStorage that we use. The asynchronous calls exist from Electron 45 on. */
export interface SafeStorageLike {
  isEncryptionAvailable(): boolean;
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>;
}

/** The key file, as a port. `write` is atomic and mode 0600. */
export interface KeyFile {
  /** null: there is none. */
  read(): string | null;
  write(text: string): void;
  setAside(): void;
  readonly path: string;
}

export interface SecretsDeps {
  readonly safeStorage: SafeStorageLike;
  readonly platform: string;
  readonly file: KeyFile;
  readonly storeExists: () => boolean;
  readonly randomBytes: (count: number) => Buffer;
  readonly log: Logger;
}

/**
 * Which secret service Chromium should ask on Linux, or null for its own choice. It knows a few desktops by name and
 * takes a fixed password on all others, even where a secret service runs; asking for one that is not there ends in the
 * same refusal, so asking costs nothing.
 */
export function passwordStore(platform: string, desktop: string | undefined): string | null {
  return platform === 'linux' && !/kde/i.test(desktop ?? '') ? 'gnome-libsecret' : null;
}

const keyFileSchema = z.object({
  version: z.literal(1),
  /** The secret service that encrypted the key; a change of it explains why the key no longer opens. */
  backend: z.string(),
  encrypted: z.base64(),
});

const failure = (code: StartFailure['code'], detail: StartFailure['detail']): KeyAnswer => ({
  ok: false,
  failure: { code, detail },
});

/**
 * The store's key: made once at random, encrypted by the system's keychain, kept in `key.json`. Never in plain text:
 * without a keychain Seamark refuses to start (design section 4).
 */
export function createSecrets(deps: SecretsDeps): { key(): Promise<KeyAnswer>; forget(): void } {
  const { safeStorage, file, log } = deps;
  // `isAsyncEncryptionAvailable` alone is not enough: a runtime may have some of the calls.
  const asynchronous = safeStorage.decryptStringAsync && safeStorage.encryptStringAsync;
  const backend = (): string =>
    deps.platform === 'linux' ? (safeStorage.getSelectedStorageBackend?.() ?? 'unknown') : deps.platform;
  const available = async (): Promise<boolean> => {
    const yes =
      asynchronous && safeStorage.isAsyncEncryptionAvailable
        ? await safeStorage.isAsyncEncryptionAvailable()
        : safeStorage.isEncryptionAvailable();
    // "basic_text" is a fixed password in the program: no protection at all.
    return yes && backend() !== 'basic_text' && !(deps.platform === 'linux' && backend() === 'unknown');
  };
  const save = async (key: string): Promise<void> => {
    const bytes = asynchronous ? await safeStorage.encryptStringAsync?.(key) : safeStorage.encryptString(key);
    if (!bytes) throw new Error('encryption gave nothing');
    file.write(
      JSON.stringify({
        version: 1,
        backend: backend(),
        encrypted: bytes.toString('base64'),
      } satisfies z.infer<typeof keyFileSchema>),
    );
  };
  const open = async (encrypted: Buffer): Promise<{ key: string; again: boolean }> => {
    if (!safeStorage.decryptStringAsync || !asynchronous) {
      return { key: safeStorage.decryptString(encrypted), again: false };
    }
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(encrypted);
    return { key: result, again: shouldReEncrypt };
  };

  let renew = false;

  const fetch = async (): Promise<KeyAnswer> => {
    if (!(await available())) return failure('no-keychain', { backend: backend() });
    const text = file.read();
    if (text === null) {
      if (deps.storeExists() && !renew) return failure('key-missing', { file: file.path });
      const key = deps.randomBytes(32).toString('hex');
      await save(key);
      renew = false;
      log.info('key.made', { backend: backend() });
      return { ok: true, key };
    }
    const stored = keyFileSchema.safeParse(parseJson(text));
    if (!stored.success) return failure('key-changed', { file: file.path, why: 'unreadable' });
    const facts = { file: file.path, was: stored.data.backend, now: backend() };
    try {
      const { key, again } = await open(Buffer.from(stored.data.encrypted, 'base64'));
      if (!/^[0-9a-f]{64}$/.test(key)) return failure('key-changed', { ...facts, why: 'malformed' });
      if (again) await save(key);
      return { ok: true, key };
    } catch {
      return failure('key-changed', { ...facts, why: 'decrypt' });
    }
  };

  return {
    async key() {
      try {
        return await fetch();
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? '';
        log.error('key.file', { code });
        if (code === 'ENOSPC' || code === 'EDQUOT') return failure('disk-full', { file: file.path });
        if (['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST'].includes(code)) {
          return failure('read-only', { file: file.path });
        }
        return failure('unknown', { what: 'key', code });
      }
    },
    // Only for "start empty": the old key stays beside the old store, should its keychain come back. The engine then
    // finds that the new key does not open the old store, and sets that aside when it is told to.
    forget() {
      file.setAside();
      renew = true;
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
