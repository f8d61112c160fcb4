import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/** Invented sentences of families that rows written blind showed to be misread; `|` parts meanings that are all right. */
const SENTENCES = `
The carrier got an electronic notice about the item, received from the seller => INFO_RECEIVED
Item received from the seller => PICKED_UP
Collect request registered => PICKUP_ARRANGED
Delivery address has been updated => NOTE
Delivery appointment scheduled => NOTE
Partial delivery of the consignment => DELIVERED
Parcel inducted at the gateway => TRANSIT_HUB
The customer has moved to another address => EXCEPTION/RECIPIENT_MOVED|DELIVERY_FAILED/RECIPIENT_MOVED
Cargo is on the plane => LINEHAUL_DEPARTED
A late aircraft arrival has caused a delay => EXCEPTION/DELAYED
Your parcel is arriving late => EXCEPTION/DELAYED
Ready for customer collection => READY_FOR_PICKUP
Rider is heading to the customer => OUT_FOR_DELIVERY
Delivery round cancelled => EXCEPTION/OTHER|DELIVERY_FAILED/OTHER
The branch has signed for the item => LAST_MILE_HUB
The warehouse has signed for the item => TRANSIT_HUB
The collection point has signed for the item => READY_FOR_PICKUP
Signed for by the recipient => DELIVERED
At the airport => LINEHAUL_ARRIVED
Security screened at origin => EXPORT_CUSTOMS
Collected by the line haul truck => LINEHAUL_HANDOVER
Parcel collected from the locker by the courier => PICKED_UP
Customs entry cancelled => IMPORT_HELD/CUSTOMS_HOLD
Invoice missing => EXCEPTION/CUSTOMS_DOCS
Consignee informed that the cargo has arrived => NOTE
驿站已签收 => READY_FOR_PICKUP
已签收，签收人：丰巢 => READY_FOR_PICKUP
已签收，签收人：本人 => DELIVERED
已被本人签收 => DELIVERED
快件已在驿站签收，签收人凭取件码 => DELIVERED
站点签收，准备派送 => LAST_MILE_HUB
收件人名址不全，无法投递 => DELIVERY_FAILED/ADDRESS_PROBLEM
邮件已投递到智能信包箱 => READY_FOR_PICKUP|DELIVERED
货物到达始发机场 => LINEHAUL_HANDOVER
货物抵达目的机场 => LINEHAUL_ARRIVED
互换局已封发 => ORIGIN_HUB_OUT
出口，留存待验 => EXPORT_HELD/CUSTOMS_HOLD
Não entregue, estabelecimento sem expediente => DELIVERY_FAILED/BUSINESS_CLOSED
Pacote recebido no ponto de entrega => LAST_MILE_HUB
Carga a caminho da base de entrega => DEST_HUB_OUT
Rumah penerima dalam keadaan kosong => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
Paket sudah sampai di drop point tujuan => LAST_MILE_HUB
Kurir ditugaskan, paket segera diantar => OUT_FOR_DELIVERY
Rendez-vous pris avec le destinataire => NOTE
Colis annoncé, nous attendons qu'il nous soit remis => INFO_RECEIVED
Paket wurde in der Filiale abgegeben => PICKED_UP
Paket wurde beim Nachbarn abgegeben => DELIVERED
Signature recorded at the door => DELIVERED
Order recorded => INFO_RECEIVED
Item handed over to the postal authorities in destination country => LAST_MILE_HUB
Courier has accepted the job => PICKUP_ARRANGED
Task completed => DELIVERED
In transit to the next hub => IN_TRANSIT
Left the hub, in transit to the next hub => TRANSIT_HUB
Returned to the shipper; the sender cancelled the delivery => RETURN_STARTED/SENDER_REQUEST
The truck missed the scheduled departure, this may cause a delay => EXCEPTION/DELAYED
Driver cancelled => EXCEPTION/OTHER
Order cancelled by the driver => CANCELLED
Received at office of exchange (inbound) => LINEHAUL_ARRIVED
Sent from office of exchange (outbound) => LINEHAUL_DEPARTED|ORIGIN_HUB_OUT
Entregador está a caminho => OUT_FOR_DELIVERY
Kurir dalam perjalanan mengambil paket dari penjual => PICKUP_ARRANGED
Faltam informações na declaração => IMPORT_HELD/CUSTOMS_DOCS|EXCEPTION/CUSTOMS_DOCS
Retirada na agência dos Correios => READY_FOR_PICKUP
包裹已出仓，送至机场 => ORIGIN_HUB_OUT
Goods wait to be loaded onto the vessel => LINEHAUL_HANDOVER
Going back to the sender, the parcel was not collected in time => RETURN_STARTED/UNCLAIMED|RETURN_IN_TRANSIT/UNCLAIMED
The recipient requested pick up at a service point => NOTE
`;

describe('what rows written blind showed', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
