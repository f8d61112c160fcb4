import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/**
 * Makes the tables in main/engine/eta/calendars/table anew: `npm run holidays -- FOLDER`. FOLDER holds the open data
 * set (MIT) as `*_2024_2027.csv` (country, subdivision, date, weekday, category, name) and `*_weekend_workdays.csv`
 * (country, date). What that set misses is in amendments.ts, not here: the tables stay what the source says.
 */
const TARGET = new URL('../main/engine/eta/calendars/table/', import.meta.url);
const FIRST = '2024-01-01';
const LAST = '2027-12-31';

interface SourceRow {
  readonly country: string;
  readonly subdivision: string;
  readonly date: string;
  readonly category: string;
  readonly name: string;
}

/** Categories that are days off, and days that offices take while shops and couriers may not. The rest are ordinary days. */
const KIND: Readonly<Record<string, string>> = { public: 'p', optional: 'o', government: 'o' };
/** How the source marks a date that depends on the moon, by language. */
const TENTATIVE = / ?\((estimated|perkiraan|anggaran|ước tính|โดยประมาณ|estimado|推定)\)/giu;
/** The source's one subdivision that is a city. */
const CITY: Readonly<Record<string, string>> = { 'São Paulo Capital': 'SPC' };

const stateOf = (row: SourceRow): string => CITY[row.subdivision] ?? row.subdivision;

/** `''`: everywhere · `-02 03`: everywhere but there · `+01 05`: only there (and not where the state is unknown). */
function where(here: ReadonlySet<string>, all: ReadonlySet<string>): string {
  const missing = [...all].filter((state) => !here.has(state)).toSorted();
  if (missing.length === 0) return '';
  if (here.has('')) return `-${missing.join(' ')}`;
  return `+${[...here].toSorted().join(' ')}`;
}

/** The lines of one country's table, in order of date: `date|kind|where|name`. */
export function tableLines(rows: readonly SourceRow[], worked: readonly string[]): string[] {
  const all = new Set(rows.map(stateOf));
  const days = new Map<string, Set<string>>();
  for (const row of rows) {
    const kind = KIND[row.category];
    if (kind === undefined || row.date < FIRST || row.date > LAST) continue;
    const name = row.name.replaceAll(TENTATIVE, '').replaceAll('|', '/');
    const sure = name === row.name;
    const key = `${row.date}|${sure ? kind : kind === 'p' ? 't' : 'u'}|${name}`;
    const states = days.get(key) ?? new Set();
    days.set(key, states.add(stateOf(row)));
  }
  const lines = [...days].map(([key, states]) => {
    const [date, kind, name] = key.split('|');
    return `${date}|${kind}|${where(states, all)}|${name}`;
  });
  const on = worked.filter((date) => date >= FIRST && date <= LAST).map((date) => `${date}|w||`);
  return [...lines, ...on].toSorted();
}

function read<T>(folder: string, name: string): T[] {
  return parse<T>(readFileSync(join(folder, name), 'utf8'), { columns: true, skip_empty_lines: true });
}

function main(folder: string | undefined): void {
  if (folder === undefined) {
    process.stderr.write('Use: npm run holidays -- FOLDER (with vacanza_2024_2027.csv)\n');
    process.exit(2);
  }
  const rows = read<SourceRow>(folder, 'vacanza_2024_2027.csv');
  const worked = read<{ country: string; date: string }>(folder, 'vacanza_weekend_workdays.csv');
  const countries = [...new Set(rows.map((row) => row.country))].toSorted();
  for (const country of countries) {
    const lines = tableLines(
      rows.filter((row) => row.country === country),
      worked.filter((row) => row.country === country).map((row) => row.date),
    );
    const text = `/** Made by scripts/holidays.ts; what it misses goes into ../amendments.ts. Lines: see README.md. */
export const ${country} = \`
${lines.join('\n')}
\`;
`;
    writeFileSync(new URL(`${country.toLowerCase()}.ts`, TARGET), text);
    process.stderr.write(`${country}: ${lines.length}\n`);
  }
}

if (import.meta.main) main(process.argv[2]);
