import { callFigures, gapPage } from '../store/views/sync.ts';
import type { ApiDeps, FeatureHandlers } from './deps.ts';
import { unwrap } from './unwrap.ts';

/** The sync with Shopee: how it stands, and what a person may ask of it. */
export function syncHandlers(deps: ApiDeps): FeatureHandlers<'sync.'> {
  const { reader, sync } = deps;
  return {
    'sync.health': () => sync.health(),
    'sync.gaps': ({ shopId, limit, cursor }) => ({
      ...gapPage(reader, shopId, { limit, cursor }),
      revision: deps.revision('sources'),
    }),
    'sync.calls': ({ shopId }) => ({ endpoints: callFigures(reader, shopId, deps.status().now) }),
    'sync.load': ({ shopId, days }) => unwrap(sync.load(shopId, days)),
    'sync.pauseLoad': ({ shopId, paused }) => unwrap(sync.pauseLoad(shopId, paused)),
    'sync.pause': ({ paused }) => ({ paused: sync.pause(paused) }),
    'sync.askNow': ({ parcelId }) => ({ asked: sync.askNow(parcelId) + deps.askServices(parcelId) }),
  };
}
