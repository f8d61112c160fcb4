import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/** Invented sentences as carriers write them, with what they mean; `|` parts meanings that are all right. */
const SENTENCES = `
Die Sendung wurde elektronisch angekündigt => INFO_RECEIVED
Die Sendung wurde abgeholt => PICKED_UP
Die Sendung ist in der Region des Empfängers angekommen => DEST_HUB_IN
Die Sendung wurde in das Zustellfahrzeug geladen => OUT_FOR_DELIVERY
Die Sendung wurde zugestellt => DELIVERED
Die Sendung konnte nicht zugestellt werden => DELIVERY_FAILED
Votre colis est en cours de livraison => OUT_FOR_DELIVERY
Votre colis est livré => DELIVERED
Colis pris en charge par La Poste => PICKED_UP
Dédouanement terminé => IMPORT_CLEARED
La spedizione è stata consegnata => DELIVERED
In consegna => OUT_FOR_DELIVERY
Het pakket is bezorgd => DELIVERED
Przesyłka doręczona => DELIVERED
Wydano do doręczenia => OUT_FOR_DELIVERY
お届け済み => DELIVERED
持ち出し中 => OUT_FOR_DELIVERY
国際交換局に到着 => TRANSIT_HUB|LINEHAUL_ARRIVED
通関手続中 => IMPORT_CUSTOMS
国際交換局から発送 => LINEHAUL_DEPARTED|TRANSIT_HUB
引受 => PICKED_UP
ご不在のため持ち戻り => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
배달완료 => DELIVERED
배달준비 => LAST_MILE_HUB|OUT_FOR_DELIVERY
접수 => PICKED_UP
통관완료 => IMPORT_CLEARED
Вручение адресату => DELIVERED
Прибыло в место вручения => LAST_MILE_HUB
Покинуло сортировочный центр => TRANSIT_HUB
Прием => PICKED_UP
Paketet är levererat => DELIVERED
Ankomst terminal => TRANSIT_HUB
`;

describe('other languages at the ends of a lane', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
