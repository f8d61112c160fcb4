import { placeOf, type SourceScan } from '../kit/rows.ts';
import type { NinjaEvent } from './schema.ts';

/**
 * One event as a scan. The status word (v1) or the event's name (v2) is the code; a failure's reason and an international
 * stage go into the text, because they are the only place that tells them. On the way back the word says so.
 */
export function scanOf(event: NinjaEvent, country: string): SourceScan {
  const hub =
    event.arrived_at_origin_hub_information ??
    event.arrived_at_transit_hub_information ??
    event.arrived_at_destination_hub_information;
  const abroad = event.international_transit_information;
  const failure = event.delivery_exception ?? event.pickup_exception;
  const word = event.status ?? event.event;
  const more = [
    failure?.failure_reason,
    abroad?.stage,
    abroad?.state,
    abroad?.remark,
    event.comments,
    event.rts_reason,
  ];
  const words = [word, ...more.filter((part) => part !== null && part !== undefined && part !== '')];
  return {
    carrier: `ninjavan-${country}`,
    code: event.is_parcel_on_rts_leg === true ? returning(word) : (word ?? null),
    scheme: null,
    status: null,
    text: words.filter(Boolean).join(' · '),
    lang: 'en',
    place: placeOf(hub?.hub, hub?.city, hub?.country),
    rawTime: event.timestamp ?? null,
  };
}

/** A delivery on the return leg is the sender's; other movements keep their word, and the start of the return is told. */
function returning(word: string | null): string | null {
  if (word === null) return null;
  return /^(completed|successful delivery|delivered)$/i.test(word) ? 'Returned to Sender' : word;
}
