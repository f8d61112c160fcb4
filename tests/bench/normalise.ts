import { meaningOf } from '../../main/engine/journey/meaning.ts';
import { cpuMs, quantile, round } from './figures.ts';

/** Sentences of eight languages; `#` takes a number, `@` a place: the first does not make another text, the second does. */
const SENTENCES = [
  'Parcel # has arrived at the sorting facility in @',
  'Departed Facility in @',
  'Delivery attempt failed: recipient not available @ #',
  '快件离开【@转运中心】，已发往下一站 #',
  '派送员正在派送中 @ 电话#',
  'Đơn hàng # đã đến kho phân loại @',
  'PAKET TELAH DI TERIMA DI @ #',
  'Objeto saiu para entrega ao destinatário @',
  'Envío en reparto @ #',
  'พัสดุถึงศูนย์คัดแยก @ #',
  'Ang parcel ay dumating na sa hub @ #',
  'Customs clearance completed @ #',
] as const;
const RUNS = 7;
const EVENTS = 20_000;
const SYLLABLES = [
  'ba',
  'ko',
  'ri',
  'tan',
  'mu',
  'sel',
  'do',
  'vin',
  'pe',
  'la',
  'gu',
  'nor',
  'shi',
  'wa',
  'ze',
  'fo',
];

function place(index: number): string {
  const part = (shift: number): string => SYLLABLES[(index >> shift) & 15] ?? '';
  return `${part(0)}${part(4)}${part(8)}${part(12)}${part(16)}`;
}

function texts(distinct: boolean, run: number): string[] {
  return Array.from({ length: EVENTS }, (_, index) => {
    const number = run * EVENTS + index;
    const sentence = SENTENCES[index % SENTENCES.length] ?? '';
    return sentence.replace('#', `100${number}`).replace('@', distinct ? place(number) : place(index % 200));
  });
}

function eventsASecond(distinct: boolean): number {
  const rates = Array.from({ length: RUNS }, (_, run) => {
    const list = texts(distinct, run);
    const start = cpuMs();
    for (const text of list) meaningOf({ carrier: 'some', code: null, scheme: null, status: null, text });
    return EVENTS / ((cpuMs() - start) / 1_000);
  });
  return round(quantile(rates, 0.5));
}

/**
 * The normaliser alone, by the processor's time of one thread: `repeated` are texts as trails have them (other numbers, a
 * few hundred places), `distinct` are texts that were never seen before.
 */
export function benchNormalise(): unknown {
  return {
    target: '50,000 events a second on one core',
    events: EVENTS,
    repeated: eventsASecond(false),
    distinct: eventsASecond(true),
  };
}
