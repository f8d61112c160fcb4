import { createContext, type InvalidEvent, useContext, useState } from 'react';

/** Why the browser's own check refuses what a field holds. */
export type Refusal = 'missing' | 'number' | 'low' | 'high' | 'step' | 'address';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The refusal of a field, and the bound that it missed. */
export interface Refused {
  readonly why: Refusal;
  readonly bound: string;
}

/** What the browser's check of a field says; null where nothing is wrong that these words know. */
export function refusedBy(field: Field): Refused | null {
  const { validity } = field;
  const bound = (name: 'min' | 'max' | 'step'): string => field.getAttribute(name) ?? '';
  // What cannot be read as a number is a bad input and a missing value at once.
  if (validity.badInput) return { why: 'number', bound: '' };
  if (validity.valueMissing) return { why: 'missing', bound: '' };
  if (validity.rangeUnderflow) return { why: 'low', bound: bound('min') };
  if (validity.rangeOverflow) return { why: 'high', bound: bound('max') };
  if (validity.stepMismatch) return { why: 'step', bound: bound('step') };
  if (validity.typeMismatch) return { why: 'address', bound: '' };
  return null;
}

/** The sentences for refusals, given by whoever knows the language; without them the browser says it in its own. */
export const RefusalWords = createContext<((refused: Refused) => string) | null>(null);

/**
 * Lets a field say beside itself why its form was not sent. The browser would say it in a bubble over the page, in the
 * language of the system.
 */
export function useRefusal() {
  const words = useContext(RefusalWords);
  const [refused, setRefused] = useState<string | undefined>();
  return {
    refused,
    onInvalid: (event: InvalidEvent<Field>) => {
      const field = event.currentTarget;
      const found = words && refusedBy(field);
      if (!found) return;
      event.preventDefault();
      setRefused(words(found));
      // With its bubble the browser also leaves out to lead to the first field that is wrong.
      if (field.form?.querySelector(':invalid:not(fieldset)') !== field) return;
      field.focus();
      field.scrollIntoView({ block: 'nearest' });
    },
    forget: () => setRefused(undefined),
  };
}
