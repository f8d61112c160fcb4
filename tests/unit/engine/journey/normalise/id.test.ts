import { describe, expect, it } from 'vitest';
import { said, sentences } from './said.ts';

/** Invented sentences as carriers write them, with what they mean; `|` parts meanings that are all right. */
const SENTENCES = `
Pesanan dibuat => INFO_RECEIVED
Penjual sedang menyiapkan pesanan => INFO_RECEIVED
Kurir akan menjemput paket => PICKUP_ARRANGED
Permintaan pickup diterima => PICKUP_ARRANGED
Gagal pickup: paket belum siap => PICKUP_FAILED/SENDER_NOT_READY
Paket telah dijemput kurir => PICKED_UP
Paket telah diserahkan ke jasa kirim => PICKED_UP
Paket diterima di counter J&T => PICKED_UP
MANIFESTED => INFO_RECEIVED|PICKED_UP
Paket telah tiba di gudang sortir Jakarta => TRANSIT_HUB
Paket telah keluar dari gudang transit => TRANSIT_HUB
PAKET TELAH DI INPUT (MANIFESTED) DI BANDUNG => INFO_RECEIVED|PICKED_UP|TRANSIT_HUB
RECEIVED AT SORTING CENTER [JAKARTA] => TRANSIT_HUB
PROCESSED AT SORTING CENTER [CILACAP] => TRANSIT_HUB
SHIPMENT FORWARDED TO DESTINATION [JAKARTA] => IN_TRANSIT|TRANSIT_HUB|ORIGIN_HUB_OUT
RECEIVED AT INBOUND STATION [BEKASI] => DEST_HUB_IN|LAST_MILE_HUB
Paket dikirim ke kota tujuan => IN_TRANSIT|TRANSIT_HUB|ORIGIN_HUB_OUT
Paket diserahkan ke maskapai => LINEHAUL_HANDOVER
Pesawat telah berangkat => LINEHAUL_DEPARTED
Paket telah tiba di negara tujuan => LINEHAUL_ARRIVED
Paket tiba di Indonesia => LINEHAUL_ARRIVED
Paket dalam proses bea cukai => IMPORT_CUSTOMS
Paket telah lolos bea cukai => IMPORT_CLEARED
Paket ditahan bea cukai => IMPORT_HELD
Paket tiba di hub tujuan => DEST_HUB_IN
Paket telah sampai di kantor cabang tujuan => LAST_MILE_HUB
Paket dibawa kurir menuju alamat penerima => OUT_FOR_DELIVERY
PAKET DIBAWA [SIGESIT - BUDI] => OUT_FOR_DELIVERY
Paket sedang diantar ke alamat penerima => OUT_FOR_DELIVERY
Paket telah diterima oleh [ANI] => DELIVERED
PAKET DITERIMA OLEH [YANTO - (YBS) YANG BERSANGKUTAN] => DELIVERED
Paket terkirim => DELIVERED
Paket gagal diantar karena penerima tidak di rumah => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
Pengiriman gagal, alamat tidak lengkap => DELIVERY_FAILED/ADDRESS_PROBLEM
Penerima menolak paket => DELIVERY_FAILED/REFUSED
Penerima tidak dapat dihubungi => DELIVERY_FAILED/RECIPIENT_UNREACHABLE
Pengantaran dijadwalkan ulang => DELIVERY_FAILED/RESCHEDULED
Paket siap diambil di agen => READY_FOR_PICKUP
Paket akan dikembalikan ke pengirim => RETURN_STARTED
Paket sedang dalam perjalanan kembali ke pengirim => RETURN_IN_TRANSIT
Paket telah dikembalikan ke pengirim => RETURNED
Paket hilang => LOST
Paket rusak => EXCEPTION/DAMAGED
Pesanan dibatalkan => CANCELLED
Paket dalam perjalanan => IN_TRANSIT
Barang telah dihantar kepada penerima => DELIVERED
Bungkusan sedang dihantar => OUT_FOR_DELIVERY
Bungkusan telah tiba di pusat sortir => TRANSIT_HUB
Penghantaran berjaya => DELIVERED
Penghantaran gagal, tiada orang di rumah => DELIVERY_FAILED/RECIPIENT_UNAVAILABLE
Barang telah dilepaskan oleh kastam => IMPORT_CLEARED
Item telah tiba di Malaysia => LINEHAUL_ARRIVED
Sedia untuk diambil di pejabat pos => READY_FOR_PICKUP
Kurier sedang dalam perjalanan untuk mengutip => PICKUP_ARRANGED
Paket telah berangkat dari bandara asal => LINEHAUL_DEPARTED
Paket akan diantar hari ini => OUT_FOR_DELIVERY
`;

describe('Indonesian and Malay', () => {
  it.each(sentences(SENTENCES))('%s', (text, wanted) => {
    expect(wanted).toContain(said(text, wanted));
  });
});
