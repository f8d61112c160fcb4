import { unpackJourney } from '../pack.ts';
import type { Reader } from '../types.ts';

/**
 * What is known, in an order and under names that do not depend on when or in which order it was learnt: no row ids, no
 * receive times, no history of asking. Two stores that know the same give the same lines.
 */
export function* canonicalRows(reader: Reader): Generator<{ readonly table: string; readonly row: unknown }> {
  const rows = (table: string, all: readonly unknown[]): { table: string; row: unknown }[] =>
    all.map((row) => ({ table, row }));
  yield* rows(
    'order',
    reader.all(
      `SELECT s.shop_no, o.order_sn, o.market, o.status, o.state, o.created_at, o.updated_at, o.paid_at, o.ship_by,
         o.days_to_ship, o.promised_from, o.promised_to, o.picked_up_at, o.amount, o.currency, o.cod, o.carrier_name,
         o.fulfilment, o.cancel_by, o.cancel_reason, o.quantity, o.sku, o.late, o.return_status, o.address_state, b.user_name, b.name,
         b.phone, b.address
       FROM shop_order o JOIN shop s ON s.id = o.shop_id LEFT JOIN order_buyer b ON b.order_id = o.id
       ORDER BY s.shop_no, o.order_sn`,
    ),
  );
  yield* rows(
    'item',
    reader.all(
      `SELECT o.order_sn, i.line, i.item_id, i.model_id, i.sku, i.name, i.variation, i.quantity, i.price
       FROM order_item i JOIN shop_order o ON o.id = i.order_id ORDER BY o.order_sn, i.line`,
    ),
  );
  yield* rows(
    'package',
    reader.all(
      `SELECT o.order_sn, p.package_number, p.status, p.channel, p.carrier_name, p.carrier, p.number, p.last_mile,
         p.return_number, c.number AS parcel
       FROM shop_package p JOIN shop_order o ON o.id = p.order_id LEFT JOIN parcel c ON c.id = p.parcel_id
       ORDER BY o.order_sn, p.package_number`,
    ),
  );
  yield* rows(
    'return',
    reader.all(
      `SELECT s.shop_no, r.return_sn, r.order_sn, r.status, r.reason, r.solution, r.amount, r.currency, r.number,
         r.created_at, r.updated_at, r.due_at, r.ship_due_at, r.seller_due_at
       FROM shop_return r JOIN shop s ON s.id = r.shop_id ORDER BY s.shop_no, r.return_sn`,
    ),
  );
  yield* rows(
    'review',
    reader.all(
      `SELECT s.shop_no, r.comment_id, r.item_id, r.order_sn, r.rating, r.text, r.created_at, r.replied, r.hidden
       FROM shop_review r JOIN shop s ON s.id = r.shop_id ORDER BY s.shop_no, r.comment_id`,
    ),
  );
  yield* rows(
    'metric',
    reader.all(
      `SELECT s.shop_no, m.metric_id, m.name, m.current, m.last, m.target, m.comparator
       FROM shop_metric m JOIN shop s ON s.id = m.shop_id
       WHERE m.day = (SELECT max(x.day) FROM shop_metric x WHERE x.shop_id = m.shop_id)
       ORDER BY s.shop_no, m.metric_id`,
    ),
  );
  yield* rows(
    'penalty',
    reader.all(
      `SELECT s.shop_no, p.reference, p.issued_at, p.kind, p.points, p.original_points
       FROM shop_penalty p JOIN shop s ON s.id = p.shop_id ORDER BY s.shop_no, p.reference`,
    ),
  );
  yield* rows(
    'late',
    reader.all(
      `SELECT s.shop_no, l.order_sn, l.deadline, l.late_days FROM late_order l JOIN shop s ON s.id = l.shop_id
       WHERE l.gone_at IS NULL ORDER BY s.shop_no, l.order_sn`,
    ),
  );
  yield* rows(
    'first-mile',
    reader.all(
      `SELECT s.shop_no, f.number, f.status, f.declared FROM first_mile f JOIN shop s ON s.id = f.shop_id
       ORDER BY s.shop_no, f.number`,
    ),
  );
  yield* rows(
    'first-mile-package',
    reader.all(
      `SELECT s.shop_no, f.order_sn, f.package_number, f.number, f.arrived
       FROM first_mile_package f JOIN shop s ON s.id = f.shop_id ORDER BY s.shop_no, f.order_sn, f.package_number`,
    ),
  );
  yield* rows(
    'parcel',
    reader.all('SELECT number, carrier, order_no, market, ordered_at FROM parcel ORDER BY number'),
  );
  yield* rows(
    'leg',
    reader.all(
      `SELECT p.number AS parcel, l.number, l.carrier FROM leg l JOIN parcel p ON p.id = l.parcel_id
       ORDER BY l.number, l.carrier`,
    ),
  );
  yield* rows('event', canonicalEvents(reader));
  yield* journeys(reader);
  yield* rows(
    'case',
    reader.all(
      `SELECT p.number, c.kind, c.severity, c.since FROM case_item c JOIN parcel p ON p.id = c.parcel_id
       WHERE c.state = 'open' ORDER BY p.number, c.kind, c.since`,
    ),
  );
}

/** Every scan with the parcel it belongs to, by leg and moment. */
export function canonicalEvents(
  reader: Reader,
): { parcel: string; number: string; instant: number | null; text: string }[] {
  return reader.all(
    `SELECT p.number AS parcel, l.number, s.carrier, s.code, s.scheme, s.status, t.text, c.raw AS place, e.instant,
       e.zone, e.zone_reason
     FROM event e JOIN leg l ON l.id = e.leg_id JOIN parcel p ON p.id = l.parcel_id JOIN scan s ON s.id = e.scan_id
       JOIN scan_text t ON t.id = s.text_id LEFT JOIN place c ON c.id = e.place_id
     ORDER BY l.number, s.carrier, e.instant, t.text, s.status`,
  );
}

/** Journeys without the ids of their events. */
function* journeys(reader: Reader): Generator<{ table: string; row: unknown }> {
  const stored = reader.all<{ number: string; body: string }>(
    'SELECT p.number, b.body FROM journey_body b JOIN parcel p ON p.id = b.parcel_id ORDER BY p.number',
  );
  for (const { number, body } of stored) {
    const { lastEventId: _last, events, spans, ...journey } = unpackJourney(body);
    yield {
      table: 'journey',
      row: {
        number,
        ...journey,
        events: events.map(({ id: _id, ...event }) => event),
        spans: spans.map((span) => ({ ...span, events: span.events.length })),
      },
    };
  }
}

/** How long after it happened a scan was received, in milliseconds, for scans that happened after `since`; sorted. */
export function scanDelays(reader: Reader, since: number): number[] {
  return reader
    .all<{ ms: number }>(
      `SELECT received_at - instant AS ms FROM event
       WHERE source_id IS NOT NULL AND instant > ? ORDER BY received_at - instant`,
      since,
    )
    .map((row) => row.ms);
}
