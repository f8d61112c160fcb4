import type { FormEvent } from 'react';
import { useStore } from 'zustand';
import { SHOPEE_PLACES, type ShopeeApp } from '#shared/model/shop.ts';
import { useWords } from '../../app/text.tsx';
import { Button, Select, TextField } from '../../ui/index.ts';
import css from '../features.module.css';
import { chooseApp, connect, saveApp, type } from './store.ts';

/** Which of the seller's apps: one that is known, or a new one with its partner id and key. */
export function AppStep({ apps }: { apps: readonly ShopeeApp[] }) {
  const { t } = useWords();
  const { typed, busy, appId } = useStore(connect);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void saveApp();
  };
  const usable = apps.filter((app) => app.stopped === null);
  return (
    <form className={css['stack']} onSubmit={submit}>
      {appId === null && usable.length > 0 && (
        <fieldset className={css['choices']}>
          <legend>{t('connect.knownApps')}</legend>
          {usable.map((app) => (
            <button key={app.id} type="button" className={css['choice']} onClick={() => chooseApp(app.id)}>
              <strong className="num">{app.partnerId}</strong> {t(`connect.place.${app.place}`)} · …
              {app.keyTail}
            </button>
          ))}
        </fieldset>
      )}
      <p>{t('connect.appHint')}</p>
      <Select
        label={t('connect.place')}
        value={typed.place}
        options={SHOPEE_PLACES.map((value) => ({ value, label: t(`connect.place.${value}`) }))}
        onChange={(place) => type({ place })}
      />
      {typed.place === 'custom' && (
        <TextField
          label={t('connect.host')}
          hint={t('connect.hostHint')}
          value={typed.customHost}
          spellCheck={false}
          onChange={(event) => type({ customHost: event.target.value })}
        />
      )}
      <TextField
        label={t('connect.partner')}
        inputMode="numeric"
        autoComplete="off"
        value={typed.partnerId}
        onChange={(event) => type({ partnerId: event.target.value })}
      />
      <TextField
        label={t('connect.key')}
        hint={t('connect.keyHint')}
        type="password"
        autoComplete="off"
        spellCheck={false}
        value={typed.key}
        onChange={(event) => type({ key: event.target.value })}
      />
      <div className={css['actions']}>
        <Button
          type="submit"
          variant="primary"
          disabled={busy || typed.partnerId.trim() === '' || typed.key.trim() === ''}
        >
          {t(busy ? 'connect.checking' : 'connect.next')}
        </Button>
      </div>
    </form>
  );
}
