import { useState } from 'react';
import { CALENDAR_ZONES, type CutOff } from '#shared/model/calendar.ts';
import { SELLER_ZONE } from '#shared/model/market.ts';
import type { Fault } from '#shared/result.ts';
import { useWords } from '../../app/text.tsx';
import { Banner, Button, Dialog, Select, TextField } from '../../ui/index.ts';
import css from '../features.module.css';
import { clockWord, timeOf } from './words.ts';

/** The cut-off of one carrier, or of any. What is no time of day is said beside the field. */
export function CutOffDialog({
  carrier,
  name,
  cutOff,
  like,
  onClose,
  onSave,
}: {
  carrier: string | null;
  name: string;
  cutOff: CutOff | null;
  /** Where a new one begins. */
  like: CutOff | null;
  onClose: () => void;
  onSave: (next: CutOff | null) => Promise<Fault | null>;
}) {
  const words = useWords();
  const { t, faultText } = words;
  const [time, setTime] = useState(cutOff?.time ?? '');
  const [zone, setZone] = useState<CutOff['zone']>(cutOff?.zone ?? like?.zone ?? SELLER_ZONE);
  const [error, setError] = useState<string | undefined>();
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const done = async (next: CutOff | null): Promise<void> => {
    setBusy(true);
    const refused = await onSave(next);
    setBusy(false);
    if (refused) setFault(refused);
    else onClose();
  };
  const save = async (): Promise<void> => {
    const read = timeOf(time);
    if (read === null) return setError(t('cutOffs.error', { text: time.trim() }));
    await done({ carrier, time: read, zone });
  };
  return (
    <Dialog
      open
      size="s"
      title={`${t('cutOffs.dialog')}: ${name}`}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <>
          {cutOff && (
            <Button disabled={busy} onClick={() => void done(null)}>
              {t('cutOffs.toDefault')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="cut-off" busy={busy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id="cut-off"
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {fault && <Banner tone="critical" title={faultText(fault)} />}
        <TextField
          label={t('cutOffs.time')}
          hint={t('cutOffs.time.hint')}
          error={error}
          value={time}
          maxLength={12}
          autoComplete="off"
          onChange={({ target }) => {
            setTime(target.value);
            setError(undefined);
          }}
        />
        <Select<CutOff['zone']>
          label={t('cutOffs.clock')}
          value={zone}
          options={CALENDAR_ZONES.map((each) => ({ value: each, label: clockWord(each, words) }))}
          onChange={setZone}
        />
      </form>
    </Dialog>
  );
}
