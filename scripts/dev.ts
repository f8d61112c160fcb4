import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { processLog } from '../main/engine/system.ts';
import { loadOrMakeKeyFile } from '../main/engine/store/keyfile.ts';
import { startLoopback } from '../main/loopback/server.ts';
import { rendererConfig } from '../vite.renderer.ts';

/**
 * The page in a plain browser, over the real engine: Vite in front (changes show at once), the loopback behind.
 * Data is in SEAMARK_HOME, else in a folder of the system's temporary place, kept between runs.
 *
 *   npm run dev -- [--port 5173]
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({ options: { port: { type: 'string', default: '5173' } } });
const root = resolve(import.meta.dirname, '..');
const home = resolve(process.env['SEAMARK_HOME'] ?? join(tmpdir(), 'seamark-dev'));
await mkdir(home, { recursive: true });
const key = loadOrMakeKeyFile({ home, envPath: process.env['SEAMARK_KEY_FILE'] });
if (!key.ok) throw new Error(`No key for ${home}: ${key.failure.code}`);
const engine = await startLoopback({ home, key: key.key, port: 0, pageDir: null, log: processLog('dev') });
const vite = await createServer({
  ...rendererConfig(join(root, 'out/renderer')),
  configFile: false,
  server: { host: '127.0.0.1', port: Number(values.port), proxy: { '/bridge': { target: engine.url } } },
});
await vite.listen();
const url = vite.resolvedUrls?.local[0] ?? '';
say(`Seamark for development: ${url}\nThe design system:      ${url}kit\nData folder:            ${home}`);

let ending = false;
const end = (): void => {
  if (ending) return;
  ending = true;
  void vite
    .close()
    .then(() => engine.close())
    .then(() => process.exit(0));
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
