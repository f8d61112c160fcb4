import type { PlaywrightWorkerOptions } from '@playwright/test';

/** Debian's Chromium with everything off that talks to the network by itself. Shared with scripts/shots.ts. */
export const CHROMIUM: Pick<PlaywrightWorkerOptions, 'browserName' | 'launchOptions'> = {
  browserName: 'chromium',
  launchOptions: {
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
    ],
  },
};
