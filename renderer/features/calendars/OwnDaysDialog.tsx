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
import { Select, TextField } from '../../ui/index.ts';
import { FormDialog, type Saved } from '../FormDialog.tsx';
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
  const { t } = words;
  const [typed, setTyped] = useState<OwnDayOff>(day ?? { from: '', to: '', name: '', place: 'CN' });
  const [errors, setErrors] = useState<Errors>({});
  const set = (change: Partial<OwnDayOff>): void => {
    setTyped({ ...typed, ...change });
    setErrors({});
  };
  const save = async (): Promise<Saved> => {
    const next = { ...typed, name: typed.name.trim() };
    const wrong = errorsOf(next, day, value, words);
    setErrors(wrong);
    return wrong.from === undefined && wrong.to === undefined ? onSave(next) : 'stay';
  };
  return (
    <FormDialog
      size="s"
      title={t(day === null ? 'days.add' : 'days.edit')}
      ownChecks
      save={save}
      onClose={onClose}
    >
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
            place === 'CN' ? t('days.where.CN') : t('days.where.market', { market: placeWord(place, words) }),
        }))}
        onChange={(place) => set({ place })}
      />
    </FormDialog>
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
