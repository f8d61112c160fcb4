import type { Market } from '#shared/model/market.ts';
import { BR } from './br.ts';
import { CL } from './cl.ts';
import { CN } from './cn.ts';
import { CO } from './co.ts';
import { ID } from './id.ts';
import { MX } from './mx.ts';
import { MY } from './my.ts';
import { PH } from './ph.ts';
import { SG } from './sg.ts';
import { TH } from './th.ts';
import { TW } from './tw.ts';
import { VN } from './vn.ts';

/** Where there is a calendar: the markets and the sellers' own country. */
export type CalendarCountry = Market | 'CN';

/** The lines of each country, as made by the script. */
export const TABLES: Readonly<Record<CalendarCountry, string>> = {
  BR,
  CL,
  CN,
  CO,
  ID,
  MX,
  MY,
  PH,
  SG,
  TH,
  TW,
  VN,
};

/** The first and the last date of every table. */
export const TABLE_FIRST = '2024-01-01';
export const TABLE_LAST = '2027-12-31';
