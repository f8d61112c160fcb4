import { useState } from 'react';
import { CALENDAR_ZONES, type CutOff } from '#shared/model/calendar.ts';
import { SELLER_ZONE } from '#shared/model/market.ts';
import type { Fault } from '#shared/result.ts';
import { useWords } from '../../app/text.tsx';
import { Select, TextField } from '../../ui/index.ts';
import { FormDialog, type Saved } from '../FormDialog.tsx';
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
  const { t } = words;
  const [time, setTime] = useState(cutOff?.time ?? '');
  const [zone, setZone] = useState<CutOff['zone']>(cutOff?.zone ?? like?.zone ?? SELLER_ZONE);
  const [error, setError] = useState<string | undefined>();
  const save = async (): Promise<Saved> => {
    const read = timeOf(time);
    if (read !== null) return onSave({ carrier, time: read, zone });
    setError(time.trim() === '' ? t('refused.missing') : t('cutOffs.error', { text: time.trim() }));
    return 'stay';
  };
  return (
    <FormDialog
      size="s"
      title={t('common.labelled', { label: t('cutOffs.dialog'), value: name })}
      other={cutOff && { label: t('cutOffs.toDefault'), run: () => onSave(null) }}
      ownChecks
      save={save}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
