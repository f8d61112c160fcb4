import { IntlMessageFormat } from 'intl-messageformat';
import type { CaseKind } from '#shared/model/case.ts';
import type { BuyerLang } from '#shared/model/draft.ts';
import type { Reason } from '#shared/model/node.ts';
import { DELAY_TEXT } from '#shared/text/buyer/delay.ts';

/** What a message may name. Dates are written out already, in the buyer's zone and language. */
export interface MessageFacts {
  readonly number: string;
  readonly carrierName: string | null;
  readonly place: string | null;
  readonly lastScanDate: string | null;
  readonly nextUpdateDate: string;
}

/** Name and version of the template, kept with every draft. */
export const DELAY_TEMPLATE = 'delay/1';

const WHAT: Readonly<Record<CaseKind, string>> = {
  silence: 'silence',
  'delivery-failed': 'deliveryFailed',
  'customs-hold': 'customsHold',
  'return-started': 'returnStarted',
};

const compiled = new Map<BuyerLang, IntlMessageFormat>();

/** Composes the message for a case: what happened, what is done about it, when the buyer hears again. Pure. */
export function compose(input: {
  kind: CaseKind;
  reason: Reason | null;
  lang: BuyerLang;
  facts: MessageFacts;
}): { template: string; text: string } {
  const { kind, reason, lang, facts } = input;
  const message =
    compiled.get(lang) ?? new IntlMessageFormat(DELAY_TEXT[lang], lang, undefined, { ignoreTag: true });
  compiled.set(lang, message);
  const yes = (value: string | null): string => (value === null || value === '' ? 'no' : 'yes');
  const text = message.format({
    what: WHAT[kind],
    why: reason ?? 'none',
    number: facts.number,
    hasCarrier: yes(facts.carrierName),
    carrier: facts.carrierName ?? '',
    hasPlace: yes(facts.place),
    place: facts.place ?? '',
    hasDate: yes(facts.lastScanDate),
    lastDate: facts.lastScanDate ?? '',
    nextDate: facts.nextUpdateDate,
  });
  return { template: DELAY_TEMPLATE, text: String(text) };
}
