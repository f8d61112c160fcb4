/** Made by scripts/holidays.ts; what it misses goes into ../amendments.ts. Lines: see README.md. */
export const VN = `
2024-01-01|p||Tết Dương lịch
2024-02-08|p||29 Tết
2024-02-09|p||Giao thừa Tết Nguyên Đán
2024-02-10|p||Tết Nguyên Đán
2024-02-11|p||Mùng hai Tết Nguyên Đán
2024-02-12|p||Mùng ba Tết Nguyên Đán
2024-02-13|p||Mùng bốn Tết Nguyên Đán
2024-02-14|p||Mùng năm Tết Nguyên Đán
2024-04-18|p||Ngày Giỗ Tổ Hùng Vương
2024-04-29|p||Ngày nghỉ (thay cho ngày 04/05/2024)
2024-04-30|p||Ngày Chiến thắng
2024-05-01|p||Ngày Quốc tế Lao động
2024-05-04|w||
2024-09-02|p||Quốc khánh
2024-09-03|p||Quốc khánh
2025-01-01|p||Tết Dương lịch
2025-01-27|p||29 Tết
2025-01-28|p||Giao thừa Tết Nguyên Đán
2025-01-29|p||Tết Nguyên Đán
2025-01-30|p||Mùng hai Tết Nguyên Đán
2025-01-31|p||Mùng ba Tết Nguyên Đán
2025-02-01|p||Mùng bốn Tết Nguyên Đán
2025-04-07|p||Ngày Giỗ Tổ Hùng Vương
2025-04-30|p||Ngày Chiến thắng
2025-05-01|p||Ngày Quốc tế Lao động
2025-09-01|p||Quốc khánh
2025-09-02|p||Quốc khánh
2026-01-01|p||Tết Dương lịch
2026-02-16|p||Giao thừa Tết Nguyên Đán
2026-02-17|p||Tết Nguyên Đán
2026-02-18|p||Mùng hai Tết Nguyên Đán
2026-02-19|p||Mùng ba Tết Nguyên Đán
2026-02-20|p||Mùng bốn Tết Nguyên Đán
2026-04-26|p||Ngày Giỗ Tổ Hùng Vương
2026-04-27|p||Ngày Giỗ Tổ Hùng Vương (nghỉ bù)
2026-04-30|p||Ngày Chiến thắng
2026-05-01|p||Ngày Quốc tế Lao động
2026-09-01|p||Quốc khánh
2026-09-02|p||Quốc khánh
2027-01-01|p||Tết Dương lịch
2027-02-04|p||29 Tết
2027-02-05|p||Giao thừa Tết Nguyên Đán
2027-02-06|p||Tết Nguyên Đán
2027-02-07|p||Mùng hai Tết Nguyên Đán
2027-02-08|p||Mùng ba Tết Nguyên Đán
2027-02-09|p||Mùng bốn Tết Nguyên Đán
2027-02-10|p||Mùng năm Tết Nguyên Đán
2027-04-16|p||Ngày Giỗ Tổ Hùng Vương
2027-04-30|p||Ngày Chiến thắng
2027-05-01|p||Ngày Quốc tế Lao động
2027-05-03|p||Ngày Quốc tế Lao động (nghỉ bù)
2027-09-02|p||Quốc khánh
2027-09-03|p||Quốc khánh
`;
