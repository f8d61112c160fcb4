import type { MarketFacts } from '../markets.ts';

type Language = MarketFacts['language'];

interface Questions {
  readonly where: readonly string[];
  readonly reply: string;
  readonly returned: string;
}

/** What buyers ask in chat, what the staff answers, and what a return says. Our own words. */
export const QUESTIONS: Readonly<Record<Language, Questions>> = {
  en: {
    where: ['Hi, when will my parcel arrive?', 'My order has not moved for days, where is it?'],
    reply: 'Hello, we are checking with the carrier and will tell you.',
    returned: 'I am not satisfied with this order',
  },
  ms: {
    where: ['Hi, bila barang saya sampai?', 'Kenapa parcel saya tak bergerak?'],
    reply: 'Hai, kami sedang semak dengan kurier.',
    returned: 'Saya tidak berpuas hati dengan pesanan ini',
  },
  th: {
    where: ['สวัสดีค่ะ ของจะถึงเมื่อไหร่คะ', 'พัสดุไม่ขยับหลายวันแล้วครับ'],
    reply: 'สวัสดีค่ะ กำลังตรวจสอบกับขนส่งให้ค่ะ',
    returned: 'ไม่พอใจสินค้า',
  },
  tl: {
    where: ['Hello po, kailan po darating ang order ko?', 'Bakit po hindi gumagalaw ang parcel ko?'],
    reply: 'Hello po, tine-check na po namin sa courier.',
    returned: 'Hindi ako nasiyahan sa order',
  },
  vi: {
    where: ['Shop ơi bao giờ hàng về ạ?', 'Đơn của mình mấy ngày rồi không cập nhật'],
    reply: 'Dạ shop đang kiểm tra với đơn vị vận chuyển ạ.',
    returned: 'Tôi không hài lòng với đơn hàng',
  },
  id: {
    where: ['Halo kak, kapan paket saya sampai?', 'Paket saya kok tidak bergerak ya?'],
    reply: 'Halo kak, kami cek dulu ke kurir ya.',
    returned: 'Saya tidak puas dengan pesanan ini',
  },
  'zh-Hant': {
    where: ['請問包裹什麼時候會到？', '物流好幾天沒更新了'],
    reply: '您好，我們正在向物流查詢。',
    returned: '對商品不滿意',
  },
  pt: {
    where: ['Oi, quando chega meu pedido?', 'Meu pedido está parado há dias'],
    reply: 'Olá, estamos verificando com a transportadora.',
    returned: 'Não fiquei satisfeito com o pedido',
  },
  es: {
    where: ['Hola, ¿cuándo llega mi pedido?', 'Mi paquete no se mueve desde hace días'],
    reply: 'Hola, lo revisamos con la paquetería.',
    returned: 'No estoy satisfecho con el pedido',
  },
};

interface Reviews {
  readonly glad: readonly string[];
  readonly meh: readonly string[];
  readonly late: readonly string[];
  readonly broken: readonly string[];
}

export const REVIEWS: Readonly<Record<Language, Reviews>> = {
  en: {
    glad: ['Good quality, thank you', 'As described', ''],
    meh: ['It is okay'],
    late: ['Shipping took far too long'],
    broken: ['Arrived broken'],
  },
  ms: {
    glad: ['Barang cantik, terima kasih', 'Kualiti baik'],
    meh: ['Biasa saja'],
    late: ['Penghantaran sangat lambat'],
    broken: ['Barang rosak masa sampai'],
  },
  th: { glad: ['สินค้าดี ถูกใจ', 'ตรงปก'], meh: ['พอใช้ได้'], late: ['ส่งช้ามาก รอนาน'], broken: ['ของแตกเสียหาย'] },
  tl: {
    glad: ['Maganda po, salamat', 'Sulit'],
    meh: ['Okay lang'],
    late: ['Ang tagal dumating'],
    broken: ['Basag nung dumating'],
  },
  vi: {
    glad: ['Hàng đẹp, cảm ơn shop', 'Đúng mô tả'],
    meh: ['Tạm được'],
    late: ['Giao hàng quá chậm'],
    broken: ['Hàng bị vỡ khi nhận'],
  },
  id: {
    glad: ['Barang bagus, terima kasih', 'Sesuai deskripsi'],
    meh: ['Lumayan'],
    late: ['Pengiriman lama sekali'],
    broken: ['Barang rusak saat diterima'],
  },
  'zh-Hant': {
    glad: ['品質不錯，謝謝', '與描述相符'],
    meh: ['普通'],
    late: ['等太久了，物流很慢'],
    broken: ['收到時已破損'],
  },
  pt: {
    glad: ['Ótima qualidade', 'Conforme a descrição'],
    meh: ['Mais ou menos'],
    late: ['Demorou demais para chegar'],
    broken: ['Chegou quebrado'],
  },
  es: {
    glad: ['Buena calidad, gracias', 'Tal como se describe'],
    meh: ['Regular'],
    late: ['Tardó demasiado en llegar'],
    broken: ['Llegó roto'],
  },
};
