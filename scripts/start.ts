import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { ensureBuilt } from './build.ts';
import { hasDisplay, sandboxArguments } from './electron/choose.ts';
import { findElectron } from './electron/find.ts';
import { ensureSystem } from './system/install.ts';

const root = resolve(import.meta.dirname, '..');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs to the end with our own streams; answers the exit code. Ctrl-C goes to the child, which closes cleanly. */
function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.once('error', (error) => {
      say(`Could not start ${command}: ${error.message}`);
      done(1);
    });
    child.once('close', (code) => done(code ?? 1));
  });
}

async function start(): Promise<number> {
  if (!hasDisplay(process.env, process.platform)) {
    say(
      'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): running the sample without a window.',
    );
    // A week of a few hundred orders: a minute, not ten.
    return run(process.execPath, ['main/headless.ts', 'sample', '--days', '7', '--orders', '300']);
  }
  ensureSystem(['electron', 'fonts'], say);
  const electron = await findElectron(root, say);
  ensureBuilt(root, say);
  const flags = sandboxArguments(process.getuid?.() ?? null, process.platform);
  if (flags.length > 0)
    say('Running as root: Chromium’s sandbox is off (--no-sandbox). Use a normal user for real work.');
  say('Opening Seamark ...');
  return run(electron.executable, [...electron.appArguments, ...flags, ...process.argv.slice(2)]);
}

start().then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
