import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '../engine/ports.ts';
import { redact } from './redact.ts';

/** A report without personal data: kind of error, redacted words and stack, versions. */
export function crashReport(error: unknown, facts: Readonly<Record<string, string>>): string {
  const known = error instanceof Error ? error : new Error(typeof error);
  return JSON.stringify(
    {
      ...facts,
      name: known.name,
      message: redact(known.message),
      stack: redact(known.stack ?? '').split('\n'),
    },
    null,
    2,
  );
}

/** What nothing caught: log, write a report, tell the person, end. Never go on in an unknown state. */
export function installCrashHandler(deps: {
  readonly on: (listener: (error: unknown) => void) => void;
  readonly folder: string;
  readonly now: () => number;
  readonly facts: Readonly<Record<string, string>>;
  readonly log: Logger;
  readonly tell: (file: string) => void;
  readonly exit: (code: number) => void;
}): void {
  let done = false;
  deps.on((error) => {
    if (done) return;
    done = true;
    const file = join(deps.folder, `crash-${deps.now()}.json`);
    deps.log.error('crash', { name: error instanceof Error ? error.name : typeof error });
    try {
      mkdirSync(deps.folder, { recursive: true });
      writeFileSync(file, crashReport(error, deps.facts), { mode: 0o600 });
      deps.tell(file);
    } finally {
      deps.exit(70);
    }
  });
}
