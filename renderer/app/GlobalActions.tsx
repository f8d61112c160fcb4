import { useState } from 'react';
import { openImport } from '../features/imports/store.ts';
import { useQueueActions } from '../features/queue/useQueueActions.ts';
import { openConnect } from '../features/shops/store.ts';
import { useAction } from './actions.ts';
import { goTo } from './routes.ts';
import { Palette } from './Palette.tsx';
import { changeSettings, useSession } from './session.ts';
import { ShortcutSheet } from './ShortcutSheet.tsx';

/** What can be done from everywhere, with the palette and the sheet of shortcuts. */
export function GlobalActions() {
  const [open, setOpen] = useState<'palette' | 'sheet' | null>(null);
  const lang = useSession((state) => state.settings.lang);
  const { undoLast } = useQueueActions();
  useAction('palette', () => setOpen('palette'));
  useAction('sheet', () => setOpen('sheet'));
  useAction('import', () => openImport());
  useAction('connect', () => openConnect());
  useAction('go.today', () => goTo('today'));
  useAction('go.queue', () => goTo('queue'));
  useAction('go.parcels', () => goTo('parcels'));
  useAction('go.orders', () => goTo('orders'));
  useAction('go.map', () => goTo('map'));
  useAction('go.drafts', () => goTo('drafts'));
  useAction('go.insights', () => goTo('insights'));
  useAction('go.sources', () => goTo('sources'));
  useAction('go.settings', () => goTo('settings'));
  useAction('go.calendars', () => goTo('calendars'));
  useAction('theme', () => {
    const dark = document.documentElement.dataset['theme'] === 'dark';
    void changeSettings({ theme: dark ? 'light' : 'dark' });
  });
  useAction('lang', () => void changeSettings({ lang: lang === 'en' ? 'zh-CN' : 'en' }));
  useAction('undo', () => void undoLast());
  return (
    <>
      {open === 'palette' && <Palette onClose={() => setOpen(null)} />}
      {open === 'sheet' && <ShortcutSheet onClose={() => setOpen(null)} />}
    </>
  );
}
