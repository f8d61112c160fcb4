import type { MenuItemConstructorOptions } from 'electron';
import type { UiLang } from '#shared/contract/shell.ts';
import { translate } from '#shared/text/translate.ts';
import type { UiKey } from '#shared/text/ui/index.ts';

export interface MenuActions {
  readonly importFile: () => void;
  readonly settings: () => void;
  readonly quit: () => void;
}

/** The native menu in the interface's language. Single keys and the palette belong to the page. */
export function menuTemplate(lang: UiLang, platform: string, act: MenuActions): MenuItemConstructorOptions[] {
  const item = (key: UiKey, role: MenuItemConstructorOptions['role']): MenuItemConstructorOptions => ({
    label: translate(lang, key),
    ...(role === undefined ? {} : { role }),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const file: MenuItemConstructorOptions[] = [
    {
      id: 'import',
      label: translate(lang, 'menu.import'),
      accelerator: 'CmdOrCtrl+O',
      click: act.importFile,
    },
    {
      id: 'settings',
      label: translate(lang, 'menu.settings'),
      accelerator: 'CmdOrCtrl+,',
      click: act.settings,
    },
    line,
    { id: 'quit', label: translate(lang, 'menu.quit'), accelerator: 'CmdOrCtrl+Q', click: act.quit },
  ];
  return [
    {
      label: platform === 'darwin' ? translate(lang, 'app.name') : translate(lang, 'menu.file'),
      submenu: file,
    },
    {
      label: translate(lang, 'menu.edit'),
      submenu: [
        item('menu.undo', 'undo'),
        item('menu.redo', 'redo'),
        line,
        item('menu.cut', 'cut'),
        item('menu.copy', 'copy'),
        item('menu.paste', 'paste'),
        item('menu.selectAll', 'selectAll'),
      ],
    },
    {
      label: translate(lang, 'menu.view'),
      submenu: [
        item('menu.zoomIn', 'zoomIn'),
        item('menu.zoomOut', 'zoomOut'),
        item('menu.zoomReset', 'resetZoom'),
        line,
        item('menu.fullScreen', 'togglefullscreen'),
      ],
    },
    {
      label: translate(lang, 'menu.window'),
      submenu: [item('menu.minimise', 'minimize'), item('menu.close', 'close')],
    },
  ];
}
