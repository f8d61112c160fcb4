import { FaultError } from '#shared/result.ts';
import type { HealthSourceId } from '#shared/contract/health.ts';
import { carrierAccounts } from '../store/views/carriers.ts';
import { appRows } from '../store/views/shops.ts';
import type { ApiDeps, FeatureHandlers } from './deps.ts';
import { unwrap } from './unwrap.ts';

/** How sources are. */
export function healthHandlers(deps: ApiDeps): FeatureHandlers<'health.'> {
  const { reader, health } = deps;
  return {
    'health.sources': () => {
      const asked = carrierAccounts(reader).map((account) => account.source as HealthSourceId);
      return { sources: health.sources(appRows(reader).length > 0 ? ['shopee', ...asked] : asked) };
    },
  };
}

/** Runs of calls on demand. */
export function labHandlers({ lab }: ApiDeps): FeatureHandlers<'lab.'> {
  return {
    'lab.start': (options) => unwrap(lab.start(options)),
    'lab.runs': () => ({ runs: lab.runs(), waits: lab.waits() }),
    'lab.report': ({ runId }) => {
      const report = lab.report(runId);
      if (!report) throw new FaultError('not-found');
      return report;
    },
    'lab.cancel': async ({ runId }) => unwrap(await lab.cancel(runId)),
    'lab.export': async ({ runId, path, format }) => ({ path, rows: await lab.export(runId, path, format) }),
  };
}
