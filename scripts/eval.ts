import { readdirSync } from 'node:fs';
import { UsageError, type EvalTask } from '../tests/eval/lib/task.ts';

/** Measures the quality of what the engine says: `npm run -s eval -- TASK [arguments] [--json]`. */
const FOLDER = new URL('../tests/eval/', import.meta.url);
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .toSorted();

function stop(code: number, text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  const wrong = name === undefined ? 'Which task?' : `No task is called ${name}.`;
  stop(2, `${wrong} There are: ${names.join(', ')}.`);
}
const compact = rest.includes('--json');
const { task } = (await import(new URL(`${name}.ts`, FOLDER).href)) as { task: EvalTask };
try {
  const result = await task.run(rest.filter((word) => word !== '--json'));
  process.stdout.write(`${JSON.stringify(result, null, compact ? 0 : 2)}\n`);
} catch (error) {
  const text = error instanceof Error ? error.message : String(error);
  // A wrong option is parseArgs' own error and a question of use as well.
  const misused = error instanceof UsageError || isParseError(error);
  stop(misused ? 2 : 1, misused ? `${text}\nUse: npm run -s eval -- ${name} ${task.usage}` : text);
}

function isParseError(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
