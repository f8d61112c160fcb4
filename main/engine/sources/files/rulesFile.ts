import { writeFile } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import type { OwnRule } from '#shared/model/ownRule.ts';
import { FaultError } from '#shared/result.ts';

/** Writes the user's rules as JSON, one a line, without what only this store means by them; answers how many. */
export async function exportRules(path: string, rules: readonly OwnRule[]): Promise<number> {
  // Else it would land wherever the engine was started.
  if (!isAbsolute(path)) throw new FaultError('export-failed', { file: basename(path) });
  const lines = rules.map(({ carrier, code, text, node, reason }) =>
    JSON.stringify({ carrier, code, text, node, reason }),
  );
  try {
    await writeFile(path, lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`);
  } catch {
    throw new FaultError('export-failed', { file: basename(path) });
  }
  return rules.length;
}
