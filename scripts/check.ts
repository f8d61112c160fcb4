import { resolve } from 'node:path';
import { runSteps, summary } from './house/run.ts';
import { allSteps, STATIC_STEPS } from './house/steps.ts';

/** The quick part of `npm test`, for before a commit: everything that needs no running. */
const root = resolve(import.meta.dirname, '..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const quick = allSteps(root).filter(({ name }) => STATIC_STEPS.some((known) => known === name));
const results = await runSteps(root, quick, say, () => performance.now());
say(summary(results));
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
