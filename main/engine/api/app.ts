import { auditPage, carriersSeen, unknownPage } from '../store/views/status.ts';
import type { ApiDeps, FeatureHandlers } from './deps.ts';
import { unwrap } from './unwrap.ts';

/** State of the engine, backups, audit, and what the carriers said. */
export function appHandlers(deps: ApiDeps): FeatureHandlers<'app.' | 'sources.'> {
  const { reader } = deps;
  const shown = (file: { name: string; at: number; bytes: number }) =>
    ({ name: file.name, at: file.at, bytes: file.bytes }) as never;
  return {
    'app.status': () => deps.status(),
    'app.backups': () => ({ backups: deps.backups().map(shown) }),
    'app.backupNow': async () => shown(unwrap(await deps.backupNow())),
    'app.audit': ({ limit, cursor }) =>
      ({ ...auditPage(reader, { limit, cursor }), revision: deps.revision('status') }) as never,
    'sources.list': () => ({ sources: carriersSeen(reader) }) as never,
    'sources.unknown': ({ carrier, limit, cursor }) => ({
      ...unknownPage(reader, carrier, { limit, cursor }),
      revision: deps.revision('sources'),
    }),
    'sources.around': (words) => deps.rules.around(words),
    'sources.rules': () => ({ rules: deps.rules.list() }),
    'sources.mapText': (rule) => deps.rules.map(rule),
    'sources.mapScan': (rule) => deps.rules.mapScan(rule),
    'sources.unmapText': ({ ruleId }) => deps.rules.unmap(ruleId),
    'sources.exportRules': async ({ path }) => ({ path, rows: await deps.exportRules(path) }),
  };
}
