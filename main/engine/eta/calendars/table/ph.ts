/** Made by scripts/holidays.ts; what it misses goes into ../amendments.ts. Lines: see README.md. */
export const PH = `
2024-01-01|p||New Year's Day
2024-02-09|p||Additional special (non-working) day
2024-02-10|p||Chinese New Year
2024-03-28|p||Maundy Thursday
2024-03-29|p||Good Friday
2024-03-30|p||Black Saturday
2024-04-09|p||Araw ng Kagitingan
2024-04-10|p||Eid'l Fitr
2024-05-01|p||Labor Day
2024-06-12|p||Independence Day
2024-06-17|p||Eid'l Adha
2024-08-23|p||Ninoy Aquino Day
2024-08-26|p||National Heroes Day
2024-11-01|p||All Saints' Day
2024-11-02|p||Additional special (non-working) day
2024-11-30|p||Bonifacio Day
2024-12-08|p||Feast of the Immaculate Conception of Mary
2024-12-24|p||Additional special (non-working) day
2024-12-25|p||Christmas Day
2024-12-30|p||Rizal Day
2024-12-31|p||Last Day of the Year
2025-01-01|p||New Year's Day
2025-01-29|p||Chinese New Year
2025-04-01|p||Eid'l Fitr
2025-04-09|p||Araw ng Kagitingan
2025-04-17|p||Maundy Thursday
2025-04-18|p||Good Friday
2025-04-19|p||Black Saturday
2025-05-01|p||Labor Day
2025-05-12|p||Elections special (non-working) day
2025-06-06|p||Eid'l Adha
2025-06-12|p||Independence Day
2025-07-27|p||Additional special (non-working) day
2025-08-21|p||Ninoy Aquino Day
2025-08-25|p||National Heroes Day
2025-10-31|p||All Saints' Day Eve
2025-11-01|p||All Saints' Day
2025-11-30|p||Bonifacio Day
2025-12-08|p||Feast of the Immaculate Conception of Mary
2025-12-24|p||Christmas Eve
2025-12-25|p||Christmas Day
2025-12-30|p||Rizal Day
2025-12-31|p||Last Day of the Year
2026-01-01|p||New Year's Day
2026-02-17|p||Chinese New Year
2026-03-20|p||Eid'l Fitr
2026-04-02|p||Maundy Thursday
2026-04-03|p||Good Friday
2026-04-04|p||Black Saturday
2026-04-09|p||Araw ng Kagitingan
2026-05-01|p||Labor Day
2026-05-27|p||Eid'l Adha
2026-06-12|p||Independence Day
2026-08-21|p||Ninoy Aquino Day
2026-08-31|p||National Heroes Day
2026-11-01|p||All Saints' Day
2026-11-02|p||All Souls' Day
2026-11-30|p||Bonifacio Day
2026-12-08|p||Feast of the Immaculate Conception of Mary
2026-12-24|p||Christmas Eve
2026-12-25|p||Christmas Day
2026-12-30|p||Rizal Day
2026-12-31|p||Last Day of the Year
2027-01-01|p||New Year's Day
2027-02-06|p||Chinese New Year
2027-03-09|t||Eid'l Fitr
2027-03-25|p||Maundy Thursday
2027-03-26|p||Good Friday
2027-03-27|p||Black Saturday
2027-04-09|p||Araw ng Kagitingan
2027-05-01|p||Labor Day
2027-05-16|t||Eid'l Adha
2027-06-12|p||Independence Day
2027-08-21|p||Ninoy Aquino Day
2027-08-30|p||National Heroes Day
2027-11-01|p||All Saints' Day
2027-11-30|p||Bonifacio Day
2027-12-08|p||Feast of the Immaculate Conception of Mary
2027-12-25|p||Christmas Day
2027-12-30|p||Rizal Day
2027-12-31|p||Last Day of the Year
`;
