/** Made by scripts/holidays.ts; what it misses goes into ../amendments.ts. Lines: see README.md. */
export const CL = `
2024-01-01|p||Año Nuevo
2024-03-29|p||Viernes Santo
2024-03-30|p||Sábado Santo
2024-05-01|p||Día Nacional del Trabajo
2024-05-21|p||Día de las Glorias Navales
2024-06-07|p|+AP|Asalto y Toma del Morro de Arica
2024-06-20|p||Día Nacional de los Pueblos Indígenas
2024-06-29|p||San Pedro y San Pablo
2024-07-16|p||Virgen del Carmen
2024-08-15|p||Asunción de la Virgen
2024-08-20|p|+NB|Nacimiento del Prócer de la Independencia (Chillán y Chillán Viejo)
2024-09-18|p||Día de la Independencia
2024-09-19|p||Día de las Glorias del Ejército
2024-09-20|p||Fiestas Patrias
2024-10-12|p||Día del Encuentro de dos Mundos
2024-10-31|p||Día Nacional de las Iglesias Evangélicas y Protestantes
2024-11-01|p||Día de Todos los Santos
2024-12-08|p||La Inmaculada Concepción
2024-12-25|p||Navidad
2025-01-01|p||Año Nuevo
2025-04-18|p||Viernes Santo
2025-04-19|p||Sábado Santo
2025-05-01|p||Día Nacional del Trabajo
2025-05-21|p||Día de las Glorias Navales
2025-06-07|p|+AP|Asalto y Toma del Morro de Arica
2025-06-20|p||Día Nacional de los Pueblos Indígenas
2025-06-29|p||San Pedro y San Pablo
2025-07-16|p||Virgen del Carmen
2025-08-15|p||Asunción de la Virgen
2025-08-20|p|+NB|Nacimiento del Prócer de la Independencia (Chillán y Chillán Viejo)
2025-09-18|p||Día de la Independencia
2025-09-19|p||Día de las Glorias del Ejército
2025-10-12|p||Día del Encuentro de dos Mundos
2025-10-31|p||Día Nacional de las Iglesias Evangélicas y Protestantes
2025-11-01|p||Día de Todos los Santos
2025-12-08|p||La Inmaculada Concepción
2025-12-25|p||Navidad
2026-01-01|p||Año Nuevo
2026-04-03|p||Viernes Santo
2026-04-04|p||Sábado Santo
2026-05-01|p||Día Nacional del Trabajo
2026-05-21|p||Día de las Glorias Navales
2026-06-07|p|+AP|Asalto y Toma del Morro de Arica
2026-06-21|p||Día Nacional de los Pueblos Indígenas
2026-06-29|p||San Pedro y San Pablo
2026-07-16|p||Virgen del Carmen
2026-08-15|p||Asunción de la Virgen
2026-08-20|p|+NB|Nacimiento del Prócer de la Independencia (Chillán y Chillán Viejo)
2026-09-18|p||Día de la Independencia
2026-09-19|p||Día de las Glorias del Ejército
2026-10-12|p||Día del Encuentro de dos Mundos
2026-10-31|p||Día Nacional de las Iglesias Evangélicas y Protestantes
2026-11-01|p||Día de Todos los Santos
2026-12-08|p||La Inmaculada Concepción
2026-12-25|p||Navidad
2027-01-01|p||Año Nuevo
2027-03-26|p||Viernes Santo
2027-03-27|p||Sábado Santo
2027-05-01|p||Día Nacional del Trabajo
2027-05-21|p||Día de las Glorias Navales
2027-06-07|p|+AP|Asalto y Toma del Morro de Arica
2027-06-21|p||Día Nacional de los Pueblos Indígenas
2027-06-28|p||San Pedro y San Pablo
2027-07-16|p||Virgen del Carmen
2027-08-15|p||Asunción de la Virgen
2027-08-20|p|+NB|Nacimiento del Prócer de la Independencia (Chillán y Chillán Viejo)
2027-09-17|p||Fiestas Patrias
2027-09-18|p||Día de la Independencia
2027-09-19|p||Día de las Glorias del Ejército
2027-10-11|p||Día del Encuentro de dos Mundos
2027-10-31|p||Día Nacional de las Iglesias Evangélicas y Protestantes
2027-11-01|p||Día de Todos los Santos
2027-12-08|p||La Inmaculada Concepción
2027-12-25|p||Navidad
`;
