/** Made by scripts/holidays.ts; what it misses goes into ../amendments.ts. Lines: see README.md. */
export const ID = `
2024-01-01|p||Tahun Baru Masehi
2024-02-08|p||Isra Mikraj Nabi Muhammad
2024-02-09|o||Cuti Bersama Tahun Baru Imlek
2024-02-10|p||Tahun Baru Imlek
2024-02-14|p||Hari Pemilihan Umum
2024-03-11|p||Hari Suci Nyepi
2024-03-12|o||Cuti Bersama Hari Suci Nyepi
2024-03-29|p||Wafat Yesus Kristus
2024-03-31|p||Kebangkitan Yesus Kristus
2024-04-08|o||Cuti Bersama Hari Raya Idul Fitri
2024-04-09|o||Cuti Bersama Hari Raya Idul Fitri
2024-04-10|p||Hari Raya Idul Fitri
2024-04-11|p||Hari kedua dari Hari Raya Idul Fitri
2024-04-12|o||Cuti Bersama Hari Raya Idul Fitri
2024-04-15|o||Cuti Bersama Hari Raya Idul Fitri
2024-05-01|p||Hari Buruh Internasional
2024-05-09|p||Kenaikan Yesus Kristus
2024-05-10|o||Cuti Bersama Kenaikan Yesus Kristus
2024-05-23|p||Hari Raya Waisak
2024-05-24|o||Cuti Bersama Hari Raya Waisak
2024-06-01|p||Hari Lahir Pancasila
2024-06-17|p||Hari Raya Idul Adha
2024-06-18|o||Cuti Bersama Hari Raya Idul Adha
2024-07-07|p||Tahun Baru Islam
2024-08-17|p||Hari Kemerdekaan Republik Indonesia
2024-09-16|p||Maulid Nabi Muhammad
2024-11-27|p||Hari Pemilihan Kepala Daerah
2024-12-25|p||Hari Raya Natal
2024-12-26|o||Cuti Bersama Hari Raya Natal
2025-01-01|p||Tahun Baru Masehi
2025-01-27|p||Isra Mikraj Nabi Muhammad
2025-01-28|o||Cuti Bersama Tahun Baru Imlek
2025-01-29|p||Tahun Baru Imlek
2025-03-28|o||Cuti Bersama Hari Suci Nyepi
2025-03-29|p||Hari Suci Nyepi
2025-03-31|p||Hari Raya Idul Fitri
2025-04-01|p||Hari kedua dari Hari Raya Idul Fitri
2025-04-02|o||Cuti Bersama Hari Raya Idul Fitri
2025-04-03|o||Cuti Bersama Hari Raya Idul Fitri
2025-04-04|o||Cuti Bersama Hari Raya Idul Fitri
2025-04-07|o||Cuti Bersama Hari Raya Idul Fitri
2025-04-18|p||Wafat Yesus Kristus
2025-04-20|p||Kebangkitan Yesus Kristus
2025-05-01|p||Hari Buruh Internasional
2025-05-12|p||Hari Raya Waisak
2025-05-13|o||Cuti Bersama Hari Raya Waisak
2025-05-29|p||Kenaikan Yesus Kristus
2025-05-30|o||Cuti Bersama Kenaikan Yesus Kristus
2025-06-01|p||Hari Lahir Pancasila
2025-06-06|p||Hari Raya Idul Adha
2025-06-09|o||Cuti Bersama Hari Raya Idul Adha
2025-06-27|p||Tahun Baru Islam
2025-08-17|p||Hari Kemerdekaan Republik Indonesia
2025-08-18|o||Cuti Bersama Hari Kemerdekaan Republik Indonesia
2025-09-05|p||Maulid Nabi Muhammad
2025-12-25|p||Hari Raya Natal
2025-12-26|o||Cuti Bersama Hari Raya Natal
2026-01-01|p||Tahun Baru Masehi
2026-01-16|p||Isra Mikraj Nabi Muhammad
2026-02-16|o||Cuti Bersama Tahun Baru Imlek
2026-02-17|p||Tahun Baru Imlek
2026-03-18|o||Cuti Bersama Hari Suci Nyepi
2026-03-19|p||Hari Suci Nyepi
2026-03-20|o||Cuti Bersama Hari Raya Idul Fitri
2026-03-21|p||Hari Raya Idul Fitri
2026-03-22|p||Hari kedua dari Hari Raya Idul Fitri
2026-03-23|o||Cuti Bersama Hari Raya Idul Fitri
2026-03-24|o||Cuti Bersama Hari Raya Idul Fitri
2026-04-03|p||Wafat Yesus Kristus
2026-04-05|p||Kebangkitan Yesus Kristus
2026-05-01|p||Hari Buruh Internasional
2026-05-14|p||Kenaikan Yesus Kristus
2026-05-15|o||Cuti Bersama Kenaikan Yesus Kristus
2026-05-27|p||Hari Raya Idul Adha
2026-05-28|o||Cuti Bersama Hari Raya Idul Adha
2026-05-31|p||Hari Raya Waisak
2026-06-01|p||Hari Lahir Pancasila
2026-06-16|p||Tahun Baru Islam
2026-08-17|p||Hari Kemerdekaan Republik Indonesia
2026-08-25|p||Maulid Nabi Muhammad
2026-12-24|o||Cuti Bersama Hari Raya Natal
2026-12-25|p||Hari Raya Natal
2027-01-01|p||Tahun Baru Masehi
2027-01-05|t||Isra Mikraj Nabi Muhammad
2027-02-06|t||Tahun Baru Imlek
2027-03-08|p||Hari Suci Nyepi
2027-03-09|t||Hari Raya Idul Fitri
2027-03-10|t||Hari kedua dari Hari Raya Idul Fitri
2027-03-26|p||Wafat Yesus Kristus
2027-03-28|p||Kebangkitan Yesus Kristus
2027-05-01|p||Hari Buruh Internasional
2027-05-06|p||Kenaikan Yesus Kristus
2027-05-16|t||Hari Raya Idul Adha
2027-05-20|t||Hari Raya Waisak
2027-06-01|p||Hari Lahir Pancasila
2027-06-06|t||Tahun Baru Islam
2027-08-14|t||Maulid Nabi Muhammad
2027-08-17|p||Hari Kemerdekaan Republik Indonesia
2027-12-25|t||Hari Raya Natal; Isra Mikraj Nabi Muhammad
`;
