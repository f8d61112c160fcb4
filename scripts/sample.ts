import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeSample } from '../main/sandbox/sample.ts';

/** `npm run sample-file [PATH]`: writes a tracking file of invented parcels, to try the import with. */
const path = resolve(process.argv[2] ?? 'invented-sample.csv');
writeFileSync(path, makeSample(Date.now()));
process.stdout.write(`${path}: invented parcels, nothing in it is real\n`);
