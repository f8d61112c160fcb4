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
The lost item was found in our warehouse => IN_TRANSIT
El paquete perdido fue hallado => IN_TRANSIT
Objeto extraviado localizado na base => IN_TRANSIT
遗失件已寻回 => IN_TRANSIT
Bưu kiện thất lạc đã tìm thấy => IN_TRANSIT
Le colis perdu a été retrouvé => IN_TRANSIT
The lost item was not found => LOST/LOST
包裹遗失，未能找回 => LOST/LOST
Parcel suspected lost, we are looking for it => EXCEPTION/LOST
快件疑似遗失，正在核实 => EXCEPTION/LOST
Posible extravío del paquete => EXCEPTION/LOST
Paket diduga hilang oleh kurir => EXCEPTION/LOST
卖家已发货，等待快递员揽收 => PICKUP_ARRANGED
Seller shipped, awaiting pick-up by the courier => PICKUP_ARRANGED
Aguardando ser coletado pelo motorista => PICKUP_ARRANGED
A la espera de ser recogido por el mensajero => PICKUP_ARRANGED
Será devuelto al remitente si nadie lo retira => NOTE
The item will be returned unless it is claimed => NOTE
若三日内未取，包裹将退回寄件人 => NOTE
Return started. If you need help, write to us => RETURN_STARTED
The cancellation was withdrawn: cancellation revoked => NOTE
已取消拦截 => IN_TRANSIT
Delivery cancelled because of a strike => DELIVERY_FAILED/DELAYED
Pickup cancelled, rescheduled for Monday => PICKUP_FAILED/RESCHEDULED
Disposal cancelled on request => NOTE
Parcel wrongly marked as delivered => EXCEPTION/OTHER
包裹被误签收 => EXCEPTION/OTHER
Signed out to driver this morning => OUT_FOR_DELIVERY
Received by the addressee's post office => LAST_MILE_HUB
Left on the van, not delivered today => DELIVERY_FAILED/OTHER
Hàng đã giao vào kho => TRANSIT_HUB
Customs: parcel locked in origin => EXPORT_HELD/CUSTOMS_HOLD
The consignee wishes to collect, kept at depot => READY_FOR_PICKUP
包裹已送達物流中心，將配至門市 => TRANSIT_HUB
包裹退貨，配達退貨門市 => RETURN_IN_TRANSIT
Votre envoi a été annoncé: colis prêt à être expédié => INFO_RECEIVED
Le colis a été retourné au vendeur => RETURNED
Handed over from line-haul => LINEHAUL_ARRIVED
The cancellation failed => NOTE
订单取消失败 => NOTE
Pembatalan pesanan gagal dibatalkan => NOTE
Seu agendamento cancelado => NOTE
预约已取消，请重新预约 => NOTE
Route cancelled by the planner => NOTE
签收撤销，快件继续派送 => EXCEPTION|DELIVERY_FAILED
Delivered status removed by the depot => EXCEPTION/OTHER
COD amount returned to the shop => NOTE
Đã hoàn tiền cho khách => NOTE
Brought back: returned to depot for redelivery => DELIVERY_FAILED/RESCHEDULED
Paket kembali ke gudang untuk pengiriman ulang besok => DELIVERY_FAILED/RESCHEDULED
快件退回网点，改天配送 => DELIVERY_FAILED/RESCHEDULED
Parcel returned to the depot after a failed attempt => DELIVERY_FAILED/OTHER
After a failed delivery the parcel was returned to the sender => RETURNED
Entrega fallida: se devuelve al remitente => RETURN_STARTED
`;

describe('what has not happened yet', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
