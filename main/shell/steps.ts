import type { Logger } from '../engine/ports.ts';

/** One named step of the start or the stop. */
export interface Step {
  readonly name: string;
  run(): void | Promise<void>;
}

/** Runs steps one after another and logs how long each took. A failing start step fails the start. */
export async function runSteps(steps: readonly Step[], log: Logger, now: () => number): Promise<void> {
  for (const step of steps) {
    const begun = now();
    await step.run();
    log.info('step', { name: step.name, ms: Math.round(now() - begun) });
  }
}

/** As `runSteps`, but goes on after a failure: a stop must reach its end. */
export async function runAllSteps(steps: readonly Step[], log: Logger, now: () => number): Promise<void> {
  for (const step of steps) {
    try {
      await runSteps([step], log, now);
    } catch (error) {
      log.error('step.failed', {
        name: step.name,
        error: error instanceof Error ? error.name : typeof error,
      });
    }
  }
}
