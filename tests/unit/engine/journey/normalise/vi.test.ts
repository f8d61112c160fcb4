import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/** Invented sentences as carriers write them, with what they mean; `|` parts meanings that are all right. */
const SENTENCES = `
Người bán đang chuẩn bị hàng => INFO_RECEIVED
Đơn hàng đã được tạo => INFO_RECEIVED
Đơn vị vận chuyển đang đến lấy hàng => PICKUP_ARRANGED
Đã điều phối lấy hàng => PICKUP_ARRANGED
Lấy hàng không thành công => PICKUP_FAILED
Lấy hàng thất bại: người gửi chưa chuẩn bị hàng => PICKUP_FAILED/SENDER_NOT_READY
Lấy hàng thành công => PICKED_UP
Đã lấy hàng/Đã nhập kho => PICKED_UP|TRANSIT_HUB
Bưu cục đã nhận bưu gửi => PICKED_UP
Đơn hàng đã đến kho phân loại => TRANSIT_HUB
Đơn hàng đã rời kho phân loại => TRANSIT_HUB
Đơn hàng đang được luân chuyển => IN_TRANSIT
Kiện hàng đã nhập kho Hà Nội SOC => TRANSIT_HUB
Kiện hàng đã xuất kho => TRANSIT_HUB
Đã bàn giao cho hãng hàng không => LINEHAUL_HANDOVER
Chuyến bay đã cất cánh => LINEHAUL_DEPARTED
Đơn hàng đã đến Việt Nam => LINEHAUL_ARRIVED
Đang làm thủ tục hải quan => IMPORT_CUSTOMS
Đã hoàn tất thông quan => IMPORT_CLEARED
Hàng bị giữ tại hải quan => IMPORT_HELD
Đơn hàng đã đến bưu cục phát => LAST_MILE_HUB
Đã đến kho giao hàng => LAST_MILE_HUB
Đang giao hàng => OUT_FOR_DELIVERY
Đơn hàng đang được giao đến bạn, shipper Nguyễn Văn A 0912345678 => OUT_FOR_DELIVERY
Giao cho bưu tá đi phát => OUT_FOR_DELIVERY
Giao hàng thành công => DELIVERED
Phát thành công => DELIVERED
Đã giao hàng => DELIVERED
Ký nhận thành công => DELIVERED
Giao hàng không thành công do không liên lạc được người nhận => DELIVERY_FAILED/RECIPIENT_UNREACHABLE
Giao hàng thất bại: khách từ chối nhận => DELIVERY_FAILED/REFUSED
Người nhận hẹn lại ngày giao => DELIVERY_FAILED/RESCHEDULED
Sai địa chỉ, không giao được => DELIVERY_FAILED/ADDRESS_PROBLEM
Người nhận không có nhà => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
Chờ chuyển hoàn => RETURN_STARTED
Đơn hàng đang được chuyển hoàn => RETURN_IN_TRANSIT
Đã trả hàng cho người gửi => RETURNED
Hoàn hàng thành công => RETURNED
Đơn hàng đã hủy => CANCELLED
Hàng thất lạc => LOST
Hàng bị hư hỏng => EXCEPTION/DAMAGED
Đang vận chuyển => IN_TRANSIT
Đơn hàng đang trên đường đến kho Đà Nẵng => IN_TRANSIT|TRANSIT_HUB
Lưu kho chờ khách đến nhận => READY_FOR_PICKUP
Dang giao hang => OUT_FOR_DELIVERY
Phat khong thanh cong => DELIVERY_FAILED
Đang hoàn trả người gửi => RETURN_IN_TRANSIT
Nhập bưu cục phát => LAST_MILE_HUB
`;

describe('Vietnamese, with and without its marks', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
