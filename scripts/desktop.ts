import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSystem } from './system/install.ts';

/**
 * Runs a command in a desktop session of its own: display (Xvfb), message bus, keychain (gnome-keyring, unlocked
 * with an empty word) and notification daemon (dunst). Nothing of it touches the person's own session.
 *
 *   node scripts/desktop.ts COMMAND ARGUMENT...
 */
const command = process.argv.slice(2);
if (command.length === 0) {
  process.stderr.write('Usage: node scripts/desktop.ts COMMAND [ARGUMENT...]\n');
  process.exit(2);
}
ensureSystem(['electron', 'xvfb', 'desktop', 'fonts'], (line) => process.stderr.write(`${line}\n`));
const home = mkdtempSync(join(tmpdir(), 'seamark-desktop-'));
// The session's own services are started here, then the command takes the shell's place.
const inside = `
printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
dunst >/dev/null 2>&1 &
dunst=$!
"$@"
code=$?
kill $dunst 2>/dev/null
exit $code
`;
const done = spawnSync(
  'xvfb-run',
  ['-a', '-s', '-screen 0 1600x1000x24', 'dbus-run-session', '--', 'sh', '-c', inside, 'sh', ...command],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      // Keyrings and dunst's files live and die with the session; the Electron cache stays where it was.
      XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] ?? join(process.env['HOME'] ?? home, '.cache'),
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_RUNTIME_DIR: home,
      SEAMARK_DESKTOP: '1',
    },
  },
);
rmSync(home, { recursive: true, force: true });
process.exit(done.status ?? 1);
