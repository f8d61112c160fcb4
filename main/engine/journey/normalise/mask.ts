/** What stands in the place of a name or a phone. */
export const MASK = '…';

/** Words before a person's name in carriers' texts, in the languages that print names. */
const BEFORE = [
  '派件员|派送员|快递员|投递员|配送员|业务员|收件员|揽收员|揽收人|派件人|签收人|扫描员|收派员|派件員|派送員|快遞員|簽收人|司机',
  'signed (?:for )?by|received by|delivered by|(?:courier|driver|rider|postman|agent)(?: name)?(?= ?[:：\\[(])',
  'penerima|diterima oleh|oleh|kurir|sigesit|driver(?= ?[:：\\[(])',
  'shipper|bưu tá|nhân viên(?: giao hàng| lấy hàng| phát)?|người nhận|người ký nhận',
  'recebido por|assinado por|entregador|recibido por|firmado por|repartidor|mensajero',
  'ผู้รับ|พนักงาน(?:จัดส่ง|นำจ่าย|นำส่ง)?|โดย',
].join('|');

/** A name in brackets or behind a colon after such a word; without either only Chinese names are short enough to be sure. */
const NAMED = new RegExp(
  `((?:${BEFORE})(?:是|为|為)?\\s*(?:[:：]\\s*|\\s-\\s*)?[【\\[(（「"]\\s*)([^】\\])）」"|]{1,40})|((?:${BEFORE})(?:是|为|為)?\\s*[:：]\\s*)([^,，.。;；|【】\\[\\]()（）\\d]{1,40})`,
  'giu',
);
/** People said to have signed that are nobody in particular, and what stands in brackets without being a name. */
const NOBODY = /^(?:本人|他人代收|家人|同事|前台|门卫|物业|邻居|快递柜|丰巢|ybs|yang bersangkutan|…|\s*)$/iu;
/** A phone: eight to fifteen digits, grouped or not, that begin as phones do; waybill numbers have letters or begin otherwise. */
const PHONE =
  /(?<![\p{L}\d])(?:\+\d{1,3}[\s-]?\(?\d{1,4}\)?(?:[\s.-]?\d{2,4}){2,4}|0\d{1,3}(?:[\s.-]?\d{2,4}){2,3}|1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})(?![\p{L}\d])/gu;

/**
 * A carrier's text without the names and phones of persons, as the journey and the screens show it. The raw text stays in
 * the journal. Names are found by the words before them; a name that stands alone in a sentence is not recognised.
 */
export function maskPersons(text: string): string {
  if (text === '') return text;
  return text
    .replace(PHONE, MASK)
    .replace(
      NAMED,
      (
        whole: string,
        before: string | undefined,
        inside: string,
        label: string | undefined,
        name: string,
      ) => {
        const found = (before === undefined ? name : inside).trim();
        return NOBODY.test(found) ? whole : `${before ?? label ?? ''}${MASK}`;
      },
    );
}
