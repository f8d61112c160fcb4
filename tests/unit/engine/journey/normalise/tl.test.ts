import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/** Invented sentences as carriers write them, with what they mean; `|` parts meanings that are all right. */
const SENTENCES = `
Inihahanda na ng seller ang iyong parcel => INFO_RECEIVED
Papunta na ang rider para kunin ang parcel => PICKUP_ARRANGED
Nakuha na ng courier ang parcel mula sa seller => PICKED_UP
Na-pick up na ang parcel => PICKED_UP
Hindi nakuha ang parcel mula sa seller => PICKUP_FAILED
Dumating na ang parcel sa sorting facility => TRANSIT_HUB
Umalis na ang parcel sa sorting center => TRANSIT_HUB
Nakarating na ang parcel sa Pilipinas => LINEHAUL_ARRIVED
Ang parcel ay nasa customs => IMPORT_CUSTOMS
Na-release na ng customs ang parcel => IMPORT_CLEARED
Nakarating na ang parcel sa delivery hub => LAST_MILE_HUB
Out for delivery na ang iyong parcel => OUT_FOR_DELIVERY
Papunta na sa iyo ang rider => OUT_FOR_DELIVERY
Naihatid na ang parcel => DELIVERED
Matagumpay na na-deliver ang parcel => DELIVERED
Hindi naihatid: walang tao sa bahay => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
Bigo ang paghahatid, hindi makontak ang customer => DELIVERY_FAILED/RECIPIENT_UNREACHABLE
Tinanggihan ng recipient ang parcel => DELIVERY_FAILED/REFUSED
Ibabalik ang parcel sa seller => RETURN_STARTED
Naibalik na ang parcel sa seller => RETURNED
Nawala ang parcel => LOST
Nasa biyahe na ang parcel => IN_TRANSIT
Na-cancel ang order => CANCELLED
Maling address, hindi mai-deliver => DELIVERY_FAILED/ADDRESS_PROBLEM
`;

describe('Tagalog', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
