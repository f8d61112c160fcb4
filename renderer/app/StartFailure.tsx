import { useState } from 'react';
import type { StartFailure, StartFailureCode } from '#shared/contract/faults.ts';
import type { StartAction } from '#shared/contract/shell.ts';
import { call } from '../bridge/client.ts';
import { Button, Dialog, Icon } from '../ui/index.ts';
import css from './app.module.css';
import { session } from './session.ts';
import { useWords } from './text.tsx';

/** The ways out of each failure, the one that helps most first; what changes anything comes last. */
const WAYS: Readonly<Record<StartFailureCode, readonly StartAction[]>> = {
  'no-keychain': ['retry', 'quit'],
  'key-missing': ['retry', 'show-folder', 'start-empty', 'quit'],
  'key-changed': ['retry', 'show-folder', 'start-empty', 'quit'],
  corrupt: ['restore-backup', 'show-folder', 'retry', 'start-empty', 'quit'],
  'read-only': ['retry', 'show-folder', 'quit'],
  'disk-full': ['retry', 'show-folder', 'quit'],
  'newer-version': ['show-folder', 'quit'],
  'in-use': ['retry', 'quit'],
  unknown: ['retry', 'show-folder', 'quit'],
};

/** The screen of a named start-up failure: what is wrong, that nothing is lost, and what to do. */
export function StartFailureScreen({ failure }: { failure: StartFailure }) {
  const { t, fmt } = useWords();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const { code, detail } = failure;
  const backupAt = typeof detail['backupAt'] === 'number' ? detail['backupAt'] : null;
  const ways = WAYS[code].filter((way) => way !== 'restore-backup' || backupAt !== null);
  const go = async (action: StartAction): Promise<void> => {
    setBusy(true);
    const answer = await call('shell.startAction', { action });
    if (answer.ok) session.setState({ health: answer.value });
    setBusy(false);
  };
  return (
    <main className={css['fail']}>
      <div className={css['failBox']}>
        <div className={css['failHead']}>
          <Icon name={code.startsWith('key') || code === 'no-keychain' ? 'key' : 'warning'} size={24} />
          <h1>{t(`start.${code}.title`)}</h1>
        </div>
        <p>{t(`start.${code}.text`)}</p>
        <div className={css['facts']}>
          {typeof detail['folder'] === 'string' && (
            <span>{t('start.folder', { folder: detail['folder'] })}</span>
          )}
          {code === 'corrupt' && (
            <span>
              {backupAt === null ? t('start.noBackup') : t('start.backupAt', { when: fmt.when(backupAt) })}
            </span>
          )}
        </div>
        <div className={css['buttons']}>
          {ways.map((way, index) => (
            <Button
              key={way}
              variant={index === 0 ? 'primary' : way === 'start-empty' ? 'danger' : 'plain'}
              busy={busy}
              onClick={() => (way === 'start-empty' ? setAsking(true) : void go(way))}
            >
              {t(`start.action.${way}`)}
            </Button>
          ))}
        </div>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('start.empty.title')}
        closeLabel={t('common.close')}
        size="s"
        actions={
          <>
            <Button variant="primary" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
            <Button
              variant="danger"
              onClick={() => {
                setAsking(false);
                void go('start-empty');
              }}
            >
              {t('start.empty.sure')}
            </Button>
          </>
        }
      >
        <p>{t('start.empty.text')}</p>
      </Dialog>
    </main>
  );
}
