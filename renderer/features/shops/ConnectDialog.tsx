import { useStore } from 'zustand';
import { useQuery } from '../../app/useQuery.ts';
import { useWords } from '../../app/text.tsx';
import { Banner, Dialog, Skeleton } from '../../ui/index.ts';
import css from '../features.module.css';
import { AppStep } from './AppStep.tsx';
import { AuthoriseStep } from './AuthoriseStep.tsx';
import { LoadStep } from './LoadStep.tsx';
import { closeConnect, connect } from './store.ts';

const STEPS = ['app', 'authorise', 'load'] as const;

/** Connecting a shop as one dialog: the seller's app, the authorisation, how far back to read. */
export function ConnectDialog() {
  const open = useStore(connect, (state) => state.open);
  return open ? <OpenDialog /> : null;
}

function OpenDialog() {
  const { t, faultText } = useWords();
  const { step, fault } = useStore(connect);
  const known = useQuery('shops.list', {}, ['shops']).value;
  return (
    <Dialog open size="m" title={t('connect.title')} closeLabel={t('common.close')} onClose={closeConnect}>
      <div className={css['stack']}>
        <p className={css['hint']}>
          {t('connect.step', { n: STEPS.indexOf(step) + 1, of: STEPS.length })} · {t(`connect.step.${step}`)}
        </p>
        {fault && <Banner tone="critical" title={faultText(fault)} />}
        {!known && <Skeleton lines={4} />}
        {known && step === 'app' && <AppStep apps={known.apps} />}
        {known && step === 'authorise' && <AuthoriseStep known={known} />}
        {known && step === 'load' && <LoadStep known={known} />}
      </div>
    </Dialog>
  );
}
