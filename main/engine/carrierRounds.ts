import { CARRIER_SOURCES } from '#shared/model/carrierSource.ts';
import type { EventNode } from '#shared/model/node.ts';
import { DAY } from '#shared/time.ts';
import { keepDue, keepMind } from './store/aggregates/carrierRound.ts';
import { countDay } from './store/aggregates/carriers.ts';
import type { Writer } from './store/types.ts';
import {
  countedSince,
  dueRows,
  mindState,
  monthlyOf,
  type OpenLeg,
  openLegs,
  parcelLegs,
  scansAfter,
} from './store/views/carrierRound.ts';
import { carrierAccount } from './store/views/carriers.ts';
import type { KeptDue, OpenNumber, RoundBook, SeenScan } from './sync/carriers/round/types.ts';

/** Parcels read at a time. */
const STRETCH = 500;
/** Ended parcels are looked at for this long: longer than any is asked about after its end. */
const ENDED_FOR = 20 * DAY;
/** Silent parcels are looked at for this long: longer than any is asked about. */
const SILENT_FOR = 60 * DAY;

/** What the round of tracking services needs of the store. */
export function roundBook(writer: Writer): RoundBook {
  return {
    sources: () =>
      CARRIER_SOURCES.flatMap((id) => {
        const account = carrierAccount(writer, id);
        if (!account?.enabled) return [];
        const { country } = JSON.parse(account.credentials) as { country?: string };
        return [{ id, country: country ?? null }];
      }),
    restUntil: (source) => carrierAccount(writer, source)?.restUntil ?? null,
    open: (after, now) => {
      const { legs, next } = openLegs(writer, {
        ...{ after, limit: STRETCH },
        endedSince: now - ENDED_FOR,
        silentSince: now - SILENT_FOR,
      });
      return { numbers: legs.map(openNumber), next };
    },
    numbersOf: (parcelId) => parcelLegs(writer, parcelId).map(openNumber),
    kept: (source) => dueRows(writer, source) as KeptDue[],
    mind: (source) => mindState(writer, source),
    scansAfter: (number, after, now) =>
      scansAfter(writer, number, after, now).map(({ at, node }): SeenScan => ({
        at,
        node: node as EventNode,
      })),
    keep: (source, rows, mind, asked, now) =>
      writer.transaction('batch', () => {
        for (const row of rows) keepDue(writer, source, row);
        if (mind !== null) keepMind(writer, source, mind, now);
        if (asked > 0) countDay(writer, source, Math.floor(now / DAY), 'asked', asked, 0);
      }),
    counted: (source, what, fromDay) => countedSince(writer, source, what, fromDay),
    monthly: (source) => monthlyOf(writer, source),
  };
}

function openNumber({ ended, cases, main, shopee, ...leg }: OpenLeg): OpenNumber {
  return { ...leg, ended: ended === 1, openCase: cases > 0, main: main === 1, shopee: shopee === 1 };
}
