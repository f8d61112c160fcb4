import { en } from './en.ts';
import { es } from './es.ts';
import { id } from './id.ts';
import { ms } from './ms.ts';
import { ptBR } from './ptBR.ts';
import { th } from './th.ts';
import { tl } from './tl.ts';
import { vi } from './vi.ts';
import type { ArrivalWords } from './words.ts';
import { zhHans } from './zhHans.ts';
import { zhHant } from './zhHant.ts';

/** Languages in which a buyer can be told when a parcel comes. */
export const ARRIVAL_LANGS = [
  'en',
  'zh-Hans',
  'zh-Hant',
  'ms',
  'id',
  'th',
  'vi',
  'tl',
  'pt-BR',
  'es',
] as const;
export type ArrivalLang = (typeof ARRIVAL_LANGS)[number];

export const ARRIVAL: Readonly<Record<ArrivalLang, ArrivalWords>> = {
  en,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  ms,
  id,
  th,
  vi,
  tl,
  'pt-BR': ptBR,
  es,
};
