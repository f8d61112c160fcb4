/** Made by scripts/holidays.ts; what it misses goes into ../amendments.ts. Lines: see README.md. */
export const CO = `
2024-01-01|p||Año Nuevo
2024-01-08|p||Día de los Reyes Magos (observado)
2024-03-25|p||Día de San José (observado)
2024-03-28|p||Jueves Santo
2024-03-29|p||Viernes Santo
2024-05-01|p||Día del Trabajo
2024-05-13|p||Ascensión del señor (observado)
2024-06-03|p||Corpus Christi (observado)
2024-06-10|p||Sagrado Corazón (observado)
2024-07-01|p||San Pedro y San Pablo (observado)
2024-07-20|p||Día de la Independencia
2024-08-07|p||Batalla de Boyacá
2024-08-19|p||La Asunción (observado)
2024-10-14|p||Día de la Raza (observado)
2024-11-04|p||Día de Todos los Santos (observado)
2024-11-11|p||Independencia de Cartagena
2024-12-08|p||La Inmaculada Concepción
2024-12-25|p||Navidad
2025-01-01|p||Año Nuevo
2025-01-06|p||Día de los Reyes Magos
2025-03-24|p||Día de San José (observado)
2025-04-17|p||Jueves Santo
2025-04-18|p||Viernes Santo
2025-05-01|p||Día del Trabajo
2025-06-02|p||Ascensión del señor (observado)
2025-06-23|p||Corpus Christi (observado)
2025-06-30|p||Sagrado Corazón (observado); San Pedro y San Pablo (observado)
2025-07-20|p||Día de la Independencia
2025-08-07|p||Batalla de Boyacá
2025-08-18|p||La Asunción (observado)
2025-10-13|p||Día de la Raza (observado)
2025-11-03|p||Día de Todos los Santos (observado)
2025-11-17|p||Independencia de Cartagena (observado)
2025-12-08|p||La Inmaculada Concepción
2025-12-25|p||Navidad
2026-01-01|p||Año Nuevo
2026-01-12|p||Día de los Reyes Magos (observado)
2026-03-23|p||Día de San José (observado)
2026-04-02|p||Jueves Santo
2026-04-03|p||Viernes Santo
2026-05-01|p||Día del Trabajo
2026-05-18|p||Ascensión del señor (observado)
2026-06-08|p||Corpus Christi (observado)
2026-06-15|p||Sagrado Corazón (observado)
2026-06-29|p||San Pedro y San Pablo
2026-07-13|p||Día de Nuestra Señora del Rosario de Chiquinquirá (observado)
2026-07-20|p||Día de la Independencia
2026-08-07|p||Batalla de Boyacá
2026-08-17|p||La Asunción (observado)
2026-10-12|p||Día de la Raza
2026-11-02|p||Día de Todos los Santos (observado)
2026-11-16|p||Independencia de Cartagena (observado)
2026-12-08|p||La Inmaculada Concepción
2026-12-25|p||Navidad
2027-01-01|p||Año Nuevo
2027-01-11|p||Día de los Reyes Magos (observado)
2027-03-22|p||Día de San José (observado)
2027-03-25|p||Jueves Santo
2027-03-26|p||Viernes Santo
2027-05-01|p||Día del Trabajo
2027-05-10|p||Ascensión del señor (observado)
2027-05-31|p||Corpus Christi (observado)
2027-06-07|p||Sagrado Corazón (observado)
2027-07-05|p||San Pedro y San Pablo (observado)
2027-07-12|p||Día de Nuestra Señora del Rosario de Chiquinquirá (observado)
2027-07-20|p||Día de la Independencia
2027-08-07|p||Batalla de Boyacá
2027-08-16|p||La Asunción (observado)
2027-10-18|p||Día de la Raza (observado)
2027-11-01|p||Día de Todos los Santos
2027-11-15|p||Independencia de Cartagena (observado)
2027-12-08|p||La Inmaculada Concepción
2027-12-25|p||Navidad
`;
