import type { WordList } from '../lexicon.ts';
import { listed, phrases } from './phrases.ts';

/** For each language: what is told of money and papers, and their names. */
const TOLD: Readonly<Partial<Record<string, readonly (readonly [string, string])[]>>> = {
  en: [
    [
      `* returned, * has been returned, * was returned, * refunded, * returned to sender, * returned to the sender, * returned to shipper,
       * returned to the shipper, * delivered to sender, * delivered to the sender, * delivered to shipper, * returned to seller`,
      `return receipt, signed receipt, receipt card, signed copy, proof of delivery, pod copy, cod amount, cash on delivery amount, freight,
       freight charge, freight charges, shipping fee, shipping cost, shipping costs, postage, duty, duties, customs duty, deposit, refund,
       delivery note, signed delivery note, empty container`,
    ],
  ],
  zh: [
    [
      '*已退回, *已退还, *已返还, *已签收, *已签返, *已退, *退回, *退还, *返还, *已退回寄件人, *已退还寄件人, *已返还寄件人, *已退回卖家, *已退还卖家, *已退还买家',
      '回执, 签收回执, 回单, 签单, 签回单, 代收货款, 货款, 运费, 邮费, 关税, 税费, 税金, 退款, 押金, 保证金, 空箱, 空柜',
    ],
  ],
  es: [
    [
      '* devuelto, * devuelta, * devueltos, * devuelto al remitente, * devueltos al remitente, * entregado al remitente, * reembolsado, * reembolsados, * reintegrado',
      'acuse de recibo, aviso de recibo, albaran firmado, importe del reembolso, importe, gastos de envio, aranceles, impuestos, derechos de aduana',
    ],
  ],
  rest: [
    [
      `* zuruckgesandt, * zuruckgegeben, * an den absender zuruckgesandt, * an den absender zuruckgegeben, * an absender zuruckgesandt,
       * wurde an den absender zuruckgesandt, * wurde zuruckgesandt, * wurde zugestellt, * zugestellt, * an den absender zugestellt, * erstattet, * wurde erstattet, * wurden erstattet`,
      'ruckschein, empfangsbestatigung, lieferschein, nachnahmebetrag, versandkosten, zollgebuhren',
    ],
    [
      `* retourne, * retournee, * retourne a l expediteur, * renvoye a l expediteur, * remis a l expediteur, * livre a l expediteur, * rembourse, * rembourses,
       * a ete retourne a l expediteur, * ont ete rembourses`,
      'avis de reception, accuse de reception, bon de livraison signe, frais de port, droits de douane, montant du contre remboursement',
    ],
    [
      `* consegnata al mittente, * consegnato al mittente, * restituita al mittente, * restituito al mittente, * rimborsato, * rimborsati, * rimborsate,
       * e stata consegnata al mittente, * e stata restituita al mittente, * e stato restituito al mittente`,
      'ricevuta di ritorno, avviso di ricevimento, contrassegno, spese di spedizione, dazi doganali',
    ],
    [
      '* teruggestuurd, * teruggestuurd naar afzender, * naar afzender teruggestuurd, * terugbetaald, * is terugbetaald, * zijn terugbetaald',
      'ontvangstbevestiging, bericht van ontvangst, rembourse bedrag, verzendkosten, invoerrechten',
    ],
    [
      `* doreczono nadawcy, * doreczone nadawcy, * zwrocono nadawcy, * zwrocono do nadawcy, * przekazano nadawcy, * zwrocona, * zwrocono`,
      'zwrotne potwierdzenie odbioru, potwierdzenie odbioru, kwota pobrania, oplata za przesylke, oplata celna',
    ],
  ],
};

/**
 * Money and papers that go beside a parcel (a receipt, a duty, the cash for it): that these are given back or signed for is news,
 * and no end of the parcel.
 */
export const PAPERS: Readonly<Partial<Record<string, readonly WordList[]>>> = Object.fromEntries(
  Object.entries(TOLD).map(([tongue, told = []]) => [
    tongue,
    [{ NOTICE: told.map(([patterns, names]) => phrases(patterns, listed(names))).join(', ') }],
  ]),
);
