import type { Correction } from './correction.ts';

/** "Pickup missed" is the courier's before the parcel is on its way and the buyer's after (CA 4.3, Exception_008). */
export const missedByBuyer: Correction = {
  holds: ({ node, reason }, { told }) => told.collected && node === 'PICKUP_FAILED' && reason === 'UNCLAIMED',
  makes: () => 'EXCEPTION',
  keepsConfidence: true,
};

/** What waits for the buyer after it has moved is picked up by the buyer. */
export const pickedUpByBuyer: Correction = {
  holds: ({ node, means }, { told }) => told.waits && told.moved && node === 'PICKED_UP' && means === 'text',
  makes: () => 'DELIVERED',
};

/** Behind the border the local carrier fetches a parcel that is still to be delivered. */
export const fetchedBehindBorder: Correction = {
  holds: ({ node, means }, { index, trail }) =>
    means !== 'code' && node === 'PICKED_UP' && index > trail.border.arrived && index < trail.delivered,
  makes: () => 'DEST_HUB_IN',
};

/** Before the border, a carrier that takes a parcel over is no last one. */
export const handedOverBeforeBorder: Correction = {
  holds: ({ node, means }, { index, trail: { border } }) => {
    const abroad = border.left === Infinity ? border.lastExport : border.left;
    return (
      means === 'text' && node === 'LAST_MILE_HUB' && index < Math.min(border.arrived, border.goalHub, abroad)
    );
  },
  makes: () => 'ORIGIN_HUB_IN',
};

/** What was fetched by nobody in particular, and is delivered later, was fetched by the courier. */
export const fetchedByCourier: Correction = {
  holds: ({ node, means, confidence }, { index, told, trail }) =>
    node === 'DELIVERED' &&
    means === 'text' &&
    confidence === 'medium' &&
    !told.waits &&
    index < trail.delivered,
  makes: () => 'OUT_FOR_DELIVERY',
};

export const WORDS: readonly Correction[] = [
  missedByBuyer,
  pickedUpByBuyer,
  fetchedBehindBorder,
  handedOverBeforeBorder,
  fetchedByCourier,
];
