/** Made by scripts/holidays.ts; what it misses goes into ../amendments.ts. Lines: see README.md. */
export const BR = `
2024-01-01|p||Confraternização Universal
2024-01-04|p|+RO|Criação do Estado
2024-01-25|p|+SPC|Aniversário da Cidade de São Paulo
2024-01-26|p|+AC|Dia do Evangélico
2024-02-12|o||Carnaval
2024-02-13|o||Carnaval
2024-02-13|p|+RJ|Carnaval
2024-02-14|o||Início da Quaresma
2024-03-06|p|+PE|Revolução Pernambucana de 1817
2024-03-08|p|+AC|Dia Internacional da Mulher
2024-03-18|p|+TO|Dia da Autonomia
2024-03-19|p|+AP CE|São José
2024-03-25|p|+CE|Abolição da escravidão no Ceará
2024-03-29|p||Sexta-feira Santa
2024-04-08|p|+ES|Nossa Senhora da Penha
2024-04-21|p|+DF|Fundação de Brasília; Tiradentes
2024-04-21|p|+MG|Execução de Tiradentes; Tiradentes
2024-04-21|p|-DF MG|Tiradentes
2024-04-23|p|+RJ|São Jorge
2024-05-01|p||Dia do Trabalhador
2024-05-30|o||Corpus Christi
2024-05-30|p|+SPC|Corpus Christi
2024-06-15|p|+AC|Aniversário do Acre
2024-06-18|p|+RO|Dia do Evangélico
2024-06-24|p|+AL|São João
2024-06-29|p|+AL|São Pedro
2024-07-02|p|+BA|Independência da Bahia
2024-07-08|p|+SE|Emancipação política de Sergipe
2024-07-09|p|+SP SPC|Revolução Constitucionalista
2024-07-25|p|+AP|São Tiago
2024-07-26|p|+GO|Fundação da cidade de Goiás
2024-07-28|p|+MA|Adesão do Maranhão à independência do Brasil
2024-08-05|p|+PB|Fundação do Estado
2024-08-07|p|+RN|Dia do Rio Grande do Norte
2024-08-11|p|+SC|Dia do Estado de Santa Catarina
2024-08-15|p|+CE|Nossa Senhora da Assunção
2024-08-15|p|+PA|Adesão do Grão-Pará à independência do Brasil
2024-09-05|p|+AM|Elevação do Amazonas à categoria de província
2024-09-06|p|+AC|Dia da Amazônia
2024-09-07|p||Independência do Brasil
2024-09-08|p|+TO|Nossa Senhora da Natividade
2024-09-13|p|+AP|Criação do Território Federal
2024-09-16|p|+AL|Emancipação Política de Alagoas
2024-09-20|p|+RS|Dia do Gaúcho
2024-10-03|p|+RN|Mártires de Cunhaú e Uruaçu
2024-10-05|p|+RR TO|Criação do Estado
2024-10-11|p|+MS|Criação do Estado
2024-10-12|p||Nossa Senhora Aparecida
2024-10-19|p|+PI|Dia do Piauí
2024-10-24|p|+GO|Pedra fundamental de Goiânia
2024-10-28|o||Dia do Servidor Público
2024-11-02|p||Finados
2024-11-15|p|+PR|Nossa Senhora do Rocio; Proclamação da República
2024-11-15|p|-PR|Proclamação da República
2024-11-17|p|+AC|Assinatura do Tratado de Petrópolis
2024-11-20|p||Dia Nacional de Zumbi e da Consciência Negra
2024-11-30|p|+AL DF|Dia do Evangélico
2024-12-01|p|+SC|Dia de Santa Catarina de Alexandria
2024-12-24|o||Véspera de Natal
2024-12-25|p||Natal
2024-12-31|o||Véspera de Ano-Novo
2025-01-01|p||Confraternização Universal
2025-01-04|p|+RO|Criação do Estado
2025-01-24|p|+AC|Dia do Evangélico
2025-01-25|p|+SPC|Aniversário da Cidade de São Paulo
2025-03-03|o||Carnaval
2025-03-04|o||Carnaval
2025-03-04|p|+RJ|Carnaval
2025-03-05|o||Início da Quaresma
2025-03-06|p|+PE|Revolução Pernambucana de 1817
2025-03-08|p|+AC|Dia Internacional da Mulher
2025-03-18|p|+TO|Dia da Autonomia
2025-03-19|p|+AP CE|São José
2025-03-25|p|+CE|Abolição da escravidão no Ceará
2025-04-18|p||Sexta-feira Santa
2025-04-21|p|+DF|Fundação de Brasília; Tiradentes
2025-04-21|p|+MG|Execução de Tiradentes; Tiradentes
2025-04-21|p|-DF MG|Tiradentes
2025-04-23|p|+RJ|São Jorge
2025-04-28|p|+ES|Nossa Senhora da Penha
2025-05-01|p||Dia do Trabalhador
2025-06-15|p|+AC|Aniversário do Acre
2025-06-18|p|+RO|Dia do Evangélico
2025-06-19|o||Corpus Christi
2025-06-19|p|+SPC|Corpus Christi
2025-06-24|p|+AL|São João
2025-06-29|p|+AL|São Pedro
2025-07-02|p|+BA|Independência da Bahia
2025-07-08|p|+SE|Emancipação política de Sergipe
2025-07-09|p|+SP SPC|Revolução Constitucionalista
2025-07-25|p|+AP|São Tiago
2025-07-26|p|+GO|Fundação da cidade de Goiás
2025-07-28|p|+MA|Adesão do Maranhão à independência do Brasil
2025-08-05|p|+PB|Fundação do Estado
2025-08-07|p|+RN|Dia do Rio Grande do Norte
2025-08-15|p|+CE|Nossa Senhora da Assunção
2025-08-15|p|+PA|Adesão do Grão-Pará à independência do Brasil
2025-08-17|p|+SC|Dia do Estado de Santa Catarina
2025-09-05|p|+AC|Dia da Amazônia
2025-09-05|p|+AM|Elevação do Amazonas à categoria de província
2025-09-07|p||Independência do Brasil
2025-09-08|p|+TO|Nossa Senhora da Natividade
2025-09-13|p|+AP|Criação do Território Federal
2025-09-16|p|+AL|Emancipação Política de Alagoas
2025-09-20|p|+RS|Dia do Gaúcho
2025-10-03|p|+RN|Mártires de Cunhaú e Uruaçu
2025-10-05|p|+RR TO|Criação do Estado
2025-10-11|p|+MS|Criação do Estado
2025-10-12|p||Nossa Senhora Aparecida
2025-10-19|p|+PI|Dia do Piauí
2025-10-24|p|+GO|Pedra fundamental de Goiânia
2025-10-28|o||Dia do Servidor Público
2025-11-02|p||Finados
2025-11-15|p|+PR|Nossa Senhora do Rocio; Proclamação da República
2025-11-15|p|-PR|Proclamação da República
2025-11-17|p|+AC|Assinatura do Tratado de Petrópolis
2025-11-20|p||Dia Nacional de Zumbi e da Consciência Negra
2025-11-30|p|+AL DF|Dia do Evangélico
2025-11-30|p|+SC|Dia de Santa Catarina de Alexandria
2025-12-24|o||Véspera de Natal
2025-12-25|p||Natal
2025-12-31|o||Véspera de Ano-Novo
2026-01-01|p||Confraternização Universal
2026-01-04|p|+RO|Criação do Estado
2026-01-23|p|+AC|Dia do Evangélico
2026-01-25|p|+SPC|Aniversário da Cidade de São Paulo
2026-02-16|o||Carnaval
2026-02-17|o||Carnaval
2026-02-17|p|+RJ|Carnaval
2026-02-18|o||Início da Quaresma
2026-03-06|p|+PE|Revolução Pernambucana de 1817
2026-03-08|p|+AC|Dia Internacional da Mulher
2026-03-18|p|+TO|Dia da Autonomia
2026-03-19|p|+AP CE|São José
2026-03-25|p|+CE|Abolição da escravidão no Ceará
2026-04-03|p||Sexta-feira Santa
2026-04-13|p|+ES|Nossa Senhora da Penha
2026-04-21|p|+DF|Fundação de Brasília; Tiradentes
2026-04-21|p|+MG|Execução de Tiradentes; Tiradentes
2026-04-21|p|-DF MG|Tiradentes
2026-04-23|p|+RJ|São Jorge
2026-05-01|p||Dia do Trabalhador
2026-06-04|o||Corpus Christi
2026-06-04|p|+SPC|Corpus Christi
2026-06-15|p|+AC|Aniversário do Acre
2026-06-18|p|+RO|Dia do Evangélico
2026-06-24|p|+AL|São João
2026-06-29|p|+AL|São Pedro
2026-07-02|p|+BA|Independência da Bahia
2026-07-08|p|+SE|Emancipação política de Sergipe
2026-07-09|p|+SP SPC|Revolução Constitucionalista
2026-07-25|p|+AP|São Tiago
2026-07-26|p|+GO|Fundação da cidade de Goiás
2026-07-28|p|+MA|Adesão do Maranhão à independência do Brasil
2026-08-05|p|+PB|Fundação do Estado
2026-08-07|p|+RN|Dia do Rio Grande do Norte
2026-08-15|p|+CE|Nossa Senhora da Assunção
2026-08-15|p|+PA|Adesão do Grão-Pará à independência do Brasil
2026-08-16|p|+SC|Dia do Estado de Santa Catarina
2026-09-05|p|+AC|Dia da Amazônia
2026-09-05|p|+AM|Elevação do Amazonas à categoria de província
2026-09-07|p||Independência do Brasil
2026-09-08|p|+TO|Nossa Senhora da Natividade
2026-09-13|p|+AP|Criação do Território Federal
2026-09-16|p|+AL|Emancipação Política de Alagoas
2026-09-20|p|+RS|Dia do Gaúcho
2026-10-03|p|+RN|Mártires de Cunhaú e Uruaçu
2026-10-05|p|+RR TO|Criação do Estado
2026-10-11|p|+MS|Criação do Estado
2026-10-12|p||Nossa Senhora Aparecida
2026-10-19|p|+PI|Dia do Piauí
2026-10-24|p|+GO|Pedra fundamental de Goiânia
2026-10-28|o||Dia do Servidor Público
2026-11-02|p||Finados
2026-11-15|p|+PR|Nossa Senhora do Rocio; Proclamação da República
2026-11-15|p|-PR|Proclamação da República
2026-11-20|p|+AC|Assinatura do Tratado de Petrópolis; Dia Nacional de Zumbi e da Consciência Negra
2026-11-20|p|-AC|Dia Nacional de Zumbi e da Consciência Negra
2026-11-29|p|+SC|Dia de Santa Catarina de Alexandria
2026-11-30|p|+AL DF|Dia do Evangélico
2026-12-24|o||Véspera de Natal
2026-12-25|p||Natal
2026-12-31|o||Véspera de Ano-Novo
2027-01-01|p||Confraternização Universal
2027-01-04|p|+RO|Criação do Estado
2027-01-23|p|+AC|Dia do Evangélico
2027-01-25|p|+SPC|Aniversário da Cidade de São Paulo
2027-02-08|o||Carnaval
2027-02-09|o||Carnaval
2027-02-09|p|+RJ|Carnaval
2027-02-10|o||Início da Quaresma
2027-03-06|p|+PE|Revolução Pernambucana de 1817
2027-03-08|p|+AC|Dia Internacional da Mulher
2027-03-18|p|+TO|Dia da Autonomia
2027-03-19|p|+AP CE|São José
2027-03-25|p|+CE|Abolição da escravidão no Ceará
2027-03-26|p||Sexta-feira Santa
2027-04-05|p|+ES|Nossa Senhora da Penha
2027-04-21|p|+DF|Fundação de Brasília; Tiradentes
2027-04-21|p|+MG|Execução de Tiradentes; Tiradentes
2027-04-21|p|-DF MG|Tiradentes
2027-04-23|p|+RJ|São Jorge
2027-05-01|p||Dia do Trabalhador
2027-05-27|o||Corpus Christi
2027-05-27|p|+SPC|Corpus Christi
2027-06-15|p|+AC|Aniversário do Acre
2027-06-18|p|+RO|Dia do Evangélico
2027-06-24|p|+AL|São João
2027-06-29|p|+AL|São Pedro
2027-07-02|p|+BA|Independência da Bahia
2027-07-08|p|+SE|Emancipação política de Sergipe
2027-07-09|p|+SP SPC|Revolução Constitucionalista
2027-07-25|p|+AP|São Tiago
2027-07-26|p|+GO|Fundação da cidade de Goiás
2027-07-28|p|+MA|Adesão do Maranhão à independência do Brasil
2027-08-05|p|+PB|Fundação do Estado
2027-08-07|p|+RN|Dia do Rio Grande do Norte
2027-08-15|p|+CE|Nossa Senhora da Assunção
2027-08-15|p|+PA|Adesão do Grão-Pará à independência do Brasil
2027-08-15|p|+SC|Dia do Estado de Santa Catarina
2027-09-05|p|+AC|Dia da Amazônia
2027-09-05|p|+AM|Elevação do Amazonas à categoria de província
2027-09-07|p||Independência do Brasil
2027-09-08|p|+TO|Nossa Senhora da Natividade
2027-09-13|p|+AP|Criação do Território Federal
2027-09-16|p|+AL|Emancipação Política de Alagoas
2027-09-20|p|+RS|Dia do Gaúcho
2027-10-03|p|+RN|Mártires de Cunhaú e Uruaçu
2027-10-05|p|+RR TO|Criação do Estado
2027-10-11|p|+MS|Criação do Estado
2027-10-12|p||Nossa Senhora Aparecida
2027-10-19|p|+PI|Dia do Piauí
2027-10-24|p|+GO|Pedra fundamental de Goiânia
2027-10-28|o||Dia do Servidor Público
2027-11-02|p||Finados
2027-11-15|p|+PR|Nossa Senhora do Rocio; Proclamação da República
2027-11-15|p|-PR|Proclamação da República
2027-11-19|p|+AC|Assinatura do Tratado de Petrópolis
2027-11-20|p||Dia Nacional de Zumbi e da Consciência Negra
2027-11-28|p|+SC|Dia de Santa Catarina de Alexandria
2027-11-30|p|+AL DF|Dia do Evangélico
2027-12-24|o||Véspera de Natal
2027-12-25|p||Natal
2027-12-31|o||Véspera de Ano-Novo
`;
