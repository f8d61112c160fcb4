import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { missingFor, type Step } from './steps.ts';

export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly note: string;
  /** The lines of a failed step's output that name what failed, a dozen at most. */
  readonly telling: readonly string[];
}

/**
 * Runs the steps one after another, prints what they print and stops at nothing: the table at the end tells more than the
 * first failure alone. `now` gives milliseconds.
 */
export async function runSteps(
  root: string,
  steps: readonly Step[],
  say: (line: string) => void,
  now: () => number,
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    say(`\n── ${step.name} ${'─'.repeat(Math.max(0, 70 - step.name.length))}`);
    const began = now();
    const { note, telling } = await runStep(root, step, say);
    const seconds = (now() - began) / 1000;
    say(`── ${step.name}: ${note === '' ? 'ok' : note} (${seconds.toFixed(1)} s)`);
    results.push({ name: step.name, ok: note === '', seconds, note, telling });
  }
  return results;
}

/** Lines by which Vitest and Playwright name a failed test and say the first thing about it. */
const TELLING = /^\s*(✘|FAIL |\d+\) |(\w*Error|Test timeout)\b.*)/u;
const TELLING_MAX = 12;

/** `note`: '' when all went well, otherwise what did not; `telling`: the lines that name what failed. */
async function runStep(
  root: string,
  step: Step,
  say: (line: string) => void,
): Promise<{ note: string; telling: readonly string[] }> {
  const missing = missingFor(root, step);
  if (missing !== null) return { note: `${missing} is not there`, telling: [] };
  const notes: string[] = [];
  const telling: string[] = [];
  for (const command of step.commands) {
    const how = await runCommand(root, command, (line) => {
      say(line);
      const bare = stripVTControlCharacters(line).trim();
      if (TELLING.test(bare) && telling.length < TELLING_MAX && !telling.includes(bare)) telling.push(bare);
    });
    if (how !== null) notes.push(`${command.join(' ')}: ${how}`);
  }
  return { note: notes.join('; '), telling: notes.length > 0 ? telling : [] };
}

/** Null when the command ended well, else how it ended. */
function runCommand(
  root: string,
  [program = '', ...args]: readonly string[],
  heard: (line: string) => void,
): Promise<string | null> {
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: root,
    stdio: ['inherit', 'pipe', 'pipe'],
    // The runners see a pipe: in a terminal they are told that colours are welcome all the same.
    env: { ...process.env, PATH: path, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    shell: process.platform === 'win32',
  });
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', heard);
  return new Promise((done) => {
    child.on('error', (error) => done(error.message));
    child.on('close', (code, signal) => done(code === 0 ? null : (signal ?? `exit ${String(code)}`)));
  });
}

/** The closing table, one line a step; what failed by name; and a last line that says it in words. */
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
  const names = failed.flatMap(({ name, telling }) => telling.map((line) => `${name}: ${line}`));
  return `\n${[...rows, ...names, end].join('\n')}`;
}
