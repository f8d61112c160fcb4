import type { CalendarPlace, HolidayYear, OwnDayOff } from '#shared/model/calendar.ts';
import { holidayName } from '#shared/text/holidays.ts';
import { useWords } from '../../app/text.tsx';
import own from './calendars.module.css';
import { dayWord, monthWord, ownName, placeWord, weekdayWord } from './words.ts';

const MARKS = ['off', 'tentative', 'part', 'optional', 'worked', 'weekend'] as const;
type Mark = (typeof MARKS)[number];

/** What a day is, the strongest first; `why` for hovering. */
interface Cell {
  readonly mark: Mark | null;
  readonly own: boolean;
  readonly why: string;
}

/** Twelve months at a glance. The table says the same, so nothing here has to be read out. */
export function YearGrid({
  year,
  place,
  found,
  ownDays,
}: {
  year: number;
  place: CalendarPlace;
  found: HolidayYear;
  ownDays: readonly OwnDayOff[];
}) {
  const words = useWords();
  const { t, lang } = words;
  const byDate = new Map<string, HolidayYear['days']>();
  for (const day of found.days) byDate.set(day.date, [...(byDate.get(day.date) ?? []), day]);
  const cellOf = (date: string, weekday: number): Cell => {
    const here = byDate.get(date) ?? [];
    const mine = ownDays.find((day) => day.from <= date && date <= day.to);
    const names = here.map(({ name }) => (name === '' ? t('holidays.workedName') : holidayName(lang, name)));
    const why = [dayWord(date, words), ...new Set(names), ...(mine ? [ownName(mine, words)] : [])].join(
      ' · ',
    );
    return { mark: markOf(here, found.officeWeek[weekday] === false), own: mine !== undefined, why };
  };
  const label = t('holidays.grid', { place: placeWord(place, words), year: String(year) });
  const seen = new Set([...byDate.values()].map((here) => markOf(here, false)));
  const shown = MARKS.filter((mark) => mark === 'weekend' || seen.has(mark));
  const legend: Readonly<Record<Mark, string>> = {
    ...{ off: t('holidays.off'), tentative: t('holidays.tentative'), worked: t('holidays.worked') },
    ...{ part: t('holidays.part'), optional: t('holidays.optional'), weekend: t('holidays.weekend') },
  };
  return (
    <figure className={own['figure']}>
      <div className={own['year']} role="img" aria-label={label}>
        {Array.from({ length: 12 }, (_, month) => (
          <Month key={month} year={year} month={month} cellOf={cellOf} />
        ))}
      </div>
      <figcaption className={own['legend']}>
        {shown.map((mark) => (
          <LegendItem key={mark} cell={{ mark, own: false }} text={legend[mark]} />
        ))}
        {ownDays.length > 0 && <LegendItem cell={{ mark: null, own: true }} text={t('holidays.own')} />}
      </figcaption>
    </figure>
  );
}

/** What a day's rows make of it, the strongest first; where nothing is listed, a weekend or nothing. */
function markOf(here: HolidayYear['days'], weekend: boolean): Mark | null {
  const off = here.filter(({ kind }) => kind === 'public');
  const everywhere = off.filter(({ only, except }) => only === null && except === null);
  if (everywhere.length > 0) return everywhere.every(({ tentative }) => tentative) ? 'tentative' : 'off';
  if (off.length > 0) return 'part';
  if (here.some(({ kind }) => kind === 'worked')) return 'worked';
  return here.length > 0 ? 'optional' : weekend ? 'weekend' : null;
}

function LegendItem({ cell, text }: { cell: Pick<Cell, 'mark' | 'own'>; text: string }) {
  return (
    <span className={own['legendItem']}>
      <span aria-hidden="true" className={classOf(cell)}>
        7
      </span>
      {text}
    </span>
  );
}

function classOf({ mark, own: mine }: Pick<Cell, 'mark' | 'own'>): string {
  return [own['cell'], mark && own[mark], mine && own['own']].filter(Boolean).join(' ');
}

function Month({
  year,
  month,
  cellOf,
}: {
  year: number;
  month: number;
  cellOf: (date: string, weekday: number) => Cell;
}) {
  const words = useWords();
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  // Monday first, as the tables count.
  const before = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7;
  return (
    <div className={own['month']}>
      <span className={own['monthName']}>{monthWord(month, words)}</span>
      <div className={own['grid']}>
        {Array.from({ length: 7 }, (_, weekday) => (
          <span key={`w${String(weekday)}`} className={own['weekday']}>
            {weekdayWord(weekday, words, 'narrow')}
          </span>
        ))}
        {Array.from({ length: before }, (_, index) => (
          <span key={`b${String(index)}`} />
        ))}
        {Array.from({ length: days }, (_, index) => {
          const date = new Date(Date.UTC(year, month, index + 1)).toISOString().slice(0, 10);
          const cell = cellOf(date, (before + index) % 7);
          return (
            <span key={date} className={classOf(cell)} title={cell.why}>
              {index + 1}
            </span>
          );
        })}
      </div>
    </div>
  );
}
