import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import type { Plugin, UserConfig } from 'vite';

/** Routes have depth (`/queue/12`), so addresses inside the page begin at its root; electron-vite would make them relative. */
const rootBase: Plugin = {
  name: 'seamark-root-base',
  enforce: 'post',
  config: (config) => {
    config.base = '/';
  },
};

/** How the page is built: the same for Electron (`electron.vite.config.ts`) and for the browser (`scripts/dev.ts`). */
export const rendererConfig = (outDir: string): UserConfig => ({
  root: resolve(import.meta.dirname, 'renderer'),
  base: '/',
  plugins: [react(), rootBase],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'chrome130',
    minify: true,
    modulePreload: { polyfill: false },
    rollupOptions: { input: resolve(import.meta.dirname, 'renderer/index.html') },
  },
});
