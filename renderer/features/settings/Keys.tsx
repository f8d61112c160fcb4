import { type KeyboardEvent, useState } from 'react';
import type { Settings } from '#shared/contract/shell.ts';
import { ACTION_IDS, type ActionId, actionText, caps, keyOf, pressed } from '../../app/actions.ts';
import { useSession } from '../../app/session.ts';
import { useWords } from '../../app/text.tsx';
import { Button, DataTable, Kbd, Switch, useToast, VisuallyHidden } from '../../ui/index.ts';
import css from '../features.module.css';

/** Turning single keys off, and giving actions other keys. A key that is taken already is refused by name. */
export function Keys({ onChange }: { onChange: (change: Partial<Settings>) => void }) {
  const { t } = useWords();
  const toast = useToast();
  const { keys, singleKeys } = useSession((state) => state.settings);
  const [asking, setAsking] = useState<ActionId | null>(null);
  const take = (id: ActionId, event: KeyboardEvent): void => {
    if (['Shift', 'Control', 'Meta', 'Alt', 'Tab'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    setAsking(null);
    if (event.key === 'Escape') return;
    const key = pressed(event.nativeEvent);
    const owner = ACTION_IDS.find((other) => other !== id && keyOf(other, keys) === key);
    if (owner)
      toast.show({ text: t('settings.keyTaken', { key, action: t(actionText(owner)) }), tone: 'trouble' });
    else onChange({ keys: { ...keys, [id]: key } });
  };
  return (
    <div className={css['stack']}>
      <Switch
        label={t('settings.singleKeys')}
        hint={t('settings.singleKeysHint')}
        checked={singleKeys}
        onChange={(next) => onChange({ singleKeys: next })}
      />
      <DataTable<ActionId>
        caption={t('settings.shortcuts')}
        hideCaption
        rows={ACTION_IDS}
        rowKey={(id) => id}
        columns={[
          { id: 'action', header: t('palette.actions'), cell: (id) => t(actionText(id)) },
          {
            id: 'key',
            header: t('settings.shortcuts'),
            align: 'end',
            cell: (id) => (
              <Button
                size="s"
                variant="quiet"
                onClick={() => setAsking(id)}
                onBlur={() => setAsking(null)}
                onKeyDown={(event) => asking === id && take(id, event)}
              >
                <VisuallyHidden>{t('settings.keyOf', { action: t(actionText(id)) })} </VisuallyHidden>
                {asking === id ? t('settings.keyPress') : <KeyCaps keys={keyOf(id, keys)} />}
              </Button>
            ),
          },
        ]}
      />
      <div>
        <Button icon="undo" disabled={Object.keys(keys).length === 0} onClick={() => onChange({ keys: {} })}>
          {t('settings.keyReset')}
        </Button>
      </div>
    </div>
  );
}

function KeyCaps({ keys }: { keys: string }) {
  return keys === '' ? <>—</> : <Kbd keys={caps(keys)} />;
}
