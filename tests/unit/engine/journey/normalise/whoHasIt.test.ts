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

describe('who has it', () => {
  it.each(sentences(`${SENTENCES.trim()}\n${MOVED.trim()}`))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
