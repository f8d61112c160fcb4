import type { LogFacts, Logger } from '../engine/ports.ts';
import { redact } from './redact.ts';

/** The part of electron-log that we need: its file sink with rotation. */
export interface LogSink {
  write(line: string): void;
}

type Level = 'info' | 'warn' | 'error';

/**
 * One JSON line per entry. Texts pass the redaction before the sink sees them; numbers are durations and counts of
 * our own and stay. `at` is written last of all checks, since a time would look like a phone number.
 */
export function logLine(at: string, level: Level, part: string, event: string, facts: LogFacts): string {
  const clean: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(facts)) {
    clean[name] = typeof value === 'string' ? redact(value) : value;
  }
  return JSON.stringify({ at, level, part, event: redact(event), ...clean });
}

/** The Logger port over a sink. `now` gives ISO 8601 in UTC. */
export function createLog(sink: LogSink, part: string, now: () => string): Logger {
  const write =
    (level: Level) =>
    (event: string, facts: LogFacts = {}): void =>
      sink.write(logLine(now(), level, part, event, facts));
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** Lines that a child process wrote on its standard error: passed on redacted, whatever they are. */
export function relayLines(sink: LogSink): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = (lines.pop() ?? '').slice(-10_000);
    for (const line of lines) if (line.trim() !== '') sink.write(relayed(line));
  };
}

function relayed(line: string): string {
  try {
    const { at, level, part, event, ...facts } = JSON.parse(line) as Record<string, unknown>;
    if (typeof at === 'string' && typeof event === 'string') {
      const known: Level = level === 'warn' || level === 'error' ? level : 'info';
      const plain: Record<string, string | number | boolean | null> = {};
      for (const [name, value] of Object.entries(facts)) {
        plain[name] =
          typeof value === 'number' || typeof value === 'boolean' || value === null ? value : String(value);
      }
      return logLine(at, known, String(part ?? 'engine'), event, plain);
    }
  } catch {
    // Not one of our lines: a runtime's own words.
  }
  return JSON.stringify({
    level: 'warn',
    part: 'engine',
    event: 'engine.stderr',
    text: redact(line.slice(0, 500)),
  });
}
