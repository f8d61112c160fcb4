import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import type { UserConfig } from 'vite';

/** How the page is built: the same for Electron (`electron.vite.config.ts`) and for the browser (`scripts/dev.ts`). */
export const rendererConfig = (outDir: string): UserConfig => ({
  root: resolve(import.meta.dirname, 'renderer'),
  base: '/',
  plugins: [react()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'chrome130',
    modulePreload: { polyfill: false },
    rollupOptions: { input: resolve(import.meta.dirname, 'renderer/index.html') },
  },
});
