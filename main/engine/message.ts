import { missFactsOf } from '#shared/model/case.ts';
import type { BuyerLang } from '#shared/model/draft.ts';
import { type Market, MARKET_ZONE } from '#shared/model/market.ts';
import { FaultError } from '#shared/result.ts';
import { carrierName } from '#shared/text/carriers.ts';
import { DAY } from '#shared/time.ts';
import type { ComposeFor } from './commands/drafts.ts';
import { addWorkdays } from './cases/workdays.ts';
import { compose } from './outreach/compose.ts';
import type { Clock } from './ports.ts';

/** The buyer hears again after this many working days, whether anything moved or not. */
const NEXT_WORD_WORKDAYS = 2;

/** A date as the buyer writes it, in the buyer's zone. */
function dateFor(instant: number, lang: BuyerLang, zone: string): string {
  return new Intl.DateTimeFormat(lang === 'zh-Hant' ? 'zh-Hant-TW' : 'en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: lang === 'zh-Hant' ? 'long' : 'short',
    weekday: 'short',
  }).format(instant);
}

/** Binds the outreach stage to a case's facts: which dates the message names, and in whose zone. */
export function composeFor(clock: Clock): ComposeFor {
  return (row, lang) => {
    const zone = row.market === null ? 'UTC' : MARKET_ZONE[row.market satisfies Market];
    const next = addWorkdays(clock.now(), NEXT_WORD_WORKDAYS, { country: row.market, zone });
    const date = (at: number): string => dateFor(at, lang, zone);
    const facts = {
      number: row.number,
      carrierName: row.carrier === 'unknown' ? null : carrierName(row.carrier),
      place: row.lastPlace,
      lastScanDate: row.lastScanAt === null ? null : date(row.lastScanAt),
      nextUpdateDate: date(next ?? clock.now() + 2 * DAY),
    };
    if (row.kind !== 'promise-miss') return compose({ kind: row.kind, reason: row.reason, lang, facts });
    const miss = missFactsOf(row);
    if (!miss) throw new FaultError('wrong-state');
    const { lo80, hi80, cause } = miss;
    const promise = {
      missed: miss.missed === 1,
      promiseDate: date(miss.promise),
      cause,
      expected:
        lo80 === null || hi80 === null ? null : { from: date(Math.max(lo80, clock.now())), to: date(hi80) },
    };
    return compose({ kind: row.kind, lang, facts, promise });
  };
}
