import type { Estimate } from '#shared/model/eta.ts';
import { asInstant, type Instant } from '#shared/time.ts';
import { applyChanges, setDeadline } from './caseChanges.ts';
import { promiseHeld } from './cases/deadlines.ts';
import { reconcile } from './cases/lifecycle.ts';
import { LATE_RISK, type PromiseVerdict, watchPromise } from './cases/promise.ts';
import { judgedAt } from './eta/live/grid.ts';
import type { Scorekeeper } from './scores.ts';
import type { Writer } from './store/types.ts';
import type { Arriving } from './store/views/arrivals.ts';
import { moneyClocks } from './store/views/deadlines.ts';

const NOTHING: PromiseVerdict = { findings: [], warning: 'silent' };

/** Follows the promises of parcels: opens, renews and clears the cases of those that will be missed. */
export interface PromiseDesk {
  /** A parcel under way was estimated. `zone`: the buyer's. Answers whether a case changed; joins the caller's transaction. */
  look(
    parcel: Arriving,
    now: Instant,
    zone: string,
    estimateAt: (moment: Instant) => Estimate | null,
  ): boolean;
  /** A parcel does not come any more, or has come. Answers whether a case changed. */
  end(parcel: Arriving, now: Instant): boolean;
}

/** Joins `cases/promise.ts` to the store and the scoreboard. */
export function createPromiseDesk({
  writer,
  scores,
}: {
  writer: Writer;
  scores: Pick<Scorekeeper, 'warned' | 'recalled'>;
}): PromiseDesk {
  const settle = (
    { parcelId, market, journey, misses }: Arriving,
    now: Instant,
    verdict: PromiseVerdict,
  ): boolean => {
    if (misses.length === 0 && verdict.findings.length === 0) return false;
    const changes = reconcile(misses, verdict.findings, { now, lastEventId: journey.lastEventId });
    if (changes.length === 0) return false;
    applyChanges(writer, { parcelId, market }, changes, now);
    setDeadline(writer, parcelId, now);
    return true;
  };

  return {
    look: (parcel, now, zone, estimateAt) => {
      const { parcelId, journey, openCase } = parcel;
      const promise = promiseHeld(parcel);
      const verdict = watchPromise({
        now,
        promise: promise === null ? null : asInstant(promise),
        zone,
        explained: openCase !== null,
        claimed:
          promise !== null && now > promise && (moneyClocks(writer, parcelId)?.answerBy ?? null) !== null,
        lastEventId: journey.lastEventId,
        moments: judgedAt(now, journey.lastScanAt, LATE_RISK.days),
        estimateAt,
      });
      if (verdict.warning === 'standing') scores.warned(parcelId, now);
      if (verdict.warning === 'withdrawn') scores.recalled(parcelId, now);
      return settle(parcel, now, verdict);
    },
    end: (parcel, now) => settle(parcel, now, NOTHING),
  };
}
