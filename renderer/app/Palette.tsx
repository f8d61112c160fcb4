import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { ParcelRow } from '#shared/model/parcel.ts';
import { call } from '../bridge/client.ts';
import { Dialog, Kbd, SearchField } from '../ui/index.ts';
import { ACTION_IDS, type ActionId, actionText, caps, isAvailable, keyOf, runAction } from './actions.ts';
import css from './app.module.css';
import { goTo } from './routes.ts';
import { useSession } from './session.ts';
import { useWords } from './text.tsx';

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly key: string;
  readonly run: () => void;
}

/** Ids may hold no blanks. */
const idOf = (entry: Entry): string => `palette-${entry.id.replaceAll(' ', '-')}`;

const FIND_AFTER_MS = 120;
/** Moving about a list is for keys; in a palette it would be noise. */
const KEYS_ONLY: ReadonlySet<ActionId> = new Set<ActionId>([
  'palette',
  'next',
  'previous',
  'select',
  'extendDown',
  'extendUp',
]);

/** Every action that can be done here with its shortcut, and every parcel by its numbers. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const keys = useSession((state) => state.settings.keys);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const parcels = useParcels(text);
  const wanted = text.trim().toLowerCase();
  const actions = useMemo(() => ACTION_IDS.filter((id) => !KEYS_ONLY.has(id) && isAvailable(id)), []);
  const toEntry = (id: ActionId): Entry => ({
    id,
    label: t(actionText(id)),
    hint: '',
    key: keyOf(id, keys),
    run: () => runAction(id),
  });
  const found = actions.map(toEntry).filter((entry) => entry.label.toLowerCase().includes(wanted));
  const rows: Entry[] = parcels.map((row) => ({
    id: `parcel ${String(row.id)}`,
    label: row.number,
    hint: t(`node.${row.node}`),
    key: '',
    run: () => goTo('parcels', row.id),
  }));
  const all = [...found, ...rows];
  const chosen = all[Math.min(at, all.length - 1)];
  const run = (entry: Entry | undefined): void => {
    if (!entry) return;
    onClose();
    // After the dialog has given the focus back, so that the action finds the page as it was.
    setTimeout(entry.run, 0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(all.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter') run(chosen);
    else return;
    event.preventDefault();
  };
  const option = (entry: Entry) => (
    <div
      key={entry.id}
      id={idOf(entry)}
      role="option"
      aria-selected={entry === chosen}
      className={css['result']}
      onPointerMove={() => setAt(all.indexOf(entry))}
      onClick={() => run(entry)}
    >
      <span>
        {entry.label} <span className={css['group']}>{entry.hint}</span>
      </span>
      {entry.key !== '' && <Kbd keys={caps(entry.key)} />}
    </div>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('palette.title')}
      closeLabel={t('common.close')}
      initialFocus={input}
    >
      <div className={css['palette']} onKeyDown={onKeyDown}>
        <SearchField
          label={t('palette.placeholder')}
          value={text}
          onChange={(next) => {
            setText(next);
            setAt(0);
          }}
          inputRef={input}
          combobox={{ list: 'palette-list', active: chosen && idOf(chosen) }}
        />
        <div id="palette-list" role="listbox" aria-label={t('palette.title')} className={css['results']}>
          {found.length > 0 && (
            <div role="group" aria-label={t('palette.actions')}>
              <div className={css['group']} aria-hidden="true">
                {t('palette.actions')}
              </div>
              {found.map(option)}
            </div>
          )}
          {rows.length > 0 && (
            <div role="group" aria-label={t('palette.parcels')}>
              <div className={css['group']} aria-hidden="true">
                {t('palette.parcels')}
              </div>
              {rows.map(option)}
            </div>
          )}
        </div>
        {all.length === 0 && <p>{t('palette.nothing', { text })}</p>}
      </div>
    </Dialog>
  );
}

/** Parcels whose numbers contain the text, once it is long enough to mean one. */
function useParcels(text: string): readonly ParcelRow[] {
  const [rows, setRows] = useState<readonly ParcelRow[]>([]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted.length < 3) {
      setRows([]);
      return undefined;
    }
    let stale = false;
    const timer = setTimeout(() => {
      void call('parcels.page', {
        text: wanted,
        stage: null,
        market: null,
        state: 'all',
        limit: 8,
        cursor: null,
      }).then((answer) => {
        if (!stale) setRows(answer.ok ? answer.value.rows : []);
      });
    }, FIND_AFTER_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text]);
  return rows;
}
