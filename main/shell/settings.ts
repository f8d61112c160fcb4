import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '#shared/contract/shell.ts';
import type { Logger } from '../engine/ports.ts';

/** The part of electron-store that we use. */
export interface SettingsFile {
  readonly store: unknown;
  set(values: Record<string, unknown>): void;
}

/** Reads whatever is there, field by field: a wrong one falls back alone, unknown ones are left out. */
export function parseSettings(raw: unknown): Settings {
  const found: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  if (typeof raw !== 'object' || raw === null) return DEFAULT_SETTINGS;
  for (const [name, schema] of Object.entries(settingsSchema.shape)) {
    const value = schema.safeParse((raw as Record<string, unknown>)[name]);
    if (value.success) found[name] = value.data;
  }
  return settingsSchema.parse(found);
}

/** Moves a settings file that is no JSON object aside, so that the store begins with defaults. Answers whether. */
export function setAsideIfCorrupt(home: string, now: number): boolean {
  const file = join(home, 'settings.json');
  if (!existsSync(file)) return false;
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return false;
  } catch {
    // Falls through: not readable as JSON.
  }
  renameSync(file, join(home, `settings.${now}.corrupt.json`));
  return true;
}

export interface SettingsStore {
  get(): Settings;
  change(part: Partial<Settings>): Settings;
}

/** The settings in memory, written through to the file; a folder that refuses loses them at the end, not at once. */
export function createSettings(
  open: () => SettingsFile,
  log: Logger,
  changed: (settings: Settings) => void,
): SettingsStore {
  let file: SettingsFile | null = null;
  let current = DEFAULT_SETTINGS;
  try {
    file = open();
    current = parseSettings(file.store);
  } catch (error) {
    log.error('settings.open', { error: error instanceof Error ? error.name : typeof error });
  }
  return {
    get: () => current,
    change(part) {
      current = settingsSchema.parse({ ...current, ...part });
      try {
        file?.set({ ...part });
      } catch (error) {
        log.error('settings.write', { error: error instanceof Error ? error.name : typeof error });
      }
      changed(current);
      return current;
    },
  };
}
