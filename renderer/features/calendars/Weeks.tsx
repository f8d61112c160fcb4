import { useState } from 'react';
import type { CallOutput } from '#shared/contract/index.ts';
import type { CarrierWeek } from '#shared/model/calendar.ts';
import { carrierWord } from '../../app/names.ts';
import { useWords, type Words } from '../../app/text.tsx';
import { Button, DataTable, EmptyState, Panel, Tag } from '../../ui/index.ts';
import css from '../features.module.css';
import { RowAct } from './RowAct.tsx';
import type { Calendar } from './useCalendar.ts';
import { WeekDialog, type WeekOf } from './WeekDialog.tsx';
import { flagsOf, placeWord, weekWord } from './words.ts';

/** A row: a carrier everywhere, with or without a week, or a week of it for one place. */
interface Row extends WeekOf {
  readonly week: CarrierWeek | null;
  readonly parcels: number | null;
}

/** When carriers work. Each carrier that is seen has a row; what is not set is shown as the default. */
export function Weeks({ value, calendar }: { value: CallOutput<'calendar.get'>; calendar: Calendar }) {
  const words = useWords();
  const { t, fmt } = words;
  const [editing, setEditing] = useState<WeekOf | 'new' | null>(null);
  const rows = rowsOf(value);
  const where = ({ place }: WeekOf): string =>
    place === null ? t('calendar.everywhere') : placeWord(place, words);
  const put = (next: CarrierWeek | WeekOf): ReturnType<Calendar['change']> => {
    const before = value.carrierWeeks.find((each) => sameWeek(each, next)) ?? null;
    const after = 'days' in next ? next : null;
    const set =
      (week: CarrierWeek | null): Parameters<Calendar['change']>[0] =>
      (now) => ({
        ...now,
        carrierWeeks: [
          ...now.carrierWeeks.filter((each) => !sameWeek(each, next)),
          ...(week === null ? [] : [week]),
        ],
      });
    return calendar.change(set(after), set(before));
  };
  const add = (
    <Button icon="plus" onClick={() => setEditing('new')}>
      {t('weeks.add')}
    </Button>
  );
  return (
    <Panel title={t('weeks.title')} actions={rows.length > 0 ? add : undefined}>
      <div className={css['stack']}>
        <p className={css['hint']}>{t('weeks.hint')}</p>
        {rows.length === 0 ? (
          <EmptyState kind="no-data" icon="today" title={t('weeks.none')} text={t('weeks.none.text')} />
        ) : (
          <DataTable
            caption={t('weeks.title')}
            hideCaption
            rows={rows}
            rowKey={(row) => `${row.carrier} ${row.place ?? ''}`}
            columns={[
              {
                id: 'carrier',
                header: t('calendar.carrier'),
                cell: (row) => carrierWord(row.carrier, words),
              },
              { id: 'where', header: t('calendar.where'), cell: where },
              {
                id: 'week',
                header: t('weeks.works'),
                cell: ({ week }) => <WeekCell week={week} words={words} />,
              },
              {
                id: 'parcels',
                header: t('calendar.parcels'),
                align: 'end',
                cell: ({ parcels }) => (parcels === null ? '' : fmt.number(parcels)),
              },
              {
                id: 'acts',
                header: '',
                acts: true,
                cell: (row) => (
                  <RowAct
                    word={t('calendar.change')}
                    name={t('weeks.changeOf', {
                      carrier: carrierWord(row.carrier, words),
                      where: where(row),
                    })}
                    onClick={() => setEditing(row)}
                  />
                ),
              },
            ]}
          />
        )}
        {editing !== null && (
          <WeekDialog of={editing} value={value} onClose={() => setEditing(null)} onSave={put} />
        )}
      </div>
    </Panel>
  );
}

const sameWeek = (a: WeekOf, b: WeekOf): boolean => a.carrier === b.carrier && a.place === b.place;

function rowsOf({ carriers, carrierWeeks }: CallOutput<'calendar.get'>): Row[] {
  const parcels = new Map(carriers.map((each) => [each.carrier, each.parcels]));
  const names = new Set([
    ...carriers.map(({ carrier }) => carrier),
    ...carrierWeeks.map((week) => week.carrier),
  ]);
  return [...names].flatMap((carrier) => {
    const own = carrierWeeks.filter((week) => week.carrier === carrier);
    const base = own.find(({ place }) => place === null) ?? null;
    return [
      { carrier, place: null, week: base, parcels: parcels.get(carrier) ?? 0 },
      ...own
        .filter(({ place }) => place !== null)
        .map((week) => ({ carrier, place: week.place, week, parcels: null })),
    ];
  });
}

function WeekCell({ week, words }: { week: CarrierWeek | null; words: Words }) {
  const { t } = words;
  if (week === null) {
    return (
      <span className={css['nameParts']}>
        <span>{t('weeks.default')}</span>
        <Tag>{t('calendar.default')}</Tag>
      </span>
    );
  }
  return week.days.length === 7 ? t('weeks.daily') : weekWord(flagsOf(week.days), words);
}
