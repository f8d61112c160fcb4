import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/**
 * Sentences written for these tests, in the manner of the carriers and couriers of South-East Asia and Latin America, which
 * the reader once read wrongly: what is said at a door, in a depot, on the way back. `|` parts meanings that are all right.
 */
const SENTENCES = `
Cliente no cancela el valor del recaudo => DELIVERY_FAILED/COD_UNPAID|EXCEPTION/COD_UNPAID
Destinatario no cancela contraentrega => DELIVERY_FAILED/COD_UNPAID|EXCEPTION/COD_UNPAID
No cancelan el valor a recaudar => DELIVERY_FAILED/COD_UNPAID|EXCEPTION/COD_UNPAID
Destinatario no quiere cancelar el flete => DELIVERY_FAILED
En la dirección no conocen al cliente => DELIVERY_FAILED/ADDRESS_PROBLEM|EXCEPTION/ADDRESS_PROBLEM
En la dirección no conocen a la persona => DELIVERY_FAILED/ADDRESS_PROBLEM|EXCEPTION/ADDRESS_PROBLEM
Destinatario no es conocido en la dirección => DELIVERY_FAILED/ADDRESS_PROBLEM|EXCEPTION/ADDRESS_PROBLEM
Cliente manifiesta que no realizó ningún pedido => DELIVERY_FAILED/REFUSED
Cliente indica que no pidió el producto => DELIVERY_FAILED/REFUSED
Cliente desiste de la compra => DELIVERY_FAILED/REFUSED
Destinatario fuera de la ciudad, agenda entrega para el lunes => DELIVERY_FAILED|EXCEPTION|NOTE
Cliente pide entrega en la tarde => DELIVERY_FAILED/RESCHEDULED|EXCEPTION/RESCHEDULED|NOTE/RESCHEDULED
La ciudad de destino no coincide => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM
Entregada a aliado logístico => LAST_MILE_HUB|LINEHAUL_HANDOVER
Envío en espera de ruta nacional => ORIGIN_HUB_IN|IN_TRANSIT|TRANSIT_HUB|DEST_HUB_IN|NOTE
Por coordinar entrega con el cliente => LAST_MILE_HUB|EXCEPTION|DELIVERY_FAILED|NOTE
Devolución no autorizada por el cliente => EXCEPTION|DELIVERY_FAILED|NOTE
Devolución con inconvenientes => EXCEPTION|RETURN_IN_TRANSIT
Mercadoria reentregue ao destinatário => DELIVERED
Pacote reentregue => DELIVERED
Cliente só recebe pedido completo => DELIVERY_FAILED|EXCEPTION
Cliente não recebe pedido parcial => DELIVERY_FAILED|EXCEPTION
Pedido de compra não localizado => DELIVERY_FAILED|EXCEPTION
Cliente desconhece o pedido => DELIVERY_FAILED/REFUSED|EXCEPTION/REFUSED
Funcionário sem autorização para receber => DELIVERY_FAILED
Mercadoria não embarcada por falta de espaço => EXCEPTION|ORIGIN_HUB_IN
Carga enviada para filial indevida => EXCEPTION/MISROUTED
Rodovia interditada => EXCEPTION|DELIVERY_FAILED
Devolução a pedido do embarcador => RETURN_STARTED/SENDER_REQUEST|RETURN_IN_TRANSIT/SENDER_REQUEST
Entrega efetuada no redespachante => LAST_MILE_HUB
Entregue ao redespachante => LAST_MILE_HUB|LINEHAUL_HANDOVER
Motorista pernoite => NOTE|IN_TRANSIT|EXCEPTION
Aguardando disponibilidade de entregador => EXCEPTION|LAST_MILE_HUB|PICKUP_ARRANGED|NOTE
Etiqueta pronta, pacote embalado => INFO_RECEIVED
Rejeitado na conferência por avaria => EXCEPTION/DAMAGED|DELIVERY_FAILED/DAMAGED|RETURN_STARTED/DAMAGED
Processo de devolução com problema => EXCEPTION|RETURN_IN_TRANSIT
Retur bermasalah => EXCEPTION|RETURN_IN_TRANSIT
Penerima tidak di kenal di alamat tersebut => DELIVERY_FAILED/ADDRESS_PROBLEM|EXCEPTION/ADDRESS_PROBLEM
Kantor/toko tutup => DELIVERY_FAILED/BUSINESS_CLOSED
Pengantaran terjadwal sesuai permintaan penerima => DELIVERY_FAILED/RESCHEDULED|NOTE/RESCHEDULED|EXCEPTION/RESCHEDULED
Paket belum dimuat => EXCEPTION|ORIGIN_HUB_IN
Parcel sudah tiba di staging => LAST_MILE_HUB|DEST_HUB_IN
Consignee denied entry => DELIVERY_FAILED/NO_ACCESS|DELIVERY_FAILED/NO_ACCESS
Return shipment has a problem => EXCEPTION|RETURN_IN_TRANSIT
Shipment not loaded on flight => EXCEPTION/FLIGHT_DELAY|LINEHAUL_HANDOVER/FLIGHT_DELAY
Parcel recovered => NOTE|IN_TRANSIT
Parcel refused at the airport => EXCEPTION|EXPORT_HELD
Address unlocated => DELIVERY_FAILED/ADDRESS_PROBLEM|EXCEPTION/ADDRESS_PROBLEM
Trả hàng gặp sự cố => EXCEPTION|RETURN_IN_TRANSIT
Hoàn hàng gặp vấn đề => EXCEPTION|RETURN_IN_TRANSIT
Người gửi từ chối nhận hàng hoàn => EXCEPTION|RETURN_IN_TRANSIT
Hàng chưa được xếp lên xe => EXCEPTION|ORIGIN_HUB_IN
พัสดุถึงคลังสินค้า เตรียมจัดส่ง => LAST_MILE_HUB
ส่งคืนมีปัญหา => EXCEPTION|RETURN_IN_TRANSIT
พบพัสดุแล้ว => NOTE|IN_TRANSIT
Reclama oficina => READY_FOR_PICKUP
Mercancía retenida por SUNAT => IMPORT_HELD/CUSTOMS_HOLD
Caso cerrado => NOTE|EXCEPTION
Robo a transportadoras => LOST/LOST
Cliente faleceu => DELIVERY_FAILED|EXCEPTION
Empresa encerrou as atividades => DELIVERY_FAILED|EXCEPTION
Funcionário não trabalha mais na empresa => DELIVERY_FAILED|EXCEPTION
Investigação aberta => EXCEPTION|NOTE
Mercadoria perdeu o embarque => EXCEPTION/DELAYED
Volume em pesagem => ORIGIN_HUB_IN|TRANSIT_HUB|DEST_HUB_IN
Entregue errado, em apuração => EXCEPTION/MISROUTED|NOTE/MISROUTED
Volume trocado no carregamento => EXCEPTION/MISROUTED
Encomenda não encontrada no depósito => EXCEPTION|LOST
Devolver - bloqueado pelo vendedor => RETURN_STARTED/SENDER_REQUEST
Entregue no local de retirada, aguardando cliente => READY_FOR_PICKUP
Aguardando confirmação de endereço com o cliente => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM|NOTE/ADDRESS_PROBLEM
Entrega realizada, canhoto retido => DELIVERED
Roubo de carga nas transportadoras parceiras => LOST/LOST
Encomenda travada no sistema => EXCEPTION/ON_HOLD
Endereço confirmado com o destinatário => NOTE|IN_TRANSIT
Greve dos transportadores => EXCEPTION
Delivery temporarily cancelled => EXCEPTION|DELIVERY_FAILED|NOTE
Parcel not found in depot => EXCEPTION|LOST
Pengiriman dibatalkan sementara => EXCEPTION|DELIVERY_FAILED|NOTE
Penerima sudah meninggal => DELIVERY_FAILED|EXCEPTION
Đơn hàng tạm hủy => EXCEPTION|NOTE
Người nhận đã mất => DELIVERY_FAILED|EXCEPTION
ยกเลิกการจัดส่งชั่วคราว => EXCEPTION|DELIVERY_FAILED|NOTE
ผู้รับเสียชีวิต => DELIVERY_FAILED|EXCEPTION
Pansamantalang kinansela ang delivery => EXCEPTION|DELIVERY_FAILED|NOTE
Paket simpan scan di drop point => EXCEPTION|LAST_MILE_HUB|DEST_HUB_IN
Pelanggan minta dikirim bersamaan dengan paket lain => DELIVERY_FAILED/RESCHEDULED|EXCEPTION/RESCHEDULED|NOTE/RESCHEDULED
Pengemasan tidak sesuai standar => EXCEPTION/CARRIER_REJECTED|PICKUP_FAILED/CARRIER_REJECTED
Alamat sudah dikonfirmasi => NOTE|EXCEPTION
Parcel did not pass X-ray => EXPORT_HELD/SECURITY|EXCEPTION/SECURITY
หน่วยงานปิด ไม่สามารถนำจ่าย => DELIVERY_FAILED/BUSINESS_CLOSED
พัสดุถึงสาขาปลายทาง คาดว่าจะได้รับวันถัดไป => LAST_MILE_HUB|DEST_HUB_IN|NOTE
Hủy gán đơn cho shipper => NOTE|EXCEPTION
Hàng đang được đưa về cho người gửi => RETURN_IN_TRANSIT
Nhân viên đang mang về trả shop => RETURN_IN_TRANSIT
Đã sửa thông tin đơn => NOTE
Bungkusan dalam perjalanan pulang ke penghantar => RETURN_IN_TRANSIT
Bungkusan dihantar ke jiran => DELIVERED|OUT_FOR_DELIVERY
Hindi nakontak ang buyer => DELIVERY_FAILED/RECIPIENT_UNREACHABLE
Hindi tinanggap ng buyer ang parsela => DELIVERY_FAILED/REFUSED
`;

describe('wordings of couriers of South-East Asia and Latin America', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
