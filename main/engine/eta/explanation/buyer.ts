import { IntlMessageFormat } from 'intl-messageformat';
import { type Estimate, type EtaAdjustmentKind, type EtaChange, sometimesOf } from '#shared/model/eta.ts';
import { ARRIVAL, type ArrivalLang } from '#shared/text/buyer/arrival/index.ts';
import type { BuyerWhy, BuyerWould } from '#shared/text/buyer/arrival/words.ts';
import { HOUR } from '#shared/time.ts';
import type { DaysOffRun } from './daysOff.ts';
import { type Fact, factsOf } from './facts.ts';
import { dateIn, lengthOf, listOf, placeOfDay, plainDate } from './format.ts';

/** What a buyer hears of each reason; reasons of arithmetic are all "the way is faster or slower". */
const WHY: Readonly<Record<EtaChange['why'][number]['kind'], BuyerWhy>> = {
  scan: 'news',
  waiting: 'waiting',
  model: 'traffic',
  combination: 'traffic',
  elapsed: 'waiting',
  'network-speed': 'traffic',
  weekday: 'holiday',
  holiday: 'holiday',
  'open-case': 'trouble',
  strike: 'strike',
  weather: 'weather',
  seller: 'handover',
  calibration: 'traffic',
  'hand-over': 'handover',
  'delivery-day': 'holiday',
};
const ENDS: Readonly<Partial<Record<EtaAdjustmentKind, BuyerWould>>> = {
  'open-case': 'trouble',
  strike: 'strike',
  weather: 'weather',
};
/** The language in which the holiday tables name a country's days: only there is the name of use to a buyer. */
const NAMED_IN: Readonly<Record<string, ArrivalLang>> = {
  CN: 'zh-Hans',
  TW: 'zh-Hant',
  MY: 'ms',
  ID: 'id',
  TH: 'th',
  VN: 'vi',
  BR: 'pt-BR',
  MX: 'es',
  CO: 'es',
  CL: 'es',
  SG: 'en',
  PH: 'en',
};

/** From this risk on a buyer hears that the promise will be missed: it is likelier than not. */
const LIKELY = 0.5;
/** Stages that fewer parcels are scanned in are not told to a buyer. */
const TOLD_CHANCE = 0.5;

const compiled = new Map<string, IntlMessageFormat>();
function fill(lang: ArrivalLang, pattern: string, values: Readonly<Record<string, string | number>>): string {
  const key = `${lang} ${pattern}`;
  const message =
    compiled.get(key) ??
    new IntlMessageFormat(pattern, lang === 'tl' ? 'fil' : lang, undefined, { ignoreTag: true });
  compiled.set(key, message);
  // A date that ends in a full stop of its own needs no second one.
  return String(message.format(values)).replaceAll(/\.\.(?!\.)/g, '.');
}

/**
 * When the parcel comes and why, for its buyer: the range (or why there is none), whether that is too late, what is still to come with the usual
 * times and how often they were seen, days off, bad weather, what moved it and what would. Plain text in paragraphs, dates in the
 * buyer's zone. Everything is taken from the estimate's own terms; nothing else is promised. Pure.
 */
export function explainToBuyer(
  estimate: Estimate,
  { lang, zone, number }: { readonly lang: ArrivalLang; readonly zone: string; readonly number: string },
): string {
  const words = ARRIVAL[lang];
  const facts = factsOf(estimate);
  const of = <K extends Fact['kind']>(kind: K): Extract<Fact, { kind: K }>[] =>
    facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);

  const opening = [
    ...of('arrival').map(({ lo, hi }) => {
      const [from, to] = [dateIn(lang, zone, lo), dateIn(lang, zone, hi)];
      return fill(lang, words.arrival, { number, from, to, oneDay: from === to ? 'yes' : 'no' });
    }),
    ...of('late')
      .filter(({ pLate }) => pLate >= LIKELY)
      .map(({ promise }) => fill(lang, words.late, { passed: 'no', promise: dateIn(lang, zone, promise) })),
    ...of('missed').map(({ promise }) =>
      fill(lang, words.late, { passed: 'yes', promise: dateIn(lang, zone, promise) }),
    ),
    ...of('withheld').map(({ since, reason }) => {
      const why = { 'stale-input': 'stale', 'no-scan': 'noScan', ended: 'ended' }[reason];
      return fill(lang, words.withheld, { number, why, since: dateIn(lang, zone, since) });
    }),
  ];
  const moved = of('moved')
    .filter(({ ms }) => Math.abs(ms) >= HOUR)
    .map(({ ms }) => {
      const helped = of('part').filter(({ part }) => Math.sign(part.addMs) === Math.sign(ms));
      const reasons = [...new Set(helped.map(({ part }) => words.why[WHY[part.kind]]))];
      return fill(lang, words.moved, {
        direction: ms > 0 ? 'later' : 'earlier',
        time: lengthOf(lang, Math.abs(ms)),
        hasReasons: reasons.length > 0 ? 'yes' : 'no',
        reasons: listOf(lang, reasons),
      });
    });
  const stages = of('stage')
    // A buyer who waits for a step that most parcels never show waits for nothing.
    .filter(({ term: { chance } }) => chance >= TOLD_CHANCE)
    .map(({ unseen, term }) =>
      fill(lang, words.stage, {
        ...{ stage: words.stages[term.stage], sample: term.sample, unseen: unseen ? 'yes' : 'no' },
        time: lengthOf(lang, sometimesOf(term)?.whole ?? term.usualMs),
      }),
    );
  const days = of('day-off').map(({ run }) => dayOff(lang, run));
  const weather = of('weather').map(({ adjustment, weather: { kind, from, to, placeZh } }) => {
    const place = (lang.startsWith('zh') ? placeZh : null) ?? adjustment.place ?? '';
    const dates = {
      from: plainDate(lang, from),
      to: plainDate(lang, to),
      oneDay: from === to ? 'yes' : 'no',
    };
    return fill(lang, words.weather, { kind, place, ...dates });
  });
  const would = new Set([
    ...of('would-scan').map((): BuyerWould => 'scan'),
    ...of('would-end').flatMap(({ adjustment, ms }) => (ms < 0 ? [ENDS[adjustment.kind] ?? 'trouble'] : [])),
    ...of('would-holiday').map((): BuyerWould => 'holiday'),
  ]);
  const paragraphs = [
    [...opening, ...moved],
    stages.length > 0 ? [words.toCome, ...stages.map((line) => `- ${line}`)] : [],
    days,
    weather,
    [...would].map((what) => words.would[what]),
  ];
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function dayOff(lang: ArrivalLang, { first, to, names }: DaysOffRun): string {
  // What the seller calls a day is not for buyers.
  const told = first.why === 'holiday' && NAMED_IN[first.country] === lang ? names : [];
  const known = told.filter((name) => name !== null);
  return fill(lang, ARRIVAL[lang].dayOff, {
    date: plainDate(lang, first.date),
    to: plainDate(lang, to),
    oneDay: first.date === to ? 'yes' : 'no',
    country: placeOfDay(lang, first),
    named: known.length > 0 ? 'yes' : 'no',
    name: listOf(lang, known),
    sure: first.tentative ? 'no' : 'yes',
  });
}
