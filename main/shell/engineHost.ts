import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type * as Electron from 'electron';
import type { Logger } from '../engine/ports.ts';
import {
  childEngine,
  ENGINE_HEAP,
  ENGINE_MEMORY,
  type EngineHostKind,
  type EngineProcess,
  hostKind,
  utilityEngine,
} from './engineProcess.ts';
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
  /** Starts another entry of the build the same way. */
  readonly spawn: (name: string) => EngineProcess;
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
  /** Whether the sample shop is explored. */
  readonly sample: () => boolean;
}): EngineHost {
  const { electron, home, log, relay } = deps;
  const kind = hostKind(process.versions['napi']);
  const node = process.env['SEAMARK_NODE'] ?? resolve(deps.out, '../node_modules/node/bin/node');
  const secrets = createSecrets({
    safeStorage: electron.safeStorage,
    platform: process.platform,
    file: createKeyFile(home, () => systemClock.now()),
    storeExists: () => existsSync(join(home, 'seamark.db')),
    randomBytes,
    log,
  });
  const spawn = (name: string): EngineProcess => {
    const entry = join(deps.out, `main/${name}.js`);
    if (kind === 'child') return childEngine(node, entry, relay);
    const fork = (file: string) =>
      electron.utilityProcess.fork(file, [], {
        serviceName: `Seamark ${name}`,
        execArgv: [...ENGINE_HEAP],
        env: { ...process.env, ...ENGINE_MEMORY },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    return utilityEngine(fork, entry, relay);
  };
  const supervisor = createSupervisor({
    spawn: () => spawn('engine'),
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
    onHealth: (health) => deps.topics.publish('engine', { ...health, sample: deps.sample() }),
    onTopic: (topic, revision, payload) => deps.topics.relay(topic, revision, payload),
  });
  return { supervisor, kind, forgetKey: secrets.forget, spawn };
}
