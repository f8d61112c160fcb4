import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/**
 * Sentences written for these tests, in the manner of carriers of every market, which the reader once read wrongly: causes
 * of failures, ends, and steps of the way. `|` parts meanings that are all right.
 */
const SENTENCES = `
Item being retained, addressee gone away => DELIVERY_FAILED/RECIPIENT_MOVED|EXCEPTION/RECIPIENT_MOVED
We have your item at our Customer Service Point but it's too large for your letterbox => DELIVERY_FAILED/NO_ACCESS|READY_FOR_PICKUP/NO_ACCESS
Missed delivery cycle => EXCEPTION/DELAYED|DELIVERY_FAILED/DELAYED|NOTE/DELAYED
Shipment not accepted: forbidden commodity => EXCEPTION/CARRIER_REJECTED|PICKUP_FAILED/CARRIER_REJECTED|EXPORT_HELD/CARRIER_REJECTED|CANCELLED/CARRIER_REJECTED
Courier refused to enter premises => DELIVERY_FAILED/NO_ACCESS
Parcel delivery was unsuccessful as customer wanted to inspect before paying => DELIVERY_FAILED/REFUSED|DELIVERY_FAILED/REFUSED
Failed: customer doesn't have enough cash => DELIVERY_FAILED/COD_UNPAID
Parcel declared missing, compensation in process => LOST/LOST
Abnormal parcel: consignee's phone is switched off => DELIVERY_FAILED/RECIPIENT_UNREACHABLE|EXCEPTION/RECIPIENT_UNREACHABLE
订单已取消，未揽收 => CANCELLED
节假日爆仓，运输延迟 => EXCEPTION/CAPACITY|IN_TRANSIT/CAPACITY
買家未於期限內取貨，商品將退回 => RETURN_STARTED/UNCLAIMED
逾期未繳稅，退運 => RETURN_STARTED/DUTIES_UNPAID|IMPORT_HELD/DUTIES_UNPAID
Área com restrição de entrega por risco => DELIVERY_FAILED/NO_ACCESS|EXCEPTION/NO_ACCESS|READY_FOR_PICKUP/NO_ACCESS
Rota alterada, mercadoria encaminhada por engano => EXCEPTION/MISROUTED|IN_TRANSIT/MISROUTED
Recolección fallida, remitente no localizado => PICKUP_FAILED/SENDER_UNREACHABLE
Flight offloaded, rebooked => EXCEPTION/FLIGHT_DELAY|LINEHAUL_HANDOVER/FLIGHT_DELAY|CAPACITY/FLIGHT_DELAY
No update for 30 days, tracking stopped => EXPIRED
Gate code missing, driver unable to reach door => DELIVERY_FAILED/NO_ACCESS
4PX收到订单信息 => INFO_RECEIVED
Processing centre scan-out => TRANSIT_HUB
In transfer between units => DEST_HUB_OUT|IN_TRANSIT
Object on route to addressee => OUT_FOR_DELIVERY
Package signed for by customer at pick-up point => DELIVERED
包裹已送達買家門市 => READY_FOR_PICKUP
Maklumat penghantaran diterima => INFO_RECEIVED
Umalis na sa sorting center => TRANSIT_HUB
Llegó a la sucursal de reparto => LAST_MILE_HUB
Item with overseas counterpart => IN_TRANSIT|ORIGIN_HUB_IN|ORIGIN_HUB_OUT
Item out from customs => IMPORT_CLEARED
寄达地海关留存 => IMPORT_HELD/CUSTOMS_HOLD|IMPORT_CUSTOMS/CUSTOMS_HOLD
Shipment tendered to carrier at origin => PICKED_UP
Parcel lodged => PICKED_UP
Vessel sailed => LINEHAUL_DEPARTED
Container devanned at destination CFS => DEST_HUB_IN|LINEHAUL_ARRIVED
Bonded transfer to bonded warehouse => IMPORT_CUSTOMS|DEST_HUB_IN|LINEHAUL_ARRIVED
Parcel sorted to route => LAST_MILE_HUB|DEST_HUB_IN|DEST_HUB_OUT
Consignment in van, 5 stops away => OUT_FOR_DELIVERY
Shipment split into two parcels => NOTE
Carrier changed, new waybill issued => NOTE|INFO_RECEIVED
货物已装柜 => LINEHAUL_HANDOVER|ORIGIN_HUB_OUT
海外仓已签收 => DEST_HUB_IN|LAST_MILE_HUB
快递已到楼下，请准备签收 => OUT_FOR_DELIVERY
We left your parcel in your safe place => DELIVERED
Parcel handed to Pickup parcelshop by courier => READY_FOR_PICKUP
The consignee was informed by notification card => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE|NOTE/RECIPIENT_UNAVAILABLE
The parcel is stored in the GLS depot => LAST_MILE_HUB|EXCEPTION|READY_FOR_PICKUP
The parcel was reweighed => NOTE|ORIGIN_HUB_IN|DEST_HUB_IN|TRANSIT_HUB
Attempted delivery - wrong mobile number => DELIVERY_FAILED/RECIPIENT_UNREACHABLE|DELIVERY_FAILED/RECIPIENT_UNREACHABLE
Your package is being held at customs until fees are paid => IMPORT_HELD/DUTIES_UNPAID
Placed in the parcel locker (pickup) => READY_FOR_PICKUP
Sent by the sender in parcel locker, awaiting courier => PICKED_UP|PICKUP_ARRANGED
Uncollected parcel - returned to locker operator => RETURN_STARTED/UNCLAIMED|EXCEPTION/UNCLAIMED
CRISS CROSS => EXCEPTION/MISROUTED
Paket telah diterima di agen Lion Parcel => PICKED_UP
ลูกค้ามารับพัสดุที่จุดบริการแล้ว => DELIVERED
Endereço não visitado - veículo quebrado => DELIVERY_FAILED/DELAYED|EXCEPTION/DELAYED|DELIVERY_FAILED/DELAYED
Saída internacional => LINEHAUL_DEPARTED
貨物抵台 => LINEHAUL_ARRIVED
该快件转为第三方派送 => LAST_MILE_HUB|NOTE
Awaiting importer details => IMPORT_HELD/CUSTOMS_DOCS
Consignment short-shipped, awaiting next flight => EXCEPTION/FLIGHT_DELAY|LINEHAUL_HANDOVER/FLIGHT_DELAY|CAPACITY/FLIGHT_DELAY
UN1/LOCODE mismatch, rerouted => EXCEPTION/MISROUTED
`;

describe('wordings of every market', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
