import type { ArrivalWords } from './words.ts';

export const ms: ArrivalWords = {
  stages: {
    INFO: 'penyediaan',
    FIRST_MILE: 'kutipan',
    ORIGIN: 'pengisihan di tempat asal',
    EXPORT: 'kastam eksport',
    LINEHAUL: 'pengangkutan antarabangsa',
    IMPORT: 'kastam import',
    LAST_MILE: 'penghantaran tempatan',
    CLOSE: 'selesai',
  },
  arrival:
    'Bungkusan anda {number} dijangka tiba {oneDay, select, yes {pada {from}} other {antara {from} dan {to}}}.',
  late: '{passed, select, yes {Sepatutnya tiba selewat-lewatnya pada {promise}; kami mohon maaf atas kelewatan ini.} other {Kemungkinan besar tiba selepas {promise}, tarikh yang dijanjikan.}}',
  withheld:
    '{why, select, stale {Tiada berita tentang bungkusan anda {number} sejak {since}, lebih lama daripada biasa. Kami memilih untuk tidak memberi tarikh yang mungkin salah.} noScan {Bungkusan anda {number} belum diimbas oleh syarikat penghantaran, jadi kami belum dapat memberi tarikh.} other {Tiada lagi jangkaan tarikh tiba bagi bungkusan anda {number}.}}',
  toCome: 'Yang masih perlu dilalui:',
  stage:
    '{stage}: biasanya {time} {sample, plural, =0 {{unseen, select, yes {(andaian: langkah ini jarang dilaporkan)} other {(andaian: belum ada bungkusan untuk dibandingkan)}}} other {(berdasarkan # bungkusan)}}',
  dayOff:
    '{oneDay, select, yes {{date}} other {{date} hingga {to}}} ialah hari cuti di {country}{named, select, yes { ({name})} other {}}{sure, select, yes {} other {; tarikhnya belum disahkan}}.',
  weather:
    '{kind, select, wind {Ribut} rain {Hujan lebat} snow {Salji lebat} other {Cuaca berais}} diramalkan di {place} {oneDay, select, yes {pada {from}} other {antara {from} dan {to}}}; bungkusan anda mungkin lewat di sana.',
  moved:
    'Ini {time} {direction, select, later {lebih lewat} other {lebih awal}} daripada jangkaan kami sebelum ini{hasReasons, select, yes {: {reasons}} other {}}.',
  why: {
    news: 'syarikat penghantaran melaporkan langkah baharu',
    waiting: 'tiada langkah baharu dilaporkan sementara itu',
    traffic: 'kelajuan bungkusan di laluan ini telah berubah',
    holiday: 'hari cuti dalam perjalanan',
    trouble: 'ada perkara dalam perjalanan yang perlu diselesaikan dahulu',
    strike: 'mogok',
    weather: 'cuaca',
    handover: 'masa serahan kepada syarikat penghantaran',
  },
  would: {
    scan: 'Laporan seterusnya daripada syarikat penghantaran mungkin mengubah tarikh ini.',
    trouble: 'Apabila masalah dalam perjalanan selesai, ia mungkin tiba lebih awal.',
    strike: 'Apabila mogok tamat, ia mungkin tiba lebih awal.',
    weather: 'Apabila cuaca bertambah baik, ia mungkin tiba lebih awal.',
    holiday: 'Jika hari cuti yang belum disahkan itu jatuh pada tarikh lain, tarikh ini turut berubah.',
  },
};
