/** Made by scripts/holidays.ts; what it misses goes into ../amendments.ts. Lines: see README.md. */
export const SG = `
2024-01-01|p||New Year's Day
2024-02-10|p||Chinese New Year
2024-02-11|p||Chinese New Year
2024-02-12|p||Chinese New Year (observed)
2024-03-29|p||Good Friday
2024-04-10|p||Hari Raya Puasa
2024-05-01|p||Labour Day
2024-05-22|p||Vesak Day
2024-06-17|p||Hari Raya Haji
2024-08-09|p||National Day
2024-10-31|p||Deepavali
2024-12-25|p||Christmas Day
2025-01-01|p||New Year's Day
2025-01-29|p||Chinese New Year
2025-01-30|p||Chinese New Year
2025-03-31|p||Hari Raya Puasa
2025-04-18|p||Good Friday
2025-05-01|p||Labour Day
2025-05-03|p||Polling Day
2025-05-12|p||Vesak Day
2025-06-07|p||Hari Raya Haji
2025-08-09|p||National Day
2025-10-20|p||Deepavali
2025-12-25|p||Christmas Day
2026-01-01|p||New Year's Day
2026-02-17|p||Chinese New Year
2026-02-18|p||Chinese New Year
2026-03-21|p||Hari Raya Puasa
2026-04-03|p||Good Friday
2026-05-01|p||Labour Day
2026-05-27|p||Hari Raya Haji
2026-05-31|p||Vesak Day
2026-06-01|p||Vesak Day (observed)
2026-08-09|p||National Day
2026-08-10|p||National Day (observed)
2026-11-08|p||Deepavali
2026-11-09|p||Deepavali (observed)
2026-12-25|p||Christmas Day
2027-01-01|p||New Year's Day
2027-02-06|p||Chinese New Year
2027-02-07|p||Chinese New Year
2027-02-08|p||Chinese New Year (observed)
2027-03-10|p||Hari Raya Puasa
2027-03-26|p||Good Friday
2027-05-01|p||Labour Day
2027-05-17|p||Hari Raya Haji
2027-05-20|p||Vesak Day
2027-08-09|p||National Day
2027-10-28|p||Deepavali
2027-12-25|p||Christmas Day
`;
