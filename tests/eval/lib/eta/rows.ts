import { DAY } from '../../../../shared/time.ts';
import { readTable } from '../dateRows.ts';

/** One parcel of a shipments table; times are days since 1970 on the table's own wall clock. */
export interface ShipmentRow {
  readonly index: number;
  readonly id: string;
  readonly origin: string;
  readonly destination: string;
  readonly carrier: string;
  readonly orderedAt: number;
  readonly handedOverAt: number | null;
  readonly deliveredAt: number;
  /** 00:00 of the promised day: from then on the parcel is late. */
  readonly promisedOn: number | null;
}

export const COLUMNS = [
  'id',
  'origin',
  'destination',
  'carrier',
  'ordered_at',
  'handed_over_at',
  'delivered_at',
  'promised_on',
] as const;

/** Why a row, or a part of it, is not used. */
export interface Dropped {
  noTime: number;
  deliveredBeforeOrdered: number;
  noLane: number;
  handOverBeforeOrder: number;
  handOverAfterDelivery: number;
  promiseBeforeOrder: number;
}

/** Days since 1970 of `YYYY-MM-DD[ HH:MM[:SS]]`; an offset behind it is obeyed. Null for what is no time. */
export function daysOf(text: string | undefined): number | null {
  const trimmed = (text ?? '').trim();
  if (trimmed === '') return null;
  const iso = trimmed.replace(' ', 'T');
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T00:00:00` : iso;
  const ms = Date.parse(/[zZ]$|[+-]\d{2}:?\d{2}$/.test(whole) ? whole : `${whole}Z`);
  return Number.isFinite(ms) ? ms / DAY : null;
}

/** Reads a shipments table; rows that cannot be used are counted by reason, parts that cannot be used are left out. */
export function readShipments(file: string): { rows: ShipmentRow[]; dropped: Dropped } {
  const dropped: Dropped = {
    noTime: 0,
    deliveredBeforeOrdered: 0,
    noLane: 0,
    handOverBeforeOrder: 0,
    handOverAfterDelivery: 0,
    promiseBeforeOrder: 0,
  };
  const rows: ShipmentRow[] = [];
  for (const cells of readTable(file, COLUMNS)) {
    const row = shipment(cells, rows.length, dropped);
    if (row) rows.push(row);
  }
  return { rows, dropped };
}

function shipment(
  cells: Readonly<Record<string, string>>,
  index: number,
  dropped: Dropped,
): ShipmentRow | null {
  const orderedAt = daysOf(cells['ordered_at']);
  const deliveredAt = daysOf(cells['delivered_at']);
  const origin = cells['origin'] ?? '';
  const destination = cells['destination'] ?? '';
  if (orderedAt === null || deliveredAt === null) dropped.noTime += 1;
  else if (deliveredAt <= orderedAt) dropped.deliveredBeforeOrdered += 1;
  else if (origin === '' || destination === '') dropped.noLane += 1;
  else {
    let handedOverAt = daysOf(cells['handed_over_at']);
    if (handedOverAt !== null && handedOverAt < orderedAt) {
      dropped.handOverBeforeOrder += 1;
      handedOverAt = null;
    }
    if (handedOverAt !== null && handedOverAt >= deliveredAt) {
      dropped.handOverAfterDelivery += 1;
      handedOverAt = null;
    }
    let promisedOn = daysOf(cells['promised_on']);
    if (promisedOn !== null && promisedOn < orderedAt) {
      dropped.promiseBeforeOrder += 1;
      promisedOn = null;
    }
    const id = cells['id'] || `row ${index + 1}`;
    const carrier = cells['carrier'] ?? '';
    return { index, id, origin, destination, carrier, orderedAt, handedOverAt, deliveredAt, promisedOn };
  }
  return null;
}
