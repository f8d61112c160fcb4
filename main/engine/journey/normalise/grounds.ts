import type { Reason } from '#shared/model/node.ts';
import { holds } from './rules.ts';
import type { Facts } from './scope.ts';

type Test = (facts: Facts) => boolean;

const sender = holds('SENDER|PICKUP|NOTREADY');
const customs = holds('CUSTOMS|IMPORT|EXPORT');
const onlySender: Test = (facts) => sender(facts) && !holds('DELIVERY|RECIPIENT')(facts);

/** Which ground a text names, the more telling first. */
const GROUNDS: readonly (readonly [Test, Reason])[] = [
  [holds('DAMAGED'), 'DAMAGED'],
  [(facts) => customs(facts) && holds('UNPAID|TAX')(facts), 'DUTIES_UNPAID'],
  [(facts) => customs(facts) && holds('PROHIBITED|REFUSE')(facts), 'PROHIBITED'],
  [(facts) => customs(facts) && holds('DOCS|NEEDED|BADADDRESS')(facts), 'CUSTOMS_DOCS'],
  [(facts) => customs(facts) && holds('INSPECT')(facts), 'INSPECTION'],
  [(facts) => customs(facts) && holds('HOLD|FAIL|DELAY|PROBLEM|RETURN')(facts), 'CUSTOMS_HOLD'],
  [(facts) => holds('LOST')(facts) && !holds('BADADDRESS')(facts), 'LOST'],
  [(facts) => holds('COD')(facts) && holds('NOTREADY|UNPAID|FAIL')(facts), 'COD_UNPAID'],
  [(facts) => onlySender(facts) && holds('UNREACHABLE')(facts), 'SENDER_UNREACHABLE'],
  [(facts) => onlySender(facts) && holds('RESCHEDULE')(facts), 'RESCHEDULED'],
  [(facts) => onlySender(facts) && holds('NOTREADY|NOBODY|CLOSED')(facts), 'SENDER_NOT_READY'],
  [holds('REFUSE'), 'REFUSED'],
  [holds('MOVED'), 'RECIPIENT_MOVED'],
  [holds('BADADDRESS'), 'ADDRESS_PROBLEM'],
  [holds('UNREACHABLE'), 'RECIPIENT_UNREACHABLE'],
  [holds('NOACCESS'), 'NO_ACCESS'],
  [holds('NOBODY'), 'RECIPIENT_UNAVAILABLE'],
  [holds('UNPAID'), 'COD_UNPAID'],
  [holds('CLOSED'), 'BUSINESS_CLOSED'],
  [holds('UNCLAIMED'), 'UNCLAIMED'],
  [holds('RESCHEDULE'), 'RESCHEDULED'],
  [holds('PROHIBITED'), 'PROHIBITED'],
  [holds('SECURITY'), 'SECURITY'],
  [holds('MISROUTED'), 'MISROUTED'],
  [holds('WEATHER'), 'WEATHER'],
  [holds('CAPACITY'), 'CAPACITY'],
  [holds('DELAY'), 'DELAYED'],
  [
    (facts) => holds('DOCS')(facts) && holds('NEEDED')(facts) && !holds('RECIPIENT|DELIVERY')(facts),
    'CUSTOMS_DOCS',
  ],
  [(facts) => holds('NEEDED|ADDRESS')(facts) && !holds('ATTEMPT|NOTICE')(facts), 'ADDRESS_PROBLEM'],
  [
    (facts) => holds('SENDER')(facts) && holds('REQUEST')(facts) && !holds('RETURN|PICKUP')(facts),
    'SENDER_REQUEST',
  ],
  [holds('HOLD'), 'ON_HOLD'],
  [holds('DESTROY'), 'DISPOSED'],
];

/** The ground that a text names for what happened, or null. */
export function groundOf(facts: Facts): Reason | null {
  for (const [test, reason] of GROUNDS) if (test(facts)) return reason;
  return null;
}
