import { Dialog, Kbd } from '../ui/index.ts';
import { ACTION_IDS, actionText, caps, keyOf } from './actions.ts';
import css from './app.module.css';
import { useSession } from './session.ts';
import { useWords } from './text.tsx';

/** All shortcuts at a glance. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { keys, singleKeys } = useSession((state) => state.settings);
  return (
    <Dialog open onClose={onClose} title={t('keys.title')} closeLabel={t('common.close')}>
      <p>{t(singleKeys ? 'keys.where' : 'keys.off')}</p>
      <ul className={css['sheet']}>
        {ACTION_IDS.filter((id) => keyOf(id, keys) !== '').map((id) => (
          <li key={id} className={css['sheetRow']}>
            {t(actionText(id))}
            <Kbd keys={caps(keyOf(id, keys))} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
