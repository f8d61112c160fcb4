import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserWindow } from 'electron';
import type * as Electron from 'electron';
import type { TopicPayload } from '#shared/contract/index.ts';
import { translate } from '#shared/text/translate.ts';
import { systemClock, systemTimers } from './system.ts';
import { createAlerts } from './alerts.ts';
import { openLog } from './logFile.ts';
import { startEngine } from './engineHost.ts';
import { installCrashHandler } from './crash.ts';
import { keepPage } from './page.ts';
import { menuTemplate } from './menu.ts';
import { denyPermissions } from './permissions.ts';
import { PAGE } from './origin.ts';
import { prepareHome } from './place.ts';
import { watchWorld } from './power.ts';
import { PRIVILEGES, servePage } from './protocol.ts';
import { createRouter } from './router.ts';
import { openSettings } from './settingsFile.ts';
import { shellHandlers } from './shellCalls.ts';
import { passwordStore } from './secrets.ts';
import { createSample } from './sample.ts';
import { runAllSteps, runSteps } from './steps.ts';
import { createTopicRelay } from './topics.ts';
import { openWindow } from './window.ts';

type Open = TopicPayload<'open'>;
const nothing = { caseId: null, parcelId: null, draftId: null, path: null } as const;

/** Puts the desktop app together: what happens before Electron is ready, the start list, the stop list. */
export function startShell(electron: typeof Electron): void {
  const { app, dialog, nativeTheme, net, powerMonitor, protocol, screen, session, shell } = electron;
  const now = (): number => systemClock.now();
  const home = resolve(process.env['SEAMARK_HOME'] ?? join(app.getPath('appData'), 'Seamark'));
  const unusable = prepareHome(home);
  // Where the data folder cannot be used, the window still has to say so: Chromium gets a throw-away folder.
  const own = unusable === null ? home : mkdtempSync(join(tmpdir(), 'seamark-'));
  app.setName('Seamark');
  app.setPath('userData', own);
  app.setPath('sessionData', join(own, 'browser'));
  // Chromium cannot sandbox what root runs; there `--no-sandbox` was given on purpose, and insisting would end every
  // child process. For everybody else the switch changes nothing.
  if (!(process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox'))) app.enableSandbox();
  const keychain = passwordStore(process.platform, process.env['XDG_CURRENT_DESKTOP']);
  if (keychain !== null && !app.commandLine.hasSwitch('password-store')) {
    app.commandLine.appendSwitch('password-store', keychain);
  }
  protocol.registerSchemesAsPrivileged([PRIVILEGES]);
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write('Seamark is already open; its window comes to the front.\n');
    app.exit(0);
    return;
  }
  const out = resolve(import.meta.dirname, '..');
  const { log, relay } = openLog(join(own, 'logs'));
  let window: BrowserWindow | null = null;
  let quitting = false;
  let pageReady = false;
  let toOpen: Open | null = null;

  const settings = openSettings(own, log, now, (changed) => {
    topics.publish('settings', changed);
    nativeTheme.themeSource = changed.theme;
    relabel();
  });
  const send = (message: unknown): void => {
    if (window && !window.isDestroyed()) window.webContents.send('seamark:topic', message);
  };
  const topics = createTopicRelay({
    send,
    startAt: now(),
    log,
    heard: (topic, payload) => alerts.heard(topic, payload),
  });
  const engine = startEngine({
    electron,
    home,
    unusable,
    out,
    log,
    relay,
    settings,
    topics,
    sample: () => sample.active(),
  });
  const sample = createSample({
    spawn: () => engine.spawn('sandbox'),
    engine: engine.supervisor,
    folder: join(own, 'sample'),
    timers: systemTimers,
    log,
    fetch,
    changed: () => topics.publish('engine', { ...engine.supervisor.health(), sample: sample.active() }),
  });
  const show = (open: Open | null): void => {
    if (open && pageReady) topics.publish('open', open);
    else toOpen = open ?? toOpen;
    if (window?.isMinimized()) window.restore();
    window?.show();
    window?.focus();
  };
  const quit = (): void => app.quit();
  const actions = {
    importFile: () => show({ ...nothing, view: 'import' }),
    settings: () => show({ ...nothing, view: 'settings' }),
    open: () => show({ ...nothing, view: 'queue' }),
    pause: (until: number | null) => void settings.change({ quietUntil: until }),
    quit,
  };
  const alerts = createAlerts({ electron, settings, engine: engine.supervisor, log, act: actions, show });
  const relabel = (): void => {
    const { lang } = settings.get();
    electron.Menu.setApplicationMenu(
      electron.Menu.buildFromTemplate(menuTemplate(lang, process.platform, actions)),
    );
    alerts.relabel();
  };
  const word = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]): string =>
    translate(settings.get().lang, key, values);

  const route = createRouter({
    shell: shellHandlers({
      settings,
      engine: engine.supervisor,
      sample,
      dialog,
      clipboard: electron.clipboard,
      window: () => window,
      showFolder: () => void shell.openPath(home),
      forgetKey: engine.forgetKey,
      about: () => ({
        version: app.getVersion(),
        electron: process.versions.electron ?? null,
        node: process.versions.node,
        platform: process.platform,
        engineHost: engine.kind,
        dataFolder: home,
      }),
      pageReady: (ms) => {
        log.info('page.ready', { ms: Math.round(ms) });
        pageReady = true;
        if (toOpen) topics.publish('open', toOpen);
        toOpen = null;
      },
      quit,
    }),
    engine: (name, input) => engine.supervisor.call(name, input),
    log,
  });

  const makeWindow = (): void => {
    window = openWindow({
      make: (options) => new electron.BrowserWindow(options),
      displays: () => screen.getAllDisplays().map((display) => display.workArea),
      preload: join(out, 'preload/preload.cjs'),
      stateFile: join(own, 'window.json'),
      dark: () => nativeTheme.shouldUseDarkColors,
      settings: () => settings.get(),
      quitting: () => quitting,
      onHidden: () => alerts.hidden(),
    });
    keepPage({ electron, window, log, word, now, quit, gone: () => (pageReady = false) });
  };

  installCrashHandler({
    on: (listener) => {
      process.on('uncaughtException', listener);
      process.on('unhandledRejection', listener);
    },
    folder: join(own, 'reports'),
    now,
    facts: {
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      platform: process.platform,
    },
    log,
    tell: (file) => dialog.showErrorBox(word('app.name'), word('dialog.crash', { file })),
    exit: (code) => app.exit(code),
  });
  app.on('second-instance', () => show(null));
  app.on('activate', () => show(null));
  app.on('window-all-closed', quit);
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    if (quitting) {
      // The second time is meant: do not wait for the engine.
      app.exit(0);
      return;
    }
    quitting = true;
    void runAllSteps(
      [
        { name: 'world', run: () => stopWorld() },
        { name: 'sample', run: () => sample.stop() },
        {
          name: 'engine',
          run: async () => log.info('engine.closed', { how: await engine.supervisor.close() }),
        },
        { name: 'sample-data', run: () => sample.clean() },
      ],
      log,
      now,
    ).then(() => {
      stopped = true;
      app.quit();
    });
  });

  let stopWorld = (): void => {};
  void app
    .whenReady()
    .then(() =>
      runSteps(
        [
          { name: 'protocol', run: () => protocol.handle('app', servePage(join(out, 'renderer'))) },
          { name: 'permissions', run: () => denyPermissions(session.defaultSession) },
          {
            name: 'router',
            run: () =>
              electron.ipcMain.handle('seamark:call', (event, name: unknown, input: unknown) => {
                const frame = event.senderFrame;
                const known = window !== null && !window.isDestroyed() && event.sender === window.webContents;
                const mainFrame = known && frame !== null && frame === event.sender.mainFrame;
                return route({ url: frame?.url ?? null, mainFrame, known }, name, input);
              }),
          },
          { name: 'theme', run: () => void (nativeTheme.themeSource = settings.get().theme) },
          { name: 'window', run: makeWindow },
          { name: 'sample-data', run: () => sample.clean() },
          { name: 'engine', run: () => engine.supervisor.start() },
          { name: 'tray', run: () => alerts.start() },
          { name: 'menu', run: relabel },
          {
            name: 'world',
            run: () => {
              stopWorld = watchWorld({
                power: powerMonitor,
                isOnline: () => net.isOnline(),
                timers: systemTimers,
                tell: (event) => engine.supervisor.world(event),
              });
            },
          },
        ],
        log,
        now,
      ),
    )
    .then(() => log.info('shell.started', { page: PAGE, fresh: !existsSync(join(own, 'window.json')) }));
}
