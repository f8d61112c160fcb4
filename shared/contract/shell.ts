import { z } from 'zod';
import { shellCommand, shellQuery } from './define.ts';
import { startFailureSchema } from './faults.ts';
import { nothing } from './page.ts';

export const UI_LANGS = ['en', 'zh-CN'] as const;
export const uiLangSchema = z.enum(UI_LANGS);
export type UiLang = z.infer<typeof uiLangSchema>;

/** What a person has set. Kept by electron-store in the shell; secrets never. */
export const settingsSchema = z.object({
  lang: uiLangSchema,
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  railPinned: z.boolean(),
  /** Share of the width that the list takes, 0.2 to 0.8. */
  split: z.number().min(0.2).max(0.8),
  singleKeys: z.boolean(),
  /** Action id to key, where it differs from the default. */
  keys: z.record(z.string().max(60), z.string().max(40)),
  notifications: z.boolean(),
  /** Epoch ms until which notifications stay silent; null: not paused. */
  quietUntil: z.number().int().nullable(),
  closeToTray: z.boolean(),
  firstRunDone: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;
export const DEFAULT_SETTINGS: Settings = {
  lang: 'zh-CN',
  theme: 'system',
  density: 'comfortable',
  railPinned: false,
  split: 0.44,
  singleKeys: true,
  keys: {},
  notifications: true,
  quietUntil: null,
  closeToTray: true,
  firstRunDone: false,
};

/** How the engine process is, as the shell sees it. */
export const engineHealthSchema = z.object({
  state: z.enum(['starting', 'ready', 'restarting', 'stopped', 'failed', 'closing']),
  /** Restarts within the last ten minutes. */
  restarts: z.number().int(),
  /** Epoch ms of the next attempt while restarting. */
  nextAttemptAt: z.number().int().nullable(),
  failure: startFailureSchema.nullable(),
  /** The sample shop is explored: its invented data is in a store of its own. */
  sample: z.boolean(),
});
export type EngineHealth = z.infer<typeof engineHealthSchema>;

/** The ways out of a named start-up failure, harmless first. */
export const startActionSchema = z.enum([
  'retry',
  'show-folder',
  'restore-backup', // keeps the bad file beside it
  'start-empty', // keeps the bad file beside it; asked twice
  'quit',
]);
export type StartAction = z.infer<typeof startActionSchema>;

const extensions = z.array(z.enum(['csv', 'txt', 'xlsx', 'jsonl', 'ndjson', 'json'])).max(8);

export const shellCalls = {
  'shell.settings': shellQuery(nothing, settingsSchema),
  'shell.set': shellCommand(settingsSchema.partial().strict(), settingsSchema),
  'shell.engine': shellQuery(nothing, engineHealthSchema),
  /** Begins or ends exploring the sample shop; answers once its shops are connected. */
  'shell.explore': shellCommand(z.object({ on: z.boolean() }).strict(), engineHealthSchema),
  'shell.startAction': shellCommand(z.object({ action: startActionSchema }).strict(), engineHealthSchema),
  /** Opens the system's file dialog; null when the person backs out. */
  'shell.pickFile': shellCommand(
    z.object({ extensions }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
  'shell.saveFile': shellCommand(
    z.object({ name: z.string().min(1).max(200), extensions }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
  'shell.copyText': shellCommand(z.object({ text: z.string().max(20_000) }).strict(), nothing),
  /** Facts for "About" and error reports: versions and platform. */
  'shell.about': shellQuery(
    nothing,
    z.object({
      version: z.string(),
      electron: z.string().nullable(),
      node: z.string(),
      platform: z.string(),
      /** Where the engine runs, for diagnosis. */
      engineHost: z.enum(['utility', 'child', 'in-process']),
      dataFolder: z.string(),
    }),
  ),
  /** The page tells that it has painted something useful (start-up measurement, tray click hand-over). */
  'shell.pageReady': shellCommand(
    z.object({ sincePageStartMs: z.number().min(0).max(1e9) }).strict(),
    nothing,
  ),
  'shell.quit': shellCommand(nothing, nothing),
};
