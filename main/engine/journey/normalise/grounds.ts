import type { Reason } from '#shared/model/node.ts';
import { holds } from './rules.ts';
import type { Facts } from './scope.ts';

type Test = (facts: Facts) => boolean;

const both =
  (one: Test, other: Test): Test =>
  (facts) =>
    one(facts) && other(facts);
const but =
  (one: Test, other: Test): Test =>
  (facts) =>
    one(facts) && !other(facts);
const customs = holds('CUSTOMS|IMPORT|EXPORT');
const turned = holds('RETURN|RETURNED');
const atSender = holds('PICKUP|NOTREADY');
/** Of a parcel on its way back the sender is only where it goes. */
const ofSender = but(holds('SENDER'), turned);
const onlySender = but((facts) => atSender(facts) || ofSender(facts), holds('DELIVERY|RECIPIENT'));

/** Whoever was not there when the courier came for the parcel is the sender, also where he is called a customer. */
const missedPickup = but(both(holds('PICKUP'), holds('FAIL')), holds('DELIVERY|COLLECT|PUDO|LOCKER'));

/** Which ground a text names, the more telling first. */
const GROUNDS: readonly (readonly [Test, Reason])[] = [
  [holds('DAMAGED'), 'DAMAGED'],
  [both(customs, holds('UNPAID|TAX')), 'DUTIES_UNPAID'],
  [both(customs, holds('PROHIBITED|REFUSE')), 'PROHIBITED'],
  [both(holds('TAX'), holds('UNPAID')), 'DUTIES_UNPAID'],
  [both(customs, holds('DOCS|NEEDED|WRONG')), 'CUSTOMS_DOCS'],
  [both(holds('CUSTOMS'), holds('BADADDRESS')), 'CUSTOMS_DOCS'],
  [both(customs, holds('INSPECT')), 'INSPECTION'],
  [both(customs, holds('HOLD|FAIL|DELAY|PROBLEM')), 'CUSTOMS_HOLD'],
  [both(holds('CUSTOMS'), turned), 'CUSTOMS_HOLD'],
  [but(holds('LOST'), holds('BADADDRESS')), 'LOST'],
  [both(holds('COD'), holds('NOTREADY|UNPAID|FAIL')), 'COD_UNPAID'],
  [both(missedPickup, holds('NOBODY|NOTREADY')), 'SENDER_NOT_READY'],
  [both(missedPickup, holds('UNREACHABLE')), 'SENDER_UNREACHABLE'],
  [both(onlySender, holds('UNREACHABLE')), 'SENDER_UNREACHABLE'],
  [both(onlySender, holds('RESCHEDULE')), 'RESCHEDULED'],
  [both(onlySender, holds('NOTREADY|NOBODY')), 'SENDER_NOT_READY'],
  [both(holds('BYSENDER'), turned), 'SENDER_REQUEST'],
  [both(both(holds('REFUSE'), holds('CARRIER')), both(holds('ATTEMPT'), holds('CAPACITY'))), 'CAPACITY'],
  [but(both(holds('REFUSE'), holds('CARRIER')), holds('RECIPIENT')), 'CARRIER_REJECTED'],
  [both(holds('HOLD'), holds('BYRECIPIENT')), 'RESCHEDULED'],
  [holds('REFUSE'), 'REFUSED'],
  [holds('MOVED'), 'RECIPIENT_MOVED'],
  [holds('BADADDRESS'), 'ADDRESS_PROBLEM'],
  [both(holds('WRONG'), holds('ADDRESS|HOME')), 'ADDRESS_PROBLEM'],
  [holds('UNREACHABLE'), 'RECIPIENT_UNREACHABLE'],
  [holds('WEATHER'), 'WEATHER'],
  [holds('NOACCESS'), 'NO_ACCESS'],
  [holds('NOBODY'), 'RECIPIENT_UNAVAILABLE'],
  [holds('UNPAID'), 'COD_UNPAID'],
  [holds('CLOSED'), 'BUSINESS_CLOSED'],
  [holds('UNCLAIMED'), 'UNCLAIMED'],
  [holds('RESCHEDULE'), 'RESCHEDULED'],
  [holds('PROHIBITED'), 'PROHIBITED'],
  [holds('SECURITY'), 'SECURITY'],
  [holds('MISROUTED'), 'MISROUTED'],
  [holds('CAPACITY'), 'CAPACITY'],
  [holds('DELAY'), 'DELAYED'],
  [but(both(holds('DOCS'), holds('NEEDED')), holds('RECIPIENT|DELIVERY')), 'CUSTOMS_DOCS'],
  [both(holds('NEEDED'), holds('ADDRESS|HOME')), 'ADDRESS_PROBLEM'],
  [but(holds('NEEDED|ADDRESS'), holds('ATTEMPT|NOTICE')), 'ADDRESS_PROBLEM'],
  [but(both(holds('SENDER'), holds('REQUEST')), holds('RETURN|PICKUP')), 'SENDER_REQUEST'],
  [holds('BYSENDER'), 'SENDER_REQUEST'],
  [holds('HOLD'), 'ON_HOLD'],
  [holds('DESTROY'), 'DISPOSED'],
];

/** The ground that a text names for what happened, or null. */
export function groundOf(facts: Facts): Reason | null {
  for (const [test, reason] of GROUNDS) if (test(facts)) return reason;
  return null;
}
