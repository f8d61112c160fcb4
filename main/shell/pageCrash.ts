/** Electron's reasons why a page's process is gone. */
export const GONE_REASONS = [
  'clean-exit',
  'abnormal-exit',
  'killed',
  'crashed',
  'oom',
  'launch-failed',
  'integrity-failure',
  'memory-eviction',
] as const;
export type GoneAction = 'ignore' | 'reload' | 'tell';

/** A second crash within this time is no accident. */
export const CRASH_WINDOW = 60_000;

/**
 * What to do when the page is gone: nothing when it left by itself, one reload when that can help, else the plain
 * error window. A page whose files do not match, or whose process cannot start, would only fail again.
 */
export function afterGone(reason: string, lastCrashAt: number | null, now: number): GoneAction {
  switch (reason) {
    case 'clean-exit':
      return 'ignore';
    case 'launch-failed':
    case 'integrity-failure':
      return 'tell';
    default:
      return lastCrashAt !== null && now - lastCrashAt < CRASH_WINDOW ? 'tell' : 'reload';
  }
}
