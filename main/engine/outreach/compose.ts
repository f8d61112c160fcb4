import { IntlMessageFormat } from 'intl-messageformat';
import type { MissFacts, TroubleKind } from '#shared/model/case.ts';
import type { BuyerLang } from '#shared/model/draft.ts';
import type { Reason } from '#shared/model/node.ts';
import { DELAY_TEXT } from '#shared/text/buyer/delay.ts';
import { PROMISE_TEXT } from '#shared/text/buyer/promise.ts';

/** What a message may name. Dates are written out already, in the buyer's zone and language. */
export interface MessageFacts {
  readonly number: string;
  readonly carrierName: string | null;
  readonly place: string | null;
  readonly lastScanDate: string | null;
  readonly nextUpdateDate: string;
}

/** What a message says of a promise that will be missed, or was. */
export interface PromiseWords {
  readonly missed: boolean;
  readonly promiseDate: string;
  readonly cause: MissFacts['cause'];
  /** The dates between which it is expected; null while none can be named. */
  readonly expected: { readonly from: string; readonly to: string } | null;
}

type Message = { readonly lang: BuyerLang; readonly facts: MessageFacts } & (
  | { readonly kind: TroubleKind; readonly reason: Reason | null }
  | { readonly kind: 'promise-miss'; readonly promise: PromiseWords }
);

/** Names and versions of the templates, kept with every draft. */
const DELAY_TEMPLATE = 'delay/1';
const PROMISE_TEMPLATE = 'promise/1';

const WHAT: Readonly<Record<TroubleKind, string>> = {
  silence: 'silence',
  'delivery-failed': 'deliveryFailed',
  'customs-hold': 'customsHold',
  'return-started': 'returnStarted',
};

/** Keys of a message's branches have no hyphens. */
const CAUSE: Readonly<Record<NonNullable<MissFacts['cause']>, string>> = {
  stages: 'stages',
  'network-speed': 'speed',
  weekday: 'weekday',
  holiday: 'holiday',
  'open-case': 'trouble',
  strike: 'strike',
  weather: 'weather',
  seller: 'seller',
  'hand-over': 'handover',
  'delivery-day': 'rest',
};

const compiled = new Map<string, IntlMessageFormat>();

function fill(lang: BuyerLang, pattern: string, values: Readonly<Record<string, string>>): string {
  const key = `${lang} ${pattern}`;
  const message = compiled.get(key) ?? new IntlMessageFormat(pattern, lang, undefined, { ignoreTag: true });
  compiled.set(key, message);
  return String(message.format(values));
}

const yes = (value: unknown): string => (value === null || value === '' || value === false ? 'no' : 'yes');

/** Composes the message for a case: what happened, what is done about it, when the buyer hears again. Pure. */
export function compose(message: Message): { template: string; text: string } {
  const { lang, facts } = message;
  const common = {
    number: facts.number,
    hasCarrier: yes(facts.carrierName),
    carrier: facts.carrierName ?? '',
    nextDate: facts.nextUpdateDate,
  };
  if (message.kind === 'promise-miss') {
    const { missed, promiseDate, cause, expected } = message.promise;
    const text = fill(lang, PROMISE_TEXT[lang], {
      ...common,
      missed: yes(missed),
      promiseDate,
      cause: cause === null ? 'none' : CAUSE[cause],
      expected: expected === null ? 'none' : expected.from === expected.to ? 'day' : 'range',
      fromDate: expected?.from ?? '',
      toDate: expected?.to ?? '',
    });
    return { template: PROMISE_TEMPLATE, text };
  }
  const text = fill(lang, DELAY_TEXT[lang], {
    ...common,
    what: WHAT[message.kind],
    why: message.reason ?? 'none',
    hasPlace: yes(facts.place),
    place: facts.place ?? '',
    hasDate: yes(facts.lastScanDate),
    lastDate: facts.lastScanDate ?? '',
  });
  return { template: DELAY_TEMPLATE, text };
}
