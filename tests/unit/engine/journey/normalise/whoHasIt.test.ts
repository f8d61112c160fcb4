import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/**
 * Who has the parcel and where it changed hands: what waits for the recipient is not taken yet, what the recipient took at a
 * branch is delivered, what lies in a branch near the recipient is not, and what the sender took back is returned.
 */
const SENTENCES = `
Parcel arrived at the collection point for pick-up by the addressee => READY_FOR_PICKUP
FOR PICK-UP BY RECEIVER AT BRANCH => READY_FOR_PICKUP
Held at depot for collection by customer => READY_FOR_PICKUP
Waiting for pick-up by the consignee => READY_FOR_PICKUP
For release to consignee => READY_FOR_PICKUP
Picked up by consignee => DELIVERED
Waiting for pick up by courier => PICKUP_ARRANGED
Delivered at branch to consignee => DELIVERED
Handed to customer at hub => DELIVERED
Delivered to branch for the recipient to collect => TRANSIT_HUB|READY_FOR_PICKUP|LAST_MILE_HUB
Delivered to the branch nearest to the recipient => TRANSIT_HUB|LAST_MILE_HUB
Pendiente de retiro por el cliente => READY_FOR_PICKUP
Pendiente de retiro por transportista => PICKUP_ARRANGED
Paquete en espera de ser reclamado => READY_FOR_PICKUP
Entregado en oficina al destinatario => DELIVERED
Entregado en agencia a familiar => DELIVERED
Entregado en la sucursal más cercana al destinatario => LAST_MILE_HUB
Entregado a sucursal destino => LAST_MILE_HUB
Entregue na unidade mais próxima do destinatário => LAST_MILE_HUB
Paket diserahkan ke penerima di gudang => DELIVERED
Barang telah diserahkan kepada penerima di pejabat pos => DELIVERED
Paket diserahkan ke hub penerima => TRANSIT_HUB
ส่งมอบให้ผู้รับที่สาขา => DELIVERED
ส่งมอบพัสดุให้สาขาปลายทาง => LAST_MILE_HUB
ผู้รับรับพัสดุที่สาขาแล้ว => DELIVERED
Đã giao cho người nhận tại bưu cục => DELIVERED
Đã giao cho bưu cục phát => LAST_MILE_HUB
Bungkusan telah diserahkan kembali kepada penjual => RETURNED
Paket telah diserahkan kembali ke pengirim => RETURNED
Paket akan diserahkan kembali ke pengirim => RETURN_STARTED
Entrega cancelada pela loja => CANCELLED
Entrega cancelada pelo cliente => DELIVERY_FAILED
`;

/** Movements that those trails told in words that were not known, or that said something else by themselves. */
const MOVED = `
พัสดุถูกเข้ารับโดยขนส่ง => PICKED_UP
กำลังเข้ารับพัสดุ => PICKUP_ARRANGED
ผู้รับขอเปลี่ยนวันรับพัสดุ => DELIVERY_FAILED/RESCHEDULED
KIRIM ke SPP SURABAYA => TRANSIT_HUB
MANIFEST SERAH ke DC SEMARANG => TRANSIT_HUB
Bungkusan tiba di pejabat serahan => LAST_MILE_HUB
TRANSFERENCIA PARA: GOIANIA => TRANSIT_HUB
Transferido para filial Natal => TRANSIT_HUB
De Unidade de Exportação em trânsito para Unidade Operacional => LINEHAUL_DEPARTED
Pacote enviado do país de origem => LINEHAUL_DEPARTED
Enviado desde el país de origen => LINEHAUL_DEPARTED
Paquete en proceso de carga hacia Tijuana => TRANSIT_HUB
No entregado, residentes ausentes => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
`;

/** Ends that are only spoken of: made ready, told to somebody, asked after, looked for. Beside them the ends themselves. */
const NO_END = `
พัสดุพร้อมส่งมอบให้ผู้รับ => LAST_MILE_HUB
เตรียมส่งถึงผู้รับ => LAST_MILE_HUB
ผู้รับได้รับพัสดุแล้ว => DELIVERED
ลูกค้าได้รับแจ้งแล้ว => NOTE
ผู้รับได้รับการติดต่อแล้ว => NOTE|OUT_FOR_DELIVERY
แจ้งพัสดุสูญหาย อยู่ระหว่างตรวจสอบ => EXCEPTION
พัสดุสูญหาย => LOST
Đang giao đến tay khách hàng => OUT_FOR_DELIVERY
Khách hàng đã nhận thông báo => NOTE
Người nhận đã nhận cuộc gọi => NOTE
Người nhận đã nhận hàng => DELIVERED
Người nhận hủy đơn khi đang giao => DELIVERY_FAILED/REFUSED
Listo para ser recibido por el destinatario => LAST_MILE_HUB
Cliente recibió aviso => NOTE
Extravío en investigación => EXCEPTION
Extravio em apuração => EXCEPTION
Objeto extraviado => LOST
Siap diserahkan kepada penerima => LAST_MILE_HUB
Laporan kehilangan sedang diproses => EXCEPTION
Paket hilang => LOST
Claim for lost parcel opened => NOTE|EXCEPTION
Parcel marked delivered by mistake => EXCEPTION
Address change request cancelled => NOTE
Nawawala ang parcel, hinahanap pa => EXCEPTION
Customer has received notification => NOTE
Delivered to customer, SMS sent => DELIVERED
Prepared and delivered => DELIVERED
Paket retur telah diserahkan ke pengirim => RETURNED
Handed over for return to sender => RETURN_IN_TRANSIT
Đã bàn giao hàng hoàn cho người gửi => RETURNED
`;

/** The way between the ends. */
const ON_THE_WAY = `
O pacote chegou ao aeroporto de trânsito => TRANSIT_HUB
El paquete llegó al aeropuerto de conexión => TRANSIT_HUB
Tiba di bandara transit => TRANSIT_HUB
ถึงสนามบินเปลี่ยนเครื่อง => TRANSIT_HUB
Đến sân bay trung chuyển => TRANSIT_HUB
【东莞集货仓】已发出，下一站【广州机场】 => ORIGIN_HUB_OUT
卖家已发货 => PICKED_UP
卖家已发货，等待揽收 => INFO_RECEIVED
已提交清关文件，等待进口清关 => IMPORT_CUSTOMS
Paket diserahkan ke kurir lokal => LAST_MILE_HUB
Umalis na ang package sa sorting center => TRANSIT_HUB
`;

describe('who has it', () => {
  it.each(sentences(`${SENTENCES.trim()}\n${MOVED.trim()}\n${NO_END.trim()}\n${ON_THE_WAY.trim()}`))(
    '%s',
    (text, wanted) => {
      expect(wanted).toContain(said(text, wanted));
    },
  );
});
