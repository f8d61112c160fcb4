import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import { callNames, topics } from './shared/contract/index.ts';
import { rendererConfig } from './vite.renderer.ts';

const here = import.meta.dirname;
/** What is bundled although it is a dependency: loading a few large files is quicker than hundreds of small ones. */
const bundled = ['zod', 'temporal-polyfill', 'electron-store', 'electron-log'];

/** Three builds: main process and engine (ESM), preload (CommonJS: a sandboxed preload knows no modules), page. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      emptyOutDir: true,
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        input: {
          index: resolve(here, 'main/index.ts'),
          engine: resolve(here, 'main/engine/entry.ts'),
          reader: resolve(here, 'main/engine/reader.ts'),
          upkeep: resolve(here, 'main/engine/upkeep.ts'),
          sandbox: resolve(here, 'main/sandbox/process.ts'),
        },
        external: ['electron', 'better-sqlite3-multiple-ciphers'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    define: { __CALLS__: JSON.stringify(callNames), __TOPICS__: JSON.stringify(Object.keys(topics)) },
    build: {
      outDir: 'out/preload',
      emptyOutDir: true,
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: resolve(here, 'main/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: rendererConfig(resolve(here, 'out/renderer')),
});
