import type { EngineCallName } from '#shared/contract/index.ts';
import { appHandlers } from './app.ts';
import { calendarHandlers } from './calendar.ts';
import { carrierHandlers } from './carriers.ts';
import type { ApiDeps, FeatureHandlers } from './deps.ts';
import { draftHandlers } from './drafts.ts';
import { healthHandlers, labHandlers } from './health.ts';
import { importHandlers } from './imports.ts';
import { insightHandlers } from './insights.ts';
import { orderHandlers } from './orders.ts';
import { parcelHandlers } from './parcels.ts';
import { queueHandlers } from './queue.ts';
import { shopHandlers } from './shops.ts';
import { syncHandlers } from './sync.ts';
import { weatherHandlers } from './weather.ts';

/** Every engine call of the contract; the compiler refuses a missing or an extra one. */
export function engineHandlers(deps: ApiDeps): FeatureHandlers<EngineCallName> {
  return {
    ...appHandlers(deps),
    ...queueHandlers(deps),
    ...parcelHandlers(deps),
    ...carrierHandlers(deps),
    ...draftHandlers(deps),
    ...importHandlers(deps),
    ...insightHandlers(deps),
    ...calendarHandlers(deps),
    ...shopHandlers(deps),
    ...healthHandlers(deps),
    ...labHandlers(deps),
    ...orderHandlers(deps),
    ...syncHandlers(deps),
    ...weatherHandlers(deps),
  };
}
