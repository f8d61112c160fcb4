import type { UiLang } from '../contract/shell.ts';

/** One message in both interface languages, in ICU message format. */
export interface UiText {
  readonly en: string;
  readonly 'zh-CN': string;
}

/** Values that a message may take: numbers and texts; dates are formatted before they go in. */
export type TextValues = Readonly<Record<string, string | number | null>>;

/** Declares a feature's messages; both languages side by side, so that none can be forgotten. */
export function defineTexts<K extends string>(texts: Record<K, UiText>): Readonly<Record<K, UiText>> {
  return texts;
}

export type { UiLang };
