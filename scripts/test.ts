import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { runSteps, summary } from './house/run.ts';
import { allSteps, chooseSteps } from './house/steps.ts';

/** Everything that must hold, in order: `npm test`, or some of it: `npm test -- --only unit,page`. */
const root = resolve(import.meta.dirname, '..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const steps = allSteps(root);
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const choice = chooseSteps(steps, values.only);
if ('unknown' in choice) {
  say(`Unknown: ${choice.unknown.join(', ')}. Steps: ${steps.map(({ name }) => name).join(', ')}`);
  process.exitCode = 2;
} else {
  const results = await runSteps(root, choice.chosen, say, () => performance.now());
  say(summary(results));
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}
