import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CallOutput } from '#shared/contract/index.ts';
import { useWords } from '../../app/text.tsx';
import { Banner, Button, Progress, TextField } from '../../ui/index.ts';
import css from '../features.module.css';
import { authorise, connect, paste } from './store.ts';

/** The seller's consent: Shopee's page in the browser, and back by itself or by pasting the address. */
export function AuthoriseStep({ known }: { known: CallOutput<'shops.list'> }) {
  const { t, lang, faultText } = useWords();
  const { appId, checked, busy } = useStore(connect);
  const [address, setAddress] = useState('');
  const under = known.connecting?.appId === appId ? known.connecting : null;
  const waiting = under?.phase === 'waiting' || under?.phase === 'exchanging';
  useEffect(() => {
    if (under?.phase === 'done') connect.setState({ step: 'load', fault: null });
  }, [under?.phase]);
  const app = known.apps.find(({ id }) => id === appId);
  return (
    <div className={css['stack']}>
      {!checked && <Banner tone="medium" title={t('connect.unchecked')} />}
      <p>{t('connect.authoriseHint')}</p>
      {app && (
        <p className={css['hint']}>
          {t(`connect.place.${app.place}`)} · <span className="num">{app.partnerId}</span>
        </p>
      )}
      {(under?.phase === 'failed' || under?.phase === 'expired' || under?.phase === 'cancelled') && (
        <Banner tone="high" title={t(`connect.phase.${under.phase}`)}>
          {under.fault && faultText(under.fault)}
        </Banner>
      )}
      {waiting && (
        <>
          <Progress
            value={null}
            label={t(under.phase === 'waiting' ? 'connect.phase.waiting' : 'connect.phase.exchanging')}
          />
          {under.phase === 'waiting' && <TimeLeft until={under.expiresAt} />}
        </>
      )}
      <div className={css['actions']}>
        <Button
          variant={waiting ? 'plain' : 'primary'}
          icon="globe"
          disabled={busy}
          onClick={() => (waiting ? void window.open(under.url) : void authorise(lang))}
        >
          {t(waiting ? 'connect.openAgain' : 'connect.open')}
        </Button>
      </div>
      {under?.phase === 'waiting' && (
        <form
          className={css['stack']}
          onSubmit={(event) => {
            event.preventDefault();
            void paste(address);
          }}
        >
          <TextField
            label={t('connect.paste')}
            hint={t(under.listening ? 'connect.pasteHint' : 'connect.pasteOnly')}
            value={address}
            spellCheck={false}
            onChange={(event) => setAddress(event.target.value)}
          />
          <div>
            <Button type="submit" disabled={busy || address.trim() === ''}>
              {t('connect.takePaste')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

/** Minutes until the attempt is given up. */
function TimeLeft({ until }: { until: number }) {
  const { t, fmt } = useWords();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return <p className={css['hint']}>{t('connect.timeLeft', { span: fmt.span(Math.max(0, until - now)) })}</p>;
}
