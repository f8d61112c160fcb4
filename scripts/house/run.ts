import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { missingFor, type Step } from './steps.ts';

export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly note: string;
}

/**
 * Runs the steps with our own streams and stops at nothing: the table at the end tells more than the first failure
 * alone. `now` gives milliseconds.
 */
export function runSteps(
  root: string,
  steps: readonly Step[],
  say: (line: string) => void,
  now: () => number,
): readonly StepResult[] {
  return steps.map((step) => {
    say(`\n── ${step.name} ${'─'.repeat(Math.max(0, 70 - step.name.length))}`);
    const began = now();
    const note = runStep(root, step);
    const seconds = (now() - began) / 1000;
    say(`── ${step.name}: ${note === '' ? 'ok' : note} (${seconds.toFixed(1)} s)`);
    return { name: step.name, ok: note === '', seconds, note };
  });
}

/** '' when all went well, otherwise what did not. */
function runStep(root: string, step: Step): string {
  const missing = missingFor(root, step);
  if (missing !== null) return `${missing} is not there`;
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const failed = step.commands.flatMap(([program = '', ...args]) => {
    const done = spawnSync(program === 'node' ? process.execPath : program, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: path },
      shell: process.platform === 'win32',
    });
    if (done.status === 0) return [];
    const how = done.error?.message ?? (done.signal === null ? `exit ${String(done.status)}` : done.signal);
    return [`${[program, ...args].join(' ')}: ${how}`];
  });
  return failed.join('; ');
}

/** The closing table, one line a step, and a last line that says it in words. */
export function summary(results: readonly StepResult[]): string {
  const failed = results.filter((result) => !result.ok);
  const total = results.reduce((sum, result) => sum + result.seconds, 0);
  const rows = results.map(
    ({ name, ok, seconds, note }) =>
      `${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s${ok ? '' : `  ${note}`}`,
  );
  const end =
    failed.length === 0
      ? `All ${results.length} steps passed in ${total.toFixed(0)} s.`
      : `${failed.length} of ${results.length} steps failed (${failed.map(({ name }) => name).join(', ')}) in ${total.toFixed(0)} s.`;
  return `\n${rows.join('\n')}\n${end}`;
}
