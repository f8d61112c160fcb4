import { useState } from 'react';
import type { CallOutput } from '#shared/contract/index.ts';
import {
  CALENDAR_PLACES,
  type CalendarPlace,
  type HolidayYear,
  type ListedHoliday,
} from '#shared/model/calendar.ts';
import { MARKET_LANG } from '#shared/text/buyer/nodeLangs.ts';
import { holidayName } from '#shared/text/holidays.ts';
import { stateName } from '#shared/text/states.ts';
import { useQuery } from '../../app/useQuery.ts';
import { useWords, type Words } from '../../app/text.tsx';
import {
  Banner,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Panel,
  Segmented,
  Select,
  Skeleton,
  Tag,
} from '../../ui/index.ts';
import css from '../features.module.css';
import own from './calendars.module.css';
import { dateWord, dayWord, placeWord, weekWord } from './words.ts';
import { YearGrid } from './YearGrid.tsx';

const ALL = 'all';
const yearOf = (date: string): number => Number(date.slice(0, 4));

/** A year of a country's public holidays: at a glance, and row by row. */
export function Holidays({ value }: { value: CallOutput<'calendar.get'> }) {
  const words = useWords();
  const { t, lang, faultText } = words;
  const [first, last] = [yearOf(value.tableFirst), yearOf(value.tableLast)];
  const now = new Date().getFullYear();
  const [place, setPlace] = useState<CalendarPlace>('CN');
  const [year, setYear] = useState(Math.min(Math.max(now, first), last));
  const [state, setState] = useState<string>(ALL);
  const asked = { place, year, state: state === ALL ? null : state };
  const { value: found, fault, reload } = useQuery('calendar.holidays', asked, []);
  // One year beyond the tables, so that their end is seen and not guessed.
  const years = Array.from({ length: last - first + 2 }, (_, index) => first + index);
  const states = found?.states ?? [];
  return (
    <Panel title={t('holidays.title')}>
      <div className={css['stack']}>
        <p className={css['hint']}>{t('holidays.hint')}</p>
        <div className={own['choose']}>
          <Select<CalendarPlace>
            label={t('holidays.place')}
            value={place}
            options={CALENDAR_PLACES.map((each) => ({ value: each, label: placeWord(each, words) }))}
            onChange={(next) => {
              setPlace(next);
              setState(ALL);
            }}
          />
          {(states.length > 0 || state !== ALL) && (
            <Select
              label={t('holidays.state')}
              value={state}
              options={[
                { value: ALL, label: t('holidays.allStates') },
                ...states
                  .map((code) => ({ value: code, label: stateName(lang, place, code) }))
                  .toSorted((a, b) => a.label.localeCompare(b.label, lang)),
              ]}
              onChange={setState}
            />
          )}
          <Segmented
            label={t('holidays.year')}
            value={String(year)}
            options={years.map((each) => ({ value: String(each), label: String(each) }))}
            onChange={(next) => setYear(Number(next))}
          />
        </div>
        {fault && (
          <Banner
            tone="high"
            title={faultText(fault)}
            actions={<Button onClick={reload}>{t('common.retry')}</Button>}
          />
        )}
        {!found && !fault && <Skeleton lines={10} />}
        {found && !found.inTable && (
          <EmptyState
            kind="no-data"
            title={t('holidays.outside', { year: String(year) })}
            text={t('holidays.outside.text', {
              first: dateWord(value.tableFirst, words),
              last: dateWord(value.tableLast, words),
            })}
          />
        )}
        {found?.inTable && (
          <Filled found={found} place={place} year={year} whole={state === ALL} value={value} words={words} />
        )}
      </div>
    </Panel>
  );
}

function Filled({
  found,
  place,
  year,
  whole,
  value,
  words,
}: {
  found: HolidayYear;
  place: CalendarPlace;
  year: number;
  /** Of the whole country, so that each row says where it holds. */
  whole: boolean;
  value: CallOutput<'calendar.get'>;
  words: Words;
}) {
  const { t, lang } = words;
  const { days, officeWeek, unpublished } = found;
  const dates = (fits: (day: ListedHoliday) => boolean): number =>
    new Set(days.filter(fits).map(({ date }) => date)).size;
  const everywhere = ({ kind, only, except }: ListedHoliday): boolean =>
    kind === 'public' && only === null && except === null;
  return (
    <>
      {unpublished && (
        <Banner
          tone="medium"
          title={t('holidays.unpublished', { place: placeWord(place, words), year: String(year) })}
        />
      )}
      <p>
        {t('holidays.sum', {
          n: dates(everywhere),
          part: dates(({ kind }) => kind === 'public') - dates(everywhere),
          worked: dates(({ kind }) => kind === 'worked'),
          unsure: dates(({ tentative, kind }) => tentative && kind === 'public'),
        })}{' '}
        {t('holidays.week', { week: weekWord(officeWeek, words) })}
      </p>
      <YearGrid
        year={year}
        place={place}
        found={found}
        ownDays={value.ownDaysOff.filter((day) => day.place === place)}
      />
      {days.length === 0 ? (
        <p className={css['hint']}>{t('holidays.noneHere')}</p>
      ) : (
        <DataTable<ListedHoliday>
          caption={t('common.labelled', {
            label: t('holidays.title'),
            value: `${placeWord(place, words)} ${String(year)}`,
          })}
          hideCaption
          rows={days}
          rowKey={(day) => `${day.date} ${day.name} ${(day.only ?? day.except ?? []).join(' ')}`}
          columns={columnsOf(place, whole && found.states.length > 0, lang, words)}
        />
      )}
    </>
  );
}

function columnsOf(
  place: CalendarPlace,
  withStates: boolean,
  lang: Words['lang'],
  words: Words,
): Column<ListedHoliday>[] {
  const { t } = words;
  const foreign = place === 'CN' ? 'zh-CN' : MARKET_LANG[place];
  const listed = (codes: readonly string[]): string =>
    new Intl.ListFormat(lang, { type: 'conjunction' }).format(
      codes.map((code) => stateName(lang, place, code)),
    );
  return [
    { id: 'date', header: t('holidays.day'), tight: true, cell: ({ date }) => dayWord(date, words) },
    {
      id: 'name',
      header: t('holidays.name'),
      cell: ({ name }) => {
        if (name === '') return t('holidays.workedName');
        // Its own language needs no other name.
        const known = foreign === lang ? name : holidayName(lang, name);
        return (
          <span className={css['nameParts']}>
            <span {...(known === name ? { lang: foreign } : {})}>{known}</span>
            {known !== name && (
              <span lang={foreign} className={css['hint']}>
                {name}
              </span>
            )}
          </span>
        );
      },
    },
    ...(withStates
      ? [
          {
            id: 'where',
            header: t('holidays.holds'),
            cell: ({ only, except }: ListedHoliday) =>
              only
                ? t('holidays.only', { states: listed(only) })
                : except
                  ? t('holidays.except', { states: listed(except) })
                  : t('holidays.nation'),
          },
        ]
      : []),
    {
      id: 'note',
      header: t('holidays.kind'),
      cell: ({ kind, tentative }) => (
        <span className={css['nameParts']}>
          {kind === 'worked' && <Tag tone="high">{t('holidays.worked')}</Tag>}
          {kind === 'optional' && <Tag>{t('holidays.optional')}</Tag>}
          {tentative && (
            <span title={t('holidays.tentative.why')}>
              <Tag tone="medium">{t('holidays.tentative')}</Tag>
            </span>
          )}
        </span>
      ),
    },
  ];
}
