import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../../..');

/**
 * The loading process bundled as the product's engine is (electron.vite.config.ts), so that its memory is the product's and
 * not that of a process that reads and strips sources. Answers the file to start.
 */
export async function builtChild(): Promise<string> {
  const outDir = join(ROOT, 'out/bench');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3-multiple-ciphers'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        input: { child: resolve(import.meta.dirname, 'child.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  return join(outDir, 'child.js');
}
