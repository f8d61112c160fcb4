import { foundation } from './1000-foundation.ts';
import { shops } from './1010-shops.ts';
import { sources } from './1020-sources.ts';
import { orders } from './1023-orders.ts';
import { sync } from './1026-sync.ts';
import { carriers } from './1030-carriers.ts';
import { ownRules } from './1040-own-rules.ts';
import { places } from './1045-places.ts';
import { etaScores } from './1055-eta-scores.ts';
import { arrivals } from './1056-arrivals.ts';
import { health } from './1060-health.ts';
import { carrierRound } from './1061-carrier-round.ts';
import { parcelSearch } from './1070-parcel-search.ts';
import { caseDeadlines } from './1080-case-deadlines.ts';
import { recalledWarnings } from './1081-recalled-warnings.ts';
import { calendarSettings } from './1085-calendar-settings.ts';
import { weather } from './1088-weather.ts';
import { placesInWords } from './1089-places-in-words.ts';
import { queueByKindAndMarket } from './1091-queue-by-kind-and-market.ts';
import { orderAddressState } from './1095-order-address-state.ts';
import { searchByBatches } from './1096-search-by-batches.ts';
import { lighterLists } from './1097-lighter-lists.ts';

/** One step forward. Numbered with gaps; once released it never changes. */
export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly sql: string;
}

/** All migrations, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  foundation,
  shops,
  sources,
  orders,
  sync,
  carriers,
  ownRules,
  places,
  etaScores,
  arrivals,
  health,
  carrierRound,
  parcelSearch,
  caseDeadlines,
  recalledWarnings,
  calendarSettings,
  weather,
  placesInWords,
  queueByKindAndMarket,
  orderAddressState,
  searchByBatches,
  lighterLists,
];
