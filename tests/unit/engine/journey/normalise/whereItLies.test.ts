import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/** Invented sentences: where an order lies, who took it up, what passed a check, and what reached a shop for its buyer. */
const SENTENCES = `
Đơn hàng đã được tạo thành công và chờ xử lý => INFO_RECEIVED
Đơn hàng của quý khách được tạo thành công => INFO_RECEIVED
Đơn hàng đang ở kho Hà Nội => TRANSIT_HUB
Hàng hiện đang ở bưu cục phát => LAST_MILE_HUB
Kiện hàng đang nằm tại kho => TRANSIT_HUB
Paket berada di gudang Bekasi => TRANSIT_HUB
Paket saat ini berada di hub => TRANSIT_HUB
Pesanan sedang berada di pusat sortir => TRANSIT_HUB
El pedido está en el centro de distribución => TRANSIT_HUB
Tu pedido se encuentra en la bodega de destino => LAST_MILE_HUB|DEST_HUB_IN
O pedido está no centro de distribuição => TRANSIT_HUB
Seu pedido se encontra na unidade de tratamento => TRANSIT_HUB
Your order is at the sorting center => TRANSIT_HUB
คำสั่งซื้ออยู่ที่ศูนย์คัดแยก => TRANSIT_HUB
訂單包裹位於轉運中心 => TRANSIT_HUB
Đơn hàng hoàn trả về kho người gửi thành công => RETURNED
Đã hoàn trả cho người gửi thành công => RETURNED
Đơn hàng sẽ được hoàn trả về kho người gửi => RETURN_STARTED
Đơn hàng đang hoàn trả về kho người gửi => RETURN_IN_TRANSIT
Hoàn trả không thành công => EXCEPTION
Đơn đang được bưu tá giao đến bạn => OUT_FOR_DELIVERY
Hàng đang được giao đến địa chỉ của bạn => OUT_FOR_DELIVERY
Shipper giao đến người nhận => OUT_FOR_DELIVERY
Người gửi đã bàn giao hàng cho đơn vị vận chuyển => PICKED_UP
Đã bàn giao cho đơn vị vận chuyển nội địa => LAST_MILE_HUB
Shop đã giao cho bưu cục => PICKED_UP
包裹已交給物流公司 => PICKED_UP|LAST_MILE_HUB
商品已交付物流 => PICKED_UP
包裹已交付物流中心 => TRANSIT_HUB|ORIGIN_HUB_IN
Menunggu barang diserahkan ke kurir => INFO_RECEIVED|PICKUP_ARRANGED
Pemeriksaan keamanan selesai => TRANSIT_HUB
Kargo lolos pemeriksaan keamanan bandara => LINEHAUL_HANDOVER
Kargo gagal pemeriksaan keamanan => EXCEPTION/SECURITY|EXPORT_HELD/SECURITY
Tidak lolos pemeriksaan keamanan => EXCEPTION/SECURITY|EXPORT_HELD/SECURITY
Inspección de seguridad completada => TRANSIT_HUB
Inspección de seguridad superada => TRANSIT_HUB
Inspeção de segurança concluída => TRANSIT_HUB
Aprovado na inspeção de segurança => TRANSIT_HUB
ผ่านการตรวจสอบความปลอดภัยแล้ว => TRANSIT_HUB
Đã qua kiểm tra an ninh => TRANSIT_HUB
Kiểm tra an ninh hoàn tất => TRANSIT_HUB
已通過安檢 => TRANSIT_HUB
安檢通過 => TRANSIT_HUB
Security check completed => EXPORT_CUSTOMS
Security screening passed => EXPORT_CLEARED
Pemeriksaan keselamatan selesai => TRANSIT_HUB
No superó la inspección de seguridad => EXCEPTION/SECURITY|EXPORT_HELD/SECURITY
Reprovado na inspeção de segurança => EXCEPTION/SECURITY|EXPORT_HELD/SECURITY
Penjual telah membungkus barang => INFO_RECEIVED
Barang telah dibungkus => INFO_RECEIVED
Cargado en contenedor => LINEHAUL_HANDOVER|TRANSIT_HUB|ORIGIN_HUB_OUT
Desembarque del buque completado => LINEHAUL_ARRIVED
El conductor recogió tu envío => PICKED_UP
El mensajero ya recolectó el paquete => PICKED_UP
El destinatario recogió el paquete en la oficina => DELIVERED
El comprador recogió el paquete => DELIVERED
O motorista recolheu o pacote => PICKED_UP
O destinatário retirou o pacote => DELIVERED
Kurir mengambil paket dari toko => PICKED_UP
司機已出發 => OUT_FOR_DELIVERY|PICKUP_ARRANGED
送貨員已出發，請留意電話 => OUT_FOR_DELIVERY
包裹分撿中 => TRANSIT_HUB
完成分撿 => TRANSIT_HUB
包裹已送達門市，等待買家取件 => READY_FOR_PICKUP
包裹已配達超商 => READY_FOR_PICKUP
已配達指定門市，請顧客前往取件 => READY_FOR_PICKUP
商品已送達全家門市 => READY_FOR_PICKUP
包裹已送達門市並由買家取走 => DELIVERED
包裹將配送至取件門市 => TRANSIT_HUB|DEST_HUB_OUT|IN_TRANSIT
後續將安排配送至門市 => TRANSIT_HUB|DEST_HUB_OUT|IN_TRANSIT|NOTE
Saiu do centro de trânsito => TRANSIT_HUB
Chegou ao ponto de trânsito => TRANSIT_HUB
Salió del punto de tránsito => TRANSIT_HUB
Llegó al centro de tránsito => TRANSIT_HUB
包裹已送達收件人 => DELIVERED
包裹已配達 => DELIVERED
`;

describe('where a parcel lies and who has it', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
