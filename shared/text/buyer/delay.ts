import type { BuyerLang } from '../../model/draft.ts';

/**
 * The first template: what is wrong with a parcel and what happens next, in ICU message format. `what` is the case
 * kind, `why` the reason where one is known, `hasPlace` and `hasDate` say whether those facts are there. Nothing is said
 * that is not known, and nothing promised that Seamark cannot keep.
 */
export const DELAY_TEXT: Readonly<Record<BuyerLang, string>> = {
  en: `Hello, this is about your parcel {number}{hasCarrier, select, yes { with {carrier}} other {}}.

{what, select,
  silence {{hasDate, select, yes {We have seen no new scan since {lastDate}{hasPlace, select, yes { ({place})} other {}}.} other {We have seen no new scan for some time.}} That is longer than usual.}
  deliveryFailed {The courier could not hand it over{why, select, REFUSED { because it was refused} RECIPIENT_UNAVAILABLE { because nobody was there} RECIPIENT_UNREACHABLE { because nobody could be reached} ADDRESS_PROBLEM { because of the address} RESCHEDULED { and set a new date} COD_UNPAID { because the payment was not made} other {}}.}
  customsHold {It is being held at customs{why, select, CUSTOMS_DOCS { because papers are missing} DUTIES_UNPAID { because a duty is due} INSPECTION { for an inspection} other {}}.}
  other {It has been turned round and is on its way back to us{why, select, REFUSED { because it was refused} ADDRESS_PROBLEM { because of the address} UNCLAIMED { because it was not collected in time} other {}}.}}

{what, select,
  silence {We are following this up with the carrier.}
  deliveryFailed {{why, select, ADDRESS_PROBLEM {Please reply with anything that helps the courier find you.} REFUSED {If this was a mistake, please tell us and we will ask for a new attempt.} other {Please keep your phone at hand; if another day suits you better, just reply here.}}}
  customsHold {We are following this up with the carrier. If customs writes to you, please tell us.}
  other {Please tell us whether you would like it sent again or your money back.}}

We will write again by {nextDate}, whether or not there is news.`,
  'zh-Hant': `您好，關於您的包裹 {number}{hasCarrier, select, yes {（{carrier}）} other {}}：

{what, select,
  silence {{hasDate, select, yes {自 {lastDate}{hasPlace, select, yes {（{place}）} other { }}之後尚無新的物流紀錄} other {已有一段時間沒有新的物流紀錄}}，比平常久。}
  deliveryFailed {配送員未能將包裹送達{why, select, REFUSED {，原因是拒收} RECIPIENT_UNAVAILABLE {，當時無人在場} RECIPIENT_UNREACHABLE {，電話未能接通} ADDRESS_PROBLEM {，原因與地址有關} RESCHEDULED {，已改約時間} COD_UNPAID {，原因是貨款未付} other {}}。}
  customsHold {包裹目前在海關處理中{why, select, CUSTOMS_DOCS {，需要補充文件} DUTIES_UNPAID {，需要繳納稅費} INSPECTION {，正在查驗} other {}}。}
  other {包裹已轉為退回，正在送回給我們{why, select, REFUSED {，原因是拒收} ADDRESS_PROBLEM {，原因與地址有關} UNCLAIMED {，原因是逾期未取} other {}}。}}

{what, select,
  silence {我們正在與物流業者跟進。}
  deliveryFailed {{why, select, ADDRESS_PROBLEM {若有有助於找到您的資訊，請直接回覆。} REFUSED {若是誤會，請告訴我們，我們會請物流再次配送。} other {請留意來電；若想改天收件，直接回覆即可。}}}
  customsHold {我們正在與物流業者跟進。若海關與您聯絡，請告訴我們。}
  other {請告訴我們您希望重新寄送還是退款。}}

無論是否有進展，我們都會在{nextDate}前再次回覆您。`,
};
