import type { CallRecord, Reader, Writer } from '../types.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** The day of the quota begins at 00:00 UTC+8. */
const QUOTA_ZONE = 8 * HOUR;

/** The quota day (UTC+8) of a moment, as `2026-11-25`. */
export function quotaDay(at: number): string {
  return new Date(at + QUOTA_ZONE).toISOString().slice(0, 10);
}

/** Upper bounds of the latency buckets, in milliseconds; the last is open. */
export const LATENCIES = [100, 300, 1_000, 3_000] as const;

/** Counts calls: by hour, endpoint and outcome; by minute for the success share; by quota day for the budget. */
export function countCalls(writer: Writer, calls: readonly CallRecord[]): void {
  for (const call of calls) {
    const bucket = LATENCIES.findIndex((bound) => call.ms <= bound);
    const t = [0, 1, 2, 3, 4].map((n) => (n === (bucket < 0 ? 4 : bucket) ? 1 : 0));
    writer.run(
      `INSERT INTO call_hour(app, shop_id, endpoint, hour, outcome, calls, t0, t1, t2, t3, t4)
       VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)
       ON CONFLICT (hour, app, shop_id, endpoint, outcome) DO UPDATE SET calls = calls + 1, t0 = t0 + excluded.t0,
         t1 = t1 + excluded.t1, t2 = t2 + excluded.t2, t3 = t3 + excluded.t3, t4 = t4 + excluded.t4`,
      ...[call.app, call.shopId, call.endpoint, Math.floor(call.at / HOUR), call.outcome, ...t],
    );
    writer.run(
      `INSERT INTO call_minute(app, minute, calls, ok) VALUES (?, ?, 1, ?)
       ON CONFLICT (app, minute) DO UPDATE SET calls = calls + 1, ok = ok + excluded.ok`,
      ...[call.app, Math.floor(call.at / MINUTE), call.outcome === 'ok' ? 1 : 0],
    );
    writer.run(
      `INSERT INTO call_day(app, day, calls) VALUES (?, ?, 1)
       ON CONFLICT (app, day) DO UPDATE SET calls = calls + 1`,
      ...[call.app, quotaDay(call.at)],
    );
  }
}

/** The last day's calls by minutes, oldest first, to start the success share from after a restart. */
export function minutesSince(
  reader: Reader,
  app: string,
  since: number,
): { minute: number; calls: number; ok: number }[] {
  return reader.all(
    'SELECT minute, calls, ok FROM call_minute WHERE app = ? AND minute >= ? ORDER BY minute',
    app,
    Math.floor(since / MINUTE),
  );
}

/** Calls made on the quota day of `at`. */
export function usedToday(reader: Reader, app: string, at: number): number {
  return (
    reader.get<{ calls: number }>('SELECT calls FROM call_day WHERE app = ? AND day = ?', app, quotaDay(at))
      ?.calls ?? 0
  );
}

/** What an app's manners must remember across a restart. */
export function saveApp(
  writer: Writer,
  app: string,
  rate: number,
  pausedUntil: number | null,
  reason: string | null,
): void {
  writer.run(
    `INSERT INTO sync_app(app, rate, paused_until, pause_reason) VALUES (?, ?, ?, ?)
     ON CONFLICT (app) DO UPDATE SET rate = excluded.rate, paused_until = excluded.paused_until,
       pause_reason = excluded.pause_reason`,
    ...[app, rate, pausedUntil, reason],
  );
}

export function savedApp(
  reader: Reader,
  app: string,
): { rate: number; pausedUntil: number | null; pauseReason: string | null } | undefined {
  return reader.get(
    'SELECT rate, paused_until AS pausedUntil, pause_reason AS pauseReason FROM sync_app WHERE app = ?',
    app,
  );
}

/** Statistics older than they are used: minutes after two days, hours after 90 days. */
export function forgetCalls(writer: Writer, now: number): void {
  writer.run('DELETE FROM call_minute WHERE minute < ?', Math.floor((now - 48 * HOUR) / MINUTE));
  writer.run('DELETE FROM call_hour WHERE hour < ?', Math.floor((now - 90 * 24 * HOUR) / HOUR));
}
