import ElectronStore from 'electron-store';
import type { Settings } from '#shared/contract/shell.ts';
import type { Logger } from '../engine/ports.ts';
import { createSettings, setAsideIfCorrupt, type SettingsStore } from './settings.ts';

/** Opens `settings.json` with electron-store; a corrupt file is set aside, never overwritten. */
export function openSettings(
  home: string,
  log: Logger,
  now: () => number,
  changed: (settings: Settings) => void,
): SettingsStore {
  const open = (): ElectronStore => {
    if (setAsideIfCorrupt(home, now())) log.warn('settings.corrupt', {});
    return new ElectronStore({ cwd: home, name: 'settings', clearInvalidConfig: false });
  };
  return createSettings(open, log, changed);
}
