import { IntlMessageFormat } from 'intl-messageformat';
import type { TextValues, UiLang } from './define.ts';
import { uiTexts, type UiKey } from './ui/index.ts';

const compiled = new Map<string, IntlMessageFormat>();

/**
 * Formats one interface message. The key's existence is a matter of types; a message that lacks a value it needs
 * comes back as its own pattern rather than as an exception, because a half sentence is better than a dead screen.
 */
export function translate(lang: UiLang, key: UiKey, values?: TextValues): string {
  const pattern = uiTexts[key][lang];
  if (!pattern.includes('{') && !pattern.includes("'")) return pattern;
  const id = `${lang}\u0000${key}`;
  let message = compiled.get(id);
  if (!message) {
    message = new IntlMessageFormat(pattern, lang, undefined, { ignoreTag: true });
    compiled.set(id, message);
  }
  try {
    return String(message.format({ ...values }));
  } catch {
    return pattern;
  }
}
