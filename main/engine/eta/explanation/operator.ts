import {
  type Estimate,
  type EtaAdjustment,
  type EtaChange,
  type EtaDayOff,
  sometimesOf,
} from '#shared/model/eta.ts';
import type { TextValues, UiLang } from '#shared/text/define.ts';
import { holidayName } from '#shared/text/holidays.ts';
import { translate } from '#shared/text/translate.ts';
import type { UiKey } from '#shared/text/ui/index.ts';
import type { DaysOffRun } from './daysOff.ts';
import { type Fact, factsOf } from './facts.ts';
import { countryName, dateIn, lengthOf, listOf, momentIn, percent, placeOfDay, plainDate } from './format.ts';

/** One line for the person at the console. */
export interface ExplanationLine {
  readonly kind: Fact['kind'];
  readonly text: string;
  /** Its share of the remaining time, ms; null for a line that adds nothing. */
  readonly adds: number | null;
}

/** Adjustments and the two things of a scan: every part of a change that is no adjustment. */
const OWN_PARTS: ReadonlySet<string> = new Set(['scan', 'waiting', 'model']);

/** Why the date is what it is, line by line, in the interface's language; dates in the given zone. Pure. */
export function explainToOperator(
  estimate: Estimate,
  {
    lang,
    zone,
    learning = null,
  }: {
    readonly lang: UiLang;
    readonly zone: string;
    /** The share of the history that is learnt, while it is learnt: nobody may then say that there is none. */
    readonly learning?: number | null;
  },
): ExplanationLine[] {
  const say = (key: UiKey, values?: TextValues): string => translate(lang, key, values);
  const date = (at: number): string => dateIn(lang, zone, at);
  const signed = (ms: number): string => lengthOf(lang, ms, true);
  const whatOf = ({
    caseKind,
    place,
    weather,
    sample,
  }: Pick<EtaAdjustment, 'caseKind' | 'place' | 'weather' | 'sample'>): TextValues => ({
    basis: sample === undefined ? 'untold' : sample === 0 ? 'assumed' : 'learnt',
    sample: sample ?? 0,
    what: caseKind ? say(`kind.${caseKind}`) : say('eta.why.some-case'),
    place: (lang === 'zh-CN' ? weather?.placeZh : null) ?? place ?? say('eta.why.nowhere'),
  });
  const nameOf = (name: string | null, { why }: EtaDayOff): string => {
    if (name === null) return say('eta.why.own-day');
    return why === 'own' ? name : holidayName(lang, name);
  };
  const runValues = ({ first, to, names }: DaysOffRun): TextValues => ({
    date: plainDate(lang, first.date),
    to: plainDate(lang, to),
    oneDay: first.date === to ? 'yes' : 'no',
    country: placeOfDay(lang, first),
    named: 'yes',
    name: listOf(lang, [...new Set(names.map((name) => nameOf(name, first)))]),
    sure: first.tentative ? 'no' : 'yes',
  });
  const part = ({ kind, addMs, stage }: EtaChange['why'][number]): string => {
    const time = signed(addMs);
    if (OWN_PARTS.has(kind)) {
      const where = say(`stage.${stage ?? estimate.terms[0]?.stage ?? 'CLOSE'}`);
      return say(`eta.why.part.${kind as 'scan' | 'waiting' | 'model'}`, { time, stage: where });
    }
    const same = estimate.adjustments.find((adjustment) => adjustment.kind === kind);
    if (!same && kind === 'weather') return say('eta.why.part.weather-over', { time });
    // A part is the difference to what was said before: no number of parcels tells that.
    const what = whatOf({
      caseKind: same?.caseKind ?? null,
      place: same?.place ?? null,
      weather: same?.weather,
    });
    return say(`eta.why.adjust.${kind as EtaAdjustment['kind']}`, { time, ...what });
  };

  const text = (fact: Fact): string => {
    switch (fact.kind) {
      case 'arrival':
        return say('eta.why.arrival', { p50: date(fact.p50), lo: date(fact.lo), hi: date(fact.hi) });
      case 'late':
        return say('eta.why.late', {
          percent: percent(lang, fact.pLate),
          promise: momentIn(lang, zone, fact.promise),
        });
      case 'missed':
        return say('eta.why.missed', { promise: momentIn(lang, zone, fact.promise) });
      case 'late-base':
        return say('eta.why.late-base', {
          percent: percent(lang, fact.risk),
          usual: lengthOf(lang, fact.usualMs),
        });
      case 'late-step': {
        const { step, late } = fact;
        return say(`eta.why.late.${step.term}`, {
          before: percent(lang, step.before),
          after: percent(lang, step.after),
          left: lengthOf(lang, late.leftMs),
          needed: lengthOf(lang, late.neededMs),
          range: percent(lang, late.range),
          side: late.neededMs <= late.leftMs ? 'before' : 'after',
          country: late.to === '' ? say('common.unknown') : countryName(lang, late.to),
        });
      }
      case 'withheld':
        return say(`eta.why.withheld.${fact.reason}`, { since: momentIn(lang, zone, fact.since) });
      case 'cold':
        if (learning !== null) return say('eta.why.learning', { percent: percent(lang, learning) });
        return say('eta.why.cold');
      case 'base':
        return say('eta.why.base', { base: momentIn(lang, zone, fact.at) });
      case 'stage': {
        const { stage, usualMs, loMs, hiMs, sample, basis, chance } = fact.term;
        const sometimes = sometimesOf(fact.term);
        if (sometimes) {
          return say('eta.why.sometimes', {
            ...{ stage: say(`stage.${stage}`), sample, basis, unseen: fact.unseen ? 'yes' : 'no' },
            ...{ hardly: sometimes.hardly ? 'yes' : 'no', chance: percent(lang, chance) },
            ...{ whole: lengthOf(lang, sometimes.whole), lo: lengthOf(lang, sometimes.lo) },
            ...{ hi: lengthOf(lang, hiMs), time: lengthOf(lang, usualMs) },
          });
        }
        const [time = '', lo = '', hi = ''] = [usualMs, loMs, hiMs].map((ms) => lengthOf(lang, ms));
        const unseen = fact.unseen ? 'yes' : 'no';
        return say('eta.why.stage', { stage: say(`stage.${stage}`), time, lo, hi, sample, basis, unseen });
      }
      case 'hand-over': {
        const at = momentIn(lang, fact.zone, fact.at);
        const from = dateIn(lang, fact.zone, fact.countsFrom);
        const late = fact.cutOff === null ? 'no' : 'yes';
        return say('eta.why.hand-over', { at, from, late, cutOff: fact.cutOff ?? '' });
      }
      case 'no-work':
        return say('eta.why.no-work', runValues(fact.run));
      case 'day-off':
        return say('eta.why.day-off', runValues(fact.run));
      case 'adjustment': {
        const { adjustment, adds } = fact;
        return say(`eta.why.adjust.${adjustment.kind}`, { time: signed(adds), ...whatOf(adjustment) });
      }
      case 'weather': {
        const { stage, from, to, level, kind, widerMs } = fact.weather;
        return say('eta.why.weather', {
          what: say(`weather.${kind}.${level}`),
          place: whatOf(fact.adjustment)['place'] ?? '',
          stage: say(`stage.${stage}`),
          from: plainDate(lang, from),
          to: plainDate(lang, to),
          oneDay: from === to ? 'yes' : 'no',
          time: signed(fact.adds),
          wider: lengthOf(lang, widerMs),
        });
      }
      case 'moved': {
        const at = momentIn(lang, zone, fact.madeAt);
        return say('eta.why.moved', { time: signed(fact.ms), at, before: date(fact.before) });
      }
      case 'part':
        return part(fact.part);
      case 'would-scan':
        return say('eta.why.would.scan', { stage: say(`stage.${fact.stage}`) });
      case 'would-end': {
        const kind = fact.adjustment.kind as 'open-case' | 'strike' | 'weather';
        return say(`eta.why.would.${kind}`, { time: signed(fact.ms), ...whatOf(fact.adjustment) });
      }
      case 'would-holiday':
        return say('eta.why.would.holiday', runValues(fact.run));
      case 'calendar':
        return say(`eta.why.calendar.${fact.gap}`);
    }
  };
  return factsOf(estimate).map((fact) => ({
    kind: fact.kind,
    text: text(fact),
    adds: 'adds' in fact ? fact.adds : null,
  }));
}
