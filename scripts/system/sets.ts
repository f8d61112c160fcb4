/** Debian packages by what needs them. `probe` is a program or library whose presence tells that the set is there. */
export interface SystemSet {
  readonly packages: readonly string[];
  readonly probes: readonly { readonly kind: 'program' | 'library' | 'font'; readonly name: string }[];
}

const program = (name: string) => ({ kind: 'program', name }) as const;
const library = (name: string) => ({ kind: 'library', name }) as const;

export const SYSTEM_SETS = {
  electron: {
    packages: ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2'],
    probes: [
      library('libgtk-3.so.0'),
      library('libnss3.so'),
      library('libgbm.so.1'),
      library('libasound.so.2'),
    ],
  },
  xvfb: { packages: ['xvfb', 'xauth'], probes: [program('Xvfb'), program('xauth')] },
  desktop: {
    packages: ['dbus', 'dbus-x11', 'dunst', 'gnome-keyring', 'libsecret-1-0'],
    probes: [
      program('dbus-run-session'),
      program('dunst'),
      program('gnome-keyring-daemon'),
      library('libsecret-1.so.0'),
    ],
  },
  chromium: { packages: ['chromium'], probes: [program('chromium')] },
  fonts: {
    packages: ['fonts-noto-core', 'fonts-noto-cjk'],
    probes: [
      { kind: 'font', name: '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf' },
      { kind: 'font', name: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
    ],
  },
} as const satisfies Record<string, SystemSet>;

export type SystemSetName = keyof typeof SYSTEM_SETS;

export type InstallPlan =
  | { readonly kind: 'nothing' }
  /** We are root on Debian: do it. */
  | { readonly kind: 'install'; readonly packages: readonly string[] }
  /** We cannot: the one command for the person. */
  | { readonly kind: 'name'; readonly command: string }
  | { readonly kind: 'foreign'; readonly packages: readonly string[] };

/** What to do about the sets that are missing. */
export function planInstall(
  missing: readonly SystemSetName[],
  machine: { readonly apt: boolean; readonly root: boolean },
): InstallPlan {
  if (missing.length === 0) return { kind: 'nothing' };
  const packages = [...new Set(missing.flatMap((name) => SYSTEM_SETS[name].packages))];
  if (!machine.apt) return { kind: 'foreign', packages };
  if (machine.root) return { kind: 'install', packages };
  return {
    kind: 'name',
    command: `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
  };
}
