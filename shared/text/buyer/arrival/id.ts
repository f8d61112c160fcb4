import type { ArrivalWords } from './words.ts';

export const id: ArrivalWords = {
  stages: {
    INFO: 'persiapan',
    FIRST_MILE: 'penjemputan',
    ORIGIN: 'penyortiran di tempat asal',
    EXPORT: 'bea cukai ekspor',
    LINEHAUL: 'pengangkutan internasional',
    IMPORT: 'bea cukai impor',
    LAST_MILE: 'pengantaran lokal',
    CLOSE: 'selesai',
  },
  arrival:
    'Paket Anda {number} diperkirakan tiba {oneDay, select, yes {pada {from}} other {antara {from} dan {to}}}.',
  late: '{passed, select, yes {Seharusnya tiba paling lambat {promise}; mohon maaf atas keterlambatannya.} other {Kemungkinan besar tiba setelah {promise}, tanggal yang dijanjikan.}}',
  withheld:
    '{why, select, stale {Belum ada kabar tentang paket Anda {number} sejak {since}, lebih lama dari biasanya. Kami lebih baik tidak menyebut tanggal daripada menyebut tanggal yang salah.} noScan {Paket Anda {number} belum dipindai oleh jasa kirim, jadi kami belum dapat menyebut tanggal.} other {Paket Anda {number} tidak lagi memiliki perkiraan tanggal tiba.}}',
  toCome: 'Yang masih akan dilalui:',
  stage:
    '{stage}: biasanya {time} {sample, plural, =0 {{unseen, select, yes {(asumsi: langkah ini jarang dilaporkan)} other {(asumsi: belum ada paket untuk dibandingkan)}}} other {(berdasarkan # paket)}}',
  dayOff:
    '{oneDay, select, yes {{date}} other {{date} sampai {to}}} adalah hari libur di {country}{named, select, yes { ({name})} other {}}{sure, select, yes {} other {; tanggalnya belum dipastikan}}.',
  weather:
    '{kind, select, wind {Badai} rain {Hujan lebat} snow {Salju lebat} other {Cuaca es}} diperkirakan terjadi di {place} {oneDay, select, yes {pada {from}} other {antara {from} dan {to}}}; paket Anda mungkin tertahan di sana.',
  moved:
    'Ini {time} {direction, select, later {lebih lambat} other {lebih cepat}} dari perkiraan kami sebelumnya{hasReasons, select, yes {: {reasons}} other {}}.',
  why: {
    news: 'jasa kirim melaporkan langkah baru',
    waiting: 'tidak ada langkah baru yang dilaporkan sementara itu',
    traffic: 'kecepatan paket di jalur ini berubah',
    holiday: 'hari libur di perjalanan',
    trouble: 'ada kendala di perjalanan yang harus diselesaikan dulu',
    strike: 'pemogokan',
    weather: 'cuaca',
    handover: 'waktu penyerahan ke jasa kirim',
  },
  would: {
    scan: 'Laporan berikutnya dari jasa kirim dapat mengubah tanggal ini.',
    trouble: 'Setelah kendala di perjalanan selesai, paket dapat tiba lebih cepat.',
    strike: 'Setelah pemogokan berakhir, paket dapat tiba lebih cepat.',
    weather: 'Setelah cuaca membaik, paket dapat tiba lebih cepat.',
    holiday: 'Jika hari libur yang belum pasti itu jatuh di tanggal lain, tanggal ini ikut berubah.',
  },
};
