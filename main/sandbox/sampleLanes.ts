import type { Market } from '#shared/model/market.ts';

/** An invented lane of the sample: where it lands, which hub and town it ends in, and how long the main leg takes. */
export interface Lane {
  readonly market: Market;
  readonly port: string;
  readonly hub: string;
  readonly city: string;
  /** Hours of the main leg. */
  readonly flight: number;
}

export const LANES: readonly Lane[] = [
  { market: 'SG', port: 'Singapore Changi', hub: 'Tuas', city: 'Tampines', flight: 14 },
  { market: 'MY', port: 'Port Klang', hub: 'Shah Alam', city: 'Kuala Lumpur', flight: 20 },
  { market: 'TH', port: 'Laem Chabang', hub: 'Wang Noi', city: 'กรุงเทพฯ', flight: 22 },
  { market: 'VN', port: 'Hữu Nghị', hub: 'Bắc Ninh', city: 'Hà Nội', flight: 26 },
  { market: 'ID', port: 'Soekarno-Hatta', hub: 'Cakung', city: 'Jakarta Selatan', flight: 24 },
  { market: 'PH', port: 'NAIA Manila', hub: 'Calamba', city: 'Quezon City', flight: 18 },
  { market: 'TW', port: '桃園機場', hub: '龜山', city: '台北市', flight: 12 },
  { market: 'BR', port: 'Viracopos', hub: 'Cajamar', city: 'São Paulo', flight: 60 },
  { market: 'MX', port: 'AICM', hub: 'Tepotzotlán', city: 'Ciudad de México', flight: 52 },
];

/** How each market's carrier would say it; the words are ours. */
interface Words {
  readonly hub: string;
  readonly station: string;
  readonly out: string;
  readonly delivered: string;
  readonly failed: string;
  readonly remark: string;
  readonly back: string;
}

const english: Words = {
  hub: 'Parcel has arrived at the sorting centre',
  station: 'Parcel has arrived at the delivery station',
  out: 'Parcel is out for delivery',
  delivered: 'Parcel has been delivered',
  failed: 'Delivery attempt was not successful',
  remark: 'Recipient was informed by message',
  back: 'Parcel is on its way back to the sender',
};

export const hubWords: Readonly<Record<Market, Words>> = {
  SG: english,
  MY: {
    hub: 'Bungkusan telah tiba di pusat pengisihan',
    station: 'Bungkusan telah tiba di hab penghantaran',
    out: 'Bungkusan sedang dihantar',
    delivered: 'Bungkusan telah diserahkan',
    failed: 'Cubaan penghantaran tidak berjaya',
    remark: 'Penerima telah dimaklumkan melalui mesej',
    back: 'Bungkusan dalam perjalanan kembali kepada penghantar',
  },
  TH: {
    hub: 'พัสดุถึงศูนย์คัดแยกแล้ว',
    station: 'พัสดุถึงสถานีจัดส่งแล้ว',
    out: 'พัสดุอยู่ระหว่างการนำจ่าย',
    delivered: 'จัดส่งพัสดุสำเร็จ',
    failed: 'จัดส่งพัสดุไม่สำเร็จ',
    remark: 'แจ้งผู้รับทางข้อความแล้ว',
    back: 'พัสดุกำลังส่งกลับไปยังผู้ส่ง',
  },
  VN: {
    hub: 'Kiện hàng đã đến trung tâm phân loại',
    station: 'Kiện hàng đã đến bưu cục phát',
    out: 'Kiện hàng đang được giao',
    delivered: 'Kiện hàng đã giao thành công',
    failed: 'Giao kiện hàng không thành công',
    remark: 'Đã nhắn tin cho người nhận',
    back: 'Kiện hàng đang được hoàn về người gửi',
  },
  ID: {
    hub: 'Paket telah tiba di pusat sortir',
    station: 'Paket telah tiba di stasiun pengantaran',
    out: 'Paket sedang diantar',
    delivered: 'Paket telah diterima',
    failed: 'Upaya pengantaran tidak berhasil',
    remark: 'Penerima telah dihubungi lewat pesan',
    back: 'Paket dalam perjalanan kembali ke pengirim',
  },
  PH: { ...english, remark: 'Naabisuhan na ang tatanggap sa mensahe', failed: 'Hindi naihatid ang parsela' },
  TW: {
    hub: '包裹已到達理貨中心',
    station: '包裹已到達配送站',
    out: '包裹配送中',
    delivered: '包裹已送達',
    failed: '包裹配送未成功',
    remark: '已以簡訊通知收件人',
    back: '包裹退回寄件人途中',
  },
  BR: {
    hub: 'O pacote chegou ao centro de triagem',
    station: 'O pacote chegou à estação de entrega',
    out: 'O pacote saiu para entrega',
    delivered: 'O pacote foi entregue',
    failed: 'A tentativa de entrega não teve sucesso',
    remark: 'O destinatário foi avisado por mensagem',
    back: 'O pacote está voltando ao remetente',
  },
  MX: {
    hub: 'El paquete llegó al centro de clasificación',
    station: 'El paquete llegó a la estación de entrega',
    out: 'El paquete está en camino a tu domicilio',
    delivered: 'El paquete fue entregado',
    failed: 'El intento de entrega no tuvo éxito',
    remark: 'Se avisó al destinatario por mensaje',
    back: 'El paquete regresa al remitente',
  },
  CO: english,
  CL: english,
};
