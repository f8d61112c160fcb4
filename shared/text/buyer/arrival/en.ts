import type { ArrivalWords } from './words.ts';

export const en: ArrivalWords = {
  stages: {
    INFO: 'preparing',
    FIRST_MILE: 'collection',
    ORIGIN: 'sorting at origin',
    EXPORT: 'export customs',
    LINEHAUL: 'international transport',
    IMPORT: 'import customs',
    LAST_MILE: 'local delivery',
    CLOSE: 'closing',
  },
  arrival:
    'Your parcel {number} should arrive {oneDay, select, yes {on {from}} other {between {from} and {to}}}.',
  late: '{passed, select, yes {It was to arrive by {promise}; we are sorry that it is late.} other {It will probably come after {promise}, the date that was promised.}}',
  withheld:
    '{why, select, stale {We have had no news of your parcel {number} since {since}, which is longer than usual. We would rather name no date than a wrong one.} noScan {Your parcel {number} has not been scanned by the carrier yet, so we cannot name a date.} other {There is no arrival date for your parcel {number} any more.}}',
  toCome: 'Still to come:',
  stage:
    '{stage}: usually {time} {sample, plural, =0 {{unseen, select, yes {(an assumption: carriers seldom report this step here)} other {(an assumption: we have no parcels to compare with yet)}}} one {(seen on # parcel)} other {(seen on # parcels)}}',
  dayOff:
    '{oneDay, select, yes {{date} is a day off} other {{date} to {to} are days off}} in {country}{named, select, yes { ({name})} other {}}{sure, select, yes {} other {; the date is not confirmed yet}}.',
  weather:
    '{kind, select, wind {A storm} rain {Heavy rain} snow {Heavy snow} other {Ice}} is forecast for {place} {oneDay, select, yes {on {from}} other {from {from} to {to}}}; your parcel may be delayed there.',
  moved:
    'This is {time} {direction, select, later {later} other {earlier}} than we last expected{hasReasons, select, yes {: {reasons}} other {}}.',
  why: {
    news: 'the carrier reported a new step',
    waiting: 'no new step was reported meanwhile',
    traffic: 'parcels on this way are travelling at a different speed than before',
    holiday: 'days off on the way',
    trouble: 'something on the way has to be solved first',
    strike: 'a strike',
    weather: 'the weather',
    handover: 'the hand-over to the carrier',
  },
  would: {
    scan: 'The next report of the carrier may move this date.',
    trouble: 'Once the trouble on the way is solved, it may come sooner.',
    strike: 'When the strike ends, it may come sooner.',
    weather: 'When the weather improves, it may come sooner.',
    holiday: 'If the unconfirmed day off falls on another date, this date moves with it.',
  },
};
