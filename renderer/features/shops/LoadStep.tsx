import { useState } from 'react';
import { useStore } from 'zustand';
import type { CallOutput } from '#shared/contract/index.ts';
import { useWords } from '../../app/text.tsx';
import { Banner, Button, Segmented } from '../../ui/index.ts';
import css from '../features.module.css';
import { shopName } from './words.ts';
import { connect, load } from './store.ts';

/** The engine reads thirty days of a new shop unasked. */
const DAYS = ['30', '90', '180'] as const;

/** What the authorisation brought, and how far back to read. */
export function LoadStep({ known }: { known: CallOutput<'shops.list'> }) {
  const words = useWords();
  const { t, fmt } = words;
  const busy = useStore(connect, (state) => state.busy);
  const [days, setDays] = useState<(typeof DAYS)[number]>('30');
  const ids = known.connecting?.shopIds ?? [];
  const shops = known.shops.filter(({ id }) => ids.includes(id));
  return (
    <div className={css['stack']}>
      <Banner tone="good" title={t('connect.done', { n: shops.length })} />
      <ul>
        {shops.map((shop) => (
          <li key={shop.id}>
            {shopName(shop, words)}
            {shop.grantExpiresAt !== null && (
              <span className={css['hint']}>
                {' '}
                · {t('shops.until', { date: fmt.date(shop.grantExpiresAt) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <Segmented
        label={t('connect.back')}
        value={days}
        options={DAYS.map((value) => ({ value, label: t('time.days', { n: value }) }))}
        onChange={setDays}
      />
      <p className={css['hint']}>{t('connect.backHint')}</p>
      <div className={css['actions']}>
        <Button variant="primary" icon="refresh" disabled={busy} onClick={() => void load(ids, Number(days))}>
          {t('connect.load')}
        </Button>
      </div>
    </div>
  );
}
