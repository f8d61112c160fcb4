/** Where a runnable Electron can come from, best first. */
export type ElectronSource = 'override' | 'official' | 'download' | 'registry';

/** What is known before choosing; gathered by `find.ts`, so that the choice itself stays a pure function. */
export interface Situation {
  /** `SEAMARK_ELECTRON`, or null. */
  readonly override: string | null;
  readonly overrideExists: boolean;
  /** The binary of the installed `electron` package is unpacked and of the right version. */
  readonly officialThere: boolean;
  /** The substitute is already in the cache. */
  readonly registryThere: boolean;
  /** Epoch ms at which the official download last failed, or null. */
  readonly downloadFailedAt: number | null;
  readonly now: number;
  readonly platform: string;
  readonly arch: string;
}

export type Plan =
  | { readonly ok: true; readonly steps: readonly ElectronSource[] }
  | { readonly ok: false; readonly reason: string };

/** After a failed download the substitute is used for a day without asking again: nobody waits at every start. */
export const RETRY_DOWNLOAD_AFTER = 24 * 3_600_000;

/** The sources to try, in order. A wrong override is an error, not a reason to run something else. */
export function plan(s: Situation): Plan {
  if (s.override !== null) {
    if (s.overrideExists) return { ok: true, steps: ['override'] };
    return { ok: false, reason: `SEAMARK_ELECTRON names no file: ${s.override}` };
  }
  if (s.officialThere) return { ok: true, steps: ['official'] };
  if (s.platform !== 'linux' || s.arch !== 'x64') return { ok: true, steps: ['download'] };
  const refusedLately = s.downloadFailedAt !== null && s.now - s.downloadFailedAt < RETRY_DOWNLOAD_AFTER;
  return { ok: true, steps: s.registryThere && refusedLately ? ['registry'] : ['download', 'registry'] };
}

/** The executable's place inside an unpacked official distribution. */
export function officialExecutable(platform: string): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/** The XDG cache folder for Seamark's development tools; never inside the sources. */
export function cacheRoot(env: Readonly<Record<string, string | undefined>>, home: string): string {
  const xdg = env['XDG_CACHE_HOME'];
  // The XDG rules say that a relative value must be ignored.
  const base = xdg?.startsWith('/') ? xdg : `${home}/.cache`;
  return `${base}/seamark`;
}

/** Watches a size that should grow: tells when it has not for `limit` ms. Pure; the caller brings the time. */
export function stallWatch(limit: number, start: number): (size: number, now: number) => boolean {
  let best = -1;
  let since = start;
  return (size, now) => {
    if (size > best) {
      best = size;
      since = now;
    }
    return now - since >= limit;
  };
}

/** Chromium's sandbox refuses to run as root; only there is it switched off, and it is said. */
export function sandboxArguments(uid: number | null, platform: string): readonly string[] {
  return platform === 'linux' && uid === 0 ? ['--no-sandbox'] : [];
}

/** Whether there is something to draw on. */
export function hasDisplay(env: Readonly<Record<string, string | undefined>>, platform: string): boolean {
  if (platform !== 'linux') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
