import { useState } from 'react';
import type { CallOutput } from '#shared/contract/index.ts';
import {
  CALENDAR_PLACES,
  type CalendarPlace,
  type CarrierWeek,
  type Weekday,
  WEEKDAYS,
} from '#shared/model/calendar.ts';
import type { Fault } from '#shared/result.ts';
import { carrierWord } from '../../app/names.ts';
import { useWords } from '../../app/text.tsx';
import { Checkbox, Select } from '../../ui/index.ts';
import css from '../features.module.css';
import { FormDialog, type Saved } from '../FormDialog.tsx';
import own from './calendars.module.css';
import { flagsOf, placeWord, weekdayWord, weekWord } from './words.ts';

/** Whose week it is. */
export type WeekOf = Pick<CarrierWeek, 'carrier' | 'place'>;

const CHOICES = ['default', 'five', 'six', 'daily', 'own'] as const;
type Choice = (typeof CHOICES)[number];
const DAYS_OF: Readonly<Partial<Record<Choice, readonly Weekday[]>>> = {
  five: WEEKDAYS.slice(0, 5),
  six: WEEKDAYS.slice(0, 6),
  daily: WEEKDAYS,
};

function choiceOf(week: CarrierWeek | undefined): Choice {
  if (!week) return 'default';
  const days = WEEKDAYS.filter((day) => week.days.includes(day)).join(' ');
  return CHOICES.find((choice) => DAYS_OF[choice]?.join(' ') === days) ?? 'own';
}

/** When one carrier works, everywhere or in one place. Choosing the default takes what was set away. */
export function WeekDialog({
  of,
  value,
  onClose,
  onSave,
}: {
  of: WeekOf | 'new';
  value: CallOutput<'calendar.get'>;
  onClose: () => void;
  onSave: (week: CarrierWeek | WeekOf) => Promise<Fault | null>;
}) {
  const words = useWords();
  const { t } = words;
  const fresh = of === 'new';
  const carriers = [...new Set([...value.carriers, ...value.carrierWeeks].map(({ carrier }) => carrier))];
  const [carrier, setCarrier] = useState(fresh ? (carriers[0] ?? '') : of.carrier);
  const [place, setPlace] = useState<CalendarPlace | null>(fresh ? 'CN' : of.place);
  const known = value.carrierWeeks.find((week) => week.carrier === carrier && week.place === place);
  const [choice, setChoice] = useState<Choice>(fresh ? 'six' : choiceOf(known));
  const [days, setDays] = useState<readonly Weekday[]>(known?.days ?? WEEKDAYS.slice(0, 6));
  const [error, setError] = useState<string | null>(null);
  const stay = (wrong: string): Saved => {
    setError(wrong);
    return 'stay';
  };
  const save = async (): Promise<Saved> => {
    const chosen = choice === 'own' ? WEEKDAYS.filter((day) => days.includes(day)) : DAYS_OF[choice];
    if (chosen?.length === 0) return stay(t('weeks.error.none'));
    if (fresh && known) return stay(t('weeks.error.place'));
    return onSave(chosen ? { carrier, place, days: [...chosen] } : { carrier, place });
  };
  const toggle = (day: Weekday, on: boolean): void => {
    setDays(on ? [...days, day] : days.filter((each) => each !== day));
    setError(null);
  };
  const labelOf = (each: Choice): string => {
    if (each === 'default') return t('weeks.default');
    if (each === 'own') return t('weeks.own');
    return each === 'daily' ? t('weeks.daily') : weekWord(flagsOf(DAYS_OF[each] ?? []), words);
  };
  return (
    <FormDialog
      size="s"
      title={
        fresh
          ? t('weeks.add')
          : t('common.labelled', { label: t('weeks.dialog'), value: carrierWord(carrier, words) })
      }
      save={save}
      onClose={onClose}
    >
      {fresh ? (
        <>
          <Select
            label={t('calendar.carrier')}
            value={carrier}
            options={carriers.map((each) => ({ value: each, label: carrierWord(each, words) }))}
            onChange={(next) => {
              setCarrier(next);
              setError(null);
            }}
          />
          <Select<CalendarPlace>
            label={t('calendar.where')}
            value={place ?? 'CN'}
            options={CALENDAR_PLACES.map((each) => ({ value: each, label: placeWord(each, words) }))}
            onChange={(next) => {
              setPlace(next);
              setError(null);
            }}
          />
        </>
      ) : (
        <p className={css['hint']}>{place === null ? t('calendar.everywhere') : placeWord(place, words)}</p>
      )}
      <Select<Choice>
        label={t('weeks.works')}
        value={choice}
        options={CHOICES.filter((each) => !(fresh && each === 'default')).map((each) => ({
          value: each,
          label: labelOf(each),
        }))}
        onChange={(next) => {
          setChoice(next);
          setError(null);
        }}
      />
      {choice === 'own' && (
        <fieldset className={own['days']}>
          <legend className={css['hint']}>{t('weeks.days')}</legend>
          {WEEKDAYS.map((day, index) => (
            <Checkbox
              key={day}
              label={weekdayWord(index, words, 'long')}
              checked={days.includes(day)}
              onChange={(on) => toggle(day, on)}
            />
          ))}
        </fieldset>
      )}
      {error !== null && (
        <p className={own['error']} role="alert">
          {error}
        </p>
      )}
    </FormDialog>
  );
}
