/** Made by scripts/holidays.ts; what it misses goes into ../amendments.ts. Lines: see README.md. */
export const MY = `
2024-01-01|p|+04 05 06 07 08 10 12 13 14 15 16|Tahun Baharu
2024-01-14|p|+05|Hari Keputeraan Yang di-Pertuan Besar Negeri Sembilan
2024-01-15|p|+05|Cuti Hari Keputeraan Yang di-Pertuan Besar Negeri Sembilan
2024-01-25|p|+01 02 05 07 08 10 14 16|Hari Thaipusam
2024-02-01|p|+14 15 16|Hari Wilayah Persekutuan
2024-02-08|p|+02 05 09 11|Israk dan Mikraj
2024-02-10|p||Tahun Baharu Cina
2024-02-11|p||Tahun Baharu Cina (Hari Kedua)
2024-02-12|p|+03 11|Cuti Tahun Baharu Cina
2024-02-12|p|-01 02 03 11|Cuti Tahun Baharu Cina (Hari Kedua)
2024-02-20|p|+04|Hari Pengisytiharan Tarikh Kemerdekaan
2024-03-04|p|+11|Hari Ulang Tahun Pertabalan Sultan Terengganu
2024-03-12|p|+01 02 04|Awal Ramadan
2024-03-23|p|+01|Hari Keputeraan Sultan Johor
2024-03-28|p|+03 06 07 08 09 10 11 14 15 16|Hari Nuzul Al-Quran
2024-03-29|p|+12 13|Good Friday
2024-04-10|p||Hari Raya Puasa
2024-04-11|p||Hari Raya Puasa (Hari Kedua)
2024-04-26|p|+11|Hari Keputeraan Sultan Terengganu
2024-05-01|p||Hari Pekerja
2024-05-17|p|+09|Hari Ulang Tahun Keputeraan Raja Perlis
2024-05-22|p|+06|Hari Hol Sultan Pahang; Hari Wesak
2024-05-22|p|-06|Hari Wesak
2024-05-30|p|+12 15|Pesta Kaamatan
2024-05-31|p|+12 15|Pesta Kaamatan
2024-06-01|p|+13|Perayaan Hari Gawai Dayak
2024-06-02|p|+13|Perayaan Hari Gawai Dayak
2024-06-03|p||Hari Keputeraan Rasmi Seri Paduka Baginda Yang di-Pertuan Agong
2024-06-04|p|+13|Cuti Perayaan Hari Gawai Dayak
2024-06-16|p|+03 11|Hari Arafah
2024-06-17|p||Hari Raya Qurban
2024-06-18|p|+02 03 09 11|Hari Raya Qurban (Hari Kedua)
2024-06-30|p|+02|Hari Keputeraan Sultan Kedah
2024-07-07|p|+07|Awal Muharam; Hari Ulang Tahun Perisytiharan Tapak Warisan Dunia
2024-07-07|p|-07|Awal Muharam
2024-07-08|p|+07|Cuti Awal Muharam; Cuti Hari Ulang Tahun Perisytiharan Tapak Warisan Dunia
2024-07-13|p|+07|Hari Jadi Yang di-Pertua Negeri Pulau Pinang
2024-07-22|p|+13|Hari Kemerdekaan Sarawak
2024-07-30|p|+06|Hari Keputeraan Sultan Pahang
2024-08-11|p|+01|Hari Hol Almarhum Sultan Iskandar
2024-08-24|p|+04|Hari Jadi Yang di-Pertua Negeri Melaka
2024-08-31|p||Hari Kebangsaan
2024-09-01|p|+03 11|Cuti Hari Kebangsaan
2024-09-16|p||Hari Keputeraan Nabi Muhammad S.A.W.; Hari Malaysia
2024-09-29|p|+03|Hari Keputeraan Sultan Kelantan
2024-09-30|p|+03|Hari Keputeraan Sultan Kelantan
2024-10-05|p|+12|Hari Jadi Yang di-Pertua Negeri Sabah
2024-10-12|p|+13|Hari Jadi Yang di-Pertua Negeri Sarawak
2024-10-31|p|+01 02 03 04 05 06 07 08 09 10 11 12 14 15 16|Hari Deepavali
2024-11-01|p|+08|Hari Keputeraan Sultan Perak
2024-12-11|p|+10|Hari Keputeraan Sultan Selangor
2024-12-24|p|+12|Krismas (Eve)
2024-12-25|p||Hari Krismas
2025-01-01|p|+04 05 06 07 08 10 12 13 14 15 16|Tahun Baharu
2025-01-14|p|+05|Hari Keputeraan Yang di-Pertuan Besar Negeri Sembilan
2025-01-27|p|+02 05 09 11|Israk dan Mikraj
2025-01-29|p||Tahun Baharu Cina
2025-01-30|p||Tahun Baharu Cina (Hari Kedua)
2025-02-01|p|+14 15 16|Hari Wilayah Persekutuan
2025-02-11|p|+01 02 05 07 08 10 14 16|Hari Thaipusam
2025-02-20|p|+04|Hari Pengisytiharan Tarikh Kemerdekaan
2025-03-02|p|+01 02|Awal Ramadan
2025-03-03|p|+01|Cuti Awal Ramadan
2025-03-04|p|+11|Hari Ulang Tahun Pertabalan Sultan Terengganu
2025-03-18|p|+03 06 07 08 09 10 11 14 15 16|Hari Nuzul Al-Quran
2025-03-23|p|+01|Hari Keputeraan Sultan Johor
2025-03-30|p|+12|Hari Jadi Yang di-Pertua Negeri Sabah
2025-03-31|p||Hari Raya Puasa
2025-04-01|p||Hari Raya Puasa (Hari Kedua)
2025-04-02|p|+04|Hari Raya Puasa (Hari Ketiga)
2025-04-18|p|+12 13|Good Friday
2025-04-26|p|+11|Hari Keputeraan Sultan Terengganu
2025-04-27|p|+11|Cuti Hari Keputeraan Sultan Terengganu
2025-05-01|p||Hari Pekerja
2025-05-12|p||Hari Wesak
2025-05-17|p|+09|Hari Ulang Tahun Keputeraan Raja Perlis
2025-05-22|p|+06|Hari Hol Sultan Pahang
2025-05-30|p|+12 15|Pesta Kaamatan
2025-05-31|p|+12 15|Pesta Kaamatan
2025-06-01|p|+13|Perayaan Hari Gawai Dayak
2025-06-02|p|+13|Hari Keputeraan Rasmi Seri Paduka Baginda Yang di-Pertuan Agong; Perayaan Hari Gawai Dayak
2025-06-02|p|-13|Hari Keputeraan Rasmi Seri Paduka Baginda Yang di-Pertuan Agong
2025-06-03|p|+13|Cuti Perayaan Hari Gawai Dayak
2025-06-06|p|+03 11|Hari Arafah
2025-06-07|p||Hari Raya Qurban
2025-06-08|p|+02 03 09 11|Hari Raya Qurban (Hari Kedua)
2025-06-09|p|+03 11|Cuti Hari Raya Qurban
2025-06-09|p|+09|Cuti Hari Raya Qurban (Hari Kedua)
2025-06-15|p|+02|Hari Keputeraan Sultan Kedah
2025-06-27|p||Awal Muharam
2025-07-07|p|+07|Hari Ulang Tahun Perisytiharan Tapak Warisan Dunia
2025-07-12|p|+07|Hari Jadi Yang di-Pertua Negeri Pulau Pinang
2025-07-22|p|+13|Hari Kemerdekaan Sarawak
2025-07-30|p|+06|Hari Keputeraan Sultan Pahang
2025-07-31|p|+01|Hari Hol Almarhum Sultan Iskandar
2025-08-24|p|+04|Hari Jadi Yang di-Pertua Negeri Melaka
2025-08-25|p|+04|Cuti Hari Jadi Yang di-Pertua Negeri Melaka
2025-08-31|p||Hari Kebangsaan
2025-09-01|p|-02 03 11|Cuti Hari Kebangsaan
2025-09-05|p||Hari Keputeraan Nabi Muhammad S.A.W.
2025-09-07|p|+02|Cuti Hari Keputeraan Nabi Muhammad S.A.W.
2025-09-15|p||Cuti Peristiwa
2025-09-16|p||Hari Malaysia
2025-09-29|p|+03|Hari Keputeraan Sultan Kelantan
2025-09-30|p|+03|Hari Keputeraan Sultan Kelantan
2025-10-11|p|+13|Hari Jadi Yang di-Pertua Negeri Sarawak
2025-10-20|p|+01 02 03 04 05 06 07 08 09 10 11 12 14 15 16|Hari Deepavali
2025-11-07|p|+08|Hari Keputeraan Sultan Perak
2025-12-11|p|+10|Hari Keputeraan Sultan Selangor
2025-12-24|p|+12|Krismas (Eve)
2025-12-25|p||Hari Krismas
2026-01-01|p|+04 05 06 07 08 10 12 13 14 15 16|Tahun Baharu
2026-01-14|p|+05|Hari Keputeraan Yang di-Pertuan Besar Negeri Sembilan
2026-01-17|p|+02 05 09 11|Israk dan Mikraj
2026-01-18|p|+11|Cuti Israk dan Mikraj
2026-02-01|p|+01 02 05 07 08 10|Hari Thaipusam
2026-02-01|p|+14 16|Hari Thaipusam; Hari Wilayah Persekutuan
2026-02-01|p|+15|Hari Wilayah Persekutuan
2026-02-02|p|+01 05 07 08 10|Cuti Hari Thaipusam
2026-02-02|p|+14 16|Cuti Hari Thaipusam; Cuti Hari Wilayah Persekutuan
2026-02-02|p|+15|Cuti Hari Wilayah Persekutuan
2026-02-17|p||Tahun Baharu Cina
2026-02-18|p||Tahun Baharu Cina (Hari Kedua)
2026-02-19|p|+01 02|Awal Ramadan
2026-02-20|p|+04|Hari Pengisytiharan Tarikh Kemerdekaan
2026-03-04|p|+11|Hari Ulang Tahun Pertabalan Sultan Terengganu
2026-03-07|p|+03 06 07 08 09 10 11 14 15 16|Hari Nuzul Al-Quran
2026-03-08|p|+03 11|Cuti Hari Nuzul Al-Quran
2026-03-21|p||Hari Raya Puasa
2026-03-22|p||Hari Raya Puasa (Hari Kedua)
2026-03-23|p|+01|Hari Keputeraan Sultan Johor
2026-03-23|p|+03 11|Cuti Hari Raya Puasa
2026-03-23|p|+04|Hari Raya Puasa (Hari Ketiga)
2026-03-23|p|-01 02 03 04 11|Cuti Hari Raya Puasa (Hari Kedua)
2026-03-24|p|+01 04|Cuti Hari Raya Puasa (Hari Kedua)
2026-03-30|p|+12|Hari Jadi Yang di-Pertua Negeri Sabah
2026-04-03|p|+12 13|Good Friday
2026-04-26|p|+11|Hari Keputeraan Sultan Terengganu
2026-05-01|p||Hari Pekerja
2026-05-03|p|+02|Cuti Hari Pekerja
2026-05-17|p|+09|Hari Ulang Tahun Keputeraan Raja Perlis
2026-05-18|p|+09|Cuti Hari Ulang Tahun Keputeraan Raja Perlis
2026-05-22|p|+06|Hari Hol Sultan Pahang
2026-05-26|p|+03 11|Hari Arafah
2026-05-27|p||Hari Raya Qurban
2026-05-28|p|+02 03 09 11|Hari Raya Qurban (Hari Kedua)
2026-05-30|p|+12 15|Pesta Kaamatan
2026-05-31|p|+12 15|Hari Wesak; Pesta Kaamatan
2026-05-31|p|-12 15|Hari Wesak
2026-06-01|p|+13|Hari Keputeraan Rasmi Seri Paduka Baginda Yang di-Pertuan Agong; Perayaan Hari Gawai Dayak
2026-06-01|p|-13|Hari Keputeraan Rasmi Seri Paduka Baginda Yang di-Pertuan Agong
2026-06-02|p|+12 15|Cuti Hari Wesak; Cuti Pesta Kaamatan
2026-06-02|p|+13|Perayaan Hari Gawai Dayak
2026-06-02|p|-02 03 11 12 13 15|Cuti Hari Wesak
2026-06-03|p|+13|Cuti Hari Wesak
2026-06-17|p||Awal Muharam
2026-06-21|p|+02|Hari Keputeraan Sultan Kedah
2026-07-07|p|+07|Hari Ulang Tahun Perisytiharan Tapak Warisan Dunia
2026-07-11|p|+07|Hari Jadi Yang di-Pertua Negeri Pulau Pinang
2026-07-21|p|+01|Hari Hol Almarhum Sultan Iskandar
2026-07-22|p|+13|Hari Kemerdekaan Sarawak
2026-07-30|p|+06|Hari Keputeraan Sultan Pahang
2026-08-24|p|+04|Hari Jadi Yang di-Pertua Negeri Melaka
2026-08-25|p||Hari Keputeraan Nabi Muhammad S.A.W.
2026-08-31|p||Hari Kebangsaan
2026-09-16|p||Hari Malaysia
2026-09-29|p|+03|Hari Keputeraan Sultan Kelantan
2026-09-30|p|+03|Hari Keputeraan Sultan Kelantan
2026-10-10|p|+13|Hari Jadi Yang di-Pertua Negeri Sarawak
2026-11-06|p|+08|Hari Keputeraan Sultan Perak
2026-11-08|p|+01 02 03 04 05 06 07 08 09 10 11 12 14 15 16|Hari Deepavali
2026-11-09|p|+01 04 05 06 07 08 09 10 12 14 15 16|Cuti Hari Deepavali
2026-12-11|p|+10|Hari Keputeraan Sultan Selangor
2026-12-24|p|+12|Krismas (Eve)
2026-12-25|p||Hari Krismas
2026-12-27|p|+02|Cuti Hari Krismas
2027-01-01|p|+04 05 06 07 08 10 12 13 14 15 16|Tahun Baharu
2027-01-05|t|+02 05 09 11|Israk dan Mikraj
2027-01-14|p|+05|Hari Keputeraan Yang di-Pertuan Besar Negeri Sembilan
2027-01-22|p|+01 02 05 07 08 10 14 16|Hari Thaipusam
2027-01-24|p|+02|Cuti Hari Thaipusam
2027-02-01|p|+14 15 16|Hari Wilayah Persekutuan
2027-02-06|t||Tahun Baharu Cina
2027-02-07|t||Tahun Baharu Cina (Hari Kedua)
2027-02-08|t|+01 02|Awal Ramadan
2027-02-08|t|+03 11|Cuti Tahun Baharu Cina
2027-02-08|t|-01 02 03 11|Cuti Tahun Baharu Cina (Hari Kedua)
2027-02-09|t|+01|Cuti Tahun Baharu Cina (Hari Kedua)
2027-02-20|p|+04|Hari Pengisytiharan Tarikh Kemerdekaan
2027-02-24|t|+03 06 07 08 09 10 11 14 15 16|Hari Nuzul Al-Quran
2027-03-04|p|+11|Hari Ulang Tahun Pertabalan Sultan Terengganu
2027-03-09|t||Hari Raya Puasa
2027-03-10|t||Hari Raya Puasa (Hari Kedua)
2027-03-11|t|+04|Hari Raya Puasa (Hari Ketiga)
2027-03-23|p|+01|Hari Keputeraan Sultan Johor
2027-03-26|p|+12 13|Good Friday
2027-03-30|p|+12|Hari Jadi Yang di-Pertua Negeri Sabah
2027-04-26|p|+11|Hari Keputeraan Sultan Terengganu
2027-05-01|p||Hari Pekerja
2027-05-02|p|+03 11|Cuti Hari Pekerja
2027-05-15|t|+03 11|Hari Arafah
2027-05-16|t||Hari Raya Qurban
2027-05-17|t|+02 03 11|Hari Raya Qurban (Hari Kedua)
2027-05-17|t|+09|Hari Raya Qurban (Hari Kedua); Hari Ulang Tahun Keputeraan Raja Perlis
2027-05-17|t|-02 03 09 11|Cuti Hari Raya Qurban
2027-05-18|t|+03 11|Cuti Hari Arafah
2027-05-18|t|+09|Cuti Hari Raya Qurban
2027-05-20|t||Hari Wesak
2027-05-22|p|+06|Hari Hol Sultan Pahang
2027-05-30|p|+12 15|Pesta Kaamatan
2027-05-31|p|+12 15|Pesta Kaamatan
2027-06-01|p|+13|Perayaan Hari Gawai Dayak
2027-06-02|p|+13|Perayaan Hari Gawai Dayak
2027-06-06|t||Awal Muharam
2027-06-07|p||Hari Keputeraan Rasmi Seri Paduka Baginda Yang di-Pertuan Agong
2027-06-20|p|+02|Hari Keputeraan Sultan Kedah
2027-07-07|p|+07|Hari Ulang Tahun Perisytiharan Tapak Warisan Dunia
2027-07-10|p|+07|Hari Jadi Yang di-Pertua Negeri Pulau Pinang
2027-07-10|t|+01|Hari Hol Almarhum Sultan Iskandar
2027-07-22|p|+13|Hari Kemerdekaan Sarawak
2027-07-30|p|+06|Hari Keputeraan Sultan Pahang
2027-08-14|t||Hari Keputeraan Nabi Muhammad S.A.W.
2027-08-15|t|+03 11|Cuti Hari Keputeraan Nabi Muhammad S.A.W.
2027-08-24|p|+04|Hari Jadi Yang di-Pertua Negeri Melaka
2027-08-31|p||Hari Kebangsaan
2027-09-16|p||Hari Malaysia
2027-09-29|p|+03|Hari Keputeraan Sultan Kelantan
2027-09-30|p|+03|Hari Keputeraan Sultan Kelantan
2027-10-09|p|+13|Hari Jadi Yang di-Pertua Negeri Sarawak
2027-10-28|p|+01 02 03 04 05 06 07 08 09 10 11 12 14 15 16|Hari Deepavali
2027-11-05|p|+08|Hari Keputeraan Sultan Perak
2027-12-11|p|+10|Hari Keputeraan Sultan Selangor
2027-12-24|p|+12|Krismas (Eve)
2027-12-25|p|-02 05 09 11|Hari Krismas
2027-12-25|t|+02 05 09 11|Hari Krismas; Israk dan Mikraj
2027-12-26|p|+03|Cuti Hari Krismas
2027-12-26|t|+11|Cuti Hari Krismas; Cuti Israk dan Mikraj
`;
