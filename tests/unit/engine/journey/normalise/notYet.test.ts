import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/** Invented sentences about what has not happened, may happen, or happened somewhere else than the words first say. */
const SENTENCES = `
If nobody is home, we leave the parcel with a neighbour => NOTE
Once the shipment arrives, this page shows the next step => NOTE
Si no hay nadie en casa, el envío irá a la oficina => NOTE
Jika penerima tidak di rumah, paket dititipkan => NOTE
Incorrect address. If you know better, please tell us => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM
Label created, the parcel was not yet delivered to us => INFO_RECEIVED
El envío aún no ha sido entregado => DELIVERY_FAILED
Envío generado, aún no entregado al transportista => INFO_RECEIVED
El mensajero salió con un paquete para su entrega => OUT_FOR_DELIVERY
Entregue no endereço do cliente => DELIVERED
Collection attempted, customer was not there => PICKUP_FAILED/SENDER_NOT_READY
Delivery on hold, the reason: Nomor telepon penerima tidak aktif => EXCEPTION/RECIPIENT_UNREACHABLE|DELIVERY_FAILED/RECIPIENT_UNREACHABLE
At the airport of departure => LINEHAUL_HANDOVER
At the airport of arrival => LINEHAUL_ARRIVED
Notice left, mailbox full => DELIVERY_FAILED/CAPACITY
快件已到达青岛转运中心公司 => TRANSIT_HUB
您的商品已打包 => INFO_RECEIVED
收件地址不详细 => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM
期待您的光临，快件已签收 => DELIVERED
Nhận hàng vào bưu cục => LAST_MILE_HUB
Objeto retido para pagamento de impostos => IMPORT_HELD/DUTIES_UNPAID
Votre colis n'a pas pu être remis => DELIVERY_FAILED/OTHER
<Receiver has moved away> => EXCEPTION/RECIPIENT_MOVED|DELIVERY_FAILED/RECIPIENT_MOVED
`;

describe('what has not happened yet', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
