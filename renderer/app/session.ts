import { createStore, useStore } from 'zustand';
import type { EngineStatus } from '#shared/contract/app.ts';
import { DEFAULT_SETTINGS, type EngineHealth, type Settings } from '#shared/contract/shell.ts';
import type { ImportRun } from '#shared/model/import.ts';
import { bridge, call, onLink, onRelink } from '../bridge/client.ts';

interface Session {
  readonly settings: Settings;
  readonly settingsReady: boolean;
  readonly health: EngineHealth;
  readonly status: EngineStatus | null;
  /** The import that runs, or ended last while the page was open. */
  readonly importRun: ImportRun | null;
  /** False while a plain browser has lost the engine. */
  readonly linked: boolean;
}

const STARTING: EngineHealth = {
  state: 'starting',
  restarts: 0,
  nextAttemptAt: null,
  failure: null,
  sample: false,
};

/** What every screen needs to know: settings, the engine's health and figures, the running import. */
export const session = createStore<Session>(() => ({
  settings: DEFAULT_SETTINGS,
  settingsReady: false,
  health: STARTING,
  status: null,
  importRun: null,
  linked: true,
}));

export function useSession<T>(select: (state: Session) => T): T {
  return useStore(session, select);
}

/** Changes on their way to the shell: until the last is answered, the screen knows better. */
let pending = 0;

/** Changes settings: at once on the screen, and back if the shell refuses. */
export async function changeSettings(change: Partial<Settings>): Promise<boolean> {
  const before = session.getState().settings;
  session.setState({ settings: { ...before, ...change } });
  pending += 1;
  const answer = await call('shell.set', change);
  pending -= 1;
  if (pending === 0) session.setState({ settings: answer.ok ? answer.value : before });
  return answer.ok;
}

/** Takes in an answer about an import; one that a pushed message overtook (a small file is in at once) says less. */
export function heardOfImport(run: ImportRun): void {
  const known = session.getState().importRun;
  const overtaken = known?.id === run.id && known.finishedAt !== null && run.finishedAt === null;
  if (!overtaken) session.setState({ importRun: run });
}

async function refreshStatus(): Promise<void> {
  const answer = await call('app.status', {});
  if (answer.ok) session.setState({ status: answer.value });
}

async function refreshHealth(): Promise<void> {
  const answer = await call('shell.engine', {});
  if (!answer.ok) return;
  session.setState({ health: answer.value });
  if (answer.value.state === 'ready') await refreshStatus();
}

async function refreshSettings(): Promise<void> {
  const answer = await call('shell.settings', {});
  const known = answer.ok && pending === 0;
  session.setState({ settingsReady: true, ...(known ? { settings: answer.value } : {}) });
}

/** The import that is shown may have ended while nothing was heard. */
async function refreshImport(): Promise<void> {
  const known = session.getState().importRun;
  if (!known || known.finishedAt !== null) return;
  const answer = await call('imports.list', {});
  const now = answer.ok ? answer.value.imports.find(({ id }) => id === known.id) : undefined;
  if (now) heardOfImport(now);
}

/** Starts listening, for as long as the page is there. */
export function startSession(): void {
  void refreshSettings();
  void refreshHealth();
  bridge.on('settings', ({ payload }) => {
    if (pending === 0) session.setState({ settings: payload });
  });
  bridge.on('engine', ({ payload }) => {
    session.setState({ health: payload });
    if (payload.state === 'ready') void refreshStatus();
  });
  bridge.on('status', ({ payload }) => session.setState({ status: payload }));
  bridge.on('imports', ({ payload }) => session.setState({ importRun: payload }));
  onLink((linked) => {
    session.setState({ linked });
    if (linked) void refreshHealth();
  });
  onRelink(() => void Promise.all([refreshSettings(), refreshImport()]));
}
