import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron';
import type { Settings } from '#shared/contract/shell.ts';
import { HOUR } from '#shared/time.ts';
import { translate } from '#shared/text/translate.ts';
import { drawIcon } from './trayIcon.ts';

export interface TrayActions {
  readonly open: () => void;
  readonly importFile: () => void;
  /** Epoch ms until which alerts stay silent; null ends the pause. */
  readonly pause: (until: number | null) => void;
  readonly quit: () => void;
}

/** The next morning at eight, local time: when a working day begins, alerts speak again. */
export function tomorrowMorning(now: number): number {
  const day = new Date(now);
  day.setDate(day.getDate() + 1);
  day.setHours(8, 0, 0, 0);
  return day.getTime();
}

/** The tray's menu for a count and the settings as they are. */
export function trayMenu(
  count: number,
  settings: Pick<Settings, 'lang' | 'quietUntil'>,
  now: number,
  act: TrayActions,
): MenuItemConstructorOptions[] {
  const { lang, quietUntil } = settings;
  const paused = quietUntil !== null && quietUntil > now;
  return [
    { id: 'count', label: translate(lang, 'tray.waiting', { count }), enabled: false },
    { type: 'separator' },
    { id: 'open', label: translate(lang, 'tray.open'), click: act.open },
    { id: 'import', label: translate(lang, 'menu.import'), click: act.importFile },
    { type: 'separator' },
    ...(paused
      ? [{ id: 'resume', label: translate(lang, 'tray.resume'), click: () => act.pause(null) }]
      : [
          { id: 'hour', label: translate(lang, 'tray.pauseHour'), click: () => act.pause(now + HOUR) },
          {
            id: 'tomorrow',
            label: translate(lang, 'tray.pauseTomorrow'),
            click: () => act.pause(tomorrowMorning(now)),
          },
        ]),
    { type: 'separator' },
    { id: 'quit', label: translate(lang, 'menu.quit'), click: act.quit },
  ];
}

export interface TrayDeps {
  readonly make: (icon: NativeImage) => Tray;
  readonly image: (pixels: Buffer, size: number) => NativeImage;
  readonly menu: (template: MenuItemConstructorOptions[]) => Menu;
  readonly setBadge: (count: number) => void;
  readonly platform: string;
  readonly settings: () => Settings;
  readonly now: () => number;
  readonly act: TrayActions;
}

/** Puts the tray up; the answer shows a new count (or the same one, after a change of language). */
export function createTray(deps: TrayDeps): { show(count: number): void } {
  const size = deps.platform === 'darwin' ? 18 : 32;
  // On macOS the count stands beside the icon as a title; elsewhere it is drawn into the icon.
  const icon = (count: number): NativeImage =>
    deps.image(drawIcon(size, deps.platform === 'darwin' ? 0 : count), size);
  const tray = deps.make(icon(0));
  tray.on('click', () => deps.act.open());
  return {
    show(count) {
      const settings = deps.settings();
      tray.setImage(icon(count));
      tray.setToolTip(
        `${translate(settings.lang, 'app.name')} · ${translate(settings.lang, 'tray.waiting', { count })}`,
      );
      if (deps.platform === 'darwin') tray.setTitle(count > 0 ? String(count) : '');
      tray.setContextMenu(deps.menu(trayMenu(count, settings, deps.now(), deps.act)));
      deps.setBadge(count);
    },
  };
}
