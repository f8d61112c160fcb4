import { defineConfig } from '@playwright/test';

/** The real Electron, one at a time. Run it through `node scripts/desktop.ts` (display, bus, keychain, dunst). */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 20_000 },
  reporter: 'list',
  outputDir: '../../test-results/e2e',
  globalSetup: './setup.ts',
});
