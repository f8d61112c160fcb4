import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { Settings } from '#shared/contract/shell.ts';
import { PAGE } from './origin.ts';
import { type Bounds, placeOn, readWindowState, writeWindowState } from './windowState.ts';

/** The page's ground in both themes, so that nothing flashes before the first paint. */
const GROUND = { light: '#f7f8f9', dark: '#14181c' } as const;

/** The options of the only window. Security options are spelt out although some are defaults (tested as data). */
export function windowOptions(
  preload: string,
  dark: boolean,
  bounds: Bounds | null,
): BrowserWindowConstructorOptions {
  return {
    width: 1320,
    height: 860,
    ...bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Seamark 航标',
    backgroundColor: dark ? GROUND.dark : GROUND.light,
    webPreferences: {
      preload,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webviewTag: false,
      spellcheck: false,
      safeDialogs: true,
    },
  };
}

export interface WindowDeps {
  readonly make: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly displays: () => readonly Bounds[];
  readonly preload: string;
  readonly stateFile: string;
  readonly dark: () => boolean;
  readonly settings: () => Settings;
  readonly quitting: () => boolean;
  /** The window went to the tray instead of closing. */
  readonly onHidden: () => void;
}

/**
 * Opens the window at its remembered place and shows it once it has painted or its page has loaded, whichever comes
 * first: where the graphics process fails while the window is hidden, Chromium may never tell of a first paint. Until
 * the page has painted the window has the page's ground.
 */
export function openWindow(deps: WindowDeps): BrowserWindow {
  const state = placeOn(readWindowState(deps.stateFile), deps.displays());
  const window = deps.make(windowOptions(deps.preload, deps.dark(), state.bounds));
  if (state.maximised) window.maximize();
  let shown = false;
  const show = (): void => {
    if (!shown) window.show();
    shown = true;
  };
  window.once('ready-to-show', show);
  window.webContents.once('dom-ready', show);
  window.on('close', (event) => {
    writeWindowState(deps.stateFile, { bounds: window.getNormalBounds(), maximised: window.isMaximized() });
    if (deps.quitting() || !deps.settings().closeToTray) return;
    event.preventDefault();
    window.hide();
    deps.onHidden();
  });
  void window.loadURL(PAGE);
  return window;
}
