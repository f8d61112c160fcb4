import type { UiKey } from '#shared/text/ui/index.ts';
import { Icon, type IconName } from '../ui/index.ts';
import { caps, keyOf } from './actions.ts';
import css from './app.module.css';
import { goTo, useRoute, type View } from './routes.ts';
import { changeSettings, useSession } from './session.ts';
import { useWords } from './text.tsx';

const ITEMS: readonly { view: Exclude<View, 'map' | 'orders' | 'calendars'>; icon: IconName; text: UiKey }[] =
  [
    { view: 'today', icon: 'today', text: 'nav.today' },
    { view: 'queue', icon: 'queue', text: 'nav.queue' },
    { view: 'parcels', icon: 'parcels', text: 'nav.parcels' },
    { view: 'drafts', icon: 'drafts', text: 'nav.drafts' },
    { view: 'insights', icon: 'insights', text: 'nav.insights' },
    { view: 'sources', icon: 'sources', text: 'nav.sources' },
    { view: 'settings', icon: 'settings', text: 'nav.settings' },
  ];

/** Screens without a button of their own belong to another. */
const HOME: Readonly<Partial<Record<View, View>>> = {
  map: 'parcels',
  orders: 'parcels',
  calendars: 'settings',
};

/** The screens, with the number of decisions on the queue. */
export function Rail() {
  const { t, fmt } = useWords();
  const { view } = useRoute();
  // The map is parcels, drawn; calendars are set.
  const shown = HOME[view] ?? view;
  const { railPinned, keys } = useSession((state) => state.settings);
  const decisions = useSession((state) => state.status?.decisions ?? 0);
  return (
    <nav className={`${css['rail']} ${railPinned ? css['pinned'] : ''}`} aria-label={t('nav.label')}>
      <ul>
        {ITEMS.map((item) => (
          <li key={item.view}>
            <button
              type="button"
              className={css['item']}
              aria-current={item.view === shown ? 'page' : undefined}
              title={`${t(item.text)} (${caps(keyOf(`go.${item.view}`, keys))})`}
              onClick={() => goTo(item.view)}
            >
              <Icon name={item.icon} size={18} />
              <span className={css['itemLabel']}>{t(item.text)}</span>
              {item.view === 'queue' && decisions > 0 && (
                <span className={`${css['badge']} num`}>
                  {decisions > 999 ? '999+' : fmt.number(decisions)}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <span className={css['spacer']} />
      <button
        type="button"
        className={css['item']}
        aria-pressed={railPinned}
        title={t('nav.pin')}
        onClick={() => void changeSettings({ railPinned: !railPinned })}
      >
        <Icon name="pin" size={18} />
        <span className={css['itemLabel']}>{t('nav.pin')}</span>
      </button>
    </nav>
  );
}
