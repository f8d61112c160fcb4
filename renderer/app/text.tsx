import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import type { UiLang } from '#shared/contract/shell.ts';
import type { Fault } from '#shared/result.ts';
import type { TextValues } from '#shared/text/define.ts';
import { faultText } from '#shared/text/faultText.ts';
import { translate } from '#shared/text/translate.ts';
import type { UiKey } from '#shared/text/ui/index.ts';
import { type Refused, RefusalWords } from '../ui/index.ts';
import { createFormat, type Format } from './format.ts';

export type Translate = (key: UiKey, values?: TextValues) => string;

export interface Words {
  readonly lang: UiLang;
  readonly t: Translate;
  readonly fmt: Format;
  /** The sentence for a fault. */
  readonly faultText: (fault: Fault) => string;
}

const WordsContext = createContext<Words | null>(null);

/** Gives every component the words, dates and numbers of the chosen language. */
export function WordsProvider({ lang, children }: { lang: UiLang; children: ReactNode }) {
  const words = useMemo<Words>(() => {
    const t: Translate = (key, values) => translate(lang, key, values);
    return {
      lang,
      t,
      fmt: createFormat(lang, t),
      faultText: (fault) => faultText(lang, fault),
    };
  }, [lang]);
  const refusal = useCallback(({ why, bound }: Refused) => words.t(`refused.${why}`, { bound }), [words]);
  return (
    <WordsContext value={words}>
      <RefusalWords value={refusal}>{children}</RefusalWords>
    </WordsContext>
  );
}

/** The words of the chosen language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords needs a WordsProvider above it');
  return words;
}
