/** One measurement that `npm run -s eval -- NAME` runs: a file `tests/eval/NAME.ts` that exports it as `task`. */
export interface EvalTask {
  /** The arguments in words, without the task's name and `--json`. */
  readonly usage: string;
  /**
   * Measures and answers one object for standard output. Progress goes to standard error. Throws a `UsageError` for
   * arguments that are not understood (exit code 2), any other error for work that failed (exit code 1).
   */
  run(args: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
}

/** The command was not understood; its message says why. */
export class UsageError extends Error {}
