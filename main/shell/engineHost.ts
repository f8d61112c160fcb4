import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type * as Electron from 'electron';
import type { Logger } from '../engine/ports.ts';
import { childEngine, type EngineHostKind, hostKind, utilityEngine } from './engineProcess.ts';
import { createKeyFile } from './keyFile.ts';
import { prepareHome } from './place.ts';
import { createSecrets } from './secrets.ts';
import type { SettingsStore } from './settings.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';
import { systemClock, systemTimers } from './system.ts';
import type { TopicRelay } from './topics.ts';

export interface EngineHost {
  readonly supervisor: Supervisor;
  readonly kind: EngineHostKind;
  readonly forgetKey: () => void;
}

/** Wires the supervisor to this runtime: which kind of process, which key, who hears. */
export function startEngine(deps: {
  readonly electron: typeof Electron;
  readonly home: string;
  readonly unusable: string | null;
  /** The build's folder. */
  readonly out: string;
  readonly log: Logger;
  readonly relay: (chunk: string) => void;
  readonly settings: SettingsStore;
  readonly topics: TopicRelay;
}): EngineHost {
  const { electron, home, log, relay } = deps;
  const kind = hostKind(process.versions['napi']);
  const entry = join(deps.out, 'main/engine.js');
  const node = process.env['SEAMARK_NODE'] ?? resolve(deps.out, '../node_modules/node/bin/node');
  const secrets = createSecrets({
    safeStorage: electron.safeStorage,
    platform: process.platform,
    file: createKeyFile(home, () => systemClock.now()),
    storeExists: () => existsSync(join(home, 'seamark.db')),
    randomBytes,
    log,
  });
  const supervisor = createSupervisor({
    spawn: () =>
      kind === 'utility'
        ? utilityEngine(
            (file) =>
              electron.utilityProcess.fork(file, [], {
                serviceName: 'Seamark engine',
                stdio: ['ignore', 'ignore', 'pipe'],
              }),
            entry,
            relay,
          )
        : childEngine(node, entry, relay),
    key: () => {
      // A folder that cannot be written is named before the keychain is asked: the key could not be kept.
      const unusable = prepareHome(home);
      if (unusable === null) return secrets.key();
      return Promise.resolve({ ok: false, failure: { code: unusable, detail: { folder: home } } });
    },
    home,
    lang: () => deps.settings.get().lang,
    clock: systemClock,
    timers: systemTimers,
    log,
    onHealth: (health) => deps.topics.publish('engine', health),
    onTopic: (topic, revision, payload) => deps.topics.relay(topic, revision, payload),
  });
  return { supervisor, kind, forgetKey: secrets.forget };
}
