import type { WordList } from '../lexicon.ts';
import { listed, phrases } from './phrases.ts';

/** Carriers as scans name them: of the markets and of their lanes. None that keeps lockers, where a delivery may end. */
const CARRIERS = listed(
  `fedex, ups, dhl, tnt, usps, dpd, gls, ctt, correos, correo, correios, seur, mrw, nacex, brt, bartolini, sda, evri, yodel,
  estafeta, redpack, paquetexpress, paquete express, 99minutos, 99 minutos, imile, j&t, j&t express, jt express, jnt, correos de mexico,
  servientrega, coordinadora, interrapidisimo, inter rapidisimo, tcc, deprisa, mensajeros urbanos,
  chilexpress, starken, blue express, bluexpress, correos de chile, correo argentino, andreani, oca, via cargo, olva,
  jadlog, loggi, total express, azul cargo, braspress, jamef, mercado envios, shopee express, spx, spx express, lalamove, rappi,
  ghn, ghtk, giao hang nhanh, giao hang tiet kiem, viettel post, vnpost, viet nam post, buu dien, ems, ninja van, ninjavan, best express,
  supership, jne, sicepat, anteraja, tiki, pos indonesia, lion parcel, wahana, id express, sap express, rpx, gosend,
  pos malaysia, pos laju, poslaju, gdex, city link, skynet, lbc, lbc express, 2go, xde, flash express, kerry express,
  thailand post, delhivery, bluedart, blue dart, india post, ekart, shadowfax, xpressbees, aramex, cainiao, yanwen, yunexpress, 4px`,
);

const to = (patterns: string): readonly WordList[] => [{ 'HANDOVER+CARRIER': phrases(patterns, CARRIERS) }];

/** What was given to a carrier has only begun or goes on, also where the word for giving is the one of the delivery. */
export const TO_CARRIERS: Readonly<Partial<Record<string, readonly WordList[]>>> = {
  en: to('delivered to *, been delivered to *, has been delivered to *, was delivered to *'),
  es: to(
    `entregado a *, entregada a *, entregado al *, entregada al *, fue entregado a *, fue entregada a *, fue entregado al *,
     fue entregada al *, ha sido entregado a *, ha sido entregada a *`,
  ),
  pt: to(
    'entregue a *, entregue ao *, entregue aos *, entregue para *, foi entregue a *, foi entregue ao *, foi entregue aos *',
  ),
  vi: to('giao cho *, da giao cho *, duoc giao cho *, da duoc giao cho *'),
  id: to('diserahkan ke *, diserahkan kepada *'),
  rest: to('livre a *, consegnato a *, consegnata a *'),
};
