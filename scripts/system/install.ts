import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { planInstall, SYSTEM_SETS, type SystemSet, type SystemSetName } from './sets.ts';

function onPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

function present(set: SystemSet): boolean {
  const libraries = set.probes.some((probe) => probe.kind === 'library')
    ? spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout
    : '';
  return set.probes.every(({ kind, name }) => {
    if (kind === 'program') return onPath(name);
    return kind === 'font' ? existsSync(name) : (libraries ?? '').includes(name);
  });
}

/** The sets of which something is missing. Only Linux needs any. */
export function missingSets(names: readonly SystemSetName[]): SystemSetName[] {
  return process.platform === 'linux' ? names.filter((name) => !present(SYSTEM_SETS[name])) : [];
}

/**
 * Makes sure that the sets are there: installs them as root on Debian, otherwise throws with the one command that
 * does. Doing it twice does nothing.
 */
export function ensureSystem(names: readonly SystemSetName[], say: (line: string) => void): void {
  const machine = { apt: onPath('apt-get'), root: process.getuid?.() === 0 };
  const plan = planInstall(missingSets(names), machine);
  if (plan.kind === 'nothing') return;
  if (plan.kind === 'foreign')
    throw new Error(`Please install what your system calls: ${plan.packages.join(', ')}`);
  if (plan.kind === 'name') throw new Error(`System packages are missing. Please run:\n  ${plan.command}`);
  say(`Installing system packages: ${plan.packages.join(' ')} ...`);
  const run = (args: readonly string[]): void => {
    const done = spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (done.status !== 0) throw new Error(`apt-get ${args[0] ?? ''} failed: ${done.stderr.slice(-600)}`);
  };
  run(['update', '-qq']);
  run(['install', '-y', '-qq', '--no-install-recommends', ...plan.packages]);
}
