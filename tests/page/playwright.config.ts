import { defineConfig } from '@playwright/test';
import { CHROMIUM } from './browser.ts';

/** The built page in Debian's Chromium over the loopback engine. No retries: a test that sometimes fails is a fault. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.page.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Long enough for a machine that does other work beside: a limit ends what hangs, it measures nothing.
  timeout: 120_000,
  expect: { timeout: 20_000, toHaveScreenshot: { animations: 'disabled', maxDiffPixelRatio: 0.01 } },
  reporter: 'list',
  outputDir: '../../test-results/page',
  snapshotPathTemplate: '{testDir}/kit/baselines/{arg}{ext}',
  globalSetup: './setup.ts',
  use: {
    ...CHROMIUM,
    // Under a test's own limit, so that what hangs is told by its name and not as a test that took too long.
    actionTimeout: 60_000,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Asia/Shanghai',
    locale: 'en-GB',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
  },
});
