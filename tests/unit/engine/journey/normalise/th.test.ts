import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/** Invented sentences as carriers write them, with what they mean; `|` parts meanings that are all right. */
const SENTENCES = `
ผู้ขายกำลังเตรียมพัสดุ => INFO_RECEIVED
เตรียมการฝากส่ง => INFO_RECEIVED
ระบบได้รับข้อมูลพัสดุแล้ว => INFO_RECEIVED
พนักงานกำลังเข้ารับพัสดุ => PICKUP_ARRANGED
เข้ารับพัสดุไม่สำเร็จ => PICKUP_FAILED
พนักงานเข้ารับพัสดุแล้ว => PICKED_UP
รับฝาก => PICKED_UP
บริษัทขนส่งเข้ารับพัสดุเรียบร้อยแล้ว => PICKED_UP
พัสดุถึงศูนย์คัดแยกสินค้า => TRANSIT_HUB
พัสดุออกจากศูนย์คัดแยก => TRANSIT_HUB
พัสดุอยู่ที่ต้นทาง => ORIGIN_HUB_IN|TRANSIT_HUB|null
พัสดุถูกส่งออกจากสาขาต้นทาง => ORIGIN_HUB_OUT
ส่งต่อให้สายการบิน => LINEHAUL_HANDOVER
เครื่องบินออกเดินทางแล้ว => LINEHAUL_DEPARTED
พัสดุเดินทางถึงประเทศปลายทาง => LINEHAUL_ARRIVED
พัสดุถึงประเทศไทยแล้ว => LINEHAUL_ARRIVED
อยู่ระหว่างพิธีการศุลกากร => IMPORT_CUSTOMS
ผ่านพิธีการศุลกากรแล้ว => IMPORT_CLEARED
พัสดุถูกกักไว้ที่ศุลกากร => IMPORT_HELD
ถึงสาขาปลายทาง => LAST_MILE_HUB
ถึงที่ทำการไปรษณีย์ => LAST_MILE_HUB
พัสดุถึงศูนย์กระจายสินค้าปลายทาง => DEST_HUB_IN|LAST_MILE_HUB
อยู่ระหว่างการนำจ่าย => OUT_FOR_DELIVERY
พนักงานกำลังนำส่งพัสดุ โดย สมชาย โทร 0812345678 => OUT_FOR_DELIVERY
อยู่ระหว่างการขนส่ง => IN_TRANSIT
อยู่ระหว่างการจัดส่ง => IN_TRANSIT|OUT_FOR_DELIVERY
รอผู้รับมารับพัสดุที่จุดบริการ => READY_FOR_PICKUP
นำจ่ายสำเร็จ => DELIVERED
ผู้รับได้รับสิ่งของเรียบร้อยแล้ว => DELIVERED
จัดส่งพัสดุสำเร็จ ผู้รับ: สมหญิง => DELIVERED
นำจ่ายไม่สำเร็จ => DELIVERY_FAILED/OTHER
ติดต่อผู้รับไม่ได้ => DELIVERY_FAILED/RECIPIENT_UNREACHABLE
ผู้รับปฏิเสธการรับพัสดุ => DELIVERY_FAILED/REFUSED
ผู้รับไม่อยู่บ้าน => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
ที่อยู่ไม่ถูกต้อง ไม่สามารถนำจ่ายได้ => DELIVERY_FAILED/ADDRESS_PROBLEM
เลื่อนการจัดส่งตามคำขอของผู้รับ => DELIVERY_FAILED/RESCHEDULED
พัสดุตีกลับ => RETURN_STARTED
กำลังส่งคืนผู้ส่ง => RETURN_IN_TRANSIT
ส่งคืนผู้ส่งสำเร็จ => RETURNED
พัสดุสูญหาย => LOST
พัสดุเสียหาย => EXCEPTION/DAMAGED
ยกเลิกคำสั่งซื้อ => CANCELLED
พัสดุล่าช้า => EXCEPTION/DELAYED
ที่ทำการปลายทางรับถุง => LAST_MILE_HUB
เตรียมการนำจ่าย => LAST_MILE_HUB
ผู้ส่งมอบพัสดุให้จุดรับฝากแล้ว => PICKED_UP
ระบบกำลังค้นหาคนขับ => PICKUP_ARRANGED
พัสดุผ่านพิธีการศุลกากรขาออก => EXPORT_CLEARED
พัสดุผ่านพิธีการศุลกากรขาเข้า => IMPORT_CLEARED
พัสดุถึงสาขาที่จะนำส่ง => LAST_MILE_HUB
มอบหมายพนักงานนำส่งแล้ว => OUT_FOR_DELIVERY
พัสดุกำลังถูกจัดส่งอีกครั้ง => OUT_FOR_DELIVERY
`;

describe('Thai', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
