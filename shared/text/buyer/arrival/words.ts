import type { Stage } from '../../../model/node.ts';

/** Why an estimate moved, as a buyer hears it: the model's kinds in fewer words. */
export type BuyerWhy =
  | 'news'
  | 'waiting'
  | 'traffic'
  | 'holiday'
  | 'trouble'
  | 'strike'
  | 'weather'
  | 'handover';

/** What would move an estimate, as a buyer hears it. */
export type BuyerWould = 'scan' | 'trouble' | 'strike' | 'weather' | 'holiday';

/** One language's messages about arrival, in ICU message format. */
export interface ArrivalWords {
  readonly stages: Readonly<Record<Stage, string>>;
  /** `number`; `oneDay` yes/no; `from`, `to`: dates. */
  readonly arrival: string;
  /** A promise that will probably be missed, or (`passed` yes) was; `promise`: a date. */
  readonly late: string;
  /** `number`; `why` stale/noScan/other; `since`: a date. */
  readonly withheld: string;
  /** Before the list of stages. */
  readonly toCome: string;
  /** `stage`; `time`: a length of time; `sample`: how many parcels it was seen on, 0 for none; `unseen` yes/no: none though the way is known. */
  readonly stage: string;
  /** `date`, or from it `to` another where `oneDay` is no; `country`; `named` yes/no; `name`; `sure` yes/no. */
  readonly dayOff: string;
  /** `kind` wind/rain/snow/other; `place`; `oneDay` yes/no; `from`, `to`: dates. */
  readonly weather: string;
  /** `direction` later/earlier; `time`; `reasons`: a list of `why` texts, `hasReasons` yes/no. */
  readonly moved: string;
  readonly why: Readonly<Record<BuyerWhy, string>>;
  readonly would: Readonly<Record<BuyerWould, string>>;
}
