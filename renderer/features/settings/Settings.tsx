import { type ReactNode, useState } from 'react';
import { type Settings as Values, UI_LANGS } from '#shared/contract/shell.ts';
import { useAction } from '../../app/actions.ts';
import { goTo } from '../../app/routes.ts';
import { changeSettings, useSession } from '../../app/session.ts';
import { useQuery } from '../../app/useQuery.ts';
import { useWords } from '../../app/text.tsx';
import { call } from '../../bridge/client.ts';
import {
  Button,
  DataTable,
  DefinitionList,
  Panel,
  SearchField,
  Segmented,
  Switch,
  useToast,
} from '../../ui/index.ts';
import css from '../features.module.css';
import { Keys } from './Keys.tsx';
import { Weather } from './Weather.tsx';

interface Section {
  readonly id: string;
  readonly title: string;
  /** What the search looks at. */
  readonly words: string;
  readonly body: ReactNode;
}

/** Screen: settings. Each change acts at once and can be undone. */
export function Settings() {
  const { t, lang } = useWords();
  const settings = useSession((state) => state.settings);
  const [text, setText] = useState('');
  const toast = useToast();
  const set = (change: Partial<Values>): void => {
    const before = Object.fromEntries(
      (Object.keys(change) as (keyof Values)[]).map((key) => [key, settings[key]]),
    ) as Partial<Values>;
    void changeSettings(change).then((done) => {
      if (!done) return;
      toast.show({
        text: t('settings.changed'),
        action: { label: t('common.undo'), run: () => void changeSettings(before) },
      });
    });
  };
  const sections: Section[] = [
    {
      id: 'appearance',
      title: t('settings.appearance'),
      words: [t('settings.lang'), t('settings.theme'), t('settings.density')].join(' '),
      body: (
        <div className={css['stack']}>
          <Segmented
            label={t('settings.lang')}
            value={lang}
            options={UI_LANGS.map((value) => ({ value, label: value === 'en' ? 'English' : '简体中文' }))}
            onChange={(value) => set({ lang: value })}
          />
          <Segmented
            label={t('settings.theme')}
            value={settings.theme}
            options={(['system', 'light', 'dark'] as const).map((value) => ({
              value,
              label: t(`settings.theme.${value}`),
            }))}
            onChange={(theme) => set({ theme })}
          />
          <Segmented
            label={t('settings.density')}
            value={settings.density}
            options={(['comfortable', 'compact'] as const).map((value) => ({
              value,
              label: t(`settings.density.${value}`),
            }))}
            onChange={(density) => set({ density })}
          />
        </div>
      ),
    },
    {
      id: 'alerts',
      title: t('settings.alerts'),
      words: [t('settings.notifications'), t('settings.closeToTray')].join(' '),
      body: (
        <div className={css['stack']}>
          <Switch
            label={t('settings.notifications')}
            hint={t('settings.notificationsHint')}
            checked={settings.notifications}
            onChange={(notifications) => set({ notifications })}
          />
          <Switch
            label={t('settings.closeToTray')}
            checked={settings.closeToTray}
            onChange={(closeToTray) => set({ closeToTray })}
          />
        </div>
      ),
    },
    {
      id: 'calendars',
      title: t('calendar.title'),
      words: [t('days.title'), t('weeks.title'), t('cutOffs.title'), t('holidays.title')].join(' '),
      body: <CalendarSum />,
    },
    {
      id: 'shortcuts',
      title: t('settings.shortcuts'),
      words: t('settings.singleKeys'),
      body: <Keys onChange={set} />,
    },
    {
      id: 'weather',
      title: t('weather.title'),
      words: [t('weather.on'), t('weather.hint'), t('weather.own'), 'Open-Meteo'].join(' '),
      body: <Weather />,
    },
    { id: 'data', title: t('settings.data'), words: t('settings.backups'), body: <Backups /> },
    { id: 'about', title: t('settings.about'), words: t('settings.version'), body: <About /> },
  ];
  const wanted = text.trim().toLowerCase();
  const shown = sections.filter(({ title, words }) => `${title} ${words}`.toLowerCase().includes(wanted));
  return (
    <div className={css['page']} data-keys="detail" tabIndex={-1}>
      <div className={css['pageInner']}>
        <div className={css['between']}>
          <h1>{t('nav.settings')}</h1>
          <SearchField label={t('settings.search')} value={text} onChange={setText} />
        </div>
        {shown.length === 0 && <p className={css['hint']}>{t('settings.noMatch')}</p>}
        {shown.map((section) => (
          <Panel key={section.id} title={section.title}>
            {section.body}
          </Panel>
        ))}
      </div>
    </div>
  );
}

/** What is set about working days, and the way to it. */
function CalendarSum() {
  const { t } = useWords();
  const { value } = useQuery('calendar.get', {}, []);
  return (
    <div className={css['between']}>
      <p>
        {value
          ? t('calendar.sum', {
              days: value.ownDaysOff.length,
              weeks: value.carrierWeeks.length,
              cutOffs: value.cutOffs.length,
            })
          : t('calendar.lead')}
      </p>
      <Button icon="snooze" onClick={() => goTo('calendars')}>
        {t('calendar.open')}
      </Button>
    </div>
  );
}

function Backups() {
  const { t, fmt, faultText } = useWords();
  const toast = useToast();
  const { value, reload } = useQuery('app.backups', {}, ['status']);
  const [busy, setBusy] = useState(false);
  const backUp = async (): Promise<void> => {
    setBusy(true);
    const answer = await call('app.backupNow', {});
    setBusy(false);
    toast.show(
      answer.ok ? { text: t('settings.backupDone') } : { text: faultText(answer.error), tone: 'trouble' },
    );
    reload();
  };
  useAction('backup', () => void backUp());
  const backups = value?.backups ?? [];
  return (
    <div className={css['stack']}>
      <div>
        <Button icon="backup" busy={busy} onClick={() => void backUp()}>
          {t('settings.backupNow')}
        </Button>
      </div>
      {backups.length === 0 ? (
        <p className={css['hint']}>{t('settings.noBackups')}</p>
      ) : (
        <DataTable
          caption={t('settings.backups')}
          hideCaption
          rows={backups}
          rowKey={(row) => row.name}
          columns={[
            {
              id: 'at',
              header: t('settings.backup'),
              cell: (row) => <span title={row.name}>{fmt.when(row.at)}</span>,
            },
            { id: 'bytes', header: t('settings.size'), align: 'end', cell: (row) => fmt.bytes(row.bytes) },
          ]}
        />
      )}
    </div>
  );
}

function About() {
  const { t } = useWords();
  const about = useQuery('shell.about', {}, []).value;
  if (!about) return null;
  return (
    <DefinitionList
      items={[
        { term: t('settings.version'), value: about.version },
        { term: t('settings.electron'), value: about.electron ?? '—' },
        { term: t('settings.node'), value: about.node },
        { term: t('settings.engineHost'), value: t(`settings.engineHost.${about.engineHost}`) },
        { term: t('settings.folder'), value: about.dataFolder },
      ]}
    />
  );
}
