import { useState } from 'react';
import type { CallOutput } from '#shared/contract/index.ts';
import type { OwnDayOff } from '#shared/model/calendar.ts';
import { useWords } from '../../app/text.tsx';
import { Button, DataTable, EmptyState, Panel, Tag, useToast } from '../../ui/index.ts';
import css from '../features.module.css';
import { OwnDaysDialog } from './OwnDaysDialog.tsx';
import { RowAct } from './RowAct.tsx';
import type { Calendar } from './useCalendar.ts';
import { datesWord, ownName, placeWord } from './words.ts';

const DAY = 86_400_000;
const sameDays = (a: OwnDayOff, b: OwnDayOff): boolean =>
  a.from === b.from && a.to === b.to && a.place === b.place;

/** Days off of one's own: a list with what can be done to each. */
export function OwnDays({ value, calendar }: { value: CallOutput<'calendar.get'>; calendar: Calendar }) {
  const words = useWords();
  const { t, faultText } = words;
  const toast = useToast();
  const [editing, setEditing] = useState<OwnDayOff | 'new' | null>(null);
  const days = value.ownDaysOff;
  // Today where the seller is: days before it are past.
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const shown = [
    ...days.filter(({ to }) => to >= today),
    ...days.filter(({ to }) => to < today).toReversed(),
  ];
  const remove = async (day: OwnDayOff): Promise<void> => {
    const refused = await calendar.change(
      (now) => ({ ...now, ownDaysOff: now.ownDaysOff.filter((each) => !sameDays(each, day)) }),
      (now) => ({ ...now, ownDaysOff: [...now.ownDaysOff, day] }),
    );
    if (refused) toast.show({ text: faultText(refused), tone: 'trouble' });
  };
  const add = (
    <Button icon="plus" onClick={() => setEditing('new')}>
      {t('days.add')}
    </Button>
  );
  const named = (day: OwnDayOff) => ({ name: ownName(day, words), dates: datesWord(day, words) });
  return (
    <Panel title={t('days.title')} actions={days.length > 0 ? add : undefined}>
      <div className={css['stack']}>
        <p className={css['hint']}>{t('days.hint')}</p>
        {days.length === 0 ? (
          <EmptyState
            kind="no-data"
            icon="today"
            title={t('days.none')}
            text={t('days.none.text')}
            action={add}
          />
        ) : (
          <DataTable
            caption={t('days.title')}
            hideCaption
            rows={shown}
            rowKey={(day) => `${day.from} ${day.to} ${day.place}`}
            columns={[
              {
                id: 'dates',
                header: t('days.dates'),
                cell: (day) => (
                  <span className={css['nameParts']}>
                    <span>{datesWord(day, words)}</span>
                    {day.from !== day.to && (
                      <span className={css['hint']}>{t('days.count', { n: lengthOf(day) })}</span>
                    )}
                    {day.to < today && <Tag>{t('days.past')}</Tag>}
                  </span>
                ),
              },
              { id: 'name', header: t('days.name'), cell: (day) => ownName(day, words) },
              { id: 'place', header: t('calendar.where'), cell: (day) => placeWord(day.place, words) },
              {
                id: 'acts',
                header: '',
                acts: true,
                cell: (day) => (
                  <span className={css['oneLine']}>
                    <RowAct
                      word={t('calendar.change')}
                      name={t('days.changeOf', named(day))}
                      onClick={() => setEditing(day)}
                    />
                    <RowAct
                      word={t('calendar.remove')}
                      name={t('days.removeOf', named(day))}
                      onClick={() => void remove(day)}
                    />
                  </span>
                ),
              },
            ]}
          />
        )}
        {editing !== null && (
          <OwnDaysDialog
            day={editing === 'new' ? null : editing}
            value={value}
            onClose={() => setEditing(null)}
            onSave={(next) => {
              const old = editing === 'new' ? null : editing;
              const without = (all: readonly OwnDayOff[], gone: OwnDayOff | null): OwnDayOff[] =>
                all.filter((each) => gone === null || !sameDays(each, gone));
              return calendar.change(
                (now) => ({ ...now, ownDaysOff: [...without(now.ownDaysOff, old), next] }),
                (now) => ({
                  ...now,
                  ownDaysOff: [...without(now.ownDaysOff, next), ...(old === null ? [] : [old])],
                }),
              );
            }}
          />
        )}
      </div>
    </Panel>
  );
}

function lengthOf({ from, to }: OwnDayOff): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
}
