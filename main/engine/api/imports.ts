import { FaultError } from '#shared/result.ts';
import { importById, recentImports, refusedPage } from '../store/views/imports.ts';
import type { ApiDeps, FeatureHandlers } from './deps.ts';
import { unwrap } from './unwrap.ts';

/** Import of tracking files. */
export function importHandlers(deps: ApiDeps): FeatureHandlers<'imports.'> {
  const { reader, imports } = deps;
  return {
    'imports.preview': async ({ path, mapping, options }) =>
      unwrap(await imports.preview(path, mapping, options)),
    'imports.start': async ({ path, digest, mapping, options }) =>
      unwrap(await imports.start(path, digest, mapping, options)),
    'imports.cancel': async ({ importId }) => unwrap(await imports.cancel(importId)),
    'imports.list': () => ({ imports: recentImports(reader) }),
    'imports.refused': ({ importId, limit, cursor }) => ({
      ...refusedPage(reader, importId, { limit, cursor }),
      revision: deps.revision('imports'),
    }),
    'imports.exportRefused': async ({ importId, path, lang }) => {
      if (!importById(reader, importId)) throw new FaultError('not-found');
      return { path, rows: await deps.exportRefused(importId, path, lang) };
    },
  };
}
