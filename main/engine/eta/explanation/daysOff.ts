import type { Estimate, EtaDayOff } from '#shared/model/eta.ts';
import { dayOf } from '../calendars/days.ts';

/** Days off that follow one another in a country, told at once. */
export interface DaysOffRun {
  readonly first: EtaDayOff;
  /** Date of the last one. */
  readonly to: string;
  /** Their names, each once; null for own days off without a name. */
  readonly names: readonly (string | null)[];
}

/** Names that are told of a run: a long holiday ends in days that are named after their arrangement. */
const NAMES_TOLD = 2;

/** Days off of hand-over, stages and delivery, each once (two stages may share a day), by date, in runs. */
export function daysOffOf({ terms, handOver, noDelivery }: Estimate): DaysOffRun[] {
  const days = [...(handOver?.daysOff ?? []), ...terms.flatMap((term) => term.daysOff), ...noDelivery];
  return runsOf(days);
}

/** The days that are not sure, in runs. */
export const unsure = (runs: readonly DaysOffRun[]): DaysOffRun[] =>
  runs.filter(({ first }) => first.tentative);

function runsOf(days: readonly EtaDayOff[]): DaysOffRun[] {
  const once = new Map(days.map((day) => [`${day.date} ${day.country} ${day.name ?? ''}`, day]));
  // Of days of two countries each has its own runs.
  const sorted = [...once.values()].toSorted(
    (a, b) => a.country.localeCompare(b.country) || a.date.localeCompare(b.date),
  );
  const runs: DaysOffRun[] = [];
  for (const day of sorted) {
    const last = runs.at(-1);
    if (last && follows(last, day))
      runs.splice(-1, 1, { ...last, to: day.date, names: namesWith(last, day) });
    else runs.push({ first: day, to: day.date, names: [day.name] });
  }
  return runs.toSorted((a, b) => a.first.date.localeCompare(b.first.date));
}

function follows({ first, to }: DaysOffRun, day: EtaDayOff): boolean {
  const [before, next] = [dayOf(to), dayOf(day.date)];
  if (before === null || next === null || next - before > 1) return false;
  return (
    first.country === day.country &&
    first.state === day.state &&
    first.tentative === day.tentative &&
    first.why === day.why
  );
}

const namesWith = ({ names }: DaysOffRun, { name }: EtaDayOff): DaysOffRun['names'] =>
  names.includes(name) || names.length >= NAMES_TOLD ? names : [...names, name];
