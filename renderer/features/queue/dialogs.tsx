import { useState } from 'react';
import { DISMISS_REASONS, type DismissReason } from '#shared/model/case.ts';
import { useWords } from '../../app/text.tsx';
import { Button, Dialog, Select, TextField } from '../../ui/index.ts';
import css from '../features.module.css';
import { snoozeChoices } from './words.ts';

export function SnoozeDialog({
  count,
  onClose,
  onChoose,
}: {
  count: number;
  onClose: () => void;
  onChoose: (until: number) => void;
}) {
  const { t, fmt } = useWords();
  const [choices] = useState(() => snoozeChoices(new Date()));
  return (
    <Dialog
      open
      onClose={onClose}
      size="s"
      title={t('snooze.title', { n: count })}
      closeLabel={t('common.close')}
    >
      <p className={css['hint']}>{t('snooze.text')}</p>
      <div className={css['choices']}>
        {choices.map(({ id, at }) => (
          <button key={id} type="button" className={css['choice']} onClick={() => onChoose(at)}>
            <span>{t(`snooze.${id}`)}</span>
            <span className={`${css['hint']} num`}>{fmt.when(at)}</span>
          </button>
        ))}
      </div>
    </Dialog>
  );
}

export function DismissDialog({
  count,
  onClose,
  onChoose,
}: {
  count: number;
  onClose: () => void;
  onChoose: (reason: DismissReason, note: string) => void;
}) {
  const { t } = useWords();
  const [reason, setReason] = useState<DismissReason>('not-a-problem');
  const [note, setNote] = useState('');
  return (
    <Dialog
      open
      onClose={onClose}
      size="s"
      title={t('dismiss.title', { n: count })}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" onClick={() => onChoose(reason, note)}>
            {t('action.dismiss')}
          </Button>
        </>
      }
    >
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(reason, note);
        }}
      >
        <Select
          label={t('dismiss.reason')}
          value={reason}
          options={DISMISS_REASONS.map((value) => ({ value, label: t(`dismiss.${value}`) }))}
          onChange={setReason}
        />
        <TextField
          label={t('dismiss.note')}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
