import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/** Invented sentences for wordings that carriers' vocabularies lacked; `|` parts meanings that are all right. */
const SENTENCES = `
The parcel has arrived in Canada and goes on to sorting => LINEHAUL_ARRIVED
Item has left Australia => LINEHAUL_DEPARTED
Departed facility in Frankfurt - Germany => TRANSIT_HUB
International departure of the item => LINEHAUL_DEPARTED
Cleared, awaiting international departure => EXPORT_CLEARED
Last notice: will be returned to sender if not collected soon, please collect => READY_FOR_PICKUP
Customs charges to pay before delivery => IMPORT_HELD/DUTIES_UNPAID
Customs clearance completed, ready for delivery => IMPORT_CLEARED
Parcel was dropped off at a ParcelShop => PICKED_UP
Parcel deposited in parcel locker => READY_FOR_PICKUP
Courier will attempt delivery today => OUT_FOR_DELIVERY
Parcel posted through the letterbox => DELIVERED
Unable to deliver, the address could not be located => DELIVERY_FAILED/ADDRESS_PROBLEM
Suite number missing - incorrect address => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM
Documents delivered to the recipient => NOTE
Arrived at a carrier facility => TRANSIT_HUB
Shipment rejected by recipient => DELIVERY_FAILED/REFUSED
The customer did not want the goods and refused them => DELIVERY_FAILED/REFUSED
Overweight shipment refused by carrier => EXCEPTION/CARRIER_REJECTED
Driver on route to dropoff => OUT_FOR_DELIVERY
Accepted at the branch in Cebu => PICKED_UP
Arrival at unit => LAST_MILE_HUB
Last mile courier has collected the item => LAST_MILE_HUB
Arrived at hub, waiting for the next step => TRANSIT_HUB
Awaiting arrival at the facility => INFO_RECEIVED|IN_TRANSIT|NOTE|TRANSIT_HUB
Pickup attempted, parcel not ready => PICKUP_FAILED/SENDER_NOT_READY
Pickup rescheduled by seller => PICKUP_FAILED/RESCHEDULED
Container discharged at the port => LINEHAUL_ARRIVED
Delivery of the item is in progress => OUT_FOR_DELIVERY
Locker is full, item not stored => DELIVERY_FAILED/CAPACITY
Courier accepted the order => PICKUP_ARRANGED
Envoi remis au Point Relais par l'expéditeur => PICKED_UP
Colis non livré en raison de l'absence du client => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
La Poste est prête à prendre en charge le colis => INFO_RECEIVED
Article à bord du véhicule de livraison => OUT_FOR_DELIVERY
Im Ziel-Paketzentrum bearbeitet => DEST_HUB_IN
Im Start-Paketzentrum bearbeitet => ORIGIN_HUB_IN
Das Paket wird im Laufe des Tages zugestellt => OUT_FOR_DELIVERY
Sendung vom Absender übergeben => PICKED_UP
Pakket wordt vandaag geleverd => OUT_FOR_DELIVERY
Paczka została doręczona => DELIVERED
Kargo teslim edildi => DELIVERED
تم توصيل الطلب => DELIVERED
Siunta išvežta pristatyti gavėjui => OUT_FOR_DELIVERY
Objeto recebido pelos Correios do Brasil => LINEHAUL_ARRIVED
Aguardando pagamento do imposto na alfândega => IMPORT_HELD/DUTIES_UNPAID
Kurir sedang mengantarkan paket => OUT_FOR_DELIVERY
Paket telah diposting => PICKED_UP
Đơn hàng đang được thông quan tại cửa khẩu => IMPORT_CUSTOMS
Bưu gửi đi khỏi bưu cục khai thác Hà Nội => TRANSIT_HUB
ที่อยู่จัดส่งไม่ครบ => EXCEPTION/ADDRESS_PROBLEM
包裹已送達物流中心 => TRANSIT_HUB
包裹已出庫，前往機場 => ORIGIN_HUB_OUT
`;

describe('wordings of more carriers', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
