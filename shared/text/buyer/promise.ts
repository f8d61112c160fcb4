import type { BuyerLang } from '../../model/draft.ts';

/**
 * A promise that will be missed, or was: why, what the buyer can choose, when we write again. `cause` is why,
 * `expected` says whether a new date can be named (`range`, `day`, or not at all). Expected is not promised, and the words
 * keep to that.
 */
export const PROMISE_TEXT: Readonly<Record<BuyerLang, string>> = {
  en: `Hello, this is about your parcel {number}{hasCarrier, select, yes { with {carrier}} other {}}.

{missed, select, yes {It was to reach you by {promiseDate}, and it has not. We are sorry that you have to wait.} other {It was to reach you by {promiseDate}. It will probably be later, and we would like you to know now.}}{cause, select, speed { Parcels on this route are slower than usual at the moment.} holiday { There are days off on its way.} weekday { Weekends and departure days lie in between.} weather { The weather is holding up transport on its way.} strike { A strike is holding up transport on its way.} seller { It was handed over later than planned.} handover { It was handed over after that day’s collection.} rest { Nothing is delivered on some of the days in between.} trouble { Something on its way has to be solved first.} stages { What is still to come usually takes longer than that.} other {}}

{expected, select, range {We now expect it between {fromDate} and {toDate}.} day {We now expect it on {toDate}.} other {We cannot name a new date yet.}} We are following it up with the carrier.

If you can wait, there is nothing that you need to do. If not, please reply here: we can look for another way together, such as sending it again or your money back.

We will write again by {nextDate}, whether or not there is news.`,
  'zh-Hant': `您好，關於您的包裹 {number}{hasCarrier, select, yes {（{carrier}）} other {}}：

{missed, select, yes {包裹原應在 {promiseDate} 前送達，目前尚未送到。讓您久等了，非常抱歉。} other {包裹原應在 {promiseDate} 前送達，但很可能會晚到，先告訴您一聲。}}{cause, select, speed {目前這條路線的運送速度比平常慢。} holiday {運送途中遇上假期。} weekday {途中遇上週末與班次間隔。} weather {途中的運輸受天氣影響。} strike {途中的運輸受罷工影響。} seller {包裹交給物流的時間比原訂晚。} handover {包裹交給物流時已過當天的收件時間。} rest {途中有幾天不派送。} trouble {途中有狀況需要先處理。} stages {剩餘路程通常需要更長的時間。} other {}}

{expected, select, range {目前預計在{fromDate}至{toDate}之間送達。} day {目前預計在{toDate}送達。} other {目前還無法給出新的日期。}}我們正在與物流業者跟進。

若您可以等候，不需要做任何事。若不方便等候，請直接回覆，我們一起想其他辦法，例如重新寄送或退款。

無論是否有進展，我們都會在{nextDate}前再次回覆您。`,
};
