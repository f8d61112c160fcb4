import { useState } from 'react';
import type { CallOutput } from '#shared/contract/index.ts';
import {
  type CalendarPlace,
  CALENDAR_PLACES,
  DAY_NAME_MAX,
  dayOffTrouble,
  type OwnDayOff,
} from '#shared/model/calendar.ts';
import type { Fault } from '#shared/result.ts';
import { useWords, type Words } from '../../app/text.tsx';
import { Banner, Button, Dialog, Select, TextField } from '../../ui/index.ts';
import css from '../features.module.css';
import own from './calendars.module.css';
import { dateWord, datesWord, ownName, placeWord } from './words.ts';

const MOST = 400;

interface Errors {
  readonly from?: string;
  readonly to?: string;
}

/** Adds days off, or changes some. What cannot be is said beside its field; nothing typed is lost. */
export function OwnDaysDialog({
  day,
  value,
  onClose,
  onSave,
}: {
  /** Null for new ones. */
  day: OwnDayOff | null;
  value: CallOutput<'calendar.get'>;
  onClose: () => void;
  onSave: (day: OwnDayOff) => Promise<Fault | null>;
}) {
  const words = useWords();
  const { t, faultText } = words;
  const [typed, setTyped] = useState<OwnDayOff>(day ?? { from: '', to: '', name: '', place: 'CN' });
  const [errors, setErrors] = useState<Errors>({});
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<OwnDayOff>): void => {
    setTyped({ ...typed, ...change });
    setErrors({});
    setFault(null);
  };
  const save = async (): Promise<void> => {
    const next = { ...typed, name: typed.name.trim() };
    const wrong = errorsOf(next, day, value, words);
    setErrors(wrong);
    if (wrong.from !== undefined || wrong.to !== undefined) return;
    setBusy(true);
    const refused = await onSave(next);
    setBusy(false);
    if (refused) setFault(refused);
    else onClose();
  };
  return (
    <Dialog
      open
      size="s"
      title={t(day === null ? 'days.add' : 'days.edit')}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="own-days" busy={busy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id="own-days"
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {fault && <Banner tone="critical" title={faultText(fault)} />}
        <div className={own['two']}>
          <TextField
            label={t('days.from')}
            type="date"
            value={typed.from}
            min={value.tableFirst}
            max={value.tableLast}
            error={errors.from}
            onChange={({ target }) =>
              // One day is the usual case: the last follows the first until it has been chosen.
              set({
                from: target.value,
                ...(typed.to === '' || typed.to === typed.from ? { to: target.value } : {}),
              })
            }
          />
          <TextField
            label={t('days.to')}
            hint={t('days.to.hint')}
            type="date"
            value={typed.to}
            min={value.tableFirst}
            max={value.tableLast}
            error={errors.to}
            onChange={({ target }) => set({ to: target.value })}
          />
        </div>
        <TextField
          label={t('days.name')}
          hint={t('days.name.hint')}
          value={typed.name}
          maxLength={DAY_NAME_MAX}
          onChange={({ target }) => set({ name: target.value })}
        />
        <Select<CalendarPlace>
          label={t('calendar.where')}
          value={typed.place}
          options={CALENDAR_PLACES.map((place) => ({
            value: place,
            label:
              place === 'CN'
                ? t('days.where.CN')
                : t('days.where.market', { market: placeWord(place, words) }),
          }))}
          onChange={(place) => set({ place })}
        />
      </form>
    </Dialog>
  );
}

function errorsOf(
  next: OwnDayOff,
  old: OwnDayOff | null,
  { ownDaysOff, tableFirst, tableLast }: CallOutput<'calendar.get'>,
  words: Words,
): Errors {
  const { t } = words;
  // A date field holds nothing as long as what is typed is no date.
  if (next.from === '') return { from: t('days.error.from') };
  if (next.to === '') return { to: t('days.error.to') };
  const others = ownDaysOff.filter(
    (each) => !(old !== null && each.from === old.from && each.to === old.to && each.place === old.place),
  );
  if (others.length >= MOST) return { from: t('days.error.many') };
  const trouble = dayOffTrouble(next, others, { first: tableFirst, last: tableLast });
  if (trouble === null) return {};
  if (trouble.why === 'order') return { to: t('days.error.order') };
  if (trouble.why === 'outside') {
    const text = t('days.error.outside', {
      first: dateWord(tableFirst, words),
      last: dateWord(tableLast, words),
    });
    return next.from < tableFirst || next.from > tableLast ? { from: text } : { to: text };
  }
  const { with: other } = trouble;
  return {
    from: t('days.error.overlap', { name: ownName(other, words), dates: datesWord(other, words) }),
  };
}
