/** Made by scripts/holidays.ts; what it misses goes into ../amendments.ts. Lines: see README.md. */
export const MX = `
2024-01-01|p||Año Nuevo
2024-02-05|p||Día de la Constitución
2024-03-18|p||Natalicio de Benito Juárez
2024-05-01|p||Día del Trabajo
2024-09-16|p||Día de la Independencia
2024-10-01|p||Transmisión del Poder Ejecutivo Federal
2024-11-18|p||Día de la Revolución
2024-12-25|p||Navidad
2025-01-01|p||Año Nuevo
2025-02-03|p||Día de la Constitución
2025-03-17|p||Natalicio de Benito Juárez
2025-05-01|p||Día del Trabajo
2025-09-16|p||Día de la Independencia
2025-11-17|p||Día de la Revolución
2025-12-25|p||Navidad
2026-01-01|p||Año Nuevo
2026-02-02|p||Día de la Constitución
2026-03-16|p||Natalicio de Benito Juárez
2026-05-01|p||Día del Trabajo
2026-09-16|p||Día de la Independencia
2026-11-16|p||Día de la Revolución
2026-12-25|p||Navidad
2027-01-01|p||Año Nuevo
2027-02-01|p||Día de la Constitución
2027-03-15|p||Natalicio de Benito Juárez
2027-05-01|p||Día del Trabajo
2027-09-16|p||Día de la Independencia
2027-11-15|p||Día de la Revolución
2027-12-25|p||Navidad
`;
