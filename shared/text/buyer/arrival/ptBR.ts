import type { ArrivalWords } from './words.ts';

export const ptBR: ArrivalWords = {
  stages: {
    INFO: 'preparação',
    FIRST_MILE: 'coleta',
    ORIGIN: 'triagem na origem',
    EXPORT: 'alfândega de exportação',
    LINEHAUL: 'transporte internacional',
    IMPORT: 'alfândega de importação',
    LAST_MILE: 'entrega local',
    CLOSE: 'conclusão',
  },
  arrival: 'Seu pacote {number} deve chegar {oneDay, select, yes {em {from}} other {entre {from} e {to}}}.',
  late: '{passed, select, yes {Deveria ter chegado até {promise}; pedimos desculpas pelo atraso.} other {Provavelmente chegará depois de {promise}, a data prometida.}}',
  withheld:
    '{why, select, stale {Não temos notícias do seu pacote {number} desde {since}, mais tempo do que o normal. Preferimos não informar uma data a informar uma data errada.} noScan {Seu pacote {number} ainda não foi registrado pela transportadora, por isso ainda não podemos informar uma data.} other {Seu pacote {number} não tem mais data prevista de chegada.}}',
  toCome: 'O que ainda falta:',
  stage:
    '{stage}: normalmente {time} {sample, plural, =0 {{unseen, select, yes {(uma suposição: esta etapa raramente é informada)} other {(uma suposição: ainda não temos pacotes para comparar)}}} one {(visto em # pacote)} other {(visto em # pacotes)}}',
  dayOff:
    '{oneDay, select, yes {Dia sem expediente ({country}): {date}} other {Dias sem expediente ({country}): de {date} a {to}}}{named, select, yes { ({name})} other {}}{sure, select, yes {} other {; a data ainda não foi confirmada}}.',
  weather:
    '{kind, select, wind {Há previsão de tempestade} rain {Há previsão de chuva forte} snow {Há previsão de neve forte} other {Há previsão de gelo}} em {place} {oneDay, select, yes {em {from}} other {entre {from} e {to}}}; seu pacote pode atrasar ali.',
  moved:
    'Isto é {time} {direction, select, later {mais tarde} other {mais cedo}} do que esperávamos da última vez{hasReasons, select, yes {: {reasons}} other {}}.',
  why: {
    news: 'a transportadora informou uma nova etapa',
    waiting: 'nenhuma nova etapa foi informada nesse tempo',
    traffic: 'a velocidade dos pacotes neste trajeto mudou',
    holiday: 'dias sem expediente no caminho',
    trouble: 'algo no caminho precisa ser resolvido antes',
    strike: 'uma greve',
    weather: 'o tempo',
    handover: 'a entrega à transportadora',
  },
  would: {
    scan: 'A próxima informação da transportadora pode mudar esta data.',
    trouble: 'Quando o problema no caminho for resolvido, o pacote pode chegar antes.',
    strike: 'Quando a greve terminar, o pacote pode chegar antes.',
    weather: 'Quando o tempo melhorar, o pacote pode chegar antes.',
    holiday: 'Se o feriado ainda não confirmado cair em outro dia, esta data também muda.',
  },
};
