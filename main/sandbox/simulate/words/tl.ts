import { en } from './en.ts';
import type { MarketWords } from './phrases.ts';

/** The Philippines write English and Tagalog side by side. */
export const tl: MarketWords = {
  ...en,
  LINEHAUL_ARRIVED: [...en.LINEHAUL_ARRIVED, 'Dumating na ang parcel sa Pilipinas: {place}'],
  HELD_INSPECTION: ['Nakabinbin sa customs ang parcel para sa inspeksyon', ...en.HELD_INSPECTION],
  IMPORT_CLEARED: [...en.IMPORT_CLEARED, 'Nakalabas na sa customs ang parcel'],
  DEST_HUB_IN: [...en.DEST_HUB_IN, 'Dumating na ang parcel sa sorting center ng {place}'],
  LAST_MILE_HUB: [...en.LAST_MILE_HUB, 'Nasa delivery hub na ng {place} ang parcel'],
  OUT_FOR_DELIVERY: [...en.OUT_FOR_DELIVERY, 'Ihahatid na ng rider ang iyong parcel'],
  FAILED_NOBODY: ['Hindi naihatid ang parcel: walang tao sa bahay', ...en.FAILED_NOBODY],
  FAILED_UNREACHABLE: ['Hindi naihatid ang parcel: hindi makontak ang tatanggap', ...en.FAILED_UNREACHABLE],
  FAILED_UNPAID: ['Hindi naihatid ang parcel: hindi nabayaran ang COD'],
  DELIVERED: [...en.DELIVERED, 'Naihatid na ang parcel'],
  RETURN_STARTED: [...en.RETURN_STARTED, 'Ibabalik na sa nagpadala ang parcel'],
};
