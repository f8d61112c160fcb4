import { AMENDMENTS, UNPUBLISHED } from './amendments.ts';
import { dayOf } from './days.ts';
import { type CalendarCountry, TABLES } from './table/index.ts';

/** One day of a country's table, amendments included. */
export interface Holiday {
  /** The name in the country's own language; empty for a worked weekend. */
  readonly name: string;
  /** `public`: everybody's · `optional`: offices may take it, couriers work · `worked`: a weekend that is worked. */
  readonly kind: 'public' | 'optional' | 'worked';
  /** The date depends on the moon or on an arrangement that is not yet published. */
  readonly tentative: boolean;
  /** Whether it holds in a state; null is an address whose state is not known. */
  readonly heldIn: (state: string | null) => boolean;
  /** States in which alone it holds, or in which alone it does not; null for everywhere. */
  readonly only: readonly string[] | null;
  readonly except: readonly string[] | null;
}

const KINDS: Readonly<Record<string, readonly [Holiday['kind'], boolean]>> = {
  p: ['public', false],
  t: ['public', true],
  o: ['optional', false],
  u: ['optional', true],
  w: ['worked', false],
};

type Placed = Pick<Holiday, 'heldIn' | 'only' | 'except'>;
const EVERYWHERE: Placed = { heldIn: () => true, only: null, except: null };

/** Where a day of a table holds, by what its third column says: see table/README.md. */
function placed(where: string): Placed {
  if (where === '') return EVERYWHERE;
  const states = where.slice(1).split(' ');
  const listed = new Set(states);
  return where.startsWith('+')
    ? { heldIn: (state) => state !== null && listed.has(state), only: states, except: null }
    : { heldIn: (state) => state === null || !listed.has(state), only: null, except: states };
}

const read = new Map<CalendarCountry, ReadonlyMap<number, readonly Holiday[]>>();

/** The days of a country by day number, read once. A day may have several rows, for several states. */
export function holidaysOf(country: CalendarCountry): ReadonlyMap<number, readonly Holiday[]> {
  const done = read.get(country);
  if (done) return done;
  const days = new Map<number, Holiday[]>();
  const unsure = new Set(UNPUBLISHED.filter((entry) => entry.market === country).map((entry) => entry.year));
  for (const line of TABLES[country].trim().split('\n')) {
    const [date = '', letter = '', where = '', name = ''] = line.split('|');
    const day = dayOf(date);
    const [kind, tentative] = KINDS[letter] ?? [];
    if (day === null || kind === undefined) throw new Error(`holiday table ${country}: ${date}|${letter}`);
    const sure = tentative === false && !unsure.has(date.slice(0, 4));
    const found = days.get(day) ?? [];
    days.set(day, [...found, { name, kind, tentative: !sure, ...placed(where) }]);
  }
  for (const amendment of AMENDMENTS) if (amendment.market === country) amend(days, amendment);
  read.set(country, days);
  return days;
}

function amend(days: Map<number, Holiday[]>, amendment: (typeof AMENDMENTS)[number]): void {
  const day = dayOf(amendment.date);
  if (day === null) throw new Error(`amendment ${amendment.market} ${amendment.date}`);
  const before = days.get(day) ?? [];
  const everywhere = { name: amendment.name ?? '', tentative: false, ...EVERYWHERE };
  const after: Readonly<Record<(typeof amendment)['is'], () => Holiday[]>> = {
    off: () => [...before, { ...everywhere, kind: 'public' }],
    worked: () => [{ ...everywhere, kind: 'worked' }],
    ordinary: () => [],
    tentative: () => before.map((holiday) => ({ ...holiday, tentative: true })),
  };
  days.set(day, after[amendment.is]());
}
