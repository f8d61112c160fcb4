import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../../../main/engine/journey/meaning.ts';
import { said, sentences } from './said.ts';

/** Invented sentences as last-mile carriers say why something failed, in the languages of the markets. */
const SENTENCES = `
Collection not attempted by the driver => PICKUP_FAILED/OTHER
Buyer refused the parcel / order was cancelled => DELIVERY_FAILED/REFUSED
Amount dispute at the door => DELIVERY_FAILED/COD_UNPAID
Consignee could not show any, no valid ID => DELIVERY_FAILED/OTHER
Restricted area, courier turned away => DELIVERY_FAILED/NO_ACCESS
Warehouse of the shipper is closed for pickup => PICKUP_FAILED/BUSINESS_CLOSED
Held by the airline: dangerous goods => EXPORT_HELD/SECURITY
Sorry, we missed each other today => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
Parcel delayed, it may be returned to the sender => EXCEPTION/DELAYED
Picked up from the parcel shop counter by the consignee => DELIVERED
Người gửi tắt máy, không bắt máy => PICKUP_FAILED/SENDER_UNREACHABLE
Khách đổi ý, không mua nữa => DELIVERY_FAILED/REFUSED
Kiện hàng vi phạm quy cách đóng gói => EXCEPTION/CARRIER_REJECTED
Penerima tidak di lokasi saat kurir datang => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
Toko atau kantor tutup => DELIVERY_FAILED/BUSINESS_CLOSED
Penerima minta diantar ke alamat lain => DELIVERY_FAILED/ADDRESS_PROBLEM|EXCEPTION/ADDRESS_PROBLEM
Pembeli menjadwalkan ulang pengantaran => DELIVERY_FAILED/RESCHEDULED
Carga danificada, objeto sujeito a devolução ao remetente => EXCEPTION/DAMAGED
Feriado municipal, entrega não efetuada => DELIVERY_FAILED/CAPACITY
Mercadoria liberada pela alfândega => IMPORT_CLEARED
A encomenda foi devolvida ao remetente => RETURNED
Data prevista da entrega: amanhã => NOTE
Objeto recebido na unidade de distribuição. Entrega prevista para amanhã => LAST_MILE_HUB
Por error de clasificación fue a otra plaza => EXCEPTION/MISROUTED
La mercancía fue entregada en el domicilio => DELIVERED
ผู้รับขอเลื่อนเวลารับพัสดุ => DELIVERY_FAILED/RESCHEDULED
包裹需补缴税款，海关待放行 => IMPORT_HELD/DUTIES_UNPAID
买家尚未寄货 => INFO_RECEIVED
航班已经落地 => LINEHAUL_ARRIVED
Ihr Paket ist nicht zugestellt: Adressfehler => DELIVERY_FAILED/ADDRESS_PROBLEM
Vous disposez de dix jours : colis disponible au bureau de poste => READY_FOR_PICKUP
Colis retiré par le destinataire => DELIVERED
O local da entrega não foi localizado => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM
Veículo quebrado na rota => EXCEPTION/DELAYED
O consignatário recusou pagar => DELIVERY_FAILED/COD_UNPAID
Rua bloqueada por causas naturais => EXCEPTION/WEATHER|DELIVERY_FAILED/WEATHER
Remetente recusa receber devolução => RETURN_STARTED|RETURN_IN_TRANSIT|EXCEPTION
Penerima merasa tidak memesan barang ini => DELIVERY_FAILED/REFUSED
Penerima tidak ada uang => DELIVERY_FAILED/COD_UNPAID
Penjual meminta ganti jadwal penjemputan => PICKUP_FAILED/RESCHEDULED
Khách không có nhu cầu nhận => DELIVERY_FAILED/REFUSED
ร้านหยุดวันนี้ => DELIVERY_FAILED/BUSINESS_CLOSED
Held at the depot at customer's request => EXCEPTION/RESCHEDULED
Parcel is at recipient's side door => DELIVERED
Storage period expired => EXCEPTION/UNCLAIMED
No such person lives here => EXCEPTION/ADDRESS_PROBLEM|DELIVERY_FAILED/ADDRESS_PROBLEM
COD not ready at the door => DELIVERY_FAILED/COD_UNPAID
Wrong postcode, we wait for the right data => EXCEPTION/ADDRESS_PROBLEM
The consignee will collect at the terminal => READY_FOR_PICKUP
El pago de aranceles pendiente => IMPORT_HELD/DUTIES_UNPAID
Possible delay, processing error at the hub => EXCEPTION/MISROUTED
Pickup declined: prohibited goods => PICKUP_FAILED/PROHIBITED
Avería del vehículo en la ruta => EXCEPTION/DELAYED
Depositado en punto de conveniencia => READY_FOR_PICKUP
El bulto excede medidas permitidas => EXCEPTION/CARRIER_REJECTED
L'article a été éliminé => DISPOSED
NCC hẹn lấy vào ca tối => PICKUP_FAILED/RESCHEDULED
SĐT người nhận sai => DELIVERY_FAILED/RECIPIENT_UNREACHABLE
买家要求自提 => READY_FOR_PICKUP
长沙公司装车扫描，即将发往岳阳分拨中心 => TRANSIT_HUB
รอขนส่งเข้ารับของ => PICKUP_ARRANGED
Customer's cancellation verified by code: verified cancellation => DELIVERY_FAILED/REFUSED
Signed but delivery delayed, parcel still with the driver => DELIVERY_FAILED/DELAYED
Parcel moved to the lost property office => EXCEPTION/OTHER
Delivery failed, returned to carrier => RETURN_STARTED|DELIVERY_FAILED
Object taxed => IMPORT_HELD/DUTIES_UNPAID
Parcel deleted by sender => CANCELLED
Order was cancelled prior to pickup. Please call us if that is a surprise => CANCELLED
Your item was picked up at the pickup point => DELIVERED
Not delivered: driver came outside opening hours => DELIVERY_FAILED/BUSINESS_CLOSED
Delivery not completed, issues accessing the building => DELIVERY_FAILED/NO_ACCESS
There is a problem with your address, which may result in a return => EXCEPTION/ADDRESS_PROBLEM
Parcel too heavy for delivery, being returned => RETURN_IN_TRANSIT/CARRIER_REJECTED|RETURN_STARTED/CARRIER_REJECTED
Delivery is delayed. We will update you when we have more info => EXCEPTION/DELAYED
Le client ne répond pas, livraison non effectuée => DELIVERY_FAILED/RECIPIENT_UNREACHABLE
Restrictions lifted => IN_TRANSIT|NOTE
Parcel written off => LOST
Calling card left, please ring us => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
Notice card left, it says where to collect the item => READY_FOR_PICKUP
Paralisação dos motoristas => EXCEPTION/DELAYED
Encomenda depositada: entregue no cacifo => READY_FOR_PICKUP
Encomenda transferida para achados e perdidos => EXCEPTION/OTHER
Item tributado => IMPORT_HELD/DUTIES_UNPAID
Delivery date changed => DELIVERY_FAILED/RESCHEDULED
Consignee details needed => EXCEPTION
Released from customs hold => IMPORT_CLEARED
`;

describe('why a pickup or a delivery failed', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});

describe('a ground that says "cause not given"', () => {
  const read = (carrier: string, code: string, text: string) =>
    meaningOf({ carrier, code, scheme: null, status: null, text });

  it('gives way to the cause that the words name', () => {
    expect(read('flash', 'DETAIN_WAREHOUSE', 'Kept at the branch: receiver rescheduled')).toMatchObject({
      node: 'DELIVERY_FAILED',
      reason: 'RESCHEDULED',
    });
    expect(read('correios', 'BDE/09', 'Atraso: chuva forte na região')).toMatchObject({ reason: 'WEATHER' });
  });

  it('stays where the words say no more', () => {
    expect(read('flash', 'DETAIN_WAREHOUSE', 'พัสดุถูกจัดเก็บ')).toMatchObject({ reason: 'ON_HOLD' });
  });

  it('is not the only thing that yields: so does a trouble that is not certain, to an end that is', () => {
    expect(read('landmark', '450', 'Returned to the sender').node).toBe('RETURNED');
    expect(read('landmark', '275', 'Returned to the sender').node).toBe('IN_TRANSIT');
  });
});
